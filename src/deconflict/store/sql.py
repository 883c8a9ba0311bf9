"""A record in a relational database: the store's writing half. Views are in `views.py`, the SQLite file in `sqlite.py`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Engine, Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from deconflict.errors import OurBug
from deconflict.record import Claim, Issue, Reading, Report, Weighed
from deconflict.store import tables
from deconflict.store.knowledge import Knowledge
from deconflict.store.plainly import plainly
from deconflict.store.store import Kept
from deconflict.store.views import SqlViews, is_open

Row = dict[str, Any]
ROWS_AT_ONCE = 1_000
INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""Inserts that can leave out what is there already; SQL has no one word for it."""


class SqlStore(SqlViews):
    """The store over a SQLAlchemy engine. The engine's option `writing` marks transactions that will write."""

    def __init__(self, engine: Engine, name: str) -> None:
        super().__init__(engine, name)
        self._writer = engine.execution_options(writing=True)

    def keep(self, reading: Reading, input_id: str, method: str) -> Kept:
        with self._writing() as connection:
            new_report = _add_new(connection, tables.reports, [_report_row(reading.report)])
            if not new_report:
                _same_text(connection, reading.report)
            number = _add_reading(connection, reading, input_id, method)
            new_claims = _add_new(connection, tables.claims, [_claim_row(claim) for claim in reading.claims])
            _add(connection, tables.readings_claims, _positions(number, reading.claims))
            _add(connection, tables.issues, [_issue_row(issue, number) for issue in reading.issues])
        return Kept(bool(new_report), new_claims)

    def note(self, issue: Issue) -> bool:
        noted = tables.issues
        with self._writing() as connection:
            there = connection.execute(select(noted.c.number).where(noted.c.id == issue.id, is_open())).first()
            if there is None:
                _add(connection, noted, [_issue_row(issue, None)])
        return there is None

    def settle(self, issues: Collection[int]) -> None:
        if issues:
            with self._writing() as connection:
                _add_new(connection, tables.settled, [{"issue": number, "settled_at": _now()} for number in issues])

    def replace_weighed(self, weighed: Weighed, knowledge: Knowledge, through: int) -> None:
        with self._writing() as connection:
            if _weighed_through(connection) > through:
                return  # another run has weighed more readings meanwhile
            for table in tables.WEIGHED:
                connection.execute(delete(table))
            _add_weighed(connection, weighed)
            connection.execute(delete(tables.meta))
            remembered = {"knowledge": knowledge, "weighed_through": through}
            _add(connection, tables.meta, [{"name": name, "payload": _json(value)} for name, value in remembered.items()])

    def close(self) -> None:
        with plainly(self._name):
            self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plainly(self._name), self._writer.begin() as connection:
            yield connection


def _weighed_through(connection: Connection) -> int:
    weighed = select(tables.meta.c.payload).where(tables.meta.c.name == "weighed_through")
    return int(connection.execute(weighed).scalar() or 0)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _add(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """In batches: a record's links as rows at once would take as much memory again as the links themselves."""
    waiting = iter(rows)
    while batch := list(islice(waiting, ROWS_AT_ONCE)):
        connection.execute(insert(table), batch)


def _add_new(connection: Connection, table: Table, rows: Sequence[Row]) -> int:
    """Adds the rows that are not there yet; how many those are."""
    if not rows:
        return 0
    statement = INSERTS[connection.dialect.name](table).on_conflict_do_nothing()
    return int(connection.execute(statement, rows).rowcount)


def _add_reading(connection: Connection, reading: Reading, input_id: str, method: str) -> int:
    row = {
        "report": reading.report.id,
        "input": input_id,
        "method": method,
        "reader": reading.reader.name,
        "reader_version": reading.reader.version,
        "read_at": _now(),
        "payload": _json(msgspec.structs.replace(reading.report, title="", text="")),
    }
    key = connection.execute(insert(tables.readings), row).inserted_primary_key
    return int(key[0]) if key else 0


def _same_text(connection: Connection, report: Report) -> None:
    """Spans of a new reading must stand on the text that is kept, so one id can never come with two texts."""
    kept = tables.reports
    row = connection.execute(select(kept.c.title, kept.c.text).where(kept.c.id == report.id)).one()
    if (row.title, row.text) != (report.title, report.text):
        raise OurBug(f"report {report.id} ({report.key}) is kept with another text.")


def _report_row(report: Report) -> Row:
    row = {name: getattr(report, name) for name in ("id", "key", "raw_sha256", "title", "text")}
    return {**row, "kept_at": _now()}


def _claim_row(claim: Claim) -> Row:
    payload = _json(msgspec.structs.replace(claim, origin=None))
    return {"id": claim.id, "report": claim.report, "type": claim.type, "status": claim.status, "payload": payload}


def _positions(number: int, claims: Sequence[Claim]) -> list[Row]:
    return [{"reading": number, "position": position, "claim": claim.id} for position, claim in enumerate(claims)]


def _issue_row(issue: Issue, reading: int | None) -> Row:
    return {"id": issue.id, "reading": reading, "kind": issue.kind, "noted_at": _now(), "payload": _json(issue)}


def _add_weighed(connection: Connection, weighed: Weighed) -> None:
    trace = weighed.trace
    _add(connection, tables.origins, [{"id": origin.id, "payload": _json(origin)} for origin in trace.origins])
    traced = ({"claim": claim, "origin": origin} for claim, origin in trace.origin_of.items())
    _add(connection, tables.claims_origins, traced)
    _add(connection, tables.copies, [{"payload": _json(copy)} for copy in trace.copies])
    links = ({"id": link.id, "a": link.a, "b": link.b, "verdict": link.verdict, "payload": _json(link)} for link in weighed.links)
    _add(connection, tables.links, links)
    events = ({"id": event.id, "type": event.type, "status": event.status, "payload": _json(event)} for event in weighed.events)
    _add(connection, tables.events, events)
    _add(
        connection,
        tables.events_claims,
        ({"event": event.id, "claim": claim} for event in weighed.events for claim in event.claims),
    )
