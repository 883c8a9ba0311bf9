"""A bar stands where its number says, on a scale shared by all voices."""

from __future__ import annotations

import pytest

from deconflict.publish.webpage.bars import TRACK, Scale, round_up
from deconflict.record import Finding, Voice


def finding(*bounds: tuple[int | None, int | None]) -> Finding:
    voices = tuple(Voice(f"o-{n}", "Somebody", None, "asserts", (), low=low, high=high) for n, (low, high) in enumerate(bounds))
    return Finding("killed", "ranged", "", voices)


@pytest.mark.parametrize(("n", "top"), [(0, 2), (1, 2), (7, 8), (12, 15), (35, 35), (61, 70), (1623, 2000), (400, 400)])
def test_the_scale_ends_on_a_round_number(n: int, top: int) -> None:
    assert round_up(n) == top


def test_the_scale_holds_every_bound() -> None:
    scale = Scale.over(finding((3, None), (None, 90), (20, 40)))
    assert scale.top == 90
    assert scale.percent(90) == TRACK


def test_an_exact_number_is_a_block_at_its_place() -> None:
    bar = Scale(100).bar(50, 50)
    assert bar.shape == "exact"
    assert bar.start + bar.width / 2 == pytest.approx(TRACK / 2)


def test_a_range_runs_from_low_to_high() -> None:
    bar = Scale(100).bar(25, 75)
    assert (bar.shape, bar.start, bar.width) == ("range", TRACK / 4, TRACK / 2)


def test_at_least_is_open_to_the_right() -> None:
    bar = Scale(100).bar(50, None)
    assert bar.shape == "at_least"
    assert bar.start + bar.width > TRACK


def test_at_most_begins_at_zero_and_ends_at_its_number() -> None:
    bar = Scale(100).bar(None, 50)
    assert (bar.shape, bar.start, bar.width) == ("at_most", 0, TRACK / 2)


def test_no_number_is_drawn_as_none() -> None:
    assert Scale(100).bar(None, None).shape == "unknown"


def test_zero_stays_on_the_scale() -> None:
    bar = Scale(100).bar(0, 0)
    assert bar.start == 0
