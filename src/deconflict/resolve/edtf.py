"""Times in Extended Date/Time Format (ISO 8601-2, level 1) with the days they span."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec

from deconflict.record import When

SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "fall": (23, 9), "winter": (24, 12)}
"""Name -> EDTF's number and the first month, north of the equator."""

_PRECISION_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4))
"""The longest span in days of each precision, as UCDP GED date_prec; whatever is longer has 5."""


def of_day(day: date, anchor: date | None = None, mark: str = "") -> When:
    """One day. `mark`: "~" about, "?" doubtful. `anchor`: the day it was counted from, if it was."""
    return When(f"{day}{mark}", str(day), str(day), 1, _said(anchor))


def of_month(year: int, month: int, anchor: date | None = None) -> When:
    """A calendar month; up to the anchor, if that lies in it."""
    return _whole(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), anchor)


def of_year(year: int, anchor: date | None = None) -> When:
    """A calendar year; up to the anchor, if that lies in it."""
    return _whole(f"{year:04}", date(year, 1, 1), date(year, 12, 31), anchor)


def of_decade(first: int) -> When:
    """The ten years from `first` on."""
    return When(f"{first // 10:03}X", f"{first:04}-01-01", f"{first + 9:04}-12-31", 5)


def of_season(year: int | None, season: str) -> When:
    """A season of the northern half of the earth; winter begins in `year`. None: the year is not known."""
    number, month = SEASONS[season]
    if year is None:
        return When(f"XXXX-{number}", None, None, 5)
    end_year, end_month = (year, month + 2) if month < 12 else (year + 1, 2)
    first, last = date(year, month, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    return When(f"{year:04}-{number}", str(first), str(last), 5)


def of_days(first: date, last: date, anchor: date | None = None) -> When:
    """All days `first..last`, both inclusive."""
    if first == last:
        return of_day(first, anchor)
    return When(f"{first}/{last}", str(first), str(last), span_precision(first, last), _said(anchor))


def about(first: date, middle: date, last: date, anchor: date) -> When:
    """About `middle`, certainly within `first..last`."""
    return When(f"{middle}~", str(first), str(last), span_precision(first, last), _said(anchor))


def of_part(year: int | None, month: int | None, day: int | None) -> When | None:
    """What is said of a date: day, month or year; `XXXX-02-07` where the year is not known. None for less than that."""
    if year and month and day:
        return of_day(date(year, month, day))
    if year and month:
        return of_month(year, month)
    if year:
        return of_year(year)
    if month and day:
        return When(f"XXXX-{month:02}-{day:02}", None, None, 1)
    return When(f"XXXX-{month:02}", None, None, 4) if month else None


def from_to(first: When, last: When | None, anchor: date | None = None) -> When:
    """The time from `first` to `last`; None: its end is not known."""
    edtf = f"{_start(first.edtf)}/{_end(last.edtf) if last else '..'}"
    latest = last.latest if last else None
    known = span_precision(date.fromisoformat(first.earliest), date.fromisoformat(latest)) if first.earliest and latest else 5
    return When(edtf, first.earliest, latest, known, _said(anchor) or first.anchor)


def doubtful(when: When) -> When:
    """The same time, marked as uncertain."""
    return msgspec.structs.replace(when, edtf=when.edtf.replace("/", "?/") + "?")


def roughly(when: When) -> When:
    """The same time, marked as approximate."""
    return msgspec.structs.replace(when, edtf=when.edtf + "~")


def both_roughly(when: When) -> When:
    """The same time, marked as approximate at either end."""
    return msgspec.structs.replace(when, edtf=when.edtf.replace("/", "~/") + "~")


def last_day(whole: When) -> When:
    """The last day of a month or year; of anything else the whole."""
    year, _, month = whole.edtf.partition("-")
    if not year.isdigit() or len(whole.edtf) not in (4, 7) or (month and int(month) > 12):
        return whole
    last = date(int(year), int(month or 12), calendar.monthrange(int(year), int(month or 12))[1])
    return of_day(last)


def until(last: When) -> When:
    """Some time up to `last`."""
    return When(f"../{_end(last.edtf)}", None, last.latest, 5, last.anchor)


def third(whole: When, part: str) -> When:
    """The "early", "mid" or "late" third of a week, a month or a year whose days are known; of anything else about the whole."""
    at = {"early": 0, "mid": 1, "late": 2}[part]
    year, _, month = whole.edtf.partition("-")
    if len(whole.edtf) == 4 and year.isdigit():
        return from_to(of_month(int(year), 4 * at + 1), of_month(int(year), 4 * at + 4), None)
    if len(whole.edtf) == 7 and year.isdigit() and int(month) <= 12:
        last = (10, 20, calendar.monthrange(int(year), int(month))[1])[at]
        return of_days(date(int(year), int(month), 10 * at + 1), date(int(year), int(month), last))
    return _third_of_week(whole, at) if _is_week(whole) else whole


def _is_week(when: When) -> bool:
    return bool("/" in when.edtf and when.earliest and when.latest and when.precision <= 3 and _days_of(when)[0].weekday() == 0)


def _third_of_week(week: When, at: int) -> When:
    """Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday; not after the week's last known day."""
    monday, end = _days_of(week)
    first, last = (monday + timedelta(days=offset) for offset in ((0, 2), (1, 3), (3, 6))[at])
    return of_days(first, min(last, end)) if first <= end else week


def _days_of(when: When) -> tuple[date, date]:
    return date.fromisoformat(when.earliest or ""), date.fromisoformat(when.latest or "")


def span_precision(first: date, last: date) -> int:
    """1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer."""
    days = (last - first).days + 1
    return next((precision for longest, precision in _PRECISION_DAYS if days <= longest), 5)


def _whole(edtf: str, first: date, last: date, anchor: date | None) -> When:
    until_anchor = min(last, anchor) if anchor and first <= anchor else last
    return When(edtf, str(first), str(until_anchor), span_precision(first, last), _said(anchor))


def _said(anchor: date | None) -> str | None:
    return str(anchor) if anchor else None


def _start(edtf: str) -> str:
    return edtf.partition("/")[0]


def _end(edtf: str) -> str:
    return edtf.rpartition("/")[2]
