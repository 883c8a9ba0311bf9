"""The neural reader with the model that is shipped, and the rule reader's vote. Light until one is made."""

from __future__ import annotations

from deconflict.read.rules import RuleReader
from deconflict.record import Claim, ReaderName, Report


class ShippedReader:
    """Reads with the shipped model. The same report gives the same claims, whatever is read beside it."""

    name = ReaderName("neural", "1")

    def __init__(self) -> None:
        """Errors: `BadRequest` if the model is missing or changed, or what it runs on is not installed."""
        from deconflict.read.neural.model import load
        from deconflict.read.neural.neural_reader import NeuralReader

        self._reader = NeuralReader(*load(), RuleReader().read)

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims in the order of reading."""
        return self._reader.read(report)
