"""Finding the phrases of a table in a line. The tables themselves stand one a file in `lexicon_*.py`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from deconflict.read.rules.words import Line

Entry = TypeVar("Entry")


def bag(words: str) -> frozenset[str]:
    """The words of a table written as one text, in lower case."""
    return frozenset(words.lower().split())


class Hit(NamedTuple, Generic[Entry]):
    """Words `first` up to, not including, `after` of a line are a phrase of the table; `entry` is what the table says of it."""

    first: int
    after: int
    entry: Entry


class Lexicon(Generic[Entry]):
    """A table of lower-case phrases, by first word, longest first; built once, never changed."""

    def __init__(self, table: Mapping[str, Entry]) -> None:
        self._by_first: dict[str, list[tuple[list[str], Entry]]] = {}
        for phrase in sorted(table, key=lambda phrase: -len(phrase.split())):
            words = phrase.split()
            self._by_first.setdefault(words[0], []).append((words, table[phrase]))

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def at(self, line: Line, index: int) -> Hit[Entry] | None:
        """The longest phrase that begins at word `index`."""
        for words, entry in self._by_first.get(line.low[index], ()):
            if len(words) == 1 or line.low[index : index + len(words)] == words:
                return Hit(index, index + len(words), entry)
        return None

    def find(self, line: Line) -> list[Hit[Entry]]:
        """Every phrase in the line, none overlapping, in order."""
        hits, after = [], 0
        for index, word in enumerate(line.low):
            if index >= after and word in self._by_first and (hit := self.at(line, index)):
                hits.append(hit)
                after = hit.after
        return hits


def rows(table: Mapping[str, Entry]) -> dict[str, Entry]:
    """A table whose keys list several phrases, split at "|", as one entry a phrase."""
    return {" ".join(phrase.split()): entry for keys, entry in table.items() for phrase in keys.split("|")}
