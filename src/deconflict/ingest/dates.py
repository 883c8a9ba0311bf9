"""Dates as people and programs write them, read only where they can be read in one way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from typing import Literal

DayOrder = Literal["day first", "month first"]

_ISO = re.compile(r"\s*(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s].*)?", re.ASCII | re.DOTALL)
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T.*)?\s*", re.ASCII)
_NUMERIC = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:,?[T\s].*)?", re.ASCII | re.DOTALL)
_NAMED = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_LONGEST = 60  # characters; "Wednesday, 27 September 2017 10:15:00 +0300" has 43, and what is much longer is prose
_EPOCH = date(1970, 1, 1)  # what programs write for "no date"; no report dates itself there
_LOOKED_AT = 100  # a column without a numeric date among its first cells is taken to have none


def is_iso_date(words: str) -> bool:
    """Whether `words` are a day of the calendar written YYYY-MM-DD."""
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", words, re.ASCII) is not None and iso_date(words) == words


def iso_date(words: str, order: DayOrder | None = None) -> str | None:
    """The day that `words` name, as YYYY-MM-DD in the writer's own time zone; None if they name none or could name two.

    `4/5/2017` is two days unless `order` says which number is the day; `23/5/2017` is one.
    """
    if match := _ISO.fullmatch(words):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _COMPACT.fullmatch(words):
        return _day(*map(int, match.groups()))
    if match := _NUMERIC.fullmatch(words):
        first, second, year = map(int, match.groups())
        return _numeric_day(first, second, year, order)
    return _named_day(words) if len(words) <= _LONGEST else None


def day_order(cells: Iterable[str]) -> DayOrder | None:
    """How a column writes its numeric dates, told by those that can only be read one way; None if none can, or they disagree."""
    cells = iter(cells)
    seen = [match.groups() for cell in islice(cells, _LOOKED_AT) if (match := _NUMERIC.fullmatch(cell))]
    if not seen:
        return None
    seen.extend(match.groups() for cell in cells if (match := _NUMERIC.fullmatch(cell)))
    day_first = any(int(first) > 12 for first, _, _ in seen)
    month_first = any(int(second) > 12 for _, second, _ in seen)
    if day_first == month_first:
        return None
    return "day first" if day_first else "month first"


def is_ambiguous(words: str) -> bool:
    """Whether `words` are a date that names one day if read day first and another if read month first."""
    days = {iso_date(words, "day first"), iso_date(words, "month first")}
    return iso_date(words) is None and len(days) == 2 and None not in days


def _numeric_day(first: int, second: int, year: int, order: DayOrder | None) -> str | None:
    readings = {"day first": _day(year, second, first), "month first": _day(year, first, second)}
    if order:
        return readings[order]
    days = {day for day in readings.values() if day}
    return days.pop() if len(days) == 1 else None


def _named_day(words: str) -> str | None:
    """A date with its month in letters. Parsed upon two different days: where the results differ, `words` left a part out."""
    if not (_NAMED.search(words) and _YEAR.search(words)):
        return None
    from dateutil import parser  # type: ignore[import-untyped]

    try:
        days = {parser.parse(words, default=day, ignoretz=True).date() for day in (datetime(2000, 1, 1), datetime(2001, 2, 2))}
    except (ValueError, OverflowError):
        return None
    day = days.pop()
    return None if days else _day(day.year, day.month, day.day)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        named = date(year, month, day)
    except ValueError:
        return None
    return named.isoformat() if 1900 <= year <= 2100 and named != _EPOCH else None
