"""Where a number's bar begins and ends on a scale that all voices on one toll share."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from deconflict.record import Finding, Voice

TRACK = 92.0  # percent of the width that the scale takes; the rest is for arrows of open ends
BLOCK = 1.0  # percent: the width of an exact number's block

Shape = Literal["exact", "range", "at_least", "at_most", "unknown"]


@dataclass(frozen=True, slots=True)
class Bar:
    """`start`, `width` in percent of the drawing; `stem` is where the thin line from zero ends."""

    shape: Shape
    start: float = 0
    width: float = 0
    stem: float = 0


@dataclass(frozen=True, slots=True)
class Scale:
    """From zero to `top`, a round number no bound lies above."""

    top: int

    @classmethod
    def over(cls, finding: Finding) -> Scale:
        """The scale that holds every bound of the finding's voices."""
        return cls(round_up(max(_bounds(finding.voices), default=1)))

    @property
    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Percent and label of zero, the middle and the top."""
        marks = (0, self.top // 2, self.top) if self.top % 2 == 0 else (0, self.top)
        return tuple((self.percent(mark), f"{mark:,}") for mark in marks)

    def percent(self, n: int) -> float:
        """Where `n` stands."""
        return round(TRACK * n / self.top, 2)

    def bar(self, low: int | None, high: int | None) -> Bar:
        """The bar of `low..high`; None: open on that side."""
        if low is None and high is None:
            return Bar("unknown", 0, TRACK)
        if low is not None and low == high:
            at = self.percent(low)
            return Bar("exact", max(at - BLOCK / 2, 0), BLOCK, max(at - BLOCK / 2, 0))
        if high is None:
            start = self.percent(low or 0)
            return Bar("at_least", start, round(100 - start - 2, 2), start)
        start = self.percent(low or 0)
        width = round(max(self.percent(high) - start, BLOCK), 2)
        return Bar("at_most" if low is None else "range", start, width, start)


def round_up(n: int) -> int:
    """The next of 2, 4, 6, 8, 10, 20, 40, 60 ... that leaves `n` inside."""
    if n <= 10:
        return max(n + n % 2, 2)
    unit: int = 10 ** math.floor(math.log10(n))
    step = unit if n > 5 * unit else unit // 2
    return math.ceil(n / step) * step


def _bounds(voices: Iterable[Voice]) -> list[int]:
    return [bound for voice in voices for bound in (voice.low, voice.high) if bound is not None]
