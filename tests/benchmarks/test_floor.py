"""Floors hold or break a run; published figures alone do neither."""

from __future__ import annotations

from benchmarks.__main__ import broken, markdown
from benchmarks.floor import Floor


def test_a_floor_holds_on_its_own_side() -> None:
    assert Floor("least", 0.5).holds(0.5)
    assert not Floor("least", 0.5).holds(0.4)
    assert not Floor("most", 0.5).holds(0.6)


def test_peers_without_a_floor_break_nothing_and_are_shown() -> None:
    measured = {"muc4_events": {"ceaf_rme_phi3_f1": 0.0}}
    assert broken(measured) == []
    (row,) = [line for line in markdown(measured).splitlines() if "ceaf_rme_phi3_f1" in line]
    assert "IterX" in row
    assert "at least" not in row
