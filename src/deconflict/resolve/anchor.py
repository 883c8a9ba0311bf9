"""What times are counted from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from deconflict.record import When


class Anchor(msgspec.Struct, frozen=True):
    """`day`: that of publication, None if not known. `ahead`: what is told is yet to come. `year`: that of a date beside.

    `told`: the time told last before, which "the same day" and "two days later" are counted from. `events`: the day of what the
    report calls "the attack", "the blast", by the stem of the word; only where it gives one day.
    """

    day: date | None
    ahead: bool = False
    year: int | None = None
    told: When | None = None
    events: Mapping[str, date] = {}


def stem(word: str) -> str:
    """The word without its ending, so that "strikes" and "strike", "bombing" and "bombed" are one."""
    low = word.lower().strip("'’")
    for ending in ("ings", "ing", "ed", "es", "s", "e"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low.removesuffix(ending)
    return low
