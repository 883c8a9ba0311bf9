"""Desks that read, break, stall or crash on demand. In a file of its own, so that reading processes can import it too."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from contextlib import suppress
from typing import NamedTuple

from deconflict.errors import Unreadable, WriteFailed
from deconflict.record import Claim, Raw, ReaderName, Reading, Report, Source, content_id

READER = ReaderName("fake", "1")


FULL: dict[str, Exception] = {
    "full": OSError(errno.ENOSPC, "No space left on device"),
    "limit": OSError(errno.EFBIG, "File too large"),
    "refused": WriteFailed("The disk is full.", "Free some space."),
    "sqlite": sqlite3.OperationalError("database or disk is full"),
}
FULL["sqlite"].sqlite_errorcode = sqlite3.SQLITE_FULL  # type: ignore[attr-defined]  # as SQLite sets it


class FakeDesk:
    """Takes a raw's content as an order: `break`, `stall`, `crash`, `refuse`; anything else is read."""

    def read(self, raw: Raw) -> Reading:
        order = raw.content.partition(" ")[0]
        if order == "break":
            raise ValueError("no verb\nin sight")
        if order in FULL:
            raise FULL[order]
        if order == "refuse":
            raise Unreadable("It is empty.", "Save it again.")
        if order == "stall":
            time.sleep(60)
        if order == "swallow":
            swallows_every_exception()
        if order == "crash":
            os._exit(7)
        if order == "slow":
            time.sleep(0.05)
        report = Report(content_id("r", raw.content), raw.key, Source("source:x", "X"), raw.title, raw.content, raw.raw_sha256)
        return Reading(
            report, (Claim(report.id, "ASSAULT", report.span(0, 1), report.span(0, 1), reader=READER).identified(),), READER
        )


def swallows_every_exception() -> None:
    while True:
        with suppress(Exception):
            time.sleep(60)


class FakePlan(NamedTuple):
    def open(self) -> FakeDesk:
        return FakeDesk()


class BrokenPlan(NamedTuple):
    def open(self) -> FakeDesk:
        raise RuntimeError("no desk")
