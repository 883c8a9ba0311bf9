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
from deconflict.ingest.json_rows import JsonTable
from deconflict.ingest.kinds import Kind, is_passed_over, kind_of, passed_over, unsupported
from deconflict.ingest.limits import LARGEST_PAGE, LARGEST_TEXT, LONGEST_REPORT
from deconflict.ingest.magic import is_page
from deconflict.ingest.options import IngestOptions
from deconflict.ingest.parquet import ParquetTable
from deconflict.ingest.rows import Table
from deconflict.ingest.tabular import reports_in
from deconflict.ingest.walk import contents
from deconflict.record import Issue, Raw

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


def inputs(paths: Sequence[str], options: IngestOptions, stdin: BinaryIO | None = None) -> Iterator[Raw | Issue]:
    """Every report that `paths` name (files, folders, patterns, `-` for `stdin`), and an Issue for whatever is none.

    The columns of all tables are looked at first: BadRequest if one that is named outright lacks a column, before any report
    is read. The iterator itself raises nothing on bad input.
    """
    found = list(contents(paths, stdin))
    others = [item for item in found if isinstance(item, Content) and is_passed_over(item)]
    wanted = [item for item in found if isinstance(item, Issue) or not is_passed_over(item)]
    planned = [_planned(item, options) if isinstance(item, Content) else item for item in wanted]
    return chain(chain.from_iterable(_reports(item, options) for item in planned), passed_over(others))


def _planned(content: Content, options: IngestOptions) -> Planned | Issue:
    try:
        kind = kind_of(content, columns_given=bool(options.columns))
        if kind is None:
            return unsupported(content)
        if kind not in _TABLES:
            return Planned(content, kind)
        table = _TABLES[kind](content)
        if isinstance(table, Issue):
            return table
        return Planned(content, kind, table, columns_of(content.name, table.columns, options.columns))
    except OSError as error:
        return faults.unreadable(content.name, error)
    except BadRequest as error:
        if content.named:
            raise
        return Issue("missing_column", content.name, error.message, error.advice)


def _reports(item: Planned | Issue, options: IngestOptions) -> Iterator[Raw | Issue]:
    if isinstance(item, Issue):
        yield item
    elif item.table and item.columns:
        yield from reports_in(item.table, item.columns, options)
    else:
        try:
            yield from _report(item, options)
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
    kind = "html" if item.kind == "html" or (item.kind == "text" and is_page(text.text)) else item.kind
    if len(text.text) > LONGEST_REPORT and kind != "html":
        yield faults.too_long(name)
        return
    if text.damage:
        yield faults.damaged(name, text.damage)
    yield Raw(
        key=name,
        content=text.text,
        raw_sha256=hashlib.sha256(data).hexdigest(),
        format="html" if kind == "html" else "markdown" if kind == "markdown" else "text",
        published_given=options.published,
    )
