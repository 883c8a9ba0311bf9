"""One event as text: each finding, the voices behind it, and the sentences they stand on, marked with what was read as what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from deconflict.cli.marking import marked
from deconflict.cli.wording import bounds, toll
from deconflict.publish.marks import marks_of
from deconflict.publish.zones import zone_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

    from deconflict.record import Claim, Event, Finding, Report, Span, Voice
    from deconflict.store import Knowledge

INDENTED, QUOTED = (0, 0, 0, 2), (0, 0, 0, 6)
SENTENCES_SHOWN = 4  # of one voice; more of the same voice are counted


@dataclass(frozen=True)
class Shown:
    """An event with all that its findings point to."""

    event: Event
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    known: Knowledge

    def name(self, value: str | None) -> str:
        """An actor's name; words that are no actor's id stay as they are."""
        entity = self.known.entities.get(value or "")
        return entity.name if entity else value or "not known"

    def side(self, side: str | None) -> str:
        """A side's display name."""
        return self.known.sides.get(side, side) if side else "side not known"


def text_of(shown: Shown) -> Iterator[RenderableType]:
    """The event as styled paragraphs, to be read without their styles too."""
    event = shown.event
    yield _heading(shown)
    for line in zone_lines(event.where, shown.known.zones):
        yield Text(f"{line.text}{f' ({line.doubt}.)' if line.doubt else ''}", style="bold" if line.contradicts else "")
    findings = (*event.actors, *event.recipients, *event.tolls.values())
    for finding in findings:
        yield from _finding(finding, shown)
    if not findings:
        yield from _sentences(event.claims, "", shown)


def _heading(shown: Shown) -> Text:
    event = shown.event
    kind = f"{event.type} ({event.mode})" if event.mode else event.type
    sides = ", ".join(map(shown.side, event.sides)) or "none known"
    return Text.assemble(
        (event.title, "bold"),
        f"\n{event.id}\n{kind}, {event.status}. {_place(event)} {event.when.edtf if event.when else 'Day not known'}.\n",
        f"{event.reports} reports, {event.origins} origins. Sides heard: {sides}.\n",
        f"Attested: {event.grade.label}. {event.grade.rule}",
        *(f"\n{line}" for line in _inferred(shown)),
    )


def _inferred(shown: Shown) -> list[str]:
    """Which reports have the year of their day from the event."""
    by_report = {each.report: each for each in shown.event.inferred if each.report in shown.reports}
    return [f"Inferred for {shown.reports[report].key}: {each.edtf}. {each.rule}" for report, each in by_report.items()]


def _place(event: Event) -> str:
    where = event.where
    if where is None:
        return "Place not known."
    wider = "".join(f", {name}" for name in (where.admin1, where.country) if name)
    if where.lat is None or where.lon is None:
        return f"{where.name}{wider}."
    return f"{where.name}{wider} ({where.lat:.2f}, {where.lon:.2f}, within {where.radius_km or 0:g} km)."


def _finding(finding: Finding, shown: Shown) -> Iterator[RenderableType]:
    what = shown.name(finding.value) if finding.value is not None else bounds(finding.low, finding.high)
    yield Text(f"\n{toll(finding.property)}: {what} ({finding.status})", style="bold")
    yield Padding(finding.rule, INDENTED)
    for voice in finding.voices:
        yield from _voice(voice, finding, shown)


def _voice(voice: Voice, finding: Finding, shown: Shown) -> Iterator[RenderableType]:
    said = shown.name(voice.value) if voice.value is not None else bounds(voice.low, voice.high, voice.approximate)
    stance = f"denies {said}" if voice.stance == "denies" else f"says {said}"
    later = "; a later word of the same origin has taken its place" if voice.superseded_by else ""
    yield Padding(Text(f"{shown.name(voice.speaker)} ({shown.side(voice.side)}) {stance}{later}:"), INDENTED)
    yield from _sentences(voice.claims, voice.value or finding.property, shown)


def _sentences(claims: Sequence[str], about: str, shown: Shown) -> Iterator[RenderableType]:
    """The sentences of those claims, the same words once, each with the reports they stand in."""
    found: dict[str, tuple[Text, list[str]]] = {}
    for told in _by_sentence([shown.claims[claim] for claim in claims if claim in shown.claims]):
        marks = [mark for claim in told for mark in marks_of(claim)]
        sentence = marked(told[0].sentence, marks, {span for claim in told for span in _standing_on(claim, about, shown)})
        found.setdefault(sentence.plain, (sentence, []))[1].append(_report(told[0], shown))
    for sentence, reports in list(found.values())[:SENTENCES_SHOWN]:
        yield Padding(Text.assemble(sentence, (f"  ({'; '.join(dict.fromkeys(reports))})", "dim")), QUOTED)
    if len(found) > SENTENCES_SHOWN:
        yield Padding(f"and {len(found) - SENTENCES_SHOWN} more sentences", QUOTED)


def _by_sentence(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims that stand on one sentence of one report together, in the order they come up."""
    found: dict[tuple[str, Span], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.report, claim.sentence), []).append(claim)
    yield from found.values()


def _standing_on(claim: Claim, about: str, shown: Shown) -> list[Span]:
    """The words that a finding stands on: its counts, or its actors; else those that tell of the event."""
    what, _, category = about.partition(":")
    counted = [count for count in claim.counts if count.what == what and category in ("", count.category)]
    whole = [count.span for count in counted if category or not count.included_in]
    taking_part = [
        role.span for role in claim.roles if about in (role.entity, role.span.text) or about == shown.name(role.entity)
    ]
    return whole or taking_part or [claim.trigger]


def _report(claim: Claim, shown: Shown) -> str:
    report = shown.reports[claim.report]
    return f"{report.source.name or report.key}, {report.published[:10] if report.published else 'undated'}"
