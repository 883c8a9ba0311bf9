"""Whatever overlaps, the walk goes through every character once and its stretches nest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deconflict.publish.nesting import walk

AT = st.integers(3, 20)


def seen(*stretches: tuple[int, int]) -> list[str]:
    return [
        f"{step.kind} {step.start}-{step.end}" if step.kind == "words" else f"{step.kind} {step.stretch}"
        for step in walk(0, 9, stretches)
    ]


def test_the_longest_of_one_start_is_outermost() -> None:
    assert seen((2, 4), (2, 6)) == ["words 0-2", "open 1", "open 0", "words 2-4", "close 0", "words 4-6", "close 1", "words 6-9"]


def test_what_crosses_an_end_is_cut_and_opened_anew() -> None:
    crossing = ["open 0", "words 0-3", "open 1", "words 3-5", "cut 1", "close 0", "again 1", "words 5-7", "close 1", "words 7-9"]
    assert seen((0, 5), (3, 7)) == crossing


@given(st.lists(st.tuples(AT, AT).map(lambda pair: (min(pair), max(pair))), max_size=6), st.lists(st.integers(0, 25), max_size=3))
def test_any_overlap_nests_and_loses_nothing(stretches: list[tuple[int, int]], stops: list[int]) -> None:
    at, live = 3, []
    for step in walk(3, 20, stretches, stops):
        if step.kind == "words":
            assert step.start == at < step.end
            at = step.end
            assert all(stretches[number][0] <= step.start and step.end <= stretches[number][1] for number in live)
            assert sorted(live) == [n for n, (start, end) in enumerate(stretches) if start <= step.start and step.end <= end]
        elif step.kind in ("open", "again"):
            live.append(step.stretch)
        else:
            assert live.pop() == step.stretch
    assert (at, live) == (20, [])
