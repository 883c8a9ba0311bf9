"""Floors: what a figure must at least (or at most) be."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True)
class Floor:
    """A bound on one figure. `aim` is where we want to be, `peers` what others have published."""

    at: str
    floor: float
    aim: float
    peers: str = ""

    def holds(self, figure: float) -> bool:
        """Whether the figure stands on the right side of the floor."""
        return figure >= self.floor if self.at == "least" else figure <= self.floor


def floors() -> Mapping[str, Mapping[str, Floor]]:
    """All floors, by benchmark and figure."""
    with FLOORS.open("rb") as file:
        return {name: {figure: Floor(**row) for figure, row in rows.items()} for name, rows in tomllib.load(file).items()}
