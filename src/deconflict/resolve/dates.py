"""Calendar dates as reports write them, whole or in part: "7 February 2018", "Jul 012016", "30-04-2016", "in August"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date

import msgspec

MONTHS = {name: at for at, names in enumerate(
    ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
     "sep sept september", "oct october", "nov november", "dec december"), start=1) for name in names.split()}  # fmt: skip
WEEKDAYS = {name: at for at, names in enumerate(
    ("mon monday", "tue tues tuesday", "wed wednesday", "thu thur thurs thursday", "fri friday", "sat saturday", "sun sunday")
) for name in names.split()}  # fmt: skip

MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>19\d\d|20[0-4]\d)(?!\d)"
WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"

LEAP_YEAR = 2000
"""Stands in for a year that is not said, so that 29 February stays possible."""

_FORMS = (
    rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    rf"\b{DAY}\s*(?:of\s+)?{MONTH}[\s,]*{YEAR}",
    rf"\b{MONTH}\s*{DAY}[\s,]+{YEAR}",
    rf"\b{MONTH}\s*(?P<day>\d\d){YEAR}",
    rf"(?<!\d)(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark){YEAR}",
    rf"\b{MONTH}\s*{DAY}(?![\d:]|\s*-\s*\d)\b",
    rf"\b(?<![\d:-]){DAY}\s*(?:of\s+)?{MONTH}",
    rf"\b{MONTH}[\s,]*(?:of\s+)?{YEAR}",
    rf"(?<![\d.,-])(?<!\bat )(?<!\bupdated ){YEAR}(?![\d,.]*\d|-\w| ?(?:UTC|GMT|hours|local time))",
    rf"\b(?-i:(?=[A-Z])){MONTH}",
)
_DATE = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_LAST_DAY = r"(?P<day>29|30|31)"
_LAST_DAYS = tuple(re.compile(form, re.IGNORECASE) for form in (
    rf"(?<![\d.,:-])\b{_LAST_DAY}(?:st|th)?\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?",
    rf"\b{MONTH}\s+{_LAST_DAY}(?:st|th)?(?:,?\s+{YEAR}|(?=\s*(?:[.,;)]|$)))",  # not "in June 31 people"
    rf"(?<![\d.-]){_LAST_DAY}(?P<mark>[./-])(?P<second>\d\d)(?P=mark){YEAR}",
))  # fmt: skip
_WEEKDAY_BEFORE = re.compile(rf"\b{WEEKDAY}[\s,]*$", re.IGNORECASE)


class DateWords(msgspec.Struct, frozen=True):
    """A date as written at `start:end`. None: not said. `weekday`: 0 Monday, if named before it.

    `swapped`: the same digits read with day and month the other way round, where both readings are possible dates.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    swapped: date | None = None

    def whole(self) -> date | None:
        """The calendar day, if year, month and day are said."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None


def dates_in(words: str) -> tuple[DateWords, ...]:
    """The dates in `words`, in order. What looks like a date and is none ("31 February") is left out as a whole."""
    taken: list[tuple[int, int]] = []
    found: list[DateWords] = []
    for form in _DATE:
        for match in form.finditer(words):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            if read := _read(match):
                found.append(read)
    return tuple(sorted(found, key=lambda read: read.start))


def no_dates_in(words: str) -> Iterator[tuple[int, int]]:
    """Where the calendar has no such day: "31 February", "June 31, 2016", "29 February 2015", "31.04.2016"."""
    for form in _LAST_DAYS:
        for match in form.finditer(words):
            parts = match.groupdict()
            year = int(parts["year"]) if parts.get("year") else LEAP_YEAR
            month = month_number(parts["month"]) if parts.get("month") else int(parts["second"])
            if 1 <= month <= 12 and not is_day(year, month, int(match["day"])):
                yield match.start(), match.start() + len(match[0].rstrip("."))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def month_number(name: str) -> int:
    """1..12 for a month's name or abbreviation."""
    return MONTHS[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """0 (Monday) .. 6 for a weekday's name or abbreviation."""
    return WEEKDAYS[name.lower().removesuffix("day")[:3]]


def _read(match: re.Match[str]) -> DateWords | None:
    parts = match.groupdict()
    read: Callable[[re.Match[str]], DateWords | None] = _read_digits if "first" in parts else _read_named
    return read(match)


def _read_named(match: re.Match[str]) -> DateWords | None:
    parts = match.groupdict()
    year, day = (int(parts[name]) if parts.get(name) else None for name in ("year", "day"))
    month = parts.get("month")
    number = None if not month else int(month) if month.isdigit() else month_number(month)
    if number is not None and not is_day(year or LEAP_YEAR, number, 1 if day is None else day):
        return None
    return DateWords(match.start(), match.end(), year, number, day, _weekday_before(match))


def _read_digits(match: re.Match[str]) -> DateWords | None:
    """Day first where both readings are possible; with dots it always is (no locale writes month.day.year)."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day_first = date(year, second, first) if is_day(year, second, first) else None
    month_first = date(year, first, second) if is_day(year, first, second) and match["mark"] != "." else None
    chosen = day_first or month_first
    if chosen is None:
        return None
    weekday = _weekday_before(match)
    other = month_first if day_first and month_first != day_first else None
    if other and weekday is not None and weekday in (chosen.weekday(), other.weekday()):
        chosen, other = (chosen if chosen.weekday() == weekday else other), None
    return DateWords(match.start(), match.end(), chosen.year, chosen.month, chosen.day, weekday, other)


def _weekday_before(match: re.Match[str]) -> int | None:
    before = _WEEKDAY_BEFORE.search(match.string, 0, match.start())
    return weekday_number(before["weekday"]) if before else None
