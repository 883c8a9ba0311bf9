"""What the second look learns from: true and false triggers, numbers that count and numbers that do not, each marked in turn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from deconflict.read.neural.chunks import marks
from deconflict.read.neural.decode import spans
from deconflict.read.neural.scheme import LINKS, NUMBER_MARK, OUTCOMES, TRIGGER_AT, TRIGGER_MARK, TYPES
from deconflict.read.neural.tagger import Floats, Ints
from training.examples import IGNORED, Example

FALSE = 2  # false triggers a chunk; there are five true ones
Span = tuple[int, int]


@dataclass(frozen=True)
class Rows:
    """R marked spans of one chunk.

    `marked`, `near` (R, L), `kinds` (R,), `links` (R, LINKS, L), `classes` (R, 5) of triggers: type, mode, status, background,
    direct; `tallies` (R, 1 + OUTCOMES + 1) of numbers: whether it counts, its outcomes, whom. IGNORED: nothing to learn.
    """

    marked: Ints
    near: Ints
    kinds: Ints
    links: Ints
    classes: Ints
    tallies: Ints


def rows(example: Example, outputs: Floats, generator: np.random.Generator) -> Rows:
    """All rows of one chunk; `outputs` (L, NODE_OUTPUTS) are the first look's, whose false triggers are taken."""
    false = _mistakes(example, outputs, generator)
    numbers = list(example.numbers)
    marked, near = marks(example.chunk, [*example.spans, *false, *numbers])
    events, size = len(example.spans) + len(false), len(example.chunk.ids)
    links = np.full((len(marked), len(LINKS), size), IGNORED, dtype=np.int64)
    classes = np.full((len(marked), 5), IGNORED, dtype=np.int64)
    tallies = np.full((len(marked), len(OUTCOMES) + 2), IGNORED, dtype=np.int64)
    links[: len(example.spans)], classes[: len(example.spans)] = example.links, example.classes
    classes[len(example.spans) : events, 0] = 0
    for row, span in enumerate(numbers, events):
        links[row, LINKS.index("of")] = example.numbers[span]
        tallies[row] = _tally(example, span)
    kinds = np.array([TRIGGER_MARK] * events + [NUMBER_MARK] * len(numbers), dtype=np.int64)
    return Rows(marked, near, kinds, links, classes, tallies)


def stacked(every: list[Rows], longest: int) -> dict[str, Tensor]:
    """The rows of several chunks one below the other, padded to `longest` pieces."""
    fills = {"marked": 0, "near": 0, "links": IGNORED}
    wide = {name: [padded(getattr(each, name), longest, fill) for each in every] for name, fill in fills.items()}
    flat = {name: [getattr(each, name) for each in every] for name in ("kinds", "classes", "tallies")}
    return {name: torch.from_numpy(np.concatenate(values)) for name, values in (wide | flat).items()}


def padded(values: Ints, longest: int, fill: int) -> Ints:
    """Widened along the last axis."""
    room = [(0, 0)] * (values.ndim - 1) + [(0, longest - values.shape[-1])]
    return np.pad(values, room, constant_values=fill)


def _tally(example: Example, span: Span) -> Ints:
    piece = example.chunk.words[span[0]].piece
    if example.category[piece] == IGNORED:
        return np.array([0] + [IGNORED] * (len(OUTCOMES) + 1), dtype=np.int64)
    return np.array([1, *example.outcomes[piece], example.category[piece]], dtype=np.int64)


def _mistakes(example: Example, outputs: Floats, generator: np.random.Generator) -> list[Span]:
    """Up to FALSE words that are no triggers: those the first look takes for one, else those it comes nearest to."""
    scores = outputs[[word.piece for word in example.chunk.words]][:, TRIGGER_AT]
    tag = scores.argmax(1)
    tags = np.where(tag == 0, 0, np.where(tag <= len(TYPES), 1, 2))
    tags[1:][(tags[1:] == 2) & (tags[:-1] == 0)] = 1
    tags[0] = min(int(tags[0]), 1)
    own = [at for at, word in enumerate(example.chunk.words) if word.core]
    taken = {at for first, after in example.spans for at in range(first, after)}
    wrong = [span for span in spans(tags) if own and span[0] >= own[0] and not taken.intersection(range(*span))]
    free = [at for at in own if at not in taken and example.chunk.words[at].end - example.chunk.words[at].start > 3]
    if len(wrong) < FALSE and free:
        nearness = np.array([np.exp(min(5.0, float(scores[at, 1:].max() - scores[at, 0]))) for at in free])
        at = int(generator.choice(free, p=nearness / nearness.sum()))
        wrong.append((at, at + 1))
    generator.shuffle(wrong)
    return [(int(first), int(after)) for first, after in wrong[:FALSE]]
