"""The day a report was published: given by the user, else its own dateline, else metadata, else its URL.

The dateline outranks metadata because it is the report's own word; a table's date column has been seen to name the day of the
event, or of the download. Digits that may be read day first or month first are decided by what else the report says, or left
undecided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from deconflict.record import Block, Report
from deconflict.record.report import PublishedFrom
from deconflict.resolve.dates import DAY, MONTH, WEEKDAY, DateWords, dates_in, is_day, month_number, weekday_number

NEAR_DAYS = 3
"""How far the two readings of ambiguous digits may lie from a date that decides between them."""

CENTURY_FROM = 50
"""Years of two digits from here on are of the last century: wires wrote them so up to the nineties."""

_SHORT_YEAR = re.compile(rf"\b{DAY}\s+{MONTH}\s+(?P<short>\d\d)(?=\s*(?:\(|--|[–—]|$))", re.IGNORECASE | re.MULTILINE)
_URL_DATE = re.compile(
    rf"[/._=-](?P<year>(?:19|20)\d\d)(?P<mark>[/-]?)(?:(?P<digits>\d\d)|{MONTH})(?P=mark)(?P<day>\d{{1,2}})(?!\d)", re.IGNORECASE
)


class Published(msgspec.Struct, frozen=True):
    """An ISO date and where it was found."""

    day: str
    found_in: PublishedFrom


def published(report: Report) -> Published | None:
    """When the report was published; None if nothing in it says so for certain."""
    metadata = iso_day(report.published)
    if metadata and report.published_from == "given":
        return Published(metadata, "given")
    url = _url_day(report.url)
    if dateline := _dateline_day(report, [day for day in (metadata, url) if day]):
        return Published(dateline, "dateline")
    if metadata:
        return Published(metadata, report.published_from or "metadata")
    return Published(url, "url") if url else None


def iso_day(words: str | None) -> str | None:
    """The day of an ISO date or date-time, or of a date written out; None if it is none."""
    if not words:
        return None
    found = dates_in(words[:10]) or dates_in(words)
    day = found[0].whole() if found and not found[0].swapped else None
    return str(day) if day else None


def _dateline_day(report: Report, other_days: list[str]) -> str | None:
    for read in _in_datelines(report):
        if not read.swapped and (day := read.whole()):
            return str(day)
        if read.swapped and (day := _decided(read, report, other_days)):
            return str(day)
    return None


def _in_datelines(report: Report) -> Iterator[DateWords]:
    for block in report.blocks:
        if block.kind == "dateline":
            yield from dates_in(report.text[block.start : block.end])
            yield from _with_short_year(report.text, block)


def _with_short_year(text: str, block: Block) -> Iterator[DateWords]:
    """ "BOGOTA, 31 MAY 89 (AGENCY) --": of the century that the year is nearer to."""
    for match in _SHORT_YEAR.finditer(text, block.start, block.end + len(" 89 (")):
        year = int(match["short"]) + (1900 if int(match["short"]) >= CENTURY_FROM else 2000)
        month, day = month_number(match["month"]), int(match["day"])
        if match.start() < block.end and is_day(year, month, day):
            yield DateWords(match.start(), match.end(), year, month, day)


def _decided(read: DateWords, report: Report, other_days: list[str]) -> date | None:
    """The reading that other dates of the report stand near to, else the one its weekdays fit; None if that leaves it open."""
    readings = [day for day in (read.whole(), read.swapped) if day]
    near = [day for day in readings if any(_near(day, other) for other in _other_dates(report, other_days, day.year))]
    if len(near) != 1:
        near = [day for day in readings if _fits_weekdays(day, report)]
    return near[0] if len(near) == 1 else None


def _other_dates(report: Report, other_days: list[str], year: int) -> Iterator[date]:
    yield from (date.fromisoformat(day) for day in other_days)
    for read in dates_in(report.text):
        if read.month and read.day and not read.swapped and is_day(read.year or year, read.month, read.day):
            yield date(read.year or year, read.month, read.day)


def _near(day: date, other: date) -> bool:
    return abs((day - other).days) <= NEAR_DAYS


def _fits_weekdays(day: date, report: Report) -> bool:
    """Whether the weekday named most often in the text is that of `day` or of the day before it.

    Tried on the FA-KES reports whose dateline is ambiguous digits (33, all day first): 18 decided, all rightly, 15 left open.
    """
    named = [weekday_number(found["weekday"]) for found in _WEEKDAY.finditer(report.text)]
    if not named:
        return False
    most = max(set(named), key=lambda weekday: (named.count(weekday), -named.index(weekday)))
    return (day.weekday() - most) % 7 <= 1


_WEEKDAY = re.compile(rf"\b(?-i:(?=[A-Z])){WEEKDAY}\b(?<=day)", re.IGNORECASE)


def _url_day(url: str | None) -> str | None:
    found = _URL_DATE.search(url or "")
    if not found:
        return None
    month = int(found["digits"]) if found["digits"] else month_number(found["month"])
    year, day = int(found["year"]), int(found["day"])
    return str(date(year, month, day)) if is_day(year, month, day) else None
