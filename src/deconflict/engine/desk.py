"""What a report is read with, and what comes of an attempt to read it."""

from __future__ import annotations

import errno
import sqlite3
from typing import Protocol

from deconflict.errors import Unreadable, WriteFailed
from deconflict.record import Issue, Raw, Reading, content_id

NOT_THE_INPUT = ("key", "places", "published_given", "language")
"""What an input is called, what the user says about it and what was found out about it: no part of what it says itself."""

NO_MORE_TO_WRITE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Desk(Protocol):
    """Reads one report after another."""

    def load(self) -> None:
        """Loads what takes long, so that no report's time is spent on it; reading does so too if it was not done before."""
        ...

    def read(self, raw: Raw) -> Reading:
        """Phase A. Errors: `Unreadable` if no report can be made of the input; anything else is a fault of the reader."""
        ...


class Plan(Protocol):
    """Says how to set up a desk; can be pickled, so that every process sets up its own."""

    def open(self) -> Desk: ...


def attempt(desk: Desk, raw: Raw) -> Reading | Issue:
    """The reading, or the issue that says why there is none: one report never stops the others.

    Errors: `WriteFailed` if the disk takes no more, which is no fault of the report and holds for all others.
    """
    try:
        return desk.read(raw)
    except Unreadable as error:
        return Issue("unreadable", place_of(raw), error.message, error.advice)
    except WriteFailed:
        raise
    except Exception as error:  # whatever a report sets off in a reader is kept as an issue with its name
        if refused := disk_full(error):
            raise refused from error
        return failed(raw, f"The reader broke on it ({type(error).__name__}: {_one_line(error)}).")


def disk_full(error: Exception) -> WriteFailed | None:
    """What to tell of an error that a disk or a limit on files sets off, as an `OSError` or from SQLite; None for others."""
    full = getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
    if full or (isinstance(error, OSError) and error.errno in NO_MORE_TO_WRITE):
        words = getattr(error, "strerror", None) or str(error)
        return WriteFailed(f"The disk takes no more ({words}).", "Free some space, then run the same command again.")
    return None


def failed(raw: Raw, reason: str) -> Issue:
    """The issue of a report that a reader could not cope with."""
    return Issue("reader_failed", place_of(raw), reason, "Please report it with the text; the others were read.")


def too_long(raw: Raw, seconds: float) -> Issue:
    """The issue of a report that was given up after that time."""
    reason = f"The reader did not come to an end of it within {seconds:g} seconds."
    return Issue("reader_failed", place_of(raw), reason, "Split it, or give it more time (--time-limit); the others were read.")


def place_of(raw: Raw) -> str:
    """Where the user finds the input: its file, its row; else the name it gives itself."""
    return raw.places[-1] if raw.places else raw.key


def input_id(raw: Raw) -> str:
    """An id of all an input gives to a reading: the same bytes under another path are the same input."""
    return content_id("n", *(getattr(raw, name) for name in raw.__struct_fields__ if name not in NOT_THE_INPUT))


def holds_no_text(raw: Raw) -> Issue | None:
    """The issue of an input with half characters in it (lone surrogates), which no file or database can hold."""
    try:
        "".join(str(getattr(raw, name)) for name in raw.__struct_fields__).encode()
    except UnicodeEncodeError as error:
        key = raw.key.encode(errors="replace").decode()
        return Issue("encoding", key, f"It holds half a character ({error.reason}).", "Save it as UTF-8 and read it again.")
    return None


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]
