"""Small tools to write long word lists and alternatives of regular expressions one idea a line."""

from __future__ import annotations


def any_of(*alternatives: str) -> str:
    """The regular expression that matches any one of `alternatives`, the first that fits."""
    return f"(?:{'|'.join(alternatives)})"


def listed(words: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(words.split())
