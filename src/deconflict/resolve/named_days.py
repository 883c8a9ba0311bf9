"""Days and months by name: "7 February 2018", "February 7", "in August", "late Monday", "Thursday next week"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from deconflict.record import When
from deconflict.resolve import edtf
from deconflict.resolve.anchor import Anchor
from deconflict.resolve.dates import MONTH, WEEKDAY, DateWords, dates_in, is_day, month_number, weekday_number

_OF_A_YEAR = re.compile(
    rf"\b(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{MONTH}(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?(?:\s+of|\s*[-–,])?\s+(?P<which>last|this|next)\s+year\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?-i:(?=[A-Z])){WEEKDAY}(?:'?s)?\b", re.IGNORECASE)
_OF_A_WEEK = re.compile(r"\b(?P<which>last|next)\s+week\b", re.IGNORECASE)
_INTO_THE_NEXT = re.compile(r"\bovernight\b|\bnight (?:to|into)\b", re.IGNORECASE)
_YEARS = {"last": -1, "this": 0, "next": 1}
DAY = timedelta(days=1)


def of_calendar(words: str, anchor: Anchor) -> When | None:
    """A date of the calendar, whole or in part; the year nearest the anchor where none is said."""
    if (match := _OF_A_YEAR.search(words)) and anchor.day:
        return _in_year(
            anchor.day.year + _YEARS[match["which"].lower()], month_number(match["month"]), match["first"] or match["day"], anchor
        )
    found = sorted(dates_in(words), key=lambda read: (read.day is None, read.month is None))
    return dated(found[0], anchor) if found else None


def _in_year(year: int, month: int, day: str | None, anchor: Anchor) -> When | None:
    if day is None:
        return edtf.of_month(year, month, anchor.day)
    return edtf.of_day(date(year, month, int(day)), anchor.day) if is_day(year, month, int(day)) else None


def dated(read: DateWords, anchor: Anchor) -> When | None:
    """The time of a date as written, its year that of the anchor where none is said."""
    if read.swapped:
        return _nearer(read, anchor)
    if read.year or not read.month:
        return edtf.of_part(read.year, read.month, read.day)
    if not anchor.day:
        return _partly(read, anchor.year)
    if read.day is None:
        return edtf.of_month(_year_of(read.month, anchor.day, anchor.ahead), read.month, anchor.day)
    day = _nearest(read.month, read.day, anchor.day, anchor.ahead)
    if day is None:
        return edtf.of_part(None, read.month, read.day)
    return edtf.of_day(day, anchor.day, "?" if read.weekday not in (None, day.weekday()) else "")


def _partly(read: DateWords, year: int | None) -> When | None:
    """A date without a year, in a report without a day: of the year that a date beside it names, else of no known year."""
    if read.day and year and not is_day(year, read.month or 0, read.day):
        return None
    return edtf.of_part(year, read.month, read.day)


def _year_of(month: int, today: date, ahead: bool) -> int:
    """The year of the last such month up to today, or of the next one."""
    if ahead:
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def _nearest(month: int, day: int, today: date, ahead: bool) -> date | None:
    """The last such day up to tomorrow (time zones differ), or the next from today on; None if no year near has it."""
    days = [date(year, month, day) for year in (today.year - 1, today.year, today.year + 1) if is_day(year, month, day)]
    if ahead:
        return min((each for each in days if each >= today), default=None)
    return max((each for each in days if each <= today + DAY), default=None)


def _nearer(read: DateWords, anchor: Anchor) -> When | None:
    """Day and month in either order: the only reading within a month of the anchor and on the right side of it."""
    today = anchor.day
    readings = [day for day in (read.whole(), read.swapped) if day and today and abs((day - today).days) <= 31]
    fitting = [day for day in readings if today and (day >= today if anchor.ahead else day <= today)]
    return edtf.of_day(fitting[0]) if len(fitting) == 1 else None


def of_weekday(words: str, anchor: Anchor) -> When | None:
    """ "Monday": the last one up to the anchor, or the next for what is to come; several: from the first to the last."""
    if not anchor.day:
        return None
    days = sorted({_weekday(weekday_number(name["weekday"]), words, anchor.ahead, anchor.day) for name in _NAMED.finditer(words)})
    if not days:
        return None
    if len(days) == 1 and _INTO_THE_NEXT.search(words):
        days.append(days[0] + DAY)
    return edtf.of_days(days[0], days[-1], anchor.day)


def _weekday(number: int, words: str, ahead: bool, today: date) -> date:
    if match := _OF_A_WEEK.search(words):
        return today + (number - today.weekday()) * DAY + 7 * _YEARS[match["which"].lower()] * DAY
    if ahead or re.search(r"\b(?:next|coming)\b", words, re.IGNORECASE):
        return today + timedelta(days=(number - today.weekday()) % 7 or (7 if "next" in words.lower() else 0))
    back = (today.weekday() - number) % 7
    return today - timedelta(days=back or (7 if re.search(r"\blast\b", words, re.IGNORECASE) else 0))
