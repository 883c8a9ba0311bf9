"""The sentences that say what is wrong with an input, and what to do about it."""

from __future__ import annotations

from deconflict.ingest.limits import LONGEST_REPORT
from deconflict.record import Issue


def empty(name: str) -> Issue:
    """There is nothing in it."""
    return Issue("empty", name, f"{name} is empty.", "Check that the file was saved completely.")


def binary(name: str, what: str) -> Issue:
    """It is no text but `what`."""
    return Issue("binary", name, f"{name} is no text but {what}.", "Export it as text, HTML or CSV and read that.")


def unknown_encoding(name: str) -> Issue:
    """Its bytes are no text in any encoding that fits."""
    return Issue("encoding", name, f"The encoding of {name} cannot be told.", "Save it as UTF-8 and read it again.")


def damaged(name: str, count: int) -> Issue:
    """It is read all the same, with U+FFFD in place of what cannot be decoded."""
    what = f"{count} byte{'s' if count != 1 else ''} of {name} could not be decoded; each stands as \ufffd in its text."
    return Issue("encoding", name, what, "Save it as UTF-8 to have the letters back.", skipped=False)


def too_long(name: str, what: str = "") -> Issue:
    """It is longer than any report."""
    reason = f"{name} is longer than {LONGEST_REPORT:,} characters{what}, so it is no single report."
    return Issue("too_long", name, reason, "Split it into one file or one table row per report.")


def unreadable(name: str, error: Exception) -> Issue:
    """The system or a library would not open it."""
    words = getattr(error, "strerror", None) or str(error).partition("\n")[0] or type(error).__name__
    return Issue("unreadable", name, f"{name} cannot be read: {words.rstrip('.')}.", "Check the file and its permissions.")


def no_text(name: str, what: str) -> Issue:
    """It is a row without a report. `what` is a whole sentence."""
    return Issue("no_text", name, what, "Nothing to do if the row holds no report; else see --columns text=NAME.")
