"""The neural reader with the model that is shipped, and the rule reader's vote. Light until one is made."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from deconflict.errors import BadRequest
from deconflict.read.rules import RuleReader
from deconflict.record import Claim, ReaderName, Report

SHIPPED = Path(__file__).with_name("model")
VERSION = "18a948e1"
"""That of the model's manifest, which is not opened to say a reader's name; a test compares them."""


class ShippedReader:
    """Reads with the shipped model. The same report gives the same claims, whatever is read beside it."""

    name = ReaderName("neural", VERSION)

    def __init__(self) -> None:
        """Errors: `BadRequest` if the model is missing or changed, or what it runs on is not installed."""
        from deconflict.read.neural.model import load
        from deconflict.read.neural.neural_reader import NeuralReader

        self._reader = NeuralReader(load(SHIPPED), RuleReader().read)

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims in the order of reading."""
        return self._reader.read(report)

    @staticmethod
    def missing() -> str:
        """Why it cannot read on this machine: the model is not whole, or a library is not there; empty if it can."""
        for library in ("onnxruntime", "tokenizers", "numpy"):
            if find_spec(library) is None:
                return f"{library} is not installed."
        from deconflict.read.neural.model_files import check

        try:
            check(SHIPPED)
        except BadRequest as error:
            return error.message
        return ""
