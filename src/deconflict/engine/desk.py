"""What a report is read with, and what comes of an attempt to read it."""

from __future__ import annotations

from typing import Protocol

from deconflict.errors import Unreadable
from deconflict.record import Issue, Raw, Reading, content_id


NAMES = ("key", "places")
"""What a Raw is called, which is no part of what it says."""


class Desk(Protocol):
    """Reads one report after another."""

    def read(self, raw: Raw) -> Reading:
        """Phase A. Errors: `Unreadable` if no report can be made of the input; anything else is a fault of the reader."""
        ...


class Plan(Protocol):
    """Says how to set up a desk; can be pickled, so that every process sets up its own."""

    def open(self) -> Desk: ...


def attempt(desk: Desk, raw: Raw) -> Reading | Issue:
    """The reading, or the issue that says why there is none: one report never stops the others."""
    try:
        return desk.read(raw)
    except Unreadable as error:
        return Issue("unreadable", raw.key, error.message, error.advice)
    except Exception as error:  # whatever a report sets off in a reader is kept as an issue with its name
        return failed(raw, f"The reader broke on it ({type(error).__name__}: {_one_line(error)}).")


def failed(raw: Raw, reason: str) -> Issue:
    """The issue of a report that a reader could not cope with."""
    return Issue("reader_failed", raw.key, reason, "Please report it with the text; the others were read.")


def input_id(raw: Raw) -> str:
    """An id of all an input gives to a reading: the same bytes under another path are the same input."""
    return content_id("n", *(getattr(raw, name) for name in raw.__struct_fields__ if name not in NAMES))


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
