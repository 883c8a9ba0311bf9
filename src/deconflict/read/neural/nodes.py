"""What the words of a chunk are: triggers, numbers that count, and everybody and everything named."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from deconflict.read.neural.chunks import Chunk
from deconflict.read.neural.decode import Spans, best_tags, log_softmax, spans
from deconflict.read.neural.guard import number_at
from deconflict.read.neural.opinion import Opinion
from deconflict.read.neural.scheme import BEGIN, CATEGORIES_AT, INSIDE, NODES, NODES_AT, OUTCOMES_AT, TRIGGER_AT, TYPES
from deconflict.read.neural.tagger import Floats, Ints
from deconflict.record import NUMBER

LENIENCE = 1.0
"""Added to the scores of triggers: what is too much is dropped in the second look (`links`)."""
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
    """All that stands in one chunk, as word ranges; `named` by the name of the node."""

    triggers: list[Trigger]
    candidates: list[Candidate]
    named: dict[str, Spans]


def nodes(chunk: Chunk, outputs: Floats, text: str, opinion: Opinion | None = None) -> Nodes:
    """The nodes of the chunk's own words, from the model's (L, NODE_OUTPUTS) outputs; `text` is the report's.

    What another reader holds for a number or a trigger is looked at as well.
    """
    scores = outputs[[word.piece for word in chunk.words]]
    first = next((at for at, word in enumerate(chunk.words) if word.core), len(chunk.words))
    tagged = log_softmax(scores[:, NODES_AT].reshape(len(chunk.words), len(NODES), 3)).transpose(1, 0, 2)
    named = dict(zip(NODES, (_cut(chunk, tags, first) for tags in best_tags(tagged[:, first:])), strict=True))
    counting = tagged[NODES.index("count")]
    tagged_numbers = _joined(named["count"], opinion.spans(chunk, "numbers") if opinion else [])
    candidates = [_candidate(scores, counting, *span) for span in number_spans(chunk, text, tagged_numbers)]
    others = opinion.spans(chunk, "triggers") if opinion else []
    return Nodes(_with_triggers(chunk, log_softmax(scores[:, TRIGGER_AT]), first, candidates, others), candidates, named)


def _joined(spans: Spans, others: Spans) -> Spans:
    """The spans, and those of the others that share no word with them or each other."""
    found = list(spans)
    for first, after in others:
        if not any(first < end and begin < after for begin, end in found):
            found.append((first, after))
    return found


def number_spans(chunk: Chunk, text: str, tagged: Spans) -> Spans:
    """Where a number may stand: what was tagged, and every number word of the chunk's own that is no date, age or measure."""
    found = list(tagged)
    own = [at for at, word in enumerate(chunk.words) if word.core]
    for match in NUMBER.finditer(text, chunk.words[own[0]].start, chunk.words[own[-1]].end) if own else ():
        within = [at for at in own if chunk.words[at].start < match.end() and match.start() < chunk.words[at].end]
        taken = any(first <= at < after for at in within for first, after in found)
        if within and not taken and number_at(text, *match.span()):
            found.append((within[0], within[-1] + 1))
    return sorted(found)


def _with_triggers(chunk: Chunk, types: Floats, first: int, candidates: list[Candidate], others: Spans) -> list[Trigger]:
    """The triggers; where a sentence counts and names no event, its likeliest word."""
    begins, insides = types[:, 1 : 1 + len(TYPES)], types[:, 1 + len(TYPES) :]
    three = np.stack([types[:, 0], _any(begins) + LENIENCE, _any(insides) + LENIENCE], axis=1)
    found = [_trigger(types, *span) for span in _joined(_cut(chunk, best_tags(three[None, first:])[0], first), others)]
    named = {chunk.words[trigger.first].sentence for trigger in found}
    numbers = [candidate for candidate in candidates if candidate.sure >= LIKELY]
    for number in numbers:
        sentence = chunk.words[number.first].sentence
        if sentence not in named:
            named.add(sentence)
            found.append(_likeliest(chunk, types, sentence, numbers))
    return sorted(found, key=lambda trigger: trigger.first)


def _likeliest(chunk: Chunk, types: Floats, sentence: int, numbers: list[Candidate]) -> Trigger:
    counted = {at for number in numbers for at in range(number.first, number.after)}
    words = [at for at, word in enumerate(chunk.words) if word.sentence == sentence and word.core]
    free = [at for at in words if at not in counted] or words
    best = min(free, key=lambda at: float(types[at, 0]))
    return _trigger(types, best, best + 1)


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


def _cut(chunk: Chunk, tags: Ints, first: int) -> Spans:
    """The spans of the tags that begin at word `first`, none beyond the end of its sentence."""
    found = []
    for begin, after in spans(tags):
        begin, after = begin + first, after + first
        sentence = chunk.words[begin].sentence
        while chunk.words[after - 1].sentence != sentence:
            after -= 1
        found.append((begin, after))
    return found
