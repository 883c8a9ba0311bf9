"""When: time words and the day they are counted from, to a time in EDTF.

The rules are tried in order, the plainest first; the first that applies decides. Words that name no time of their own ("then",
"the same day", "recently") give None, and so does a relative time in a report without a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import msgspec

from deconflict.record import When
from deconflict.resolve import edtf, spans_of_time
from deconflict.resolve.dates import LEAP_YEAR, MONTH, WEEKDAY, DateWords, dates_in, is_day, month_number, weekday_number


class Anchor(msgspec.Struct, frozen=True):
    """The day that relative times are counted from, None if not known; `ahead`: the event is told as yet to come."""

    day: date | None
    ahead: bool = False


_BEGAN = "began|begun|started|erupted|broke out|flared"
Rule = Callable[[str, Anchor], When | None]


def when(words: Sequence[str], published: str | None, ahead: bool = False) -> When | None:
    """The time that `words` (one entry for each time role) tell, in a report of that ISO date; the most exact one decides."""
    anchor = Anchor(date.fromisoformat(published[:10]) if published else None, ahead)
    told = [found for phrase in words if (found := _told(phrase, anchor))]
    return min(told, key=lambda found: found.precision, default=None)


def _told(phrase: str, anchor: Anchor) -> When | None:
    plain = " ".join(phrase.replace("’", "'").split())
    return next((found for rule in _RULES if (found := rule(plain, anchor))), None)


def _open_or_bounded(words: str, anchor: Anchor) -> When | None:
    """ "since X", "began in X", "until X", "between X and Y", "from X to Y"."""
    if match := re.search(rf"(?:\b(?:since|starting|beginning)|^(?:{_BEGAN}))\b(.+)", words, re.IGNORECASE):
        first = _told(match[1], anchor)
        return _up_to_anchor(first, anchor) if first else None
    if match := re.search(r"\b(?:between|from)\s+(.+?)\s+(?:and|to|until|till|through)\s+(.+)", words, re.IGNORECASE):
        return _from_to(match[1], match[2], anchor)
    if match := re.match(r"(?:until|till|before|by|up to|prior to)\s+(.+)", words, re.IGNORECASE):
        last = _told(match[1], anchor)
        return edtf.until(last) if last else None
    return None


def _up_to_anchor(first: When, anchor: Anchor) -> When:
    begun = anchor.day and first.earliest and first.earliest <= str(anchor.day)
    return edtf.from_to(first, edtf.of_day(anchor.day) if anchor.day and begun else None, anchor.day)


def _from_to(first_words: str, last_words: str, anchor: Anchor) -> When | None:
    last = _told(last_words, anchor)
    year = re.search(r"\b(?:19|20)\d\d\b", last_words)
    first = _told(first_words if re.search(r"\d{4}", first_words) or not year else f"{first_words} {year[0]}", anchor)
    if first and last and first.earliest and last.latest and first.earliest > last.latest:
        return edtf.doubtful(edtf.from_to(last, first))
    return edtf.from_to(first, last) if first and last else first or last


def _days_of_month(words: str, anchor: Anchor) -> When | None:
    """ "May 15-24", "5-6 April 2016"."""
    days = r"(?P<first>\d{1,2})\s*(?:-|–|to|and)\s*(?P<last>\d{1,2})"
    year = r"(?:[\s,]+(?P<year>(?:19|20)\d\d))?"
    match = re.search(
        rf"\b(?:{MONTH}\s+{days}|{days.replace('first', 'a').replace('last', 'b')}\s+{MONTH.replace('month', 'm')})\b{year}",
        words,
        re.IGNORECASE,
    )
    if not match:
        return None
    first, last = int(match["first"] or match["a"]), int(match["last"] or match["b"])
    month = month_number(match["month"] or match["m"])
    read = [DateWords(0, 0, int(match["year"]) if match["year"] else None, month, day) for day in (first, last)]
    if first >= last or not all(is_day(found.year or LEAP_YEAR, month, found.day or 0) for found in read):
        return None
    begin, end = (_dated(found, anchor) for found in read)
    return edtf.from_to(begin, end) if begin and end else None


def _part_of(words: str, anchor: Anchor) -> When | None:
    """ "early 2014", "late July", "the end of last year", "earlier this month"."""
    parts = {
        "early": "early",
        "start of": "early",
        "beginning of": "early",
        "mid": "mid",
        "middle of": "mid",
        "late": "late",
        "end of": "late",
    }
    period = rf"(?:in\s+|the\s+)?((?:{MONTH}|(?:19|20)\d\d|(?:last|this|next)\s+(?:month|year)).*)"
    match = re.search(rf"\b(early|mid|late|start of|beginning of|middle of|end of)[\s-]+{period}", words, re.IGNORECASE)
    whole = _told(match[2], anchor) if match else None
    return edtf.third(whole, parts[match[1].lower()]) if match and whole else None


def _season(words: str, _: Anchor) -> When | None:
    match = re.search(r"\b(spring|summer|autumn|fall|winter)(?: of)? ((?:19|20)\d\d)\b", words, re.IGNORECASE)
    return edtf.of_season(int(match[2]), match[1].lower()) if match else None


def _calendar(words: str, anchor: Anchor) -> When | None:
    """A date of the calendar, whole or in part; the year nearest the anchor where none is said."""
    if match := re.search(rf"\b{MONTH}\s+(?:of\s+)?(last|this|next) year\b", words, re.IGNORECASE):
        shift = {"last": -1, "this": 0, "next": 1}[match[2].lower()]
        return edtf.of_month(anchor.day.year + shift, month_number(match["month"]), anchor.day) if anchor.day else None
    found = sorted(dates_in(words), key=lambda read: (read.day is None, read.month is None))
    return _dated(found[0], anchor) if found else None


def _dated(read: DateWords, anchor: Anchor) -> When | None:
    if read.swapped:
        return _nearer(read, anchor)
    if read.year or not anchor.day or not read.month:
        return edtf.of_part(read.year, read.month, read.day)
    if read.day is None:
        return edtf.of_month(_year_of(read.month, anchor.day, anchor.ahead), read.month, anchor.day)
    day = _nearest(read.month, read.day, anchor.day, anchor.ahead)
    if day is None:
        return edtf.of_part(None, read.month, read.day)
    return edtf.of_day(day, anchor.day, "?" if read.weekday not in (None, day.weekday()) else "")


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
    return max((each for each in days if each <= today + timedelta(days=1)), default=None)


def _nearer(read: DateWords, anchor: Anchor) -> When | None:
    """Day and month in either order: the only reading within a month of the anchor and on the right side of it."""
    today = anchor.day
    readings = [day for day in (read.whole(), read.swapped) if day and today and abs((day - today).days) <= 31]
    fitting = [day for day in readings if today and (day >= today if anchor.ahead else day <= today)]
    return edtf.of_day(fitting[0]) if len(fitting) == 1 else None


def _weekdays(words: str, anchor: Anchor) -> When | None:
    """ "Monday": the last one up to the anchor, or the next for what is to come; several: from the first to the last."""
    if not anchor.day:
        return None
    named = re.finditer(rf"\b(?-i:(?=[A-Z])){WEEKDAY}(?:'?s)?\b", words, re.IGNORECASE)
    days = sorted({_weekday(weekday_number(name["weekday"]), words, anchor, anchor.day) for name in named})
    if not days:
        return None
    if len(days) == 1 and re.search(r"\bovernight\b|\bnight (?:to|into)\b", words, re.IGNORECASE):
        days.append(days[0] + timedelta(days=1))
    return edtf.of_days(days[0], days[-1], anchor.day)


def _weekday(number: int, words: str, anchor: Anchor, today: date) -> date:
    if anchor.ahead or re.search(r"\b(?:next|coming)\b", words, re.IGNORECASE):
        return today + timedelta(days=(number - today.weekday()) % 7 or (7 if "next" in words.lower() else 0))
    back = (today.weekday() - number) % 7
    return today - timedelta(days=back or (7 if re.search(r"\blast\b", words, re.IGNORECASE) else 0))


def _relative(words: str, anchor: Anchor) -> When | None:
    return spans_of_time.counted_from(anchor.day, words) if anchor.day else None


_RULES: tuple[Rule, ...] = (_open_or_bounded, _days_of_month, _season, _part_of, _calendar, _weekdays, _relative)
