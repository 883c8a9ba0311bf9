"""Words put beside words as the published scores do it, and one-to-one matching."""

from __future__ import annotations

import re
from collections.abc import Sequence

ARTICLE = re.compile(r"\b(?:a|an|the)\b")
NO_WORD = re.compile(r"[^\w\s]|_")


def plain(words: str) -> str:
    """Lower case, without punctuation, articles and further white space."""
    return " ".join(ARTICLE.sub(" ", NO_WORD.sub("", words.lower())).split())


def best_total(scores: Sequence[Sequence[int]]) -> int:
    """The highest sum of scores (rows, columns; none below 0) if a row takes at most one column and a column one row.

    Exact. Every set of columns taken so far is kept with its highest sum; few columns score at all with the same rows, so the
    sets stay few where the Hungarian method would be needed for full tables.
    """
    sums = {0: 0}
    for row in scores:
        reached = dict(sums)
        for taken, total in sums.items():
            for column, score in enumerate(row):
                if score and not taken >> column & 1:
                    after = taken | 1 << column
                    reached[after] = max(reached.get(after, 0), total + score)
        sums = reached
    return max(sums.values())


def f1(right: float, gold: float, read: float) -> float:
    """Twice what is right of all that is gold or read; 0 if there is neither."""
    return 2 * right / (gold + read) if gold + read else 0.0
