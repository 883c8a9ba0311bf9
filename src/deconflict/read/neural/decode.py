"""From scores of words to spans of words: the best sequence in which no span begins with its inside."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from deconflict.read.neural.scheme import BEGIN, INSIDE, OUTSIDE
from deconflict.read.neural.tagger import Floats, Ints

Spans = list[tuple[int, int]]


def best_tags(scores: Floats) -> Ints:
    """(B, W, 3) scores of outside, begin, inside to (B, W) tags; inside never follows outside (Viterbi).

    Log probabilities, or scores that differ from them by the same for all three.
    """
    tags: Ints = scores.argmax(-1)
    for row in np.flatnonzero(_orphans(tags).any(-1)):
        _repair(scores[row], tags[row])
    return tags


def _orphans(tags: Ints) -> NDArray[np.bool_]:
    """Where an inside stands that nothing begins."""
    orphans: NDArray[np.bool_] = tags == INSIDE
    orphans[..., 1:] &= tags[..., :-1] == OUTSIDE
    return orphans


def _repair(scores: Floats, tags: Ints) -> None:
    """Make one row of best tags the best allowed row.

    To begin wherever nothing began would cost `most`; so no outside that is better by more than that is ever given up, and only
    the stretches between such words have to be searched.
    """
    orphans = np.flatnonzero(_orphans(tags))
    most = float((scores[orphans, INSIDE] - scores[orphans, BEGIN]).sum())
    fixed = np.flatnonzero((tags == OUTSIDE) & (scores[:, OUTSIDE] - scores[:, 1:].max(-1) > most))
    edges = np.concatenate([[-1], fixed, [len(tags)]])
    for place in np.unique(np.searchsorted(edges, orphans)):
        part = slice(int(edges[place - 1]) + 1, int(edges[place]))
        tags[part] = _best(scores[part].tolist())


def _best(scores: list[list[float]]) -> list[int]:
    """Viterbi over a few words, the first of them behind an outside."""
    outside, begin, inside = scores[0][OUTSIDE], scores[0][BEGIN], -np.inf
    came: list[tuple[int, int]] = []
    for alone, first, more in scores[1:]:
        best = max((outside, OUTSIDE), (begin, BEGIN), (inside, INSIDE), key=lambda pair: pair[0])
        within = (begin, BEGIN) if begin >= inside else (inside, INSIDE)
        came.append((best[1], within[1]))
        outside, begin, inside = best[0] + alone, best[0] + first, within[0] + more
    tag = int(np.argmax([outside, begin, inside]))
    tags = [tag]
    for anywhere, within_tag in reversed(came):
        tag = within_tag if tag == INSIDE else anywhere
        tags.append(tag)
    return tags[::-1]


def spans(tags: Ints) -> Spans:
    """The word ranges `first:after` of one row of tags, in order."""
    found: Spans = []
    for at in np.flatnonzero(tags).tolist():
        if tags[at] == BEGIN:
            found.append((at, at + 1))
        else:
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
