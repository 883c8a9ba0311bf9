"""Desks that read, break, stall or crash on demand. In a file of its own, so that reading processes can import it too."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from deconflict.errors import Unreadable, WriteFailed
from deconflict.packs import Packs
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
    """Takes a raw's content as an order, like `break`, `stall`, `crash` or `refuse`; anything else is read."""

    packs = Packs()

    def load(self) -> None: ...

    def method(self) -> str:
        return "m-fake"

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
        if order == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if order == "hungry":
            raise MemoryError
        if order == "leave":
            threading.Timer(0.2, os._exit, (9,)).start()
        if order == "pid":
            return reading(raw, str(os.getpid()))
        if order == "slow":
            time.sleep(0.05)
        return reading(raw, raw.content)


def reading(raw: Raw, text: str) -> Reading:
    report = Report(content_id("r", raw.content), raw.key, Source("source:x", "X"), raw.title, text, raw.raw_sha256)
    claim = Claim(report.id, "ASSAULT", report.span(0, 1), report.span(0, 1), reader=READER).identified()
    return Reading(report, (claim,), READER)


def swallows_every_exception() -> None:
    while True:
        with suppress(Exception):
            time.sleep(60)


class FakePlan(NamedTuple):
    packs: tuple[str, ...] = ()

    def open(self) -> FakeDesk:
        return FakeDesk()


class PlanThatFailsOnce(NamedTuple):
    """The first process that takes `token` away cannot set up a desk."""

    token: Path

    def open(self) -> FakeDesk:
        try:
            self.token.unlink()
        except FileNotFoundError:
            return FakeDesk()
        raise RuntimeError("no desk yet")


class BrokenPlan(NamedTuple):
    def open(self) -> FakeDesk:
        raise RuntimeError("no desk")
