"""Entities in CoNLL columns: reading them, spans of tags, the best legal tags, and strict F1.

A span is (first word, word after the last, type). Strict: a span read is right if the same words bear the same type.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int, str]


class Sentence(NamedTuple):
    """Words and their tags: `O`, or `B-` or `I-` and a type."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


class Figures(NamedTuple):
    """Over all sentences and types together."""

    f1: float
    precision: float
    recall: float


def sentences(path: Path) -> list[Sentence]:
    """The sentences of a file of two columns, word and tag, an empty line after each sentence."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    rows = [[line.split("\t") for line in block.split("\n") if line] for block in blocks]
    return [Sentence(tuple(row[0] for row in block), tuple(row[1] for row in block)) for block in rows if block]


def labels(known: Iterable[Sentence]) -> tuple[str, ...]:
    """`O`, then begin and inside of every type, in alphabetical order of types."""
    types = sorted({tag[2:] for sentence in known for tag in sentence.tags if tag != "O"})
    return ("O", *(f"{part}-{kind}" for kind in types for part in "BI"))


def spans(tags: Sequence[str]) -> set[Span]:
    """The spans of one sentence. An inside that continues nothing of its type begins a span, as seqeval counts it."""
    found: set[Span] = set()
    first, open_type = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        part, _, kind = tag.partition("-")
        if open_type and (part != "I" or kind != open_type):
            found.add((first, at, open_type))
            open_type = ""
        if kind and not open_type:
            first, open_type = at, kind
    return found


def best_tags(scores: NDArray[np.float64], names: Sequence[str]) -> list[str]:
    """(words, labels) log scores to the likeliest tags in which an inside follows only its begin or inside (Viterbi)."""
    forbidden = np.array([[_breaks(before, after) for after in names] for before in names])
    cost = np.where(forbidden, -np.inf, 0.0)
    total = scores[0] + np.where([name.startswith("I-") for name in names], -np.inf, 0.0)
    came = []
    for row in scores[1:]:
        ways = total[:, None] + cost
        came.append(ways.argmax(0))
        total = ways.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(came):
        path.append(int(step[path[-1]]))
    return [names[at] for at in reversed(path)]


def strict(gold: Sequence[Sequence[str]], read: Sequence[Sequence[str]]) -> Figures:
    """F1, precision and recall of the spans of all sentences, types together (micro)."""
    right = wanted = given = 0
    for true, found in zip(gold, read, strict=True):
        expected, got = spans(true), spans(found)
        right, wanted, given = right + len(expected & got), wanted + len(expected), given + len(got)
    return Figures(2 * right / max(1, wanted + given), right / max(1, given), right / max(1, wanted))


def _breaks(before: str, after: str) -> bool:
    return after.startswith("I-") and before[2:] != after[2:]
