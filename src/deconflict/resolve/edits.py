"""How far two spellings are apart."""

from __future__ import annotations


def edits(a: str, b: str) -> int:
    """The least number of letters to insert, delete or replace to make `b` of `a` (Levenshtein)."""
    row = list(range(len(b) + 1))
    for at, letter in enumerate(a, 1):
        left, row[0] = row[0], at
        for column, other in enumerate(b, 1):
            left, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, left + (letter != other))
    return row[-1]
