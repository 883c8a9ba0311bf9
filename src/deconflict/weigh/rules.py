"""The rules by which voices become a finding. Each docstring is the sentence that the page shows as the rule."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence

import msgspec

from deconflict.record import FindingStatus, Voice

TWICE = 2
"""Times. First counts of one attack often differ by nearly twice (58 to 100 are given for Khan Sheikhoun in the first days, in
FA-KES); a number more than twice another is set against it as a contradiction. A convention, not a measurement."""

CLOSE = 5
"""Numbers that differ by no more are never called disputed, however small they are."""


class Figures(msgspec.Struct, frozen=True):
    """The numbers that live voices assert, one range an origin, and whether anybody denies."""

    ranges: tuple[tuple[int | None, int | None], ...]
    denied: bool
    split: bool
    wordless: int

    @classmethod
    def of(cls, live: Sequence[Voice]) -> Figures:
        """The figures of the live voices. `split`: one origin gives numbers that exclude each other, none known to be later."""
        told: dict[str, list[tuple[int | None, int | None]]] = {}
        silent: set[str] = set()
        for voice in live:
            if voice.stance == "asserts" and (voice.low, voice.high) != (None, None):
                told.setdefault(voice.origin, []).append((voice.low, voice.high))
            elif voice.stance == "asserts":
                silent.add(voice.origin)
        split = any(not compatible(ranges) for ranges in told.values())
        denied = any(voice.stance == "denies" for voice in live)
        return cls(tuple(_narrowest(ranges) for ranges in told.values()), denied, split, len(silent - told.keys()))


def single(figures: Figures) -> bool:
    """One origin says so."""
    return len(figures.ranges) + figures.wordless == 1 and not figures.denied and not figures.split


def denied(figures: Figures) -> bool:
    """It is denied, and nobody else asserts it."""
    return not figures.ranges and not figures.wordless and figures.denied


def contradicted(figures: Figures) -> bool:
    """Some say so and others deny it."""
    return bool(figures.ranges or figures.wordless) and figures.denied


def wordless(figures: Figures) -> bool:
    """Several origins say so and none gives a number."""
    return not figures.ranges and figures.wordless > 1 and not figures.denied


def agreed(figures: Figures) -> bool:
    """No origin's number excludes another's; a bound such as “at least 40” leaves room for 57."""
    return bool(figures.ranges) and not figures.denied and not figures.split and compatible(figures.ranges)


def far_apart(figures: Figures) -> bool:
    """Origins give numbers of which one is more than twice another, and more than five away."""
    low, high = gap(figures.ranges)
    return not figures.denied and high - low > CLOSE and high > TWICE * low


def ranged(figures: Figures) -> bool:
    """Origins give different numbers, but none more than twice another, or they differ by no more than five."""
    return not figures.denied and bool(figures.ranges)


STATUSES: tuple[tuple[Callable[[Figures], bool], FindingStatus], ...] = (
    (denied, "denied"), (contradicted, "disputed"), (single, "single"), (wordless, "agreed"), (agreed, "agreed"),
    (far_apart, "disputed"), (ranged, "ranged"),
)  # fmt: skip
"""The first rule that holds decides."""


def status(figures: Figures) -> tuple[FindingStatus, str]:
    """The status and the sentence that says why."""
    return next((name, sentence(rule)) for rule, name in STATUSES if rule(figures))


def lowest(live: Iterable[Voice]) -> int | None:
    """The lowest number that any live voice vouches for."""
    return min((voice.low for voice in _told(live) if voice.low is not None), default=None)


def highest(live: Sequence[Voice]) -> int | None:
    """The highest number of any live voice; open where a lower bound lies above all numbers."""
    tops = [voice.high for voice in _told(live) if voice.high is not None]
    floors = [voice.low for voice in _told(live) if voice.high is None and voice.low is not None]
    return max(tops) if tops and max(tops) >= max(floors, default=0) else None


def best_by_most_origins(live: Sequence[Voice]) -> int | None:
    """Best is the number that most independent origins allow; of equals an exact one, then the latest said, then the lower."""
    told = _told(live)
    exact = {voice.low for voice in told if voice.low is not None and voice.low == voice.high}
    floors = {voice.low for voice in told if voice.low is not None and voice.high is None}
    if not exact:
        return None

    def merit(number: int) -> tuple[int, bool, str, int]:
        allow = {voice.origin for voice in told if (voice.low or 0) <= number and (voice.high is None or number <= voice.high)}
        said = max(voice.said or "" for voice in told if voice.low == number)
        return len(allow), number in exact, said, -number

    return max(exact | floors, key=merit)


def best_by_least(live: Sequence[Voice]) -> int | None:
    """Nobody gives one number; best is the least that the words of all allow."""
    floors = [voice.low for voice in _told(live) if voice.low is not None]
    tops = [voice.high for voice in _told(live) if voice.high is not None]
    return max(floors) if floors and (not tops or max(floors) <= min(tops)) else None


def best(live: Sequence[Voice]) -> tuple[int | None, str]:
    """The best number and the sentence that says why; None if the words set no lower bound that all allow."""
    for rule in (best_by_most_origins, best_by_least):
        if (number := rule(live)) is not None:
            return number, sentence(rule)
    return None, "The words give no number that could stand for all."


def sentence(rule: Callable[..., object]) -> str:
    """The rule in words: its docstring."""
    return inspect.getdoc(rule) or rule.__name__


def compatible(ranges: Sequence[tuple[int | None, int | None]]) -> bool:
    """Whether one number lies in all the ranges."""
    low = max((low for low, _ in ranges if low is not None), default=0)
    high = min((high for _, high in ranges if high is not None), default=None)
    return high is None or low <= high


def gap(ranges: Sequence[tuple[int | None, int | None]]) -> tuple[int, int]:
    """The two numbers furthest apart that the ranges force: the lowest top and the highest floor."""
    tops = [high for _, high in ranges if high is not None]
    floors = [low for low, _ in ranges if low is not None]
    return (min(tops), max(floors)) if tops and floors else (0, 0)


def _narrowest(ranges: Sequence[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    """What one origin's numbers come to: what they have in common, else all from the lowest to the highest."""
    floors = [low for low, _ in ranges if low is not None]
    tops = [high for _, high in ranges if high is not None]
    if compatible(ranges):
        return max(floors, default=None), min(tops, default=None)
    return min(floors, default=None), max(tops, default=None)


def _told(live: Iterable[Voice]) -> list[Voice]:
    return [voice for voice in live if voice.stance == "asserts" and (voice.low, voice.high) != (None, None)]
