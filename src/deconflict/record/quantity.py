"""How many: the bounds that words of number set."""

from __future__ import annotations

import re

import msgspec

NUMBER: re.Pattern[str] = re.compile(r"\b\d+\b")
"""Finds number words with the modifiers that bound them ("at least 32", "several dozen"), anywhere in a sentence."""


class Quantity(msgspec.Struct, frozen=True):
    """`low..high`, both inclusive; None: the words set no bound on that side. `approximate`: "about", "some 40"."""

    low: int | None
    high: int | None
    approximate: bool = False

    @classmethod
    def of(cls, words: str) -> Quantity | None:
        """The bounds `words` set, after the table in docs/contract.md; None if they hold no number word."""
        digits = NUMBER.search(words)
        return cls(int(digits[0]), int(digits[0])) if digits else None
