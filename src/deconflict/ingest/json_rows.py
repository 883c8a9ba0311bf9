"""JSON Lines, JSON arrays, and JSON objects one after the other."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Collection, Iterator
from itertools import islice

import msgspec

from deconflict.ingest import faults
from deconflict.ingest.content import Content
from deconflict.ingest.decode import errors_for
from deconflict.ingest.limits import LONGEST_ROW
from deconflict.ingest.lines import TOO_LONG, lines, table_encoding
from deconflict.ingest.rows import Row, row_name
from deconflict.record import Issue

_SAMPLE = 100  # records whose keys are the columns; later ones may lack some or have more
_CHUNK = 100_000  # characters
_BETWEEN = re.compile(r"[\s,]*")
_ADVICE = "Write one JSON object per line, with the report's text under one key."


class JsonTable(msgspec.Struct, frozen=True):
    """Records in JSON; its columns are the keys of the first records. `by_line`: one record on each line."""

    content: Content
    encoding: str
    by_line: bool
    columns: tuple[str, ...]

    @classmethod
    def open(cls, content: Content, *, by_line: bool) -> JsonTable | Issue:
        """Its encoding and the keys of its first records; the first fault, if it has no record at all. Raises OSError."""
        encoding = table_encoding(content)
        if isinstance(encoding, Issue):
            return encoding
        table = cls(content, encoding, by_line, ())
        first = list(islice(table._records(), _SAMPLE))
        keys = dict.fromkeys(key for row in first if isinstance(row, Row) for key in row.cells)
        fault = next((row for row in first if isinstance(row, Issue)), faults.empty(content.name))
        return cls(content, encoding, by_line, tuple(keys)) if keys else fault

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.content.name

    def rows(self, wanted: Collection[str]) -> Iterator[Row | Issue]:
        """Its records in order. A line that is no JSON is an Issue; in an array nothing after such a place can be read."""
        for row in self._records():
            yield row if isinstance(row, Issue) else Row(row.number, {name: row.cells.get(name) for name in wanted})

    def _records(self) -> Iterator[Row | Issue]:
        try:
            yield from self._rows_by_line() if self.by_line else self._rows_in_sequence()
        except OSError as error:
            yield faults.unreadable(self.name, error)

    def _rows_by_line(self) -> Iterator[Row | Issue]:
        for number, line in enumerate(lines(self.content, self.encoding), 1):
            if line == TOO_LONG:
                yield faults.too_long(row_name(self.name, number))
            elif line.strip():
                yield self._row(number, _value(line))

    def _rows_in_sequence(self) -> Iterator[Row | Issue]:
        number = 0
        try:
            for number, value in enumerate(_values(self.content, self.encoding), 1):
                yield self._row(number, value)
        except ValueError:
            where = row_name(self.name, number + 1)
            yield self._broken(f"{where} is not valid JSON, or is too long; nothing from there on was read.", where)

    def _row(self, number: int, value: object) -> Row | Issue:
        if isinstance(value, dict):
            return Row(number, value)
        where = row_name(self.name, number)
        return self._broken(f"{where} is no JSON object.", where)

    def _broken(self, reason: str, where: str) -> Issue:
        return Issue("unreadable", where, reason, _ADVICE)


def _value(line: str) -> object:
    """The line's value, None if it is no JSON."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _values(content: Content, encoding: str) -> Iterator[object]:
    """The values of an array, or of a file that holds one after the other, read piece by piece. Raises ValueError."""
    decode = json.JSONDecoder().raw_decode
    with io.TextIOWrapper(content.open(), encoding, errors_for(encoding)) as stream:
        waiting = stream.read(_CHUNK).lstrip("\ufeff \t\r\n")
        start, end = (1, "]") if waiting.startswith("[") else (0, "")
        while True:
            between = _BETWEEN.match(waiting, start)
            try:
                value, start = decode(waiting, between.end() if between else start)
            except RecursionError as error:
                raise ValueError("nested too deeply") from error
            except ValueError:
                more = stream.read(max(_CHUNK, len(waiting) - start))
                if not more and waiting[start:].strip() == end:
                    return
                if not more or len(waiting) - start > LONGEST_ROW:
                    raise
                waiting, start = waiting[start:] + more, 0
            else:
                yield value
