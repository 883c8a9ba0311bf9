"""What goes wrong with a database, said in one sentence that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from sqlalchemy.exc import DBAPIError

from deconflict.errors import BadRecord, DeconflictError, OurBug, WriteFailed

FREE_SPACE = "Check the free space and your quota, then run the same command again; what was stored stays."
MAY_OPEN = "Check that its folder exists and that you may read and write there."
WAIT = "Wait until it is done, then run the same command again."
RECORDS = "Give the file that `deconflict read --record` wrote."
DAMAGED = "Restore it from a copy, or read the reports again into a new record."

ALTERED = ("no such table", "no such column", "Could not decode to UTF-8", "malformed", "unsupported file format")
"""How messages begin that no record of ours can set off unless its bytes were altered."""

SQLITE_TROUBLE: dict[str, tuple[type[DeconflictError], str, str]] = {
    "SQLITE_FULL": (WriteFailed, "The disk is full", FREE_SPACE),
    "SQLITE_IOERR": (WriteFailed, "The disk refuses to read or write", FREE_SPACE),
    "SQLITE_READONLY": (WriteFailed, "The record or its folder is read-only", "Give a path that you may write to."),
    "SQLITE_CANTOPEN": (BadRecord, "The file cannot be opened", MAY_OPEN),
    "SQLITE_PERM": (BadRecord, "The file cannot be opened", MAY_OPEN),
    "SQLITE_AUTH": (BadRecord, "The file cannot be opened", MAY_OPEN),
    "SQLITE_BUSY": (WriteFailed, "Another program is writing to the record", WAIT),
    "SQLITE_LOCKED": (WriteFailed, "Another program is using the record", WAIT),
    "SQLITE_NOTADB": (BadRecord, "The file is no record of deconflict", RECORDS),
    "SQLITE_CORRUPT": (BadRecord, "The record is damaged", DAMAGED),
    "SQLITE_FORMAT": (BadRecord, "The record is damaged", DAMAGED),
    "SQLITE_TOOBIG": (BadRecord, "The record is damaged", DAMAGED),
}
"""SQLite's primary result codes and what they mean to the user; https://sqlite.org/rescode.html"""


@contextmanager
def plainly(name: str) -> Iterator[None]:
    """Turns a database's errors into ours; `name` is the record as the user knows it."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise plain(name, getattr(cause, "sqlite_errorname", ""), str(cause)) from error
    except msgspec.MsgspecError as error:
        raise damaged(name, str(error)) from error


@contextmanager
def soundly(name: str) -> Iterator[None]:
    """The same where rows are read back: what no longer makes a noun has been altered from outside."""
    with plainly(name):
        try:
            yield
        except (OurBug, ValueError) as error:
            raise damaged(name, str(error)) from error


def damaged(name: str, said: str) -> BadRecord:
    """A file that was a record of ours."""
    return BadRecord(f"{name}: The record is damaged ({said.strip().rstrip('.')}).", DAMAGED)


def plain(name: str, code: str, said: str = "") -> DeconflictError:
    """Our error for a SQLite result code, extended ones included; `said` is the driver's own word."""
    if said.startswith(ALTERED):
        return damaged(name, said)
    primary = "_".join(code.split("_")[:2])
    if primary == "SQLITE_CONSTRAINT":
        return OurBug(f"{name}: a row does not fit the others ({said}).")
    unknown = (WriteFailed, f"The database says: {said}", "")
    kind, sentence, advice = SQLITE_TROUBLE.get(primary, unknown)
    return kind(f"{name}: {sentence}.", advice)
