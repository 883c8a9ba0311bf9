"""Codes become words that say neither more nor less."""

from __future__ import annotations

import pytest

from deconflict.publish.webpage import words
from deconflict.record import Relation, Where


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2017-05-18", "18 May 2017"),
        ("2017-05", "May 2017"),
        ("2017", "2017"),
        ("201X", "2010s"),
        ("XXXX-02-07", "7 February, year not known"),
        ("XXXX", "year not known"),
        ("2017-05-18/2017-05-20", "18 May 2017 to 20 May 2017"),
        ("2017-05-18/..", "from 18 May 2017"),
        ("/2017-05-18", "until 18 May 2017"),
        ("2017-24", "winter 2017"),
        ("2017-05-18~", "about 18 May 2017"),
        ("2017-05?", "May 2017 (uncertain)"),
        ("2017-13-40 or so", "2017-13-40 or so"),
    ],
)
def test_a_date_in_words(edtf: str, said: str) -> None:
    assert words.date(edtf) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (32, 32, "32"),
        (32, None, "at least 32"),
        (None, 40, "at most 40"),
        (30, 1400, "30 to 1,400"),
        (None, None, "number not given"),
    ],
)
def test_bounds_in_words(low: int | None, high: int | None, said: str) -> None:
    assert words.bounds(low, high) == said


def test_an_approximate_number_is_marked() -> None:
    assert words.bounds(100, 100, approximate=True) == "about 100"


def test_a_relative_place_keeps_the_words_of_the_report() -> None:
    relation = Relation("Ostrel", 8, 90, "five miles east of Ostrel")
    assert words.where(Where("Ostrel", 12.5, 3.25, 5, 2, country="XM", relation=relation), {"XM": "Marrow"}) == (
        "five miles east of Ostrel, Ostrel, Marrow"
    )


def test_a_place_known_to_the_province_says_so() -> None:
    assert words.how_near(Where("North Bank", 12.9, 3.6, 60, 4)) == "known only to the province, within 60 km"


def test_a_place_without_a_point_says_so() -> None:
    assert words.how_near(Where("Velm", None, None, None, 1)) == "the place itself, no coordinates known"


def test_the_moment_a_page_was_made() -> None:
    assert words.moment("2026-11-20T17:06:10+00:00") == "20 November 2026, 17:06 UTC"
    assert words.moment("2026-11-20") == "20 November 2026"
    assert words.moment("some day") == "some day"
