from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deconflict.record import When
from deconflict.resolve.times import when

SATURDAY = "2016-08-13"


def told(*words: str, published: str | None = SATURDAY, ahead: bool = False) -> When:
    found = when(words, published, ahead)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "edtf", "precision"),
    [
        ("Saturday", "2016-08-13", 1),
        ("late Friday", "2016-08-12", 1),
        ("Mondays", "2016-08-08", 1),
        ("last Saturday", "2016-08-06", 1),
        ("early hours of Monday morning", "2016-08-08", 1),
        ("overnight Wednesday and into Thursday morning", "2016-08-10/2016-08-11", 2),
        ("yesterday", "2016-08-12", 1),
        ("dawn today", "2016-08-13", 1),
        ("overnight", "2016-08-12/2016-08-13", 2),
        ("the past 24 hours", "2016-08-13~", 2),
        ("in the last 48 hours", "2016-08-11/2016-08-13", 2),
        ("past three days", "2016-08-10/2016-08-13", 2),
        ("eight days ago", "2016-08-05", 1),
        ("nearly two weeks ago", "2016-07-30~", 4),
        ("five years ago", "2011", 5),
        ("earlier this week", "2016-08-08/2016-08-13", 2),
        ("last week", "2016-08-01/2016-08-07", 3),
        ("over the last week", "2016-08-06/2016-08-13", 4),
        ("last month", "2016-07", 4),
        ("later this month", "2016-08-13/2016-08-31", 4),
        ("last year", "2015", 5),
        ("at the weekend", "2016-08-13/2016-08-14", 2),
        ("7 February 2018", "2018-02-07", 1),
        ("September 30th 2015", "2015-09-30", 1),
        ("Jan. 9", "2016-01-09", 1),
        ("August 21", "2015-08-21", 1),
        ("in August 2013", "2013-08", 4),
        ("March", "2016-03", 4),
        ("December", "2015-12", 4),
        ("August last year", "2015-08", 4),
        ("2011", "2011", 5),
        ("early 2014", "2014-01/2014-04", 5),
        ("late July", "2016-07-21/2016-07-31", 4),
        ("summer of 2013", "2013-22", 5),
        ("between April 27 and May 18", "2016-04-27/2016-05-18", 4),
        ("between 21 and 26 of July", "2016-07-21/2016-07-26", 2),
        ("between some day and May 18", "../2016-05-18", 5),
        ("5-6 April 2016", "2016-04-05/2016-04-06", 2),
        ("May 15-24", "2016-05-15/2016-05-24", 4),
        ("since Wednesday afternoon", "2016-08-10/2016-08-13", 2),
        ("since the war began in March 2011", "2011-03/2016-08-13", 5),
        ("since it started in 2011", "2011/2016-08-13", 5),
        ("since raids began a month ago", "2016-07-14~/2016-08-13", 5),
        ("since the beginning of the year", "2016-01-01/2016-08-13", 5),
        ("began in March 2011", "2011-03/2016-08-13", 5),
        ("in the six-year conflict", "2010~/2016-08-13", 5),
        ("in over three years of turmoil", "2013~/2016-08-13", 5),
        ("the ten-month conflict", "2015-10~/2016-08-13", 5),
        ("so far this month", "2016-08", 4),
        ("until Friday", "../2016-08-12", 5),
        ("by the end of the month", "../2016-08-31", 5),
        ("by the end of June", "../2016-06-30", 5),
        ("till the end of the year", "../2016-12-31", 5),
        ("the day before yesterday", "2016-08-11", 1),
        ("Thursday last week", "2016-08-04", 1),
        ("Thursday next week", "2016-08-18", 1),
        ("late last week", "2016-08-04/2016-08-07", 2),
        ("next months", "2016-09", 4),
        ("two nights ago", "2016-08-11", 1),
        ("a decade ago", "2006", 5),
        ("nearly six years ago", "2010-08~/2011-02~", 5),
        ("more than five years ago", "2010-08~/2011-08~", 5),
        ("for the past 16 years", "2000~/2016-08-13", 5),
        ("in the last decade", "2006~/2016-08-13", 5),
        ("in the next 24 hours", "2016-08-13/2016-08-14", 2),
        ("the past few hours", "2016-08-13~", 1),
        ("6 February this year", "2016-02-06", 1),
        ("February 6 - this year", "2016-02-06", 1),
        ("the 1980s", "198X", 5),
        ("the early 80's", "1980~/1983~", 5),
        ("the mid-1970s", "1974~/1976~", 5),
        ("since the 1980s", "198X/2016-08-13", 5),
        ("1970-1974", "1970/1974", 5),
        ("since spring 2015", "2015-21/2016-08-13", 5),
        ("last summer", "2015-22", 5),
        ("last winter", "2015-24", 5),
        ("this spring", "2016-21", 5),
        ("late spring last year", "2015-21", 5),
        ("since this morning", "2016-08-13", 1),
        ("Ramadan 1438", "2017-05-27~/2017-06-24~", 4),
        ("the month of Muharram", "2015-10-14~/2015-11-12~", 4),
        ("the holy month of Ramadan", "2016-06-06~/2016-07-05~", 4),
        ("10 Muharram 1438", "2016-10-11~", 2),
        ("Eid al-Fitr", "2016-07-06~/2016-07-08~", 2),
        ("the first day of Eid al-Adha", "2016-09-11~", 2),
        ("the eve of the feast marking the end of Ramadan", "2016-07-05~", 2),
        ("Christmas", "2015-12-25~", 1),
    ],
)  # fmt: skip
def test_time_words_are_counted_from_the_day_of_publication(words: str, edtf: str, precision: int) -> None:
    found = told(words)
    assert (found.edtf, found.precision) == (edtf, precision)


NO_DAY = (
    "recently", "so far", "since then", "for months", "the same day", "the previous day", "a day earlier", "now", "mid-morning",
    "in recent days", "the past months", "a few weeks ago", "over the last five months of her life",
    "several days after the vote", "the fall of the town", "the Arab Spring", "Ramadan al-Hasan", "31 Muharram 1438",
    "Ramadan 1650", "the following month", "may have", "six-year-old", "1900 GMT", "", "31 February", "32 May 2016",
    "30.13.2016",
)  # fmt: skip


@pytest.mark.parametrize("words", NO_DAY)
def test_words_that_name_no_day_of_their_own_give_none(words: str) -> None:
    assert when([words], SATURDAY) is None


def test_the_most_exact_of_several_words_decides() -> None:
    assert told("this month", "pre-dawn", "Wednesday").edtf == "2016-08-10"


def test_a_year_that_is_not_known_is_left_open() -> None:
    found = told("February 7", published=None)
    assert (found.edtf, found.earliest, found.latest, found.precision) == ("XXXX-02-07", None, None, 1)


def test_since_a_date_without_a_year_has_an_open_end() -> None:
    assert told("since February 7", published=None).edtf == "XXXX-02-07/.."


def test_a_season_without_a_year_stays_without_one_in_an_undated_report() -> None:
    assert told("later in the spring", published=None).edtf == "XXXX-21"
    assert told("the spring", ahead=True).edtf == "2017-21"


def test_an_islamic_month_may_begin_a_day_earlier_or_later() -> None:
    found = told("Ramadan 1438", published=None)
    assert (found.earliest, found.latest) == ("2017-05-26", "2017-06-25")


def test_a_feast_that_is_soon_is_meant_and_not_the_last_one() -> None:
    assert told("Christmas", published="2016-12-10").edtf == "2016-12-25~"
    assert told("Eid al-Adha", published="2016-09-05").edtf == "2016-09-11~/2016-09-14~"


def test_a_day_that_is_known_is_more_exact_than_one_without_a_year() -> None:
    assert told("February 7", "on 8 February 2018", published=None).edtf == "2018-02-08"


@pytest.mark.parametrize(
    "words",
    ["Eid al-Fitr", "the month of Ramadan", "two days ago", "Monday", "yesterday", "last month", "three days ago", "overnight"],
)
def test_a_relative_time_needs_a_day_to_count_from(words: str) -> None:
    assert when([words], None) is None


def test_what_it_was_counted_from_is_recorded() -> None:
    assert told("Monday").anchor == SATURDAY
    assert told("7 February 2018").anchor is None


def test_what_is_planned_lies_ahead() -> None:
    assert told("Monday", ahead=True).edtf == "2016-08-15"
    assert told("Saturday", ahead=True).edtf == "2016-08-13"
    assert told("January", ahead=True).edtf == "2017-01"
    assert told("August 10", ahead=True).edtf == "2017-08-10"


def test_a_month_under_way_ends_with_the_report() -> None:
    assert told("this month").latest == SATURDAY
    assert told("in August").latest == SATURDAY


def test_a_weekday_that_does_not_fit_the_date_makes_it_doubtful() -> None:
    assert told("Monday 10 August").edtf == "2016-08-10?"


def test_the_day_after_publication_is_still_this_year() -> None:
    assert told("January 1", published="2016-12-31").edtf == "2017-01-01"


def test_the_twenty_ninth_of_february_is_in_a_leap_year_or_unknown() -> None:
    assert told("February 29").edtf == "2016-02-29"
    assert told("February 29", published="2015-08-13").edtf == "XXXX-02-29"


def test_digits_either_way_round_are_read_by_the_report_s_date() -> None:
    assert told("09-08-2016").edtf == "2016-08-09"
    assert when(["03-05-2016"], SATURDAY) is None
    assert told("03.05.2016").edtf == "2016-05-03"


def test_a_time_that_ends_before_it_begins_is_turned_round_and_doubtful() -> None:
    found = told("between 18 May 2016 and 27 April 2016")
    assert (found.edtf, found.earliest, found.latest) == ("2016-04-27?/2016-05-18?", "2016-04-27", "2016-05-18")


def test_what_begins_after_the_report_has_no_end() -> None:
    assert told("since December 2016").edtf == "2016-12/.."


WORDS = (
    "last", "next", "this", "past", "three", "31", "29", "February", "2016", "May", "Monday", "since", "between", "and", "to",
    "early", "late", "of", "week", "year", "ago", "days", "the", "5-6", "overnight", "after", "before", "month", "1980s",
    "spring", "Ramadan", "1438", "Eid al-Fitr", "nearly", "decade", "a", "following", "by", "end of",
)  # fmt: skip
DAYS = st.dates(date(1900, 1, 1), date(2049, 12, 31)).map(str) | st.none()


@given(st.text(max_size=60), DAYS, st.booleans())
def test_no_words_make_it_fail(words: str, published: str | None, ahead: bool) -> None:
    when([words], published, ahead)


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), DAYS, st.booleans())
def test_no_mixture_of_time_words_makes_it_fail_or_end_before_it_begins(words: str, published: str | None, ahead: bool) -> None:
    found = when([words], published, ahead)
    if found and found.earliest and found.latest:
        assert found.earliest <= found.latest
