"""From scores of words to spans of words: the best sequence in which no span begins with its inside."""

from __future__ import annotations

import numpy as np

from deconflict.read.neural.scheme import BEGIN, INSIDE, OUTSIDE
from deconflict.read.neural.tagger import Floats, Ints

Spans = list[tuple[int, int]]


def best_tags(scores: Floats) -> Ints:
    """(B, W, 3) log scores of outside, begin, inside to (B, W) tags; inside never follows outside (Viterbi)."""
    rows, words, _ = scores.shape
    tags = np.zeros((rows, words), dtype=np.int64)
    if words == 0:
        return tags
    total = np.array(scores[:, 0, :], dtype=np.float64)
    total[:, INSIDE] = -np.inf
    came = np.zeros((rows, words, 3), dtype=np.int64)
    for at in range(1, words):
        anywhere = total.argmax(1)
        within = np.where(total[:, BEGIN] >= total[:, INSIDE], BEGIN, INSIDE)
        came[:, at, OUTSIDE] = came[:, at, BEGIN] = anywhere
        came[:, at, INSIDE] = within
        best, inner = total.max(1), np.maximum(total[:, BEGIN], total[:, INSIDE])
        total = np.stack([best, best, inner], axis=1) + scores[:, at, :]
    tags[:, -1] = total.argmax(1)
    for at in range(words - 1, 0, -1):
        tags[:, at - 1] = came[np.arange(rows), at, tags[:, at]]
    return tags


def spans(tags: Ints) -> Spans:
    """The word ranges `first:after` of one row of tags, in order."""
    found: Spans = []
    for at, tag in enumerate(tags):
        if tag == BEGIN:
            found.append((at, at + 1))
        elif tag == INSIDE:
            found[-1] = (found[-1][0], at + 1)
    return found


def log_softmax(scores: Floats) -> Floats:
    """Along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def sigmoid(scores: Floats) -> Floats:
    """Each score as a probability."""
    result: Floats = 1.0 / (1.0 + np.exp(-scores))
    return result
