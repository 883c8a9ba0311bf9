"""When the events were: one bar a day, week, month or year, by how well they are attested."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from markupsafe import Markup

from deconflict.publish.webpage import words
from deconflict.publish.webpage.drawing import Spec, drawn, markup
from deconflict.record import Event, Report

Unit = Literal["day", "week", "month", "year"]

STANDINGS = {"several": "several origins", "sole": "one origin", "open": "disputed or denied", "planned": "planned"}
"""The layers of a bar from the bottom up, and what they are called."""

LARGEST = {"day": 62, "week": 430, "month": 5500}  # days a timeline may span for that unit: some 60 to 180 bars
FINE_ENOUGH = {"day": 2, "week": 3, "month": 4, "year": 5}  # the precision of a time that one bar can hold
ONE_BY_ONE = 150  # up to so many events, each is a block of its own with its own link
BAR, LEAST_BARS, LEAST_HIGH = 26, 14, 4  # a bar's greatest width; a lone bar should not look like a great many
MARGIN = timedelta(days=31)
WIDE, NARROW, HEIGHT = 960, 340, 150


@dataclass(frozen=True, slots=True)
class Period:
    """The events of one bar."""

    start: date
    label: str
    events: tuple[Event, ...]

    @property
    def standings(self) -> Mapping[str, int]:
        """How many events of each standing."""
        return Counter(standing(event) for event in self.events)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Its periods that hold events, and in words what it does not show."""

    unit: Unit
    periods: tuple[Period, ...]
    left_out: tuple[str, ...]

    def drawing(self, width: int) -> Markup:
        """The bars as SVG, `width` units wide."""
        return markup(drawn(_spec(self, width)), "bars", f"Events by {self.unit}")


def standing(event: Event) -> str:
    """How well an event is attested, as one of STANDINGS."""
    if event.status in {"disputed", "denied"}:
        return "open"
    if event.status == "planned":
        return "planned"
    return "several" if event.origins > 1 else "sole"


def timeline(events: Sequence[Event], reports: Sequence[Report]) -> Timeline:
    """The events known as finely as a bar is wide, in the time the reports were published in; the others are counted only."""
    dated = [(day, event) for event in events if (day := _day(event))]
    first = _first_published(reports)
    recent = [(day, event) for day, event in dated if first is None or day >= first - MARGIN]
    unit = _unit([day for day, _ in recent])
    by_start: dict[date, list[Event]] = defaultdict(list)
    for day, event in sorted(recent, key=lambda pair: pair[0]):
        if event.when and event.when.precision <= FINE_ENOUGH[unit]:
            by_start[_start(day, unit)].append(event)
    periods = tuple(Period(start, _label(start, unit), tuple(found)) for start, found in sorted(by_start.items()))
    shown = sum(len(period.events) for period in periods)
    vague = len(events) - len(dated) + len(recent) - shown
    return Timeline(unit, periods, tuple(_left_out(vague, len(dated) - len(recent), unit)))


def _day(event: Event) -> date | None:
    when = event.when
    return _iso(when.earliest) if when and when.precision <= 4 else None


def _first_published(reports: Iterable[Report]) -> date | None:
    return min((day for report in reports if (day := _iso(report.published))), default=None)


def _iso(words: str | None) -> date | None:
    """The day an ISO date or date-time begins with."""
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


def _unit(days: Sequence[date]) -> Unit:
    span = (max(days) - min(days)).days if days else 0
    if span <= LARGEST["day"]:
        return "day"
    return "week" if span <= LARGEST["week"] else "month" if span <= LARGEST["month"] else "year"


def _start(day: date, unit: Unit) -> date:
    match unit:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case _:
            return day.replace(month=1, day=1)


def _next(start: date, unit: Unit) -> date:
    steps = {"day": 1, "week": 7, "month": 31, "year": 366}
    return _start(start + timedelta(days=steps[unit]), unit)


def _label(start: date, unit: Unit) -> str:
    digits = {"day": 10, "week": 10, "month": 7, "year": 4}
    return ("week of " if unit == "week" else "") + words.date(start.isoformat()[: digits[unit]])


def _left_out(vague: int, earlier: int, unit: Unit) -> list[str]:
    notes = []
    if vague:
        notes.append(f"{words.counted(vague, 'event')} whose {unit} is not known")
    if earlier:
        notes.append(f"{words.counted(earlier, 'event')} from before the reports")
    return notes


def _rectangles(line: Timeline) -> list[dict[str, object]]:
    """The blocks of all bars from the bottom up; each leads to its first event."""
    singly = sum(len(period.events) for period in line.periods) <= ONE_BY_ONE
    rows: list[dict[str, object]] = []
    for period in line.periods:
        height = 0
        span = {"from": period.start.isoformat(), "to": _next(period.start, line.unit).isoformat()}
        for name, members in _blocks(period, singly):
            tip = members[0].title if singly else f"{words.counted(len(members), 'event')}, {STANDINGS[name]}"
            place = {"y": height, "y2": height + len(members), "href": f"#{members[0].id}"}
            rows.append({**span, **place, "class": name, "tip": f"{period.label}: {tip}"})
            height += len(members)
    return rows


def _blocks(period: Period, singly: bool) -> Iterator[tuple[str, Sequence[Event]]]:
    for name in STANDINGS:
        members = [event for event in period.events if standing(event) == name]
        if singly:
            yield from ((name, [event]) for event in members)
        elif members:
            yield name, members


def _domain(line: Timeline) -> list[str]:
    """From the first bar to the last, and never fewer than LEAST_BARS wide."""
    first, last = line.periods[0].start, _next(line.periods[-1].start, line.unit)
    width = _next(first, line.unit) - first
    spare = max(LEAST_BARS * width - (last - first), timedelta(0)) / 2
    return [(first - spare).isoformat(), (last + spare).isoformat()]


def _spec(line: Timeline, width: int) -> Spec:
    """A Vega bar chart over time; colours and fonts are the page's."""
    form = "utc:'%Y-%m-%d'"
    top = max(LEAST_HIGH, *(len(period.events) for period in line.periods))
    inner = width - 62
    return {
        "$schema": "https://vega.github.io/schema/vega/v6.json",
        "width": inner,
        "height": HEIGHT,
        "padding": {"left": 36, "right": 26, "top": 8, "bottom": 24},
        "autosize": "none",
        "data": [
            {"name": "bars", "values": _rectangles(line), "format": {"type": "json", "parse": {"from": form, "to": form}}},
            {"name": "ends", "values": [{"at": day} for day in _domain(line)], "format": {"type": "json", "parse": {"at": form}}},
        ],
        "scales": [
            {"name": "x", "type": "utc", "domain": {"data": "ends", "field": "at"}, "range": "width"},
            {"name": "y", "domain": [0, top], "range": "height", "nice": 3},
        ],
        "axes": [
            {
                "orient": "bottom",
                "scale": "x",
                "tickCount": max(width // 110, 2),
                "labelOverlap": True,
                "format": _TICKS[line.unit],
            },
            {"orient": "left", "scale": "y", "tickCount": 3, "tickMinStep": 1, "grid": True, "domain": False, "ticks": False},
        ],
        "marks": [{"type": "rect", "from": {"data": "bars"}, "encode": {"enter": _block()}}],
    }


_TICKS = {"day": "%-d %b", "week": "%-d %b %Y", "month": "%b %Y", "year": "%Y"}


def _block() -> dict[str, object]:
    """In the middle of its period, a little apart from the next one, and never too thin to be hit."""
    begin, end = "scale('x', datum.from)", "scale('x', datum.to)"
    wide = f"clamp({end} - {begin} - 1, 2, {BAR})"
    named = {"y": "y", "y2": "y2", "fill": "class", "href": "href", "description": "tip"}
    fields: dict[str, object] = {channel: {"field": field} for channel, field in named.items()}
    fields |= {channel: {"scale": "y", "field": channel} for channel in ("y", "y2")}
    return {"xc": {"signal": f"({begin} + {end}) / 2"}, "width": {"signal": wide}, **fields}
