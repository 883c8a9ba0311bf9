"""Figures over messages: numbers of killed and wounded, and the whole on one invented message."""

from __future__ import annotations

from typing import Any

from benchmarks.muc4 import Template, Toll

from benchmarks import muc4_events
from deconflict.record import Claim, Count, Role, Span


def span(text: str) -> Span:
    return Span.of(text, 0, len(text))


def claim(*counts: tuple[int, str], **fields: Any) -> Claim:
    said = tuple(Count(span(str(number)), what, number, number) for number, what in counts)  # type: ignore[arg-type]
    return Claim("r", "ASSAULT", span("SHELLED"), span("SHELLED"), counts=said, **fields)


def template(*tolls: tuple[set[int], set[str]], **fillers: str) -> Template:
    known = {role: (frozenset({name}),) for role, name in fillers.items()}
    return Template(
        frozenset({"attack"}), known, frozenset(Toll(frozenset(numbers), frozenset(effects)) for numbers, effects in tolls)
    )


def test_a_number_is_right_with_its_effect_only_if_both_are() -> None:
    messages = [([template(({4}, {"killed"}))], [claim((4, "wounded"))])]
    assert muc4_events.numbers(messages, with_effect=False).right == 1
    assert muc4_events.numbers(messages, with_effect=True).right == 0


def test_one_person_and_other_outcomes_are_no_numbers_here() -> None:
    messages = [([template()], [claim((1, "killed"), (70, "displaced"))])]
    assert muc4_events.numbers(messages, with_effect=True) == (0, 0, 0)


def test_a_number_said_twice_counts_once() -> None:
    messages = [([template(({4}, {"killed"}))], [claim((4, "killed")), claim((4, "killed"))])]
    assert muc4_events.numbers(messages, with_effect=True) == (1, 1, 1)


def test_a_number_that_is_denied_is_not_read() -> None:
    messages = [([template(({4}, {"killed"}))], [claim((4, "killed"), status="denied")])]
    assert muc4_events.numbers(messages, with_effect=True) == (0, 1, 0)


def test_what_is_all_right_is_one() -> None:
    gold = [template(({4}, {"killed"}), PerpOrg="river front", Target="bridge")]
    read = [claim((4, "killed"), roles=(Role("actor", span("RIVER FRONT")), Role("recipient", span("THE BRIDGE"))))]
    found = muc4_events.figures([(gold, read)])
    assert [found[name] for name in ("ceaf_rme_phi3_f1", "incident_type_f1", "number_and_effect_f1", "target_f1")] == [1.0] * 4
