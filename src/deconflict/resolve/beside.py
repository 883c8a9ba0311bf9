"""Times told from another time: "two days after the blast", "the day before", "three days later", "the following month".

Only where the report gives the day they are counted from; that it is the one meant is a reading, so the time is marked doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from deconflict.record import When
from deconflict.resolve import edtf
from deconflict.resolve.anchor import Anchor, stem
from deconflict.resolve.spans_of_time import NUMBER_WORDS, number_of

Told = Callable[[str, Anchor], When | None]

_LEAD = r"(?:(?:just|only|about|around|some|nearly|almost|over|more than|less than|at least|or|\d+)\s+)*"
_COUNTED = re.compile(
    rf"^(?:in\s+)?(?P<lead>{_LEAD})(?:the\s+)?(?P<number>(?:{NUMBER_WORDS}|several|(?:a\s+)?few|many|a\s+couple\s+of)\s+)?"
    r"(?P<unit>hour|day|night|week|month|year)s?\s+"
    r"(?P<way>after|before|following|prior to|later|earlier|since|previously)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_NEXT_TO = re.compile(
    r"\b(?P<which>same|previous|preceding|following)\s+(?P<unit>day|night|evening|morning|week|month|year)\b"
    r"|\bthe\s+(?P<which2>next)\s+(?P<unit2>day|night|evening|morning)\b"
    r"|\bthat\s+(?:same\s+)?(?P<that>day|night|evening|morning|month|year)\b"
    r"|\b(?:earlier|later) in the (?P<within>day|month|year)\b"
    r"|^(?:on\s+)?the (?P<beside>day|night) (?P<side>before|after)$",
    re.IGNORECASE,
)
_IS_OF_TODAY = re.compile(r"\bthe day (before yesterday|after tomorrow)\b", re.IGNORECASE)
_THE_EVENT = re.compile(
    r"^\s*(?:the\s+(?:start|beginning|launch|outbreak)\s+of\s+)?(?:the|that|this|those|these)\s+(?P<name>(?:[\w'’-]+\s*){1,4})",
    re.IGNORECASE,
)
_BACK = frozenset({"before", "prior to", "earlier", "previously"})
_DAY = timedelta(days=1)


def is_beside(words: str) -> bool:
    """Whether the words tell a time from another one."""
    return bool(_COUNTED.match(words) or _NEXT_TO.search(words) or _IS_OF_TODAY.search(words))


def beside(words: str, anchor: Anchor, told: Told) -> When | None:
    """The time so told; None where the other one is not known, or how far from it."""
    if match := _IS_OF_TODAY.search(words):
        shift = -2 if match[1].lower().startswith("before") else 2
        return edtf.of_day(anchor.day + shift * _DAY, anchor.day) if anchor.day else None
    if match := _COUNTED.match(words):
        return _counted(match, anchor, told)
    match = _NEXT_TO.search(words)
    return _next_to(match, anchor.told) if match else None


def _counted(match: re.Match[str], anchor: Anchor, told: Told) -> When | None:
    rest = match["rest"].strip()
    start = _day_of(rest, anchor, told) if rest else _only_day(anchor.told)
    number = _exactly(match["number"])
    unit = match["unit"].lower()
    if start is None or number is None or (match["lead"].strip() and unit != "hour") or unit in ("month", "year"):
        return None
    if unit == "hour":
        return edtf.of_day(start, start, "?") if number < 12 or not match["number"] else None
    way = -1 if match["way"].lower() in _BACK else 1
    days = number * (7 if unit == "week" else 1)
    return edtf.of_day(start + way * days * _DAY, start, "?")


def _exactly(words: str | None) -> int | None:
    """The number; None for "several" and "a few"."""
    if words is None:
        return 1
    return number_of(words.strip()) if re.fullmatch(NUMBER_WORDS, words.strip(), re.IGNORECASE) else None


def _day_of(rest: str, anchor: Anchor, told: Told) -> date | None:
    """The day of what the rest names: a date of its own, else an event whose day the report gives."""
    if day := _only_day(told(rest, anchor)):
        return day
    named = _THE_EVENT.match(rest)
    stems = (stem(word) for word in named["name"].split()) if named else ()
    return next((anchor.events[each] for each in stems if each in anchor.events), None)


def _next_to(match: re.Match[str], last: When | None) -> When | None:
    """ "the same day", "the following month": counted from the time told last."""
    unit = (match["unit"] or match["unit2"] or match["that"] or match["within"] or match["beside"]).lower()
    which = (match["which"] or match["which2"] or match["side"] or "same").lower()
    step = {"previous": -1, "preceding": -1, "before": -1, "next": 1, "following": 1, "after": 1}.get(which, 0)
    if unit == "month":
        return _month_beside(last, step)
    day = _only_day(last)
    if day is None or unit in ("week", "year"):
        return None
    return edtf.of_day(day + step * _DAY, day, "?")


def _month_beside(last: When | None, step: int) -> When | None:
    found = re.match(r"(\d{4}|XXXX)-(\d\d)(?!\d)", last.edtf) if last else None
    if not found or int(found[2]) > 12:
        return None
    months = int(found[2]) - 1 + step
    if found[1] == "XXXX":
        return edtf.of_part(None, months % 12 + 1, None)
    return edtf.of_month(int(found[1]) + months // 12, months % 12 + 1)


def _only_day(when: When | None) -> date | None:
    return date.fromisoformat(when.earliest) if when and when.earliest and when.earliest == when.latest else None
