"""Times told by their distance from today: "yesterday", "last month", "three days ago", "in the past 24 hours"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from deconflict.record import Quantity, When
from deconflict.resolve import edtf

DAY = timedelta(days=1)

Teller = Callable[[date, re.Match[str]], When | None]
"""From today and what a pattern found to the time it tells."""

NUMBER_WORDS = r"a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}"
_NUMBER = rf"(?P<number>(?:the|{NUMBER_WORDS})(?=[\s-]))?"
_UNIT = r"(?P<unit>hour|day|night|week|month|year|decade)(?P<many>s?)"
_LOOSE = re.compile(r"\b(?:about|around|roughly|some)\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:nearly|almost|less than|under)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:over|more than)\b", re.IGNORECASE)
_DAYS_IN = {"hour": 0, "day": 1, "night": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}

_AGO = re.compile(rf"\b{_NUMBER}\s*{_UNIT}\s+ago\b", re.IGNORECASE)
_PAST = re.compile(rf"\b(?:past|last)\s+{_NUMBER}[\s-]*{_UNIT}\b", re.IGNORECASE)
_ROLLING = re.compile(
    rf"\b(?:over|in|during|for|within|throughout)\s+the\s+(?:past|last)\s+{_NUMBER}[\s-]*{_UNIT}\b", re.IGNORECASE
)
_OF_A_LIFE = re.compile(r"\s+of (?:his|her|its|their|my|our)\b", re.IGNORECASE)
_CALENDAR = re.compile(
    r"\b(?P<which>this|last|next|past|current|coming)\s+(?P<unit>weekend|week|month|year)\b"
    r"|(?<!the )\b(?P<which2>last|next)\s+(?P<unit2>week|month|year)s\b",  # "next months vote", its apostrophe lost
    re.IGNORECASE,
)
_NEXT = re.compile(rf"\b(?:next|coming)\s+{_NUMBER}[\s-]*{_UNIT}\b", re.IGNORECASE)
_FEW_HOURS = r"\b(?:past|last|next|coming)\s+(?:few\s+)?hours\b"
_WAR = r"(?:war|conflict|uprising|crisis|revolution|revolt|unrest|insurgency|fighting|violence|turmoil|bloodshed)"
_LASTING = re.compile(
    rf"\b{_NUMBER}(?:-and-a-half)?[\s-]*(?P<unit>year|month)s?(?:-long|-old)?\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?{_WAR}\b",
    re.IGNORECASE,
)
_START = re.compile(r"\b(?:start|beginning) of the (?P<unit>week|month|year)\b", re.IGNORECASE)


def counted_from(today: date, words: str) -> When | None:
    """The time that `words` tell on the day `today`; None if they name none or only a vague one ("recently", "for months")."""
    for pattern, tell in _RULES:
        if match := pattern.search(words):
            return tell(today, match)
    return None


def _calendar_unit(today: date, match: re.Match[str]) -> When | None:
    which, unit = (match["which"] or match["which2"]).lower(), (match["unit"] or match["unit2"]).lower()
    step = {"this": 0, "current": 0, "last": -1, "past": -1, "next": 1, "coming": 1}[which]
    if unit == "weekend":
        return _weekend(today, max(step, 0))
    if which == "past":
        return _past(today, 1, unit)
    whole = (
        _week(today, step)
        if unit == "week"
        else edtf.of_year(today.year + step, today)
        if unit == "year"
        else _month(today, step)
    )
    return _rest_of(unit, today) if step == 0 and re.search(r"\blater\b", match.string, re.IGNORECASE) else whole


def _rest_of(unit: str, today: date) -> When:
    """What is left of this week, month or year."""
    sunday, december = today + (6 - today.weekday()) * DAY, date(today.year, 12, 31)
    month_end = today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return edtf.of_days(today, {"week": sunday, "month": month_end, "year": december}[unit], today)


def _weekend(today: date, step: int) -> When:
    """The Saturday and Sunday that include or precede today, or the next ones."""
    saturday = today - ((today.weekday() - 5) % 7) * DAY + 7 * step * DAY
    return edtf.of_days(saturday, saturday + DAY, today)


def _week(today: date, step: int) -> When:
    """A week from Monday to Sunday; the present one up to today."""
    monday = today - today.weekday() * DAY + 7 * step * DAY
    return edtf.of_days(monday, today if step == 0 else monday + 6 * DAY, today)


def _month(today: date, step: int) -> When:
    months = today.year * 12 + today.month - 1 + step
    return edtf.of_month(months // 12, months % 12 + 1, today)


def _past_span(today: date, match: re.Match[str]) -> When | None:
    number, unit = number_of(match["number"]), match["unit"].lower()
    if number is None or (match["number"] is None and match["many"]) or _OF_A_LIFE.match(match.string, match.end()):
        return None
    if unit == "hour" and number <= 24:
        return edtf.about(today - DAY, today, today, today)
    return _past_days(today, -(-number // 24)) if unit == "hour" else _past(today, number, unit)


def _past(today: date, number: int, unit: str) -> When | None:
    """The last so many days, weeks, months, years or decades; the longer ones begin about then."""
    if unit in ("year", "decade"):
        years = number * (10 if unit == "decade" else 1)
        begun = edtf.roughly(edtf.of_year(today.year - years)) if 0 < years < today.year else None
        return edtf.from_to(begun, edtf.of_day(today), today) if begun else None
    return _past_days(today, number * _DAYS_IN[unit])


def _next_span(today: date, match: re.Match[str]) -> When | None:
    number, unit = number_of(match["number"]), match["unit"].lower()
    if number is None or (match["number"] is None and match["many"]) or unit in ("year", "decade"):
        return None
    days = max(1, number // 24) if unit == "hour" else number * _DAYS_IN[unit]
    return edtf.of_days(today, today + days * DAY, today)


def _lasting(today: date, match: re.Match[str]) -> When | None:
    """ "the six-year conflict": from about so long ago up to today."""
    number = number_of(match["number"])
    if number is None or match["number"] is None or number >= today.year:
        return None
    months = today.year * 12 + today.month - 1 - number
    begun = edtf.of_year(today.year - number) if match["unit"].lower() == "year" else edtf.of_month(months // 12, months % 12 + 1)
    return edtf.from_to(edtf.roughly(begun), edtf.of_day(today), today)


def _start(today: date, match: re.Match[str]) -> When:
    """ "the beginning of the year": its first day."""
    monday = today - today.weekday() * DAY
    first = {"week": monday, "month": today.replace(day=1), "year": date(today.year, 1, 1)}[match["unit"].lower()]
    return edtf.of_day(first, today)


def _past_days(today: date, days: int) -> When:
    return edtf.of_days(today - days * DAY, today, today)


def _ago(today: date, match: re.Match[str]) -> When | None:
    number, unit = number_of(match["number"]), match["unit"].lower()
    if match["number"] is None and match["many"]:
        return None  # "a few weeks ago"
    if number is None or unit == "hour":
        return edtf.of_day(today, today) if unit == "hour" and (number or 0) < 12 else None
    before = match.string[: match.start()]
    if unit in ("year", "decade"):
        return _years_ago(today, number * (10 if unit == "decade" else 1), before)
    if unit in ("day", "night"):
        return _near(today, number, 1) if _LOOSE.search(before) else edtf.of_day(today - number * DAY, today)
    return _near(today, 7 * number, 3 + 2 * _is_loose(before)) if unit == "week" else _near(today, 30 * number, 15)


def _is_loose(words: str) -> bool:
    return any(pattern.search(words) for pattern in (_LOOSE, _LESS, _MORE))


def _years_ago(today: date, number: int, before: str) -> When | None:
    """That year; "nearly six years ago" in the half year after that day, "more than six" in the year before it."""
    if not 0 < number < today.year - 1:
        return None
    if _LESS.search(before) or _MORE.search(before):
        first, last = (0, 6) if _LESS.search(before) else (-12, 0)
        start = 12 * (today.year - number) + today.month - 1
        begin, end = (edtf.of_month((start + shift) // 12, (start + shift) % 12 + 1) for shift in (first, last))
        return edtf.both_roughly(edtf.from_to(begin, end, today))
    return edtf.of_year(today.year - number, None) if number > 1 else _near(today, 365, 45)


def _near(today: date, days: int, margin: int) -> When:
    """About so many days ago, give or take `margin` days, and not after today."""
    middle = today - days * DAY
    return edtf.about(middle - margin * DAY, middle, min(middle + margin * DAY, today), today)


def number_of(words: str | None) -> int | None:
    """The number that words say; "a", "the" and no word at all are one."""
    if words is None or words.lower() in ("a", "an", "the", "one"):
        return 1
    quantity = Quantity.of(words)
    return quantity.low if quantity else None


def _fixed(pattern: str, tell: Callable[[date], When]) -> tuple[re.Pattern[str], Teller]:
    """A rule whose time does not depend on what the pattern found."""
    return re.compile(pattern, re.IGNORECASE), lambda today, _: tell(today)


_RULES: tuple[tuple[re.Pattern[str], Teller], ...] = (
    (_AGO, _ago),
    _fixed(r"\byesterday", lambda today: edtf.of_day(today - DAY, today)),
    _fixed(r"\btomorrow\b", lambda today: edtf.of_day(today + DAY, today)),
    _fixed(r"\b(?:overnight|last night)\b", lambda today: edtf.of_days(today - DAY, today, today)),
    _fixed(r"\btoday|\btonight\b|\bthis (?:morning|afternoon|evening)\b", lambda today: edtf.of_day(today, today)),
    (_START, _start),
    (_LASTING, _lasting),
    (_ROLLING, _past_span),
    (_CALENDAR, _calendar_unit),
    (_PAST, _past_span),
    (_NEXT, _next_span),
    _fixed(_FEW_HOURS, lambda today: edtf.roughly(edtf.of_day(today, today))),
    _fixed(r"\b(?:at|over|during) the weekend\b", lambda today: _weekend(today, 0)),
)
