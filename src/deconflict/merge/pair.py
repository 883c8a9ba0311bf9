"""Two claims side by side: how their times and places lie to one another, computed once for all features."""

from __future__ import annotations

from typing import Literal

import msgspec

from deconflict.merge.mention import Mention, Toll, day_of_year
from deconflict.merge.places import Bearing, bearing
from deconflict.record import Outcome

Timing = Literal["same day", "next day", "within", "apart", "unknown"]

NEXT_SENTENCE = 5
"""Characters between two sentences of which one follows the other: a full stop, a quotation mark, white space."""


class Pair(msgspec.Struct, frozen=True):
    """Two mentions, `a` before `b` by id. `tolls` are the outcomes both count in the same category, or one in none."""

    a: Mention
    b: Mention
    timing: Timing
    bearing: Bearing
    same_report: bool
    tolls: tuple[tuple[Outcome, Toll, Toll], ...]

    @classmethod
    def of(cls, a: Mention, b: Mention) -> Pair:
        """The pair of the two."""
        tolls = tuple(
            (what, toll, b.tolls[what]) for what, toll in a.tolls.items() if what in b.tolls and comparable(toll, b.tolls[what])
        )
        return cls(a, b, timing(a, b), bearing(a.claim.where, b.claim.where), a.claim.report == b.claim.report, tolls)

    @property
    def one_origin(self) -> bool:
        """Whether both come from one voice."""
        return self.a.origin is not None and self.a.origin == self.b.origin

    @property
    def wide(self) -> bool:
        """Whether they are in no town, but in a city or area wide enough for more than one event in a day."""
        return self.bearing in ("same area", "within", "namesake", "same province")

    @property
    def gap(self) -> int | None:
        """Characters between their sentences, 0 for the same sentence; None in different reports or parts."""
        first, second = sorted((self.a.claim.sentence, self.b.claim.sentence))
        if not self.same_report or first.part != second.part:
            return None
        return max(0, second.start - first.end) if first != second else 0


def comparable(toll: Toll, other: Toll) -> bool:
    """Whether two numbers count the same people: civilians are not set against fighters, nor a part against the whole."""
    return toll.category == other.category


def compatible(toll: Toll, other: Toll) -> bool:
    """Whether one number can satisfy both bounds."""
    low = max(toll.low or 0, other.low or 0)
    highs = [high for high in (toll.high, other.high) if high is not None]
    return not highs or low <= min(highs)


def timing(a: Mention, b: Mention) -> Timing:
    """How the times of two mentions lie."""
    if a.month_day or b.month_day:
        return _without_year(a, b)
    if a.first_day is None or a.last_day is None or b.first_day is None or b.last_day is None:
        return "unknown"
    if a.first_day == a.last_day == b.first_day == b.last_day:
        return "same day"
    gap = max(a.first_day, b.first_day) - min(a.last_day, b.last_day)
    return "within" if gap <= 0 else "next day" if gap == 1 else "apart"


def _without_year(a: Mention, b: Mention) -> Timing:
    """Of times of which one gives day and month alone: a full date of that day lies within it, and any other does not."""
    if a.month_day and b.month_day:
        return "same day" if a.month_day == b.month_day else "unknown"
    dated = b if a.month_day else a
    if dated.first_day is None or dated.first_day != dated.last_day:
        return "unknown"
    return "within" if day_of_year(dated.first_day) == (a.month_day or b.month_day) else "apart"
