"""From statements to voices: one origin speaks once, and its later figure supersedes its earlier one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from deconflict.record import Origin, Stance, Voice
from deconflict.weigh.statements import Statement

Value = tuple[Stance, int | None, int | None]


def voices(statements: Iterable[Statement], origins: Mapping[str, Origin]) -> tuple[Voice, ...]:
    """A voice for each number an origin gives, in the order of origins' names and then of time."""
    heard = list(statements)
    of_origin: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in heard:
        of_origin[statement.origin].append(statement)
    told = [voice for origin, said in of_origin.items() for voice in _of_origin(origin, said, origins.get(origin))]
    found = [_without_replaced(voice, heard) for voice in told]
    return tuple(
        sorted(found, key=lambda voice: (voice.speaker, voice.origin, voice.said or "9999", voice.low or 0, voice.claims))
    )


def _without_replaced(voice: Voice, heard: Sequence[Statement]) -> Voice:
    """The voice superseded by the number its report gives now, where it is given only as one that has been replaced.

    "It had earlier put the number of dead at 12" does not say who "it" is, but says that 12 stands no longer.
    """
    own = [each for each in heard if each.claim in voice.claims and each.low == voice.low and each.high == voice.high]
    if voice.superseded_by is not None or not own or not _replaced(own):
        return voice
    reports = {each.report for each in own}
    now = sorted(each.claim for each in heard if each.report in reports and not each.earlier and each.low is not None)
    return msgspec.structs.replace(voice, superseded_by=now[0]) if now else voice


def live(found: Iterable[Voice]) -> list[Voice]:
    """The voices that are not superseded."""
    return [voice for voice in found if voice.superseded_by is None]


def _of_origin(origin: str, said: Sequence[Statement], row: Origin | None) -> list[Voice]:
    values: defaultdict[Value, list[Statement]] = defaultdict(list)
    for statement in sorted(said, key=lambda each: (each.said or "9999", each.claim)):
        values[statement.stance, statement.low, statement.high].append(statement)
    return [_voice(origin, row, value, same, _later(same, values)) for value, same in values.items()]


def _later(statements: Sequence[Statement], values: Mapping[Value, Sequence[Statement]]) -> str | None:
    """The first claim of the next figure that replaces this one; None if none does."""
    others = [other for other in values.values() if other is not statements and _supersedes(other, statements)]
    following = min(others, key=lambda other: (other[0].said or "9999", other[0].claim), default=None)
    return following[0].claim if following else None


def _supersedes(other: Sequence[Statement], this: Sequence[Statement]) -> bool:
    """Whether the other figure came later and says something new: a vaguer word for the same number does not replace it.

    A figure counts from when it was first said, so that a late reprint of an old figure does not bring it back.
    A least ("dozens") gives way to a higher one of the same day ("at least 58"), which includes it.
    """
    if _replaced(this) != _replaced(other):
        return _replaced(this)
    first, next_ = this[0].said, other[0].said
    if first == next_ and _includes(other[0], this[0]):
        return True
    if first is None or next_ is None or not _after(first, next_):
        return False
    return other[0].exact or not _compatible(this[0], other[0])


def _replaced(statements: Sequence[Statement]) -> bool:
    """Whether every mention gives the figure as one that has been replaced ("up from 12")."""
    return all(each.earlier for each in statements)


def _includes(one: Statement, least: Statement) -> bool:
    """Whether the other is only a least, and this one a higher number or a closer bound."""
    if least.low is None or least.high is not None or one.low is None or one.stance != least.stance:
        return False
    return one.low > least.low or (one.low == least.low and one.high is not None)


def _after(first: str, later: str) -> bool:
    """Whether the later time is later; a day and an hour of the same day are not told apart."""
    shared = min(len(first), len(later))
    return first[:shared] < later[:shared]


def _compatible(one: Statement, other: Statement) -> bool:
    low = max(one.low or 0, other.low or 0)
    highs = [high for high in (one.high, other.high) if high is not None]
    return not highs or low <= min(highs)


def _voice(origin: str, row: Origin | None, value: Value, same: Sequence[Statement], superseded_by: str | None) -> Voice:
    stance, low, high = value
    return Voice(
        origin=origin,
        speaker=row.name if row else "not known",
        side=row.side if row else None,
        stance=stance,
        claims=tuple(sorted({each.claim for each in same})),
        low=low,
        high=high,
        approximate=all(each.approximate for each in same),
        said=min((each.said for each in same if each.said), default=None),
        superseded_by=superseded_by,
    )
