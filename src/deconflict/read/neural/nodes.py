"""What the words of a reading are: triggers, and numbers that count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np

from deconflict.read.neural.chunks import Reading
from deconflict.read.neural.decode import Spans, best_tags, log_softmax, spans
from deconflict.read.neural.guard import number_at
from deconflict.read.neural.opinion import Opinion
from deconflict.read.neural.scheme import BEGIN, CATEGORIES_AT, COUNT_AT, INSIDE, NODES, NODES_AT, OUTCOMES_AT, TRIGGER_AT, TYPES
from deconflict.read.neural.tagger import Floats
from deconflict.record import NUMBER

LENIENCE = 1.0
"""Added to the scores of triggers: what is too much is dropped in the second look (`links`)."""
SENTENCE = 400  # words on either side among which a sentence is looked for; longer ones have lost their full stops
LIKELY = 0.3
"""How sure the first look must be of a number for its sentence to need an event."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words `first:after` that may name an event; `types` are the log probabilities of each type, `sure` of any."""

    first: int
    after: int
    types: tuple[float, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first:after` that may count: how `sure` the first look is, its scores of outcomes and of whom."""

    first: int
    after: int
    sure: float
    outcomes: Floats
    whom: Floats


@dataclass(frozen=True, slots=True)
class Nodes:
    """What a reading may tell: triggers, numbers that may count; `named` by kind, everybody and everything it names."""

    triggers: list[Trigger]
    candidates: list[Candidate]
    named: dict[str, Spans]


def nodes(reading: Reading, scores: Floats, text: str, opinion: Opinion | None = None) -> Nodes:
    """The nodes of the reading, from the model's (W, NODE_OUTPUTS) outputs for its words; `text` is the report's.

    What another reader holds for a number or a trigger is looked at as well.
    """
    counting = log_softmax(scores[:, COUNT_AT])
    tagged = _joined(_decoded(reading, counting), opinion.spans(reading, "numbers") if opinion else [])
    candidates = [_candidate(scores, counting, *span) for span in number_spans(reading, text, tagged)]
    others = opinion.spans(reading, "triggers") if opinion else []
    return Nodes(
        _with_triggers(reading, log_softmax(scores[:, TRIGGER_AT]), candidates, others), candidates, _named(reading, scores)
    )


def _named(reading: Reading, scores: Floats) -> dict[str, Spans]:
    tags = best_tags(scores[:, NODES_AT].reshape(-1, len(NODES), 3).transpose(1, 0, 2))
    return {name: _within_sentences(reading, spans(row)) for name, row in zip(NODES, tags, strict=True)}


def _joined(spans: Spans, others: Spans) -> Spans:
    """The spans, and those of the others that share no word with them or each other."""
    found = list(spans)
    for first, after in others:
        if not any(first < end and begin < after for begin, end in found):
            found.append((first, after))
    return found


def number_spans(reading: Reading, text: str, tagged: Spans) -> Spans:
    """Where a number may stand: what was tagged, and every number word that is no date, age or measure."""
    found = list(tagged)
    taken = {at for span in tagged for at in range(*span)}
    starts, ends = [word.start for word in reading.words], [word.end for word in reading.words]
    for match in NUMBER.finditer(text, starts[0], ends[-1]):
        first, after = bisect_right(ends, match.start()), bisect_left(starts, match.end())
        if first < after and taken.isdisjoint(range(first, after)) and number_at(text, *match.span()):
            found.append((first, after))
    return sorted(found)


def _with_triggers(reading: Reading, types: Floats, candidates: list[Candidate], others: Spans) -> list[Trigger]:
    """The triggers; where a sentence counts and names no event, its likeliest word."""
    begins, insides = types[:, 1 : 1 + len(TYPES)], types[:, 1 + len(TYPES) :]
    three = np.stack([types[:, 0], _any(begins) + LENIENCE, _any(insides) + LENIENCE], axis=1)
    found = [_trigger(types, *span) for span in _joined(_decoded(reading, three), others)]
    named = {reading.words[trigger.first].sentence for trigger in found}
    numbers = [candidate for candidate in candidates if candidate.sure >= LIKELY]
    for number in numbers:
        sentence = reading.words[number.first].sentence
        if sentence not in named:
            named.add(sentence)
            found.append(_likeliest(reading, types, number, numbers))
    return sorted(found, key=lambda trigger: trigger.first)


def _likeliest(reading: Reading, types: Floats, number: Candidate, numbers: list[Candidate]) -> Trigger:
    """The word of the number's sentence that is likeliest a trigger, one that is no number if there is one."""
    sentence = reading.words[number.first].sentence
    counted = {at for one in numbers for at in range(one.first, one.after)}
    words = [at for at in _around(reading, number.first) if reading.words[at].sentence == sentence]
    free = [at for at in words if at not in counted] or words
    best = min(free, key=lambda at: float(types[at, 0]))
    return _trigger(types, best, best + 1)


def _around(reading: Reading, at: int) -> range:
    return range(max(0, at - SENTENCE), min(len(reading.words), at + SENTENCE))


def _trigger(types: Floats, first: int, after: int) -> Trigger:
    each = types[first:after, 1 : 1 + len(TYPES)].copy()
    each = np.logaddexp(each, types[first:after, 1 + len(TYPES) :])
    sure = float(np.exp(_any(each)).mean())
    return Trigger(first, after, tuple(float(value) for value in log_softmax(each.mean(0))), sure)


def _candidate(scores: Floats, tags: Floats, first: int, after: int) -> Candidate:
    sure = float(np.exp(np.logaddexp(tags[first:after, BEGIN], tags[first:after, INSIDE])).mean())
    means = scores[first:after].mean(0)
    return Candidate(first, after, sure, means[OUTCOMES_AT], means[CATEGORIES_AT])


def _any(scores: Floats) -> Floats:
    result: Floats = np.logaddexp.reduce(scores, axis=-1)
    return result


def _decoded(reading: Reading, scores: Floats) -> Spans:
    return _within_sentences(reading, spans(best_tags(scores[None])[0]))


def _within_sentences(reading: Reading, tagged: Spans) -> Spans:
    """The spans, none beyond the end of its sentence."""
    found = []
    for begin, after in tagged:
        while reading.words[after - 1].sentence != reading.words[begin].sentence:
            after -= 1
        found.append((begin, after))
    return found
