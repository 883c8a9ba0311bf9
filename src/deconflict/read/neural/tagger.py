"""What the reader asks of a model, however it is run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text: their ids, their `start:end` in it, and the number of the word each belongs to."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    words: list[int]


Encode = Callable[[str], Pieces]
"""Splits one text into word pieces."""


class Tagger(Protocol):
    """A model in two steps. It is asked about one report at a time, so that what is read beside it changes nothing.

    `d` is the width of the hidden states, L the pieces of a chunk or window, N those of the reading, T the marked spans.
    """

    def nodes(self, ids: Ints) -> tuple[Floats, Floats]:
        """ids (L,) of one chunk to hidden states (L, d) and node outputs (L, NODE_OUTPUTS)."""
        ...

    def links(self, hidden: Floats, at: Ints, marks: Ints, near: Ints, kinds: Ints) -> tuple[Floats, Floats]:
        """hidden (N, d), windows (`windows.Windows`) and kinds (T,) of marks (a trigger, a number)
        to (T, L, LINK_OUTPUTS) and (T, CLASS_OUTPUTS)."""
        ...
