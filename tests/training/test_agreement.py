"""Agreement of two annotators."""

from __future__ import annotations

from typing import Any

from training.agreement import agreement


def span(start: int, end: int) -> dict[str, Any]:
    return {"in": "text", "start": start, "end": end}


def claim(start: int, **fields: Any) -> dict[str, Any]:
    return {"type": "ASSAULT", "trigger": span(start, start + 6), "status": "asserted", "speaker": [], "counts": [], **fields}


def report(*claims: dict[str, Any]) -> dict[str, Any]:
    return {"report": "invented:1", "claims": list(claims)}


def test_an_annotator_agrees_with_himself() -> None:
    row = report(claim(0, speaker=[span(50, 57)], counts=[{"span": span(8, 10), "what": "killed"}]), claim(20))
    assert agreement([row], [row]) == {"reports": 1, "trigger": 1.0, "count": 1.0, "speaker": 1.0, "status": 1.0}


def test_another_type_is_another_claim() -> None:
    assert agreement([report(claim(0))], [report(claim(0, type="COERCE"))])["trigger"] == 0


def test_a_number_read_as_another_outcome_is_no_agreement() -> None:
    killed, wounded = ({"span": span(8, 10), "what": what} for what in ("killed", "wounded"))
    figures = agreement([report(claim(0, counts=[killed]))], [report(claim(0, counts=[wounded]))])
    assert (figures["trigger"], figures["count"]) == (1.0, 0.0)


def test_one_of_two_claims_is_two_thirds() -> None:
    assert agreement([report(claim(0), claim(20))], [report(claim(1))])["trigger"] == 2 / 3
