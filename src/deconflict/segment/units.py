"""Lines and paragraphs: what the text's own newlines set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BULLET = re.compile(r"\s*(?:[•‣▪◦·*]\s*|[-–—]\s+)(?=\S)")
_STOPPED = re.compile(r"[.!?…:;,。！？؟۔।][\"'”’»)\]\s]*(?:\[\d+\]\s*)*$")
_FULL_LINE = 55  # characters: wrapped news text is 60 to 80 wide (the MUC texts: 64 to 79)
_WRAPPED = 0.5


class Unit(NamedTuple):
    """A paragraph, or a line where each line is one, at `start:end` without white space around; `words` is its text."""

    start: int
    end: int
    words: str

    @property
    def bulleted(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_BULLET.match(self.words))

    @property
    def item(self) -> str:
        """Its text without the bullet."""
        return _BULLET.sub("", self.words, count=1)

    @property
    def stopped(self) -> bool:
        """Whether it ends as prose does: a headline or a caption often does not."""
        return bool(_STOPPED.search(self.words[-12:]))

    @property
    def length(self) -> int:
        """How many words it has, roughly."""
        return self.words.count(" ") + 1


def units_of(text: str) -> list[Unit]:
    """Paragraphs of soft-wrapped text, lines of any other. Items of a list stand alone in both."""
    lines = [_unit(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    return _paragraphs(text, lines) if _is_wrapped(text, lines) else lines


def _unit(text: str, start: int, end: int) -> Unit:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    words = words.strip()
    return Unit(start + left, start + left + len(words), words)


def _is_wrapped(text: str, lines: Sequence[Unit]) -> bool:
    """Whether most of the lines that another follows directly break off in the middle of a sentence at about one width."""
    followed = [one for one, other in pairwise(lines) if _adjoin(text, one, other)]
    broken = [line for line in followed if not line.stopped and _FULL_LINE <= len(line.words) <= 2 * _FULL_LINE]
    return len(followed) >= 2 and len(broken) >= _WRAPPED * len(followed)


def _adjoin(text: str, one: Unit, other: Unit) -> bool:
    return text.count("\n", one.end, other.start) == 1


def _paragraphs(text: str, lines: Sequence[Unit]) -> list[Unit]:
    groups: list[list[Unit]] = []
    for line in lines:
        if groups and _adjoin(text, groups[-1][-1], line) and not line.bulleted:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_unit(text, group[0].start, group[-1].end) for group in groups]
