"""From what was found in a reading to claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deconflict.read.neural.chunks import Reading
from deconflict.read.neural.confidence import Scales
from deconflict.read.neural.decode import Spans
from deconflict.read.neural.guard import number_at
from deconflict.read.neural.numbers import Number
from deconflict.read.neural.parts import ROLES, parts, whole
from deconflict.read.neural.ties import KEPT, Tied
from deconflict.record import Attribution, Claim, Count, Quantity, ReaderName, Report, Role, Sentence, Span
from deconflict.record.claim import Manner, RoleName

TOLD = ("told", "tells", "informed")
"""Words between who was asked and who asked: "a doctor told the agency" is the agency's telling of what the doctor said."""


@dataclass(slots=True)
class Telling:
    """A claim in the making. Spans are of the report, and of any sentence the model saw."""

    tied: Tied
    trigger: Span
    sentence: int
    roles: dict[RoleName, list[Span]] = field(default_factory=dict)
    speakers: list[Span] = field(default_factory=list)
    cues: list[Span] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    numbers_sure: list[float] = field(default_factory=list)

    def _sure(self, scales: Scales) -> float:
        """How likely the least likely of its numbers is right, or, if it has none, that the event is told at all."""
        return min(map(scales.count, self.numbers_sure), default=scales.event(self.tied.sure))

    def claim(self, report: Report, sentences: Sequence[Sentence], reader: ReaderName, scales: Scales) -> Claim:
        """The claim."""
        sentence, tied = sentences[self.sentence], self.tied
        none = bool(self.counts) and all(count.high == 0 for count in self.counts)
        return Claim(
            report=report.id,
            type=tied.type,
            trigger=self.trigger,
            sentence=report.span(sentence.start, sentence.end, sentence.part),
            mode=tied.mode,
            roles=tuple(Role(name, span) for name in ROLES for span in self.roles.get(name, ())),
            counts=tuple(self.counts),
            status="negated" if none else tied.status,
            background=tied.background,
            attribution=_chain(self.speakers, self.cues, tied.direct),
            confidence=round(self._sure(scales), 3),
            reader=reader,
        )


def tellings(
    report: Report, reading: Reading, numbers: list[Number], tied: list[Tied], named: Mapping[str, Spans]
) -> list[Telling]:
    """The events of a reading with their counts: those both looks hold for events, and those that numbers need."""
    owners = _owners(reading, numbers, tied)
    told = []
    for at, one in enumerate(tied):
        own = [number for number, owner in zip(numbers, owners, strict=True) if owner == at]
        counts = [(count, number.sure) for number in own for count in _counts(report, reading, number, named["of"])]
        if one.sure >= KEPT or counts:
            told.append(_telling(report, reading, one, counts, named))
    return told


def _telling(
    report: Report, reading: Reading, tied: Tied, counts: list[tuple[Count, float]], named: Mapping[str, Spans]
) -> Telling:
    spans = parts(report, reading, tied, named)
    return Telling(
        tied=tied,
        trigger=reading.span(report, tied.trigger.first, tied.trigger.after),
        sentence=reading.words[tied.trigger.first].sentence,
        roles={name: spans[name] for name in ROLES},
        speakers=spans["speaker"],
        cues=spans["cue"],
        counts=[count for count, _ in counts],
        numbers_sure=[sure for _, sure in counts],
    )


def _owners(reading: Reading, numbers: list[Number], tied: list[Tied]) -> list[int | None]:
    """For each number the trigger of its sentence that it most likely counts for."""
    owners: list[int | None] = []
    within: dict[int, list[int]] = {}
    for at, one in enumerate(tied):
        within.setdefault(reading.words[one.trigger.first].sentence, []).append(at)
    for number in numbers:
        near = within.get(reading.words[number.first].sentence, [])
        owners.append(max(near, key=lambda at: _claims(tied[at], number), default=None))
    return owners


def _claims(tied: Tied, number: Number) -> float:
    """How likely the number counts for this trigger; one that is hardly an event claims none."""
    return tied.look.likely("count", number.first, number.after) * tied.sure


def _counts(report: Report, reading: Reading, number: Number, named: Spans) -> list[Count]:
    words = reading.span(report, number.first, number.after)
    at = number_at(report.text, words.start, words.end)
    quantity = Quantity.of(report.text[slice(*at)]) if at else None
    if at is None or quantity is None:
        return []
    of = reading.span(report, *whole([number.of], named)[0]) if number.of else None
    return [
        Count(
            span=report.span(*at),
            what=outcome,
            low=quantity.low,
            high=quantity.high,
            approximate=quantity.approximate,
            of=of,
            category=number.category,
            joint=len(number.outcomes) > 1,
        )
        for outcome in number.outcomes
    ]


def _chain(speakers: list[Span], cues: list[Span], direct: bool) -> tuple[Attribution, ...]:
    """Each speaker with the nearest words of saying, outermost first; words of saying alone if nobody is named."""
    manner: Manner = "direct" if direct else "indirect"
    if not speakers:
        return tuple(Attribution(None, cue, manner=manner) for cue in cues[:1])
    told = any(cue.text.lower() in TOLD and speakers[0].end <= cue.start < speakers[-1].start for cue in cues)
    ordered = [speakers[-1], *speakers[:-1]] if told else speakers
    return tuple(Attribution(speaker, _nearest(speaker, cues), manner=manner) for speaker in ordered)


def _nearest(speaker: Span, cues: list[Span]) -> Span | None:
    return min(cues, key=lambda cue: min(abs(cue.start - speaker.end), abs(speaker.start - cue.end)), default=None)
