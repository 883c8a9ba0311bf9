"""The two looks at a reading: over all of its pieces, then once for every marked span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from deconflict.read.neural.chunks import Reading
from deconflict.read.neural.decode import Spans, best_tags, log_softmax, spans
from deconflict.read.neural.scheme import LINKS, OUTSIDE
from deconflict.read.neural.tagger import Floats, Ints, Tagger
from deconflict.read.neural.windows import windows

ROWS = 8  # spans looked at together; 16 take 10 MB more and are no faster


def first_look(tagger: Tagger, reading: Reading) -> tuple[Floats, Floats]:
    """Hidden states (N, d) and node outputs (W, NODE_OUTPUTS): of every piece, and of the first piece of every word."""
    seen = [tagger.nodes(np.asarray(chunk.ids, dtype=np.int64)) for chunk in reading.chunks]
    hidden = np.concatenate([states[chunk.own] for chunk, (states, _) in zip(reading.chunks, seen, strict=True)])
    outputs = np.concatenate([scores[chunk.own] for chunk, (_, scores) in zip(reading.chunks, seen, strict=True)])
    return hidden, outputs[reading.piece_at]


@dataclass(frozen=True, slots=True)
class Look:
    """One span looked at: `scores` (LINKS, words, 3) and best `tags` (LINKS, words) of the words from number `first` on, and
    `classes`."""

    first: int
    scores: Floats
    tags: Ints
    classes: Floats

    def spans(self, name: str) -> Spans:
        """The word ranges of the reading that are linked to the span as `name`."""
        found = spans(self.tags[LINKS.index(name)])
        return [(begin + self.first, after + self.first) for begin, after in found]

    def likely(self, name: str, first: int, after: int) -> float:
        """How likely the words `first:after` are linked as `name`; 0 for words it does not see."""
        scores = self.scores[LINKS.index(name), max(0, first - self.first) : max(0, after - self.first)]
        return float(1.0 - np.exp(log_softmax(scores)[:, OUTSIDE]).mean()) if len(scores) else 0.0


def second_look(
    tagger: Tagger, reading: Reading, hidden: Floats, marked: Sequence[tuple[int, int]], kinds: Ints
) -> Iterator[Look]:
    """One for each marked range of words, in their order; `kinds` (T,) says what each is marked as."""
    done = 0
    for part in windows(reading, marked).batches(ROWS) if marked else ():
        outputs, classes = tagger.links(hidden, part.at, part.marks, part.near, kinds[done : done + len(part.at)])
        done += len(part.at)
        for row in range(len(part.at)):
            yield _look(reading, part.at[row], outputs[row], classes[row])


def _look(reading: Reading, at: Ints, outputs: Floats, classes: Floats) -> Look:
    first, after = np.searchsorted(reading.piece_at, [at[0], at[-1] + 1])
    scores = outputs[reading.piece_at[first:after] - at[0]].reshape(-1, len(LINKS), 3).transpose(1, 0, 2)
    return Look(int(first), scores, best_tags(scores), classes)
