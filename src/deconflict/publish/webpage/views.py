"""The whole page as the template sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from deconflict.publish.published import Published
from deconflict.publish.webpage import map as atlas
from deconflict.publish.webpage import words
from deconflict.publish.webpage.areas import areas
from deconflict.publish.webpage.event_view import EventView, view
from deconflict.publish.webpage.index import Index
from deconflict.publish.webpage.marking import LETTERS
from deconflict.publish.webpage.places import COUNTRY, Place, places, window
from deconflict.publish.webpage.report_view import ReportView, views
from deconflict.publish.webpage.timeline import NARROW, WIDE, Timeline, timeline
from deconflict.record import Event, Issue


@dataclass(frozen=True, slots=True)
class Chapter:
    """The events of one month, or those whose date is not known."""

    heading: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing, its places, and in words what is not on it."""

    drawing: Markup
    places: tuple[Place, ...]
    beyond: tuple[Place, ...]
    left_out: tuple[str, ...]
    invented: bool
    areas: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template needs and nothing it must work out."""

    title: str
    made: str
    counts: tuple[tuple[str, str], ...]
    period: str
    why_empty: str
    sides: tuple[tuple[str, str], ...]
    timeline: Timeline | None
    wide: Markup
    narrow: Markup
    map: Map | None
    types: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]
    reports: tuple[ReportView, ...]
    parts: tuple[tuple[str, str], ...]
    issues: tuple[Issue, ...]


def page_view(published: Published) -> Page:
    """The published record as one page."""
    index = Index(published)
    events = sorted(published.events, key=_order)
    found = places(events)
    line = timeline(events, published.reports)
    return Page(
        title=published.title,
        made=words.moment(published.made_at),
        counts=_counts(published),
        period=_period(published),
        why_empty="" if published.events else _why_empty(published),
        sides=tuple((index.side_class(side), index.side_name(side)) for side in _sides(published)),
        timeline=line if line.periods else None,
        wide=line.drawing(WIDE) if line.periods else Markup(""),
        narrow=line.drawing(NARROW) if line.periods else Markup(""),
        map=_map(found, published) if found else None,
        types=_types(events),
        chapters=tuple(_chapters(events, index, found)),
        reports=views(index),
        parts=tuple((LETTERS[part], name) for part, name in words.PARTS.items()),
        issues=tuple(sorted(published.issues, key=lambda issue: (not issue.skipped, issue.kind, issue.input))),
    )


def _start(event: Event) -> str:
    return (event.when.earliest or "") if event.when else ""


def _vague(event: Event) -> bool:
    """Whether even the month is not known."""
    return event.when is None or event.when.precision > 4


def _order(event: Event) -> tuple[bool, str, bool, str, str]:
    """By date, those of an unknown month before their year's others; what is told as background after all else."""
    start = _start(event) or "9999"
    return event.background, start[:4], not _vague(event), start, event.id


def _heading(event: Event) -> str:
    if event.background:
        return "Told as background"
    start = _start(event)
    return words.date(start[:4] if _vague(event) else start[:7]) if start else "Date not known"


def _counts(published: Published) -> tuple[tuple[str, str], ...]:
    told = {claim.origin for claim in published.claims if claim.origin}
    figures = (
        (len(published.reports), "report"),
        (len(told), "origin"),
        (len(published.claims), "claim"),
        (len(published.events), "event"),
    )
    return tuple((f"{n:,}", thing if n == 1 else f"{thing}s") for n, thing in figures)


def _period(published: Published) -> str:
    """From the first to the last report, in words."""
    days = sorted(report.published[:10] for report in published.reports if report.published)
    if not days:
        return ""
    return words.date(days[0]) if days[0] == days[-1] else f"{words.date(days[0])} to {words.date(days[-1])}"


def _why_empty(published: Published) -> str:
    if not published.reports:
        why = (
            "Nothing that was given could be read; see below why." if published.issues else "No report has been read into it yet."
        )
        return f"This record is empty. {why}"
    if not published.claims:
        read = words.counted(len(published.reports), "report")
        return f"{read} read, and none holds a claim about an event of the kinds looked for."
    return "The claims have not been joined into events yet. Read the reports again to do so."


def _sides(published: Published) -> Iterable[str]:
    """The sides that are heard or take part, the most heard first; those who are no party at the end."""
    heard = Counter(side for event in published.events for side in event.sides)
    heard.update(origin.side for origin in published.origins if origin.side)
    return sorted(heard, key=lambda side: (side == "neutral", -heard[side], side))


def _types(events: Iterable[Event]) -> tuple[tuple[str, str], ...]:
    counts = Counter(str(event.type) for event in events)
    return tuple((code, f"{words.TYPES.get(code, code)} ({n:,})") for code, n in counts.most_common())


def _chapters(events: Iterable[Event], index: Index, found: Iterable[Place]) -> Iterable[Chapter]:
    place_of = {event.id: place.id for place in found for event in place.events}
    for heading, members in groupby(events, key=_heading):
        yield Chapter(heading, tuple(view(event, index, place_of) for event in members))


def _map(found: Sequence[Place], published: Published) -> Map:
    shown = window(found, published.outlines)
    under = areas(published.events, published.zones)
    drawing = atlas.drawing(found, shown, published.outlines, published.landmarks, under)
    beyond = tuple(place for place in found if not shown.holds(place.lat, place.lon))
    return Map(drawing, tuple(found), beyond, tuple(_not_drawn(published.events)), bool(published.outlines), bool(under))


def _not_drawn(events: Iterable[Event]) -> Iterable[str]:
    """How many events are on no map, and why."""
    whole = unknown = unplaced = 0
    for event in events:
        whole += bool(event.where and event.where.precision >= COUNTRY)
        unplaced += bool(event.where and event.where.precision < COUNTRY and event.where.lat is None)
        unknown += event.where is None
    if whole:
        yield f"{words.counted(whole, 'event')} known only to the country or across borders"
    if unplaced:
        yield f"{words.counted(unplaced, 'event')} at a place whose coordinates are not known"
    if unknown:
        yield f"{words.counted(unknown, 'event')} with no place known"
