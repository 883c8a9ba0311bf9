"""Words of a text with their places, folded so that stripped commas and apostrophes make no difference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Word(NamedTuple):
    """The word at `start:end`; `folded` is without case and apostrophes ("Assad's" and "Assads" are the same)."""

    start: int
    end: int
    folded: str


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` in order, with offsets into `text`."""
    stop = len(text) if end is None else end
    return [Word(*m.span(), folded(m[0])) for m in WORD.finditer(text, start, stop)]


def folded(word: str) -> str:
    """`word` without case and apostrophes."""
    return word.replace("'", "").replace("’", "").casefold()


def same_run(left: Sequence[Word], right: Sequence[Word]) -> int:
    """How many words from the start of both are the same."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one.folded != other.folded:
            break
        count += 1
    return count


def skip_space(text: str, position: int) -> int:
    """The first place at or after `position` that is not white space."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start:end` without white space at either side; empty if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
