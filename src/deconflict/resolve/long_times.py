"""Seasons, decades, and several days or years of the calendar: "spring 2015", "the early 1980s", "May 15-24", "1970-1974"."""

from __future__ import annotations

import re
from datetime import date

from deconflict.record import When
from deconflict.resolve import edtf
from deconflict.resolve.anchor import Anchor
from deconflict.resolve.dates import LEAP_YEAR, MONTH, DateWords, is_day, month_number
from deconflict.resolve.named_days import dated

_FIRST_AND_LAST = r"(?P<first>\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|to|and)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_DAYS = re.compile(
    rf"\b(?:{MONTH}\s+{_FIRST_AND_LAST}|{_FIRST_AND_LAST.replace('first', 'a').replace('last', 'b')}\s+(?:of\s+)?"
    rf"{MONTH.replace('month', 'm')})(?![\w:])(?:[\s,]+(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d-])(?P<first>(?:18|19|20)\d\d)\s*[-–]\s*(?P<last>(?:18|19|20)\d\d)(?![\d-])")
_NAMES = "spring|summer|autumn|winter"
_SEASON = re.compile(rf"\b(?P<season>{_NAMES}|fall)(?: of)? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_SEASON_OF = re.compile(rf"\b(?P<season>{_NAMES})(?: of)? (?P<which>last|this|next) year\b", re.IGNORECASE)
_SEASON_ALONE = re.compile(
    rf"(?<!arab )\b(?:(?P<which>last|this|next)\s+(?P<season>{_NAMES}|fall)|(?:the\s+)?(?P<alone>{_NAMES}))$", re.IGNORECASE
)
_DECADE = re.compile(
    r"(?<![\d.,])(?:(?P<part>early|mid|late)[\s-]+)?(?:the\s+)?(?:(?P<century>1[89]|20)\d0['’]?s|['’]?[2-9]0['’]s)\b"
    r"|\b(?:the\s+)(?:(?P<part2>early|mid|late)[\s-]+)?['’]?[2-9]0s\b",
    re.IGNORECASE,
)
_THIRDS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def of_days_of_month(words: str, anchor: Anchor) -> When | None:
    """ "May 15-24", "5-6 April 2016"."""
    match = _DAYS.search(words)
    if not match:
        return None
    first, last = int(match["first"] or match["a"]), int(match["last"] or match["b"])
    month = month_number(match["month"] or match["m"])
    read = [DateWords(0, 0, int(match["year"]) if match["year"] else None, month, day) for day in (first, last)]
    if first >= last or not all(is_day(found.year or LEAP_YEAR, month, found.day or 0) for found in read):
        return None
    begin, end = (dated(found, anchor) for found in read)
    return edtf.from_to(begin, end) if begin and end else None


def of_years(words: str, _: Anchor) -> When | None:
    """ "1970-1974"."""
    match = _YEARS.search(words)
    if not match or match["first"] >= match["last"]:
        return None
    return edtf.from_to(edtf.of_year(int(match["first"])), edtf.of_year(int(match["last"])))


def of_decade(words: str, _: Anchor) -> When | None:
    """ "the 1980s", "the early 80's"; without a century that of the last one, since reports tell of what was."""
    match = _DECADE.search(words)
    if not match:
        return None
    digits = re.search(r"\d+", match[0])
    decade = int(digits[0]) if digits else 0
    first = decade if match["century"] else 1900 + decade
    part = (match["part"] or match["part2"] or "").lower()
    if not part:
        return edtf.of_decade(first)
    begin, end = (edtf.of_year(first + offset) for offset in _THIRDS[part])
    return edtf.both_roughly(edtf.from_to(begin, end))


def of_season(words: str, anchor: Anchor) -> When | None:
    """ "spring 2015", "last summer", "late spring last year"; without a year the last that has begun, or the next."""
    if match := _SEASON.search(words):
        return edtf.of_season(int(match["year"]), match["season"].lower())
    if match := _SEASON_OF.search(words):
        shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
        return edtf.of_season(anchor.day.year + shift, match["season"].lower()) if anchor.day else None
    match = _SEASON_ALONE.search(words)
    if not match:
        return None
    season = (match["season"] or match["alone"]).lower()
    if not anchor.day:
        return edtf.of_season(None, season) if match["alone"] else None
    return edtf.of_season(_year_of(season, match["which"], anchor.day, anchor.ahead), season)


def _year_of(season: str, which: str | None, today: date, ahead: bool) -> int:
    """The year in which the season begins that is meant on the day `today`."""
    spans = {year: edtf.of_season(year, season) for year in range(today.year - 2, today.year + 2)}
    begun = [year for year, span in spans.items() if (span.earliest or "") <= str(today)]
    over = [year for year, span in spans.items() if (span.latest or "") < str(today)]
    word = (which or "").lower()
    if word == "next" or (ahead and word != "last"):
        return max(over if word != "next" else begun) + 1
    return max(over) if word == "last" else max(begun)
