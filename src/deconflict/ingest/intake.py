"""From paths to reports as they came in: the only reading of files in Phase A."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import BinaryIO

import msgspec

from deconflict.errors import BadRequest
from deconflict.ingest import faults
from deconflict.ingest.columns import Columns, columns_of
from deconflict.ingest.content import Content
from deconflict.ingest.decode import decoded
from deconflict.ingest.delimited import DelimitedTable
from deconflict.ingest.guessing import doubt_of
from deconflict.ingest.json_rows import JsonTable
from deconflict.ingest.kinds import Kind, is_passed_over, kind_by_name, passed_over, unsupported
from deconflict.ingest.limits import LARGEST_PAGE, LARGEST_TEXT, LONGEST_REPORT
from deconflict.ingest.magic import is_page
from deconflict.ingest.options import IngestOptions
from deconflict.ingest.ours import is_our_geojson, is_our_page, is_our_table, own_work
from deconflict.ingest.parquet import ParquetTable
from deconflict.ingest.rows import Table
from deconflict.ingest.sniffing import kind_of_json, kind_of_pipe
from deconflict.ingest.tabular import reports_in
from deconflict.ingest.walk import contents
from deconflict.record import Issue, Raw

_SAMPLE = 1_000_000  # bytes

_TABLES: Mapping[Kind, Callable[[Content], Table | Issue]] = {
    "delimited": DelimitedTable.open,
    "json": lambda content: JsonTable.open(content, by_line=False),
    "json lines": lambda content: JsonTable.open(content, by_line=True),
    "parquet": ParquetTable.open,
}


class Planned(msgspec.Struct, frozen=True):
    """An input that will be read: a text of its own, or a table with its columns known."""

    content: Content
    kind: Kind
    table: Table | None = None
    columns: Columns | None = None
    doubt: Issue | None = None


def inputs(paths: Sequence[str], options: IngestOptions, stdin: BinaryIO | None = None) -> Iterator[Raw | Issue]:
    """Every report that `paths` name (files, folders, patterns, `-` for `stdin`), and an Issue for whatever is none.

    The columns of all tables are looked at first: BadRequest if nothing else could be read and a table that is named outright
    lacks a column. Beside other inputs it is an Issue. The iterator itself raises nothing on bad input.
    """
    found = list(contents(paths, stdin))
    others = [item for item in found if isinstance(item, Content) and is_passed_over(item)]
    wanted = [item for item in found if isinstance(item, Issue) or not is_passed_over(item)]
    planned = [_planned(item, options) if isinstance(item, Content) else item for item in wanted]
    refused = [
        item for item in planned if isinstance(item, Issue) and item.kind == "missing_column" and item.input in named(found)
    ]
    if refused and not any(isinstance(item, Planned) for item in planned):
        raise BadRequest(refused[0].reason, refused[0].advice)
    return chain(chain.from_iterable(_reports(item, options) for item in planned), passed_over(others))


def named(found: Sequence[Content | Issue]) -> frozenset[str]:
    """The names of those that the user named outright."""
    return frozenset(item.name for item in found if isinstance(item, Content) and item.named)


def _planned(content: Content, options: IngestOptions) -> Planned | Issue:
    try:
        kind = _kind(content, options)
        if kind is None:
            return unsupported(content)
        return _planned_table(content, kind, options) if kind in _TABLES else Planned(content, kind)
    except OSError as error:
        return faults.unreadable(content.name, error)
    except BadRequest as error:
        return Issue("missing_column", content.name, error.message, error.advice)


def _kind(content: Content, options: IngestOptions) -> Kind | None:
    if content.path is None:
        return kind_of_pipe(content, columns_given=bool(options.columns))
    kind = kind_by_name(content)
    return kind_of_json(content) if kind == "json" else kind


def _planned_table(content: Content, kind: Kind, options: IngestOptions) -> Planned | Issue:
    """Raises OSError, BadRequest."""
    if kind.startswith("json") and is_our_geojson(content.head(1_000)):
        return own_work(content.name)
    table = _TABLES[kind](content)
    if isinstance(table, Issue):
        return table
    if is_our_table(table.columns) or (isinstance(table, ParquetTable) and table.is_ours):
        return own_work(content.name)
    numbers = table.numbers if isinstance(table, ParquetTable) else frozenset()
    columns = columns_of(content.name, table.columns, options.columns, numbers)
    encoding = table.encoding if isinstance(table, DelimitedTable | JsonTable) else ""
    return Planned(content, kind, table, columns, doubt_of(content.head(_SAMPLE), encoding, content.name))


def _reports(item: Planned | Issue, options: IngestOptions) -> Iterator[Raw | Issue]:
    if isinstance(item, Issue):
        yield item
        return
    try:
        if item.doubt:
            yield item.doubt
        rows = reports_in(item.table, item.columns, options) if item.table and item.columns else _report(item, options)
        for found in rows:
            # another pipe of the same name is another input
            yield msgspec.structs.replace(found, places=()) if isinstance(found, Raw) and not item.content.path else found
    except OSError as error:
        yield faults.unreadable(item.content.name, error)


def _report(item: Planned, options: IngestOptions) -> Iterator[Raw | Issue]:
    """The one report of a file that is a text or a page. Raises OSError."""
    name, data = item.content.name, item.content.head(LARGEST_PAGE + 1)
    if len(data) > (LARGEST_PAGE if item.kind == "html" else LARGEST_TEXT):
        yield faults.too_long(name)
        return
    text = decoded(data, name)
    if isinstance(text, Issue):
        yield text
        return
    if is_our_page(text.text):
        yield own_work(name)
        return
    kind = "html" if item.kind == "html" or (item.kind == "text" and is_page(text.text)) else item.kind
    if len(text.text) > LONGEST_REPORT and kind != "html":
        yield faults.too_long(name)
        return
    if doubt := doubt_of(data, text.encoding, name):
        yield doubt
    if text.damage:
        yield faults.damaged(name, text.damage)
    yield Raw(
        key=name,
        content=text.text,
        raw_sha256=hashlib.sha256(data).hexdigest(),
        format="html" if kind == "html" else "markdown" if kind == "markdown" else "text",
        published_given=options.published,
        places=(name,),
    )
