"""The reader that the comparisons with published figures read with."""

from __future__ import annotations

from deconflict.read.reader import DEFAULT, READERS, Reader
from deconflict.record import Claim, Report, Source
from deconflict.segment import segment


def reader() -> Reader:
    """The package's default reader."""
    return READERS[DEFAULT]()


def claims_in(text: str, id: str, by: Reader) -> tuple[Claim, ...]:  # noqa: A002
    """The claims that `by` reads in a text that has no title and no known outlet."""
    return by.read(segment(Report(id, id, Source("source:none", "none"), "", text, "")))
