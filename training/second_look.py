"""What the second look learns from: true and false triggers, numbers that count and numbers that do not, each marked in turn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from deconflict.read.neural.decode import spans
from deconflict.read.neural.scheme import BEGIN, INSIDE, LINKS, NUMBER_MARK, OUTCOMES, OUTSIDE, TRIGGER_AT, TRIGGER_MARK, TYPES
from deconflict.read.neural.tagger import Floats, Ints
from training.examples import IGNORED, Example

FALSE = 2  # false triggers a chunk; there are five true ones
Span = tuple[int, int]


@dataclass(frozen=True)
class Rows:
    """R marked spans of one section.

    `kinds` (R,), `links` (R, LINKS, N), `classes` (R, 5) of triggers: type, mode, status, background, direct; `tallies`
    (R, 1 + OUTCOMES + 1) of numbers: whether it counts, its outcomes, whom. IGNORED: nothing to learn.
    """

    spans: list[Span]
    kinds: Ints
    links: Ints
    classes: Ints
    tallies: Ints


def rows(example: Example, outputs: Floats, generator: np.random.Generator) -> Rows:
    """All rows of one section; `outputs` (N, NODE_OUTPUTS) are the first look's, whose false triggers are taken."""
    false = _mistakes(example, outputs, generator)
    numbers = list(example.numbers)
    spans = [*example.spans, *false, *numbers]
    events = len(example.spans) + len(false)
    links = np.full((len(spans), len(LINKS), len(outputs)), IGNORED, dtype=np.int64)
    classes = np.full((len(spans), 5), IGNORED, dtype=np.int64)
    tallies = np.full((len(spans), len(OUTCOMES) + 2), IGNORED, dtype=np.int64)
    links[: len(example.spans)], classes[: len(example.spans)] = example.links, example.classes
    classes[len(example.spans) : events, 0] = 0
    for row, span in enumerate(numbers, events):
        links[row, LINKS.index("of")] = example.numbers[span]
        tallies[row] = _tally(example, span)
    kinds = np.array([TRIGGER_MARK] * events + [NUMBER_MARK] * len(numbers), dtype=np.int64)
    return Rows(spans, kinds, links, classes, tallies)


def _tally(example: Example, span: Span) -> Ints:
    piece = example.reading.words[span[0]].piece
    if example.category[piece] == IGNORED:
        return np.array([0] + [IGNORED] * (len(OUTCOMES) + 1), dtype=np.int64)
    return np.array([1, *example.outcomes[piece], example.category[piece]], dtype=np.int64)


def _mistakes(example: Example, outputs: Floats, generator: np.random.Generator) -> list[Span]:
    """FALSE words a chunk that are no triggers: those the first look takes for one, else those it comes nearest to."""
    words, wanted = example.reading.words, FALSE * len(example.reading.chunks)
    scores = outputs[example.reading.piece_at][:, TRIGGER_AT]
    taken = {at for first, after in example.spans for at in range(first, after)}
    wrong = [span for span in _read(scores) if taken.isdisjoint(range(*span))]
    generator.shuffle(wrong)
    taken |= {at for first, after in wrong for at in range(first, after)}
    free = [at for at, word in enumerate(words) if at not in taken and word.end - word.start > 3]
    more = min(len(free), max(0, wanted - len(wrong)))
    nearness = np.exp(np.minimum(5.0, scores[free, 1:].max(1, initial=-50.0) - scores[free, 0]))
    near = generator.choice(free, size=more, replace=False, p=nearness / nearness.sum()) if more else []
    return [(int(first), int(after)) for first, after in [*wrong[:wanted], *((at, at + 1) for at in near)]]


def _read(scores: Floats) -> list[Span]:
    """The words the first look takes for triggers."""
    tag = scores.argmax(1)
    goes_on = (tag > len(TYPES)) & np.concatenate([[False], tag[:-1] > 0])
    return spans(np.where(tag == 0, OUTSIDE, np.where(goes_on, INSIDE, BEGIN)))
