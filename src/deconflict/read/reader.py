"""What a reader is, and the readers there are."""

from __future__ import annotations

from typing import Protocol

from deconflict.read.neural import ShippedReader
from deconflict.read.rules import RuleReader
from deconflict.record import Claim, ReaderName, Report


class Reader(Protocol):
    """Reads the claims of one report: a pure function of a report that has `blocks` and `sentences`."""

    name: ReaderName

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims in the order of reading; every span in them says what the report says there."""
        ...


READERS: dict[str, type[Reader]] = {"neural": ShippedReader, "rules": RuleReader}
"""The readers by the name `--reader` takes."""
DEFAULT = "neural"
FALLBACK = "rules"
"""Needs nothing but itself."""


def missing(name: str) -> str:
    """Why the reader of this name cannot read on this machine; empty if it can. Nothing heavy is loaded to find out."""
    return ShippedReader.missing() if READERS.get(name) is ShippedReader else ""
