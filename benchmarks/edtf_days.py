"""The days that a time in EDTF spans, read apart from the program that is measured with it."""

from __future__ import annotations

import calendar
import re
from datetime import date

_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


def bare(edtf: str) -> str:
    """Without marks of doubt."""
    return re.sub(r"[~?%]", "", edtf)


def is_about(edtf: str) -> bool:
    """Whether the time, or an end of it, is approximate."""
    return "~" in edtf


def days(edtf: str) -> tuple[date, date] | None:
    """First and last day; None if an end is open or the year is not known."""
    first, _, last = bare(edtf).partition("/")
    begun, ended = _days(first), _days(last or first)
    return (begun[0], ended[1]) if begun and ended else None


def _days(edtf: str) -> tuple[date, date] | None:
    if match := re.fullmatch(r"(\d{1,3})X{1,3}", edtf):
        return date(int(match[0].replace("X", "0")), 1, 1), date(int(match[0].replace("X", "9")), 12, 31)
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", edtf):
        return None
    year, month, day = (*(int(part) for part in edtf.split("-")), 0, 0)[:3]
    if month in _SEASONS:
        first = _SEASONS[month]
        end_year, end = (year, first + 2) if first < 12 else (year + 1, 2)
        return date(year, first, 1), date(end_year, end, calendar.monthrange(end_year, end)[1])
    if day:
        return date(year, month, day), date(year, month, day)
    last = calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, 1), date(year, month or 12, last)
