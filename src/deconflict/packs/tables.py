"""Rows of a pack's tables, each knowing file and line, so that an error can name them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from deconflict.errors import BadPack

COLUMNS = {
    "states.csv": ("id", "name", "country", "side", "demonyms", "seats", "aliases", "source"),
    "bodies.csv": ("id", "name", "kind", "part_of", "words"),
    "actors.csv": ("id", "name", "kind", "side", "country", "part_of", "aliases", "source"),
    "sources.csv": ("id", "name", "kind", "side", "country", "aliases"),
    "offices.csv": ("id", "name", "words", "actor", "person", "person_name", "from", "to", "source"),
    "places.csv": (
        "id", "name", "kind", "lat", "lon", "radius_km", "precision", "admin1", "country", "geonameid", "aliases", "source",
    ),
}  # fmt: skip
"""What each table must have. All tables may be missing; docs/packs.md says what the columns mean."""

OnWrong = Callable[[BadPack], None]
"""What is done about something wrong: refuse it, or note it and go on to the next."""


def refuse(wrong: BadPack) -> None:
    """Raises it: a pack that is used must be right."""
    raise wrong


class Row:
    """One line of a table."""

    def __init__(self, file: Path, line: int, cells: dict[str, str]) -> None:
        self.file = file
        self.line = line
        self.cells = cells

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def maybe(self, column: str) -> str | None:
        """The cell, None if it is empty."""
        return self.cells[column] or None

    def names(self, column: str) -> tuple[str, ...]:
        """The names a cell lists, separated by |."""
        return tuple(name for part in self.cells[column].split("|") if (name := part.strip()))

    def number(self, column: str, low: float, high: float) -> float:
        """The cell as a number within `low..high`."""
        try:
            value = float(self.cells[column])
        except ValueError:
            raise self.wrong(f"{column} {self.cells[column]!r} is no number.") from None
        if not low <= value <= high:
            raise self.wrong(f"{column} {self.cells[column]} is not within {low:g} and {high:g}.")
        return value

    def wrong(self, what: str) -> BadPack:
        """The error that `what` is wrong with this line."""
        return BadPack(f"{self.file}, line {self.line}: {what}", "Mend the line; docs/packs.md tells what each column holds.")


def rows(folder: Path, table: str, on_wrong: OnWrong = refuse) -> Iterator[Row]:
    """The rows of a pack's table, checked for columns, ids and names; none if the pack has no such table.

    What is wrong with the file or with a row is handed to `on_wrong`.
    """
    file = folder / table
    if not file.is_file():
        return
    seen: dict[str, int] = {}
    with file.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines, restkey="", restval="", skipinitialspace=True)
        try:
            if missing := _missing_columns(file, table, reader.fieldnames):
                on_wrong(missing)
                return
            for cells in reader:
                row = Row(file, reader.line_num, cells)
                if wrong := _wrong(row, seen):
                    on_wrong(wrong)
                else:
                    seen[row["id"]] = row.line
                    yield row
        except (csv.Error, UnicodeDecodeError) as error:
            on_wrong(BadPack(f"{file}, after line {reader.line_num}: {error}.", "Save the table as CSV in UTF-8."))


def _missing_columns(file: Path, table: str, found: object) -> BadPack | None:
    present = set(found) if isinstance(found, (list, tuple)) else set()
    missing = [column for column in COLUMNS[table] if column not in present]
    advice = f"The columns are {', '.join(COLUMNS[table])}."
    return BadPack(f"{file}, line 1: missing column {', '.join(missing)}.", advice) if missing else None


def _wrong(row: Row, seen: Mapping[str, int]) -> BadPack | None:
    if row.cells.pop("", None):
        return row.wrong("more cells than columns; a cell that holds a comma needs quotation marks.")
    for column in ("id", "name"):
        if not row[column]:
            return row.wrong(f"no {column}.")
    if row["id"] in seen:
        return row.wrong(f"duplicate id {row['id']!r}, first on line {seen[row['id']]}.")
    return None
