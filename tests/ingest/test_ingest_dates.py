"""Dates are read only where they can be read in one way."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deconflict.ingest.dates import day_order, is_ambiguous, is_iso_date, iso_date

DAYS = st.dates(date(1971, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "words",
    [
        "2017-05-19",
        " 2017-05-19T23:30:00+03:00",
        "2017-05-19 08:00:00",
        "2017/5/19",
        "20170519",
        "20170519T101500Z",
        "19/05/2017",
        "5/19/2017 10:15",
        "19.05.2017",
        "19 May 2017",
        "May 19, 2017",
        "19th May 2017",
        "Fri, 19 May 2017 10:15:00 GMT",
        "Friday, May 19, 2017 at 10:15 AM",
        "Fri May 19 2017 03:05:46 GMT+0000",
    ],
)
def test_a_date_that_can_be_read_one_way_is_read(words: str) -> None:
    assert iso_date(words) == "2017-05-19"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "2017",
        "2017-05",
        "May 2017",
        "19 May",
        "4/5/2017",
        "4.5.2017",
        "19/05/17",
        "2017-13-40",
        "31/31/2017",
        "1495152000",
        "0001-01-01T00:00:00Z",
        "1970-01-01",
        "2999-01-01",
        "May 4 17",
        "fighting went on until 19 May 2017 in the hills around the town and beyond the river",
    ],
)
def test_what_names_no_day_or_could_name_two_is_not_known(words: str) -> None:
    assert iso_date(words) is None


def test_the_same_number_twice_is_no_ambiguity() -> None:
    assert iso_date("5/5/2017") == "2017-05-05"
    assert not is_ambiguous("5/5/2017")


def test_the_order_of_the_column_settles_an_ambiguous_date() -> None:
    assert is_ambiguous("4/5/2017")
    assert iso_date("4/5/2017", "day first") == "2017-05-04"
    assert iso_date("4/5/2017", "month first") == "2017-04-05"


@given(DAYS)
def test_an_iso_date_is_itself(day: date) -> None:
    assert iso_date(day.isoformat()) == day.isoformat()
    assert is_iso_date(day.isoformat())


@given(DAYS)
def test_a_numeric_date_is_never_read_as_another_day(day: date) -> None:
    words = f"{day.day}/{day.month}/{day.year}"
    assert iso_date(words) in (None, day.isoformat())
    assert iso_date(words, "day first") == day.isoformat()


@given(st.text(max_size=80))
def test_any_words_are_a_day_or_none(words: str) -> None:
    day = iso_date(words)
    assert day is None or is_iso_date(day)


@pytest.mark.parametrize("words", ["2017-5-19", "19 May 2017", "2017-02-30", "2017-05-19T10:00", "２０１７-05-19"])
def test_a_given_date_must_be_written_in_full(words: str) -> None:
    assert not is_iso_date(words)


def test_a_column_tells_its_order_by_its_plain_dates() -> None:
    assert day_order(["4/5/2017", "23/5/2017"]) == "day first"
    assert day_order(["4/5/2017", "", "5/23/2017"]) == "month first"


def test_a_column_that_disagrees_with_itself_tells_nothing() -> None:
    assert day_order(["23/5/2017", "5/23/2017"]) is None
    assert day_order(["4/5/2017"]) is None
    assert day_order(["2017-05-19", "19 May 2017"]) is None


def test_the_whole_column_is_looked_at_once_numeric_dates_are_seen() -> None:
    assert day_order(["4/5/2017"] * 500 + ["30/5/2017"]) == "day first"
