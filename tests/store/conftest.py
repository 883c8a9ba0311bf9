"""A record's worth of nouns about invented events, made without any step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deconflict.record import (
    Claim,
    Copy,
    Count,
    Event,
    Grade,
    Issue,
    Link,
    Origin,
    ReaderName,
    Reading,
    Reason,
    Report,
    Source,
    Trace,
    Weighed,
    content_id,
)
from deconflict.store import Store, create_record

TEXT = "Shelling hit the harbour of Port Lune. The harbour master said 4 people were killed."
READER = ReaderName("fake", "1")


def _reading(number: int = 1, *, reader: ReaderName = READER, counted: bool = True, issues: tuple[Issue, ...] = ()) -> Reading:
    text = f"{TEXT} Bulletin {number}."
    source = Source("source:lune-herald", "Lune Herald")
    report = Report(content_id("r", text), f"bulletin-{number}.txt", source, "Harbour shelled", text, f"sha-{number}")
    at = text.index("4")
    toll = (Count(report.span(at, at + 1), "killed", 4, 4),) if counted else ()
    claims = (
        Claim(report.id, "ASSAULT", report.span(0, 8), report.span(0, 38), reader=reader).identified(),
        Claim(report.id, "ASSAULT", report.span(75, 81), report.span(39, 84), counts=toll, reader=reader).identified(),
    )
    return Reading(report, claims, reader, issues)


def _weighed(*readings: Reading) -> Weighed:
    claims = [claim for reading in readings for claim in reading.claims]
    ids = tuple(claim.id for claim in claims)
    origin = Origin("o-1", "speaker", "the harbour master")
    link = Link(min(ids[:2]), max(ids[:2]), "same", 3.0, (Reason("place", 3.0, "Both at Port Lune."),))
    grade = Grade("weak", "One origin.")
    event = Event("e-1", "ASSAULT", None, "Shelling", "asserted", None, None, (), (), {}, ids, len(readings), 1, (), grade)
    copies = (Copy(readings[0].report.id, readings[-1].report.id, (), 0.9),)
    return Weighed(Trace((origin,), dict.fromkeys(ids, "o-1"), copies), (link,), (event,))


@pytest.fixture
def reading() -> Callable[..., Reading]:
    return _reading


@pytest.fixture
def weighed() -> Callable[..., Weighed]:
    return _weighed


def _sqlite(folder: Path) -> Store:
    return create_record(folder / "record.db")


OPENERS: dict[str, Callable[[Path], Store]] = {"sqlite": _sqlite}
"""Each opens, or opens again, one and the same record of that kind. The contract is held by all."""


@pytest.fixture(params=OPENERS)
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    return lambda: OPENERS[request.param](tmp_path)


@pytest.fixture
def store(reopen: Callable[[], Store]) -> Iterator[Store]:
    with reopen() as store:
        yield store
