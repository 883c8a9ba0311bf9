"""A record in a relational database: what can be seen of it. Every view streams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Engine, Row, Select, and_, exists, func, or_, select

from deconflict.errors import BadRequest
from deconflict.record import Claim, Copy, Event, Issue, Link, Origin, Report
from deconflict.store.knowledge import Knowledge
from deconflict.store.plainly import soundly
from deconflict.store.tables import (
    claims,
    claims_origins,
    copies,
    events,
    events_claims,
    issues,
    links,
    meta,
    origins,
    readings,
    readings_claims,
    reports,
    settled,
)

ROWS_AT_ONCE = 100
Noun = TypeVar("Noun")


class SqlViews:
    """The reading half of the store. `name` is what messages call the record."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def knows(self, input_id: str, method: str) -> bool:
        later = readings.alias("later")
        same_report = later.c.report == readings.c.report
        overtaken = exists().where(same_report, later.c.number > readings.c.number, later.c.method != method)
        made = select(readings.c.number).where(readings.c.input == input_id, readings.c.method == method)
        return self._first(made.where(~overtaken)) is not None

    def given_date(self, raw_sha256: str) -> str | None:
        statement = select(readings.c.payload).join(reports, reports.c.id == readings.c.report)
        live = statement.where(reports.c.raw_sha256 == raw_sha256, _is_live()).order_by(readings.c.number.desc())
        dated = self._nouns(live, _Dated)
        return next((found.published for found in dated if found.published_from == "given"), None)

    def open_issues(self) -> dict[str, dict[str, int]]:
        statement = select(issues.c.number, issues.c.id, issues.c.payload).where(is_open()).order_by(issues.c.number)
        found: dict[str, dict[str, int]] = {}
        with soundly(self._name):
            for row in self._rows(statement):
                found.setdefault(msgspec.json.decode(row.payload, type=Issue).input, {})[row.id] = row.number
        return found

    def last_reading(self) -> int:
        return int(self._value(select(func.coalesce(func.max(readings.c.number), 0))))

    def is_weighed(self) -> bool:
        with soundly(self._name):
            return int(self._remembered("weighed_through") or "0") == self.last_reading()

    def reports(self) -> Iterator[Report]:
        statement = select(reports.c.title, reports.c.text, readings.c.payload).join(readings, readings.c.report == reports.c.id)
        read = msgspec.json.Decoder(Report).decode
        with soundly(self._name):
            for row in self._rows(statement.where(_is_live()).order_by(reports.c.number)):
                yield msgspec.structs.replace(read(row.payload), title=row.title, text=row.text)

    def claims(self, event: str | None = None) -> Iterator[Claim]:
        statement = _live_claims()
        if event is not None:
            statement = statement.join(events_claims, events_claims.c.claim == claims.c.id)
            statement = statement.where(events_claims.c.event == self.event(event).id)
        read = msgspec.json.Decoder(Claim).decode
        with soundly(self._name):
            for row in self._rows(statement):
                yield msgspec.structs.replace(read(row.payload), origin=row.origin)

    def events(self) -> Iterator[Event]:
        return self._nouns(select(events.c.payload).order_by(events.c.number), Event)

    def event(self, beginning: str) -> Event:
        one = (
            select(events.c.payload).where(events.c.id.startswith(beginning, autoescape=True)).order_by(events.c.number).limit(2)
        )
        found = list(self._nouns(one, Event))
        if not found:
            raise BadRequest(f"The record holds no event {beginning!r}.", "`deconflict events` lists their ids.")
        if len(found) > 1:
            raise BadRequest(f"More than one event's id begins with {beginning!r}.", "Give more of it.")
        return found[0]

    def origins(self) -> Iterator[Origin]:
        return self._nouns(select(origins.c.payload).order_by(origins.c.number), Origin)

    def copies(self) -> Iterator[Copy]:
        return self._nouns(select(copies.c.payload).order_by(copies.c.number), Copy)

    def links(self) -> Iterator[Link]:
        return self._nouns(select(links.c.payload).order_by(links.c.number), Link)

    def issues(self) -> Iterator[Issue]:
        live = exists().where(readings.c.number == issues.c.reading, _is_live())
        statement = select(issues.c.payload).where(or_(is_open(), live)).order_by(issues.c.number)
        return self._nouns(statement, Issue)

    def knowledge(self) -> Knowledge:
        payload = self._remembered("knowledge")
        with soundly(self._name):
            return msgspec.json.decode(payload, type=Knowledge) if payload else Knowledge()

    def counts(self) -> dict[str, int]:
        seen = {"reports": reports, "claims": _live_claims().subquery(), "events": events}
        counted = {name: int(self._value(select(func.count()).select_from(view))) for name, view in seen.items()}
        return {**counted, "issues": sum(1 for _ in self.issues())}

    def _rows(self, statement: Select[Any]) -> Iterator[Row[Any]]:
        with soundly(self._name), self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=ROWS_AT_ONCE).execute(statement)

    def _nouns(self, statement: Select[Any], noun: type[Noun]) -> Iterator[Noun]:
        read = msgspec.json.Decoder(noun).decode
        with soundly(self._name):
            for row in self._rows(statement):
                yield read(row.payload)

    def _first(self, statement: Select[Any]) -> Row[Any] | None:
        with soundly(self._name), self._engine.connect() as connection:
            return connection.execute(statement).first()

    def _value(self, statement: Select[Any]) -> Any:
        row = self._first(statement)
        return row[0] if row else None

    def _remembered(self, name: str) -> str | None:
        value: str | None = self._value(select(meta.c.payload).where(meta.c.name == name))
        return value


class _Dated(msgspec.Struct):
    """As much of a report as says where its day comes from."""

    published: str | None = None
    published_from: str | None = None


def is_open() -> ColumnElement[bool]:
    """An issue of an input that gave no report is open until that input is read well."""
    return and_(issues.c.reading.is_(None), ~exists().where(settled.c.issue == issues.c.number))


def _is_live() -> ColumnElement[bool]:
    """A reading is live if it is its report's newest. Asked report by report, so that views come sorted without sorting."""
    newer = readings.alias("newer")
    newest = select(func.max(newer.c.number)).where(newer.c.report == readings.c.report).scalar_subquery()
    return readings.c.number == newest


def _live_claims() -> Select[Any]:
    return (
        select(claims.c.payload, claims_origins.c.origin)
        .select_from(reports)
        .join(readings, readings.c.report == reports.c.id)
        .join(readings_claims, readings_claims.c.reading == readings.c.number)
        .join(claims, claims.c.id == readings_claims.c.claim)
        .join(claims_origins, claims_origins.c.claim == claims.c.id, isouter=True)
        .where(_is_live())
        .order_by(reports.c.number, readings_claims.c.position)
    )
