"""From what was found in a chunk to claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from deconflict.read.neural.chunks import Chunk
from deconflict.read.neural.guard import number_at
from deconflict.read.neural.numbers import Number
from deconflict.read.neural.ties import KEPT, Tied
from deconflict.record import Attribution, Claim, Count, Quantity, ReaderName, Report, Role, Sentence, Span
from deconflict.record.claim import Manner, RoleName

ROLES: tuple[RoleName, ...] = ("actor", "recipient", "instrument", "place", "time")


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

    def claim(self, report: Report, sentences: Sequence[Sentence], reader: ReaderName) -> Claim:
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
            confidence=round(tied.sure, 3),
            reader=reader,
        )


def tellings(report: Report, chunk: Chunk, numbers: list[Number], tied: list[Tied]) -> list[Telling]:
    """The events of a chunk with their counts: those both looks hold for events, and those that numbers need."""
    owners = _owners(chunk, numbers, tied)
    told = []
    for at, one in enumerate(tied):
        own = [number for number, owner in zip(numbers, owners, strict=True) if owner == at]
        counts = [count for number in own for count in _counts(report, chunk, number)]
        if one.sure >= KEPT or counts:
            told.append(_telling(report, chunk, one, counts))
    return told


def _telling(report: Report, chunk: Chunk, tied: Tied, counts: list[Count]) -> Telling:
    spans = {name: [_span(report, chunk, *span) for span in found] for name, found in tied.spans.items()}
    return Telling(
        tied=tied,
        trigger=_span(report, chunk, tied.trigger.first, tied.trigger.after),
        sentence=chunk.words[tied.trigger.first].sentence,
        roles={name: spans[name] for name in ROLES},
        speakers=spans["speaker"],
        cues=spans["cue"],
        counts=counts,
    )


def _owners(chunk: Chunk, numbers: list[Number], tied: list[Tied]) -> list[int | None]:
    """For each number the trigger of its sentence that it most likely counts for."""
    owners: list[int | None] = []
    for number in numbers:
        sentence = chunk.words[number.first].sentence
        near = [at for at, one in enumerate(tied) if chunk.words[one.trigger.first].sentence == sentence]
        owners.append(max(near, key=lambda at: _claims(tied[at], number), default=None))
    return owners


def _claims(tied: Tied, number: Number) -> float:
    """How likely the number counts for this trigger; one that is hardly an event claims none."""
    return float(np.mean(tied.counting[number.first : number.after])) * tied.sure


def _counts(report: Report, chunk: Chunk, number: Number) -> list[Count]:
    words = _span(report, chunk, number.first, number.after)
    at = number_at(report.text, words.start, words.end)
    quantity = Quantity.of(report.text[slice(*at)]) if at else None
    if at is None or quantity is None:
        return []
    of = _span(report, chunk, *number.of) if number.of else None
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
    """Each speaker with the nearest words of saying; words of saying alone if nobody is named."""
    manner: Manner = "direct" if direct else "indirect"
    if not speakers:
        return tuple(Attribution(None, cue, manner=manner) for cue in cues[:1])
    return tuple(Attribution(speaker, _nearest(speaker, cues), manner=manner) for speaker in speakers)


def _nearest(speaker: Span, cues: list[Span]) -> Span | None:
    return min(cues, key=lambda cue: min(abs(cue.start - speaker.end), abs(speaker.start - cue.end)), default=None)


def _span(report: Report, chunk: Chunk, first: int, after: int) -> Span:
    return report.span(chunk.words[first].start, chunk.words[after - 1].end)
