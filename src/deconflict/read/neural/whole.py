"""What a sentence leaves out and the report has said before."""

from __future__ import annotations

from deconflict.read.neural.claims import Telling


def complete(told: list[Telling]) -> list[Telling]:
    """The same tellings, in order."""
    return told
