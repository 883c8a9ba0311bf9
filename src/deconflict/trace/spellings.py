"""One person under several spellings: within a report, and in sentences that copy one another."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

ALIKE = 0.75
"""Likeness of two names (Ratcliff/Obershelp) from which one is a spelling of the other, if they stand in the same sentence of two
copies: a garbled name keeps most of its letters, and two speakers of one sentence seldom share three quarters of theirs."""


def spelt_alike(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Those of `words` that stand among the others in another spelling ("hasakeh", "hassakeh")."""
    return frozenset(word for word in words if get_close_matches(word, others, n=1, cutoff=ALIKE))


def fuller_name(name: str, others: Iterable[str]) -> str:
    """The longest name of the same report that ends in these words ("kerry" in "john kerry"), else the name itself."""
    fuller = [other for other in others if other.endswith(f" {name}")]
    return max(fuller, key=lambda other: (len(other), other)) if len(set(fuller)) == 1 else name


def is_spelling_of(name: str, other: str) -> bool:
    """Whether two folded names at the same place of a copied sentence are one name."""
    return SequenceMatcher(None, name, other, autojunk=False).ratio() >= ALIKE
