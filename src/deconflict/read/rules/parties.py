"""Phrases that name a party: an army, a group, a state, "a suicide bomber"."""

from __future__ import annotations

from typing import NamedTuple

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_actors import ADJECTIVES, BYSTANDERS, GENITIVES, HEADS, NAMES
from deconflict.read.rules.lexicon_grammar import FUNCTION, VERBS
from deconflict.read.rules.lexicon_places import BEFORE, DIRECTIONS, PLACE_NOUNS
from deconflict.read.rules.lexicon_times import FULL_DAYS
from deconflict.read.rules.words import Line


class Chunk(NamedTuple):
    """Words `first:after` of a line."""

    first: int
    after: int


_DESCRIBING = bag("military state government front police party opposition council president minister")
_GENERIC = bag(
    "group groups unit units organization organisation crew factions faction division movement powers nations mission party"
)
_DAYS = bag(FULL_DAYS.replace("|", " ")) | bag(FULL_DAYS.replace("|", "s ") + "s")
_NO_NAME = bag("the a an in on at by of for and but he she it they this that these those after while when")


def parties(line: Line) -> list[Chunk]:
    """Every phrase of the line that names a party, in order, none overlapping."""
    found, index = [], 0
    while index < len(line):
        if not _inside(line, index):
            index += 1
            continue
        after = index
        while after < len(line) and _inside(line, after):
            after += 1
        if chunk := _trimmed(line, index, after):
            found.append(chunk)
        index = after
    return found


def _inside(line: Line, index: int) -> bool:
    word = line.low[index]
    return (
        word in HEADS
        or word in ADJECTIVES
        or word in NAMES
        or word in GENITIVES
        or (line.capitals[index] and word not in _NO_NAME)
    )


def _trimmed(line: Line, first: int, after: int) -> Chunk | None:
    """The phrase down to its head, without place words before it; None if it has no head."""
    while first < after and (line.low[first] in DIRECTIONS or line.low[first] in _DAYS):
        first += 1
    if line.at(first - 1) in BEFORE:
        first = _after_place(line, first, after)
    while after > first and not _ends_a_party(line, after - 1):
        after -= 1
    while first < after and line.low[first] == "suspected":
        first += 1
    if after <= first or line.low[after - 1] in BYSTANDERS or _modifies(line, first, after):
        return None
    return Chunk(first, after)


def _modifies(line: Line, first: int, after: int) -> bool:
    """ "military installation", "the group": a lone word that only describes what follows, or names no one."""
    if after > first + 1 or line.low[first] not in _DESCRIBING:
        return after == first + 1 and line.low[first] in _GENERIC
    behind = line.at(after)
    return behind.isalpha() and behind not in FUNCTION and behind not in VERBS


def _ends_a_party(line: Line, index: int) -> bool:
    return line.low[index] in HEADS or line.low[index] in NAMES or line.low[index] in GENITIVES


def _after_place(line: Line, first: int, after: int) -> int:
    """Where the party begins in "in Idlib regime forces": behind capitalised words that no table knows."""
    index = first
    while index < after and line.capitals[index] and not (line.low[index] in ADJECTIVES or _ends_a_party(line, index)):
        index += 1
    return index if index > first or line.at(first) not in PLACE_NOUNS else after
