"""From the rows of a table to reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from deconflict.ingest import faults
from deconflict.ingest.columns import Columns
from deconflict.ingest.dates import DayOrder, day_order, is_ambiguous, iso_date
from deconflict.ingest.decode import is_mostly_control, mended, with_newlines
from deconflict.ingest.limits import LONGEST_REPORT
from deconflict.ingest.magic import is_page
from deconflict.ingest.options import ColumnRole, IngestOptions
from deconflict.ingest.ours import is_our_page, own_work
from deconflict.ingest.rows import Row, Table, row_name, words_of
from deconflict.record import Issue, Raw


def reports_in(table: Table, columns: Columns, options: IngestOptions) -> Iterator[Raw | Issue]:
    """A Raw or an Issue for each row, and an Issue for what could not be told about the table as a whole."""
    for role, names in columns.unsure.items():
        yield _unsure(table.name, role, names)
    dates = columns.names.get("published") if options.published is None else None
    order = day_order(_cells(table, dates)) if dates else None
    wanted = frozenset(columns.names.values())
    found = ambiguous = False
    for row in table.rows(wanted):
        found = True
        if isinstance(row, Issue):
            yield row
            continue
        cells = {role: words_of(row.cells.get(name)) for role, name in columns.names.items()}
        if dates and not ambiguous and order is None and is_ambiguous(cells["published"]):
            ambiguous = True
            yield _ambiguous(table.name, dates, cells["published"])
        yield from _report(table.name, row.number, cells, order, options)
    if not found:
        yield Issue("empty", table.name, f"{table.name} has columns but no rows.", "Check that the file was saved completely.")


def _report(
    table: str, number: int, cells: dict[ColumnRole, str], order: DayOrder | None, options: IngestOptions
) -> Iterator[Raw | Issue]:
    name = row_name(table, number)
    clean = {role: mended(with_newlines(words)) for role, words in cells.items()}
    words = {role: text for role, (text, _) in clean.items()}
    if fault := _fault(name, words):
        yield fault
        return
    if damage := sum(count for _, count in clean.values()):
        yield faults.damaged(name, damage)
    text, url = words["text"], words.get("url", "").strip()
    yield Raw(
        key=words.get("id", "").strip() or url or f"{table}#{number}",
        content=text,
        raw_sha256=_sha256(words),
        format="html" if is_page(text) else "text",
        title=words.get("title", ""),
        source=words.get("source", "").strip(),
        url=url,  # "" rather than None: a page in a cell is not named by the address it gives itself
        published=iso_date(words.get("published", ""), order),
        published_given=options.published,
        places=(table, name),
    )


def _fault(name: str, words: dict[ColumnRole, str]) -> Issue | None:
    text = words["text"]
    if not text.strip():
        return faults.no_text(name, f"{name} has no text.")
    if is_mostly_control(text):
        return faults.binary(name, "control characters")
    if not any(map(str.isalpha, text)):
        return faults.no_text(name, f"{name} has no words in its text, only {text.strip()[:20]!r}.")
    if is_our_page(text):
        return own_work(name)
    return faults.too_long(name) if len(text) > LONGEST_REPORT else None


def _cells(table: Table, column: str) -> Iterator[str]:
    return (words_of(row.cells.get(column)) for row in table.rows((column,)) if isinstance(row, Row))


def _sha256(words: dict[ColumnRole, str]) -> str:
    """Of the cells that are read, whatever their order and the table's format."""
    filled = {role: cell for role, cell in words.items() if cell}
    return hashlib.sha256(msgspec.json.encode(filled, order="sorted")).hexdigest()


def _unsure(table: str, role: ColumnRole, names: tuple[str, ...]) -> Issue:
    reason = f"{table} has several columns that could be the {role}: {', '.join(names)}. None of them is used."
    return Issue("missing_column", table, reason, f"Say which with --columns {role}=NAME.", skipped=False)


def _ambiguous(table: str, column: str, cell: str) -> Issue:
    reason = f"Dates of {table} such as {cell!r} could be read day first or month first, so they are left out."
    return Issue("undated", table, reason, f"Write the dates in the column {column!r} as YYYY-MM-DD.", skipped=False)
