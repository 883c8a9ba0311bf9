"""The records of a table in text: lines taken apart by the csv module, and past what is longer than any report."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from deconflict.ingest import limits

Fault = Literal["misquoted", "too long"]
"""A quotation mark out of place, or a record longer than LONGEST_ROW."""


class UnclosedError(ValueError):
    """A quotation mark that never closes has swallowed the rest of the table."""


class _TooLong(Exception):
    """The record goes on beyond what is kept in memory."""


def records_of(lines: Iterable[str], delimiter: str) -> Iterator[list[str] | Fault]:
    """The cells of each record, `[]` for a blank line. `lines` may come in pieces of LONGEST_ROW. Raises UnclosedError."""
    pieces = _Pieces(lines)
    reader = csv.reader(pieces, delimiter=delimiter, strict=True)
    while True:
        pieces.kept = []
        try:
            record = _next(reader)
        except _TooLong:
            yield _past(pieces, delimiter)
        except csv.Error as error:
            if "field larger" in str(error):
                yield _past(pieces, delimiter)
            elif "expected after" in str(error):
                yield "misquoted"
            else:  # the file ends inside a cell
                raise UnclosedError from error
        else:
            if record is None:
                return
            yield record


class _Pieces:
    """Gives the csv module whole lines and keeps those of the record under way, which are fewer than LONGEST_ROW holds."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.coming = iter(lines)
        self.kept: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.coming)
        self.kept.append(line)
        # readline gives a piece of just that length where the line goes on
        if len(line) >= limits.LONGEST_ROW and not line.endswith(("\n", "\r")):
            raise _TooLong
        return line


def _next(reader: Iterator[list[str]]) -> list[str] | None:
    """The next record. The longest cell is a setting of the whole process, so it is changed for this one call."""
    limit = csv.field_size_limit(limits.LONGEST_ROW)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(limit)


def _past(pieces: _Pieces, delimiter: str) -> Fault:
    """Goes to the end of the record under way, keeping nothing of it. Raises UnclosedError if it has none."""
    kept, pieces.kept = pieces.kept, []
    end = RecordEnd(delimiter)
    for piece in chain(kept, pieces.coming):
        if fault := end.found_in(piece):
            return fault
    if end.state == "quoted":
        raise UnclosedError
    return "too long"


class RecordEnd:
    """Looks for the end of a record that comes in pieces, by the rules of the csv module."""

    def __init__(self, delimiter: str) -> None:
        self.state: Literal["before a cell", "plain", "quoted", "after a mark"] = "before a cell"
        self._delimiter = delimiter
        self._cell_end = re.compile(f"[{re.escape(delimiter)}\n\r]")

    def found_in(self, piece: str) -> Fault | None:
        """Why the record ends in `piece`: its line does, or a quotation mark is out of place. None if it goes on after it."""
        at = 0
        while at < len(piece):
            letter = piece[at]
            if self.state == "quoted":
                at = piece.find('"', at) + 1 or len(piece) + 1
                self.state = "after a mark" if at <= len(piece) else "quoted"
            elif self.state == "before a cell":
                self.state, at = ("quoted", at + 1) if letter == '"' else ("plain", at)
            elif self.state == "after a mark" and letter == '"':
                self.state, at = "quoted", at + 1
            elif self.state == "after a mark" and letter not in f"{self._delimiter}\n\r":
                return "misquoted"
            else:
                end = self._cell_end.search(piece, at)
                if end and end[0] != self._delimiter:
                    return "too long"
                self.state, at = ("before a cell", end.end()) if end else ("plain", len(piece))
        return None
