"""Stretches of a text that overlap in any way, as a walk in which they nest: what crosses an end is cut and opened anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `words` are `start:end` of the text; any other kind happens to the stretch of that number, at `start`.

    `cut` closes a stretch before its end, because one around it ends there, and `again` opens it anew.
    """

    kind: Literal["open", "again", "words", "cut", "close"]
    start: int
    end: int
    stretch: int = -1


def walk(start: int, end: int, stretches: Sequence[tuple[int, int]], stops: Iterable[int] = ()) -> Iterator[Step]:
    """All of `start:end` in order, in pieces that also end at the `stops`. Of stretches with one start the longest is outermost.

    Stretches lie within `start:end`; empty ones are left out.
    """
    opening: dict[int, list[int]] = defaultdict(list)
    for number in sorted(range(len(stretches)), key=lambda number: -stretches[number][1]):
        if stretches[number][1] > stretches[number][0]:
            opening[stretches[number][0]].append(number)
    ends = (stretches[number][1] for numbers in opening.values() for number in numbers)
    cuts = sorted({start, end, *opening, *ends, *(stop for stop in stops if start < stop < end)})
    live: list[int] = []
    for here, there in pairwise(cuts):
        yield from _ended(live, stretches, here)
        for number in opening.get(here, ()):
            live.append(number)
            yield Step("open", here, here, number)
        yield Step("words", here, there)
    yield from _ended(live, stretches, end)


def _ended(live: list[int], stretches: Sequence[tuple[int, int]], here: int) -> Iterator[Step]:
    """Closes what ends here, and with it what is within; the latter is opened anew."""
    first = next((depth for depth, number in enumerate(live) if stretches[number][1] <= here), len(live))
    cut, live[first:] = live[first:], []
    for number in reversed(cut):
        yield Step("close" if stretches[number][1] <= here else "cut", here, here, number)
    for number in cut:
        if stretches[number][1] > here:
            live.append(number)
            yield Step("again", here, here, number)
