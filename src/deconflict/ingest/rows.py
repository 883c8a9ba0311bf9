"""A table as every format gives it: named columns, and rows one after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Protocol

import msgspec

from deconflict.record import Issue


class Row(msgspec.Struct, frozen=True):
    """`number` as a person counts: 1 is the first line, which in CSV holds the column names. Cells by column name."""

    number: int
    cells: Mapping[str, object]


class Table(Protocol):
    """A table that can be read again and again. `rows` gives an Issue for what is no row, and goes on where it can."""

    @property
    def name(self) -> str:
        """What the user calls it."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, in order."""

    def rows(self, wanted: Collection[str]) -> Iterator[Row | Issue]:
        """Its rows with the cells of the columns `wanted`. Only a few are in memory at a time."""


def row_name(table: str, number: int) -> str:
    """How messages call a row."""
    return f"{table}, row {number}"


def words_of(cell: object) -> str:
    """A cell as text; "" for one that is missing or holds something that has no plain words, such as a list."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return "" if cell != cell else f"{cell:.15g}"  # 1204.0 is the id 1204: a column with a gap is read as floats
    return str(cell) if isinstance(cell, int) and not isinstance(cell, bool) else ""
