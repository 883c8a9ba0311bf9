"""The events as a table (CSV after RFC 4180, UTF-8): one row an event, its toll as low, best and high."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from deconflict.errors import PublishRefused
from deconflict.publish.published import Published
from deconflict.publish.writing import writing
from deconflict.record import Event, Finding, Outcome

Cell = str | int | float | None

_FORMULA = re.compile(r"^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]")  # the full-width forms run as formulas too
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def write_table(published: Published, path: Path) -> int:
    """Writes the events to `path` and returns how many. Raises PublishRefused, WriteFailed."""
    if not published.events:
        raise PublishRefused("The record holds no events, so there is no table to write.", "Read some reports first.")
    outcomes = _outcomes(published.events)
    rows = [_row(event, outcomes, published) for event in published.events]
    with writing(path) as temporary, temporary.open("w", encoding="utf-8", errors="replace", newline="") as file:
        table = csv.DictWriter(file, fieldnames=list(rows[0]))
        table.writeheader()
        table.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    return len(rows)


def cell(value: Cell) -> Cell:
    """The value as one line; words that a spreadsheet would run as a formula are led by an apostrophe."""
    if not isinstance(value, str):
        return value
    line = _BREAKS.sub(" ", value).strip()
    return f"'{line}" if _FORMULA.match(line) else line


def _outcomes(events: Iterable[Event]) -> tuple[str, ...]:
    """The columns of the contract, always the same ones, then any other the events have."""
    known = get_args(Outcome)
    return (*known, *sorted({name for event in events for name in event.tolls} - set(known)))


def _row(event: Event, outcomes: tuple[str, ...], published: Published) -> dict[str, Cell]:
    row: dict[str, Cell] = {"id": event.id, "type": event.type, "mode": event.mode, "title": event.title, "status": event.status}
    row |= {"background": int(event.background)} | _when(event) | _where(event)
    row |= {"actors": _names(event.actors, published), "recipients": _names(event.recipients, published)}
    for outcome in outcomes:
        row |= _toll(outcome, event.tolls.get(outcome))
    row |= {"reports": event.reports, "origins": event.origins, "sides": _list(published.sides.get(s, s) for s in event.sides)}
    return row | {"grade": event.grade.label, "grade_rule": event.grade.rule, "claims": _list(event.claims)}


def _when(event: Event) -> dict[str, Cell]:
    when = event.when
    return {
        "edtf": when.edtf if when else None,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "date_precision": when.precision if when else None,
    }


def _where(event: Event) -> dict[str, Cell]:
    fields = ("name", "lat", "lon", "radius_km", "precision", "admin1", "country", "geonameid")
    names = {"name": "place", "precision": "where_precision"}
    return {names.get(field, field): getattr(event.where, field, None) for field in fields}


def _toll(outcome: str, finding: Finding | None) -> dict[str, Cell]:
    return {
        f"{outcome}_low": finding.low if finding else None,
        f"{outcome}_best": finding.best if finding else None,
        f"{outcome}_high": finding.high if finding else None,
        f"{outcome}_status": finding.status if finding else None,
        f"{outcome}_voices": len(finding.voices) if finding else None,
    }


def _names(findings: Iterable[Finding], published: Published) -> str:
    """The parties, each disputed or denied one marked so that it is never read as agreed."""
    marked = {"disputed", "denied"}
    named = ((published.name_of(finding.value) or "", finding.status) for finding in findings)
    return _list(f"{name} ({status})" if status in marked else name for name, status in named if name)


def _list(words: Iterable[str]) -> str:
    return "; ".join(words)
