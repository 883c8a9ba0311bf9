"""What the second look sees of a reading: a window around each marked span, and how near every piece of it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deconflict.read.neural.chunks import Reading
from deconflict.read.neural.tagger import Ints

BEFORE = 176
"""Pieces seen before the span. Roles stand in its sentence (place 57 %, actor 73 %) or before it (place 35 %, actor 24 %)."""
WIDTH = 240

STEPS = 9  # powers of two of a distance in pieces, each side
SIDES = 1 + 2 * STEPS
PLACES = 5  # two or more sentences before, one before, the same, one after, more
NEAR_BUCKETS = SIDES * PLACES


@dataclass(frozen=True, slots=True)
class Windows:
    """T windows of L pieces: `at` (T, L) numbers of pieces in the reading, `marks` (T, L) of 0 and 1, `near` (T, L) buckets."""

    at: Ints
    marks: Ints
    near: Ints

    def batches(self, rows: int) -> list[Windows]:
        """The same in parts of at most `rows`."""
        cuts = [slice(first, first + rows) for first in range(0, len(self.at), rows)]
        return [Windows(self.at[cut], self.marks[cut], self.near[cut]) for cut in cuts]


def windows(reading: Reading, spans: Sequence[tuple[int, int]]) -> Windows:
    """One for each span of words `first:after`; all of the same length, so that none is padded."""
    size = len(reading.sentence_at)
    length = min(size, WIDTH)
    begin = np.array([reading.words[first].piece for first, _ in spans], dtype=np.int64)[:, None]
    end = np.array([reading.words[after - 1].after for _, after in spans], dtype=np.int64)[:, None]
    at = np.clip(begin - BEFORE, 0, size - length) + np.arange(length)
    marked = ((at >= begin) & (at < end)).astype(np.int64)
    return Windows(at, marked, _nearness(at, begin, end) + SIDES * _placing(reading, at, begin))


def _nearness(at: Ints, begin: Ints, end: Ints) -> Ints:
    """0 inside; then by the power of two of the distance, before and after."""
    distance = np.where(at < begin, begin - at, np.where(at >= end, at - end + 1, 0))
    step = np.minimum(1 + np.log2(np.maximum(distance, 1)).astype(np.int64), STEPS)
    near: Ints = np.where(distance == 0, 0, np.where(at < begin, step, step + STEPS))
    return near


def _placing(reading: Reading, at: Ints, begin: Ints) -> Ints:
    placing: Ints = np.clip(reading.sentence_at[at] - reading.sentence_at[begin], -2, 2) + 2
    return placing
