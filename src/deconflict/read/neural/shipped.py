"""The neural reader with the model that is shipped, and the rule reader's vote. Light until one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deconflict.read.rules import RuleReader

if TYPE_CHECKING:
    from deconflict.read.neural.neural_reader import NeuralReader


def shipped_reader() -> NeuralReader:
    """Reads with the shipped model. Raises BadRequest if it is missing or changed, or what it runs on is not installed."""
    from deconflict.read.neural.model import load
    from deconflict.read.neural.neural_reader import NeuralReader

    return NeuralReader(load(), RuleReader().read)
