"""What a text without a telling name is: what came through a pipe, and JSON, which is written in several ways."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice, takewhile

from deconflict.errors import BadRequest
from deconflict.ingest.columns import columns_of
from deconflict.ingest.content import Content
from deconflict.ingest.delimited import DelimitedTable
from deconflict.ingest.kinds import Kind
from deconflict.ingest.limits import LONGEST_ROW
from deconflict.ingest.rows import Row

_LINES = 20
_COLUMN = re.compile(r"[^\W\d_](?:[\w.-]| (?! )){0,39}")  # prose between commas begins with a space or is longer
_JSON = re.compile(rb"\s*(?:\[\s*\{|\{\s*\")")


def kind_of_pipe(content: Content, *, columns_given: bool) -> Kind:
    """By its first bytes and lines; with columns given it is a table. Raises OSError."""
    head = content.head(4_000)
    if head.startswith(b"PAR1"):
        return "parquet"
    if _JSON.match(head):
        return kind_of_json(content)
    return "delimited" if columns_given or is_table(content) else "text"


def kind_of_json(content: Content) -> Kind:
    """JSON Lines if at least half of the first lines are an object each, so that a torn one is skipped alone. Raises OSError."""
    first = list(islice(_lines(content), _LINES))
    return "json lines" if first and 2 * sum(map(_is_object, first)) >= len(first) else "json"


def is_table(content: Content) -> bool:
    """Whether its first line names columns, of which one is the text's, and the rows after it have as many cells. Raises OSError.

    A table whose text column has no telling name is taken for one by its rows alone, so that it is said which columns there are.
    """
    table = DelimitedTable.open(content)
    if not isinstance(table, DelimitedTable) or len(table.columns) < 2 or not _are_names(content, table):
        return False
    try:
        columns_of(table.name, table.columns, {})
    except BadRequest:
        rows = list(islice(table.rows(table.columns), _LINES))
        full = [row for row in rows if isinstance(row, Row) and len(row.cells) == len(table.columns)]
        return len(rows) >= 2 and len(full) == len(rows)
    return True


def _are_names(content: Content, table: DelimitedTable) -> bool:
    """As written, since the names of a table's columns have lost the spaces around them."""
    line = content.head(4_000).decode(table.encoding, "replace").removeprefix("\ufeff").splitlines()[0]
    written = [cell.strip('"') for cell in line.split(table.delimiter)]
    return len(set(written)) == len(written) and all(map(_COLUMN.fullmatch, written))


def _lines(content: Content) -> Iterator[bytes]:
    with content.open() as stream:
        for line in takewhile(bool, iter(lambda: stream.readline(LONGEST_ROW), b"")):
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield line


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.removeprefix(b"\xef\xbb\xbf")), dict)
    except (ValueError, RecursionError):
        return False
