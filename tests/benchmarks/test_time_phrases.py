from __future__ import annotations

from datetime import date

import pytest
from benchmarks.edtf_days import days
from benchmarks.time_phrases import is_false, is_right, phrases

from deconflict.record import When


def told(edtf: str, earliest: str | None = None, latest: str | None = None) -> When:
    return When(edtf, earliest, latest, 1)


@pytest.mark.parametrize(
    ("answer", "gold"),
    [
        (told("2016-08-11"), "2016-08-11"),
        (told("2016-08-11?"), "2016-08-11"),
        (told("XXXX-08-11"), "XXXX-08-11"),
        (told("2016-08-13~", "2016-08-12", "2016-08-13"), "2016-08-12/2016-08-13"),
        (told("2016-08-11~"), "2016-08-09~/2016-08-13~"),
        (told("2016-08-10/2016-08-14"), "2016-08-09~/2016-08-13~"),
        (None, None),
        (told("../2016-08-11"), None),
    ],
)
def test_what_is_right(answer: When | None, gold: str | None) -> None:
    assert is_right(answer, gold)


@pytest.mark.parametrize(
    ("answer", "gold"),
    [
        (told("2016-08-12"), "2016-08-11"),
        (told("2016-08"), "2016-08-11"),
        (told("2016-08-11"), "2016-08-09~/2016-08-13~"),
        (told("2016"), "2016-08-09~/2016-08-13~"),
        (told("2016-08-11~"), "2016-08-11/2016-08-13"),
        (None, "2016-08-11"),
        (told("2016-08-11", "2016-08-11", "2016-08-11"), None),
    ],
)
def test_what_is_not(answer: When | None, gold: str | None) -> None:
    assert not is_right(answer, gold)


def test_false_is_what_lies_beside_or_is_told_of_nothing() -> None:
    assert is_false(told("2016-08-12"), "2016-08-11")
    assert is_false(told("2016-08-12"), None)
    assert not is_false(told("2016-08"), "2016-08-11")
    assert not is_false(None, "2016-08-11")
    assert not is_false(told("XXXX-08-12"), "XXXX-08-11")


def test_days_of_a_time() -> None:
    assert days("2015-24") == (date(2015, 12, 1), date(2016, 2, 29))
    assert days("198X/1990") == (date(1980, 1, 1), date(1990, 12, 31))
    assert days("2011~/2016-08-13") == (date(2011, 1, 1), date(2016, 8, 13))
    assert days("../2016") is None


def test_the_set_is_whole_and_in_two_halves() -> None:
    found = phrases()
    assert len(found) == 368
    assert len({(each.report, each.start) for each in found}) == 368
    assert {each.half for each in found} == {"tune", "held"}
    assert all(len(each.words.split()) <= 7 for each in found)
