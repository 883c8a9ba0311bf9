"""An event as the page shows it: everything in words, every value with links to the sentences it stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from deconflict.publish.webpage import words
from deconflict.publish.webpage.bars import Bar, Scale
from deconflict.publish.webpage.index import Index, flags_of
from deconflict.publish.webpage.timeline import standing
from deconflict.publish.zones import ZoneLine, zone_lines
from deconflict.record import Claim, Event, Finding, Report, Voice


@dataclass(frozen=True, slots=True)
class Link:
    """`target` is an id of this page."""

    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it. `hue` is the style class of the side, `kind` what sort of origin it is."""

    name: str
    hue: str
    side: str
    kind: str


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One origin's word on a toll. `said` are the report's own words where they are no plain number."""

    speaker: Speaker
    value: str
    said: str
    bar: Bar
    approximate: bool
    denies: bool
    claims: tuple[str, ...]
    reports: str
    newer: Link | None
    flags: str


@dataclass(frozen=True, slots=True)
class Toll:
    """One property with its voices on a shared scale. `band` is low to high, `best` the best value, in percent."""

    name: str
    summary: str
    status: str
    meaning: str
    rule: str
    ticks: tuple[tuple[float, str], ...]
    band: Bar | None
    best: float | None
    rows: tuple[VoiceRow, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient and the voices on it."""

    name: str
    hue: str
    side: str
    doubt: str
    rule: str
    voices: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that the event stands on, once for all the reports that carry it in the same words."""

    text: str
    speaker: str
    status: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One event, ready to be shown."""

    event: Event
    type: str
    when: str
    when_precision: str
    when_inferred: str
    where: str
    how_near: str
    zones: tuple[ZoneLine, ...]
    standing: str
    count: str
    sides: tuple[tuple[str, str], ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    tolls: tuple[Toll, ...]
    quotes: tuple[Quote, ...]
    flags: tuple[str, ...]
    killed: int
    place: str


def view(event: Event, index: Index, place_of: Mapping[str, str]) -> EventView:
    """The event in words; `place_of` gives the id of its place on the map."""
    doubts = flags_of(index.reports_of(event.claims))
    return EventView(
        event=event,
        type=words.TYPES.get(event.type, event.type) + (f", {words.plain(event.mode)}" if event.mode else ""),
        when=words.when(event.when),
        when_precision=words.WHEN_PRECISION.get(event.when.precision, "") if event.when else "",
        when_inferred=_inferred(event),
        where=words.where(event.where, index.countries),
        how_near=words.how_near(event.where),
        zones=tuple(zone_lines(event.where, index.published.zones)),
        standing=standing(event),
        count=f"{words.counted(event.reports, 'report')}, {words.counted(event.origins, 'origin')}",
        sides=tuple((index.side_class(side), index.side_name(side)) for side in event.sides),
        actors=tuple(_party(finding, index) for finding in event.actors),
        recipients=tuple(_party(finding, index) for finding in event.recipients),
        tolls=tuple(_toll(name, finding, index) for name, finding in event.tolls.items()),
        quotes=_quotes([index.claims[claim] for claim in index.linked(event.claims)], index),
        flags=tuple(words.FLAGS.get(flag.kind, words.plain(flag.kind)) for flag in doubts),
        killed=_most(event.tolls.get("killed")),
        place=place_of.get(event.id, ""),
    )


def _inferred(event: Event) -> str:
    """That reports have the year of their day from the event; "" if none has."""
    reports = len({each.report for each in event.inferred})
    return f"year inferred for {words.counted(reports, 'report')} without a date" if reports else ""


def _most(finding: Finding | None) -> int:
    """What the list is sorted by: the best figure, else the highest or the lowest said."""
    figures = (finding.best, finding.high, finding.low) if finding else ()
    return next((figure for figure in figures if figure is not None), 0)


def _party(finding: Finding, index: Index) -> Party:
    entity = index.entity(finding.value)
    side = entity.side if entity else None
    doubt = finding.status if finding.status in {"disputed", "denied"} else ""
    links = (Link(claim, _voice_words(voice)) for voice in finding.voices for claim in index.linked(voice.claims)[:1])
    name = index.published.name_of(finding.value) or "not named"
    standing = words.NO_PACK if entity and entity.provisional else index.side_name(side)
    return Party(name, index.side_class(side), standing, doubt, finding.rule, tuple(links))


def _voice_words(voice: Voice) -> str:
    return f"{voice.speaker} {'denies it' if voice.stance == 'denies' else 'says so'}"


def _toll(name: str, finding: Finding, index: Index) -> Toll:
    scale = Scale.over(finding)
    known = finding.low is not None or finding.high is not None
    return Toll(
        name=words.plain(name),
        summary=_summary(finding),
        status=finding.status,
        meaning=words.STATUSES[finding.status],
        rule=finding.rule,
        ticks=scale.ticks,
        band=scale.bar(finding.low, finding.high) if known and len(finding.voices) > 1 else None,
        best=scale.percent(finding.best) if finding.best is not None and len(finding.voices) > 1 else None,
        rows=tuple(_row(name, voice, finding, scale, index) for voice in finding.voices),
    )


def _summary(finding: Finding) -> str:
    """The range and the best figure, each said once: "at least 24" is its own best."""
    low, best, high = finding.low, finding.best, finding.high
    if low is None and high is None:
        return words.bounds(best, best)
    said_already = best is None or low == high or (best in {low, high} and None in {low, high})
    return words.bounds(low, high) if said_already else f"{words.bounds(low, high)}, best {best:,}"


def _row(name: str, voice: Voice, finding: Finding, scale: Scale, index: Index) -> VoiceRow:
    reports = index.reports_of(voice.claims)
    return VoiceRow(
        speaker=_speaker(voice, index),
        value=_value(voice),
        said=_said(name, voice, index),
        bar=scale.bar(voice.low, voice.high),
        approximate=voice.approximate,
        denies=voice.stance == "denies",
        claims=index.linked(voice.claims),
        reports=words.counted(len(reports), "report"),
        newer=_newer(voice, finding, index),
        flags="; ".join(words.FLAGS.get(flag.kind, words.plain(flag.kind)) for flag in flags_of(reports)),
    )


def _value(voice: Voice) -> str:
    figure = words.bounds(voice.low, voice.high, voice.approximate)
    if voice.stance == "asserts":
        return figure
    return "denies it" if voice.low is None and voice.high is None else f"denies {figure}"


def _speaker(voice: Voice, index: Index) -> Speaker:
    origin = index.origins.get(voice.origin)
    kinds = {"speaker": "named speaker", "wording": "wording shared by several reports", "outlet": "the outlet itself"}
    kind = kinds.get(origin.kind, "") if origin else ""
    return Speaker(voice.speaker, index.side_class(voice.side), index.side_name(voice.side), kind)


def _said(name: str, voice: Voice, index: Index) -> str:
    """The report's words for this very number, if no numeral: the reader should see that "at least 24" was "dozens"."""
    counts = (count for claim in index.linked(voice.claims) for count in index.claims[claim].counts)
    outcome, bounds = name.partition(":")[0], (voice.low, voice.high)
    spoken = next((count.span.text for count in counts if count.what == outcome and (count.low, count.high) == bounds), "")
    shown = words.bounds(*bounds, voice.approximate).casefold()
    return "" if spoken.replace(",", "").isdigit() or spoken.casefold() == shown else spoken


def _newer(voice: Voice, finding: Finding, index: Index) -> Link | None:
    claim = voice.superseded_by
    if claim is None or claim not in index.anchors:
        return None
    later = next((other for other in finding.voices if claim in other.claims), None)
    value = words.bounds(later.low, later.high, later.approximate) if later else "a later figure"
    said = later.said if later else None
    return Link(claim, value + (f" ({words.date(said[:10])})" if said else ""))


def _quotes(claims: Sequence[Claim], index: Index) -> tuple[Quote, ...]:
    """One quote a wording; copies add their report to it."""
    by_wording: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_wording["".join(filter(str.isalnum, claim.sentence.text.lower())), claim.status].append(claim)
    return tuple(_quote(same, index) for same in by_wording.values())


def _quote(claims: Sequence[Claim], index: Index) -> Quote:
    first = claims[0]
    chain = [link.speaker.text for link in first.attribution if link.speaker]
    status = "" if first.status == "asserted" else first.status
    return Quote(first.sentence.text, ", citing ".join(chain), status, tuple(_places(claims, index)))


def _places(claims: Iterable[Claim], index: Index) -> Iterable[Link]:
    """Where the sentence is read in full: once a report."""
    by_report = {claim.report: claim.id for claim in reversed(list(claims))}
    return (Link(claim, dated(index.reports[report])) for report, claim in reversed(by_report.items()))


def dated(report: Report) -> str:
    """The outlet and the day: how a report is called in a list."""
    day = words.date(report.published[:10]) if report.published else "undated"
    return f"{report.source.name or 'Unknown outlet'}, {day}"
