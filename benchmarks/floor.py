"""Floors: what a figure must at least (or at most) be, and what others have published."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True)
class Floor:
    """A bound on one figure. `aim` is where we want to be, `peers` what others have published; a figure may have only peers."""

    at: str = "least"
    floor: float | None = None
    aim: float | None = None
    peers: str = ""

    def holds(self, figure: float) -> bool:
        """Whether the figure stands on the right side of the floor; one without a floor does."""
        if self.floor is None:
            return True
        return figure >= self.floor if self.at == "least" else figure <= self.floor

    def bound(self, least: str, most: str) -> str:
        """The floor with the words for its side; empty if there is none."""
        return "" if self.floor is None else f"{least if self.at == 'least' else most} {self.floor:g}"


def floors() -> Mapping[str, Mapping[str, Floor]]:
    """All floors, by benchmark and figure."""
    with FLOORS.open("rb") as file:
        return {name: {figure: Floor(**row) for figure, row in rows.items()} for name, rows in tomllib.load(file).items()}
