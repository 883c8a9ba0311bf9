"""The features of a match that look at numbers. Each docstring is the sentence that the page shows as the reason."""

from __future__ import annotations

from deconflict.merge.mention import Toll
from deconflict.merge.pair import Pair, compatible

LARGE_TOLL = 20
"""A number in which two reports of one day seldom agree by chance: of the 89 tolls with a lower bound in the development set 47 %
are smaller, and the others spread from 20 to 330,000."""

ALIKE = 1.5
LIKE_TOLL = 10
"""Times, and a number from which two so close together are seldom of two attacks of one day in one province. Most first tolls
that FA-KES gives of the strikes on Hass (17 to 28), Manbij (56 to 85) and Khan Sheikhoun (58 to 87) lie so; read by eye, not
measured."""

FAR = 5
"""Times. Tolls of one attack can lie four times apart (355 and 1,429 were given for Ghouta in 2013); a convention."""


def same_toll(pair: Pair) -> bool:
    """Both give the same number, and not the same vague word."""
    return any((toll.low, toll.high) == (other.low, other.high) and not _vague(toll, other) for _, toll, other in pair.tolls)


def same_large_toll(pair: Pair) -> bool:
    """The number is large enough to be seldom the same by chance."""
    return any(
        (toll.low, toll.high) == (other.low, other.high) and (toll.low or 0) >= LARGE_TOLL and not _vague(toll, other)
        for _, toll, other in pair.tolls
    )


def like_toll(pair: Pair) -> bool:
    """Both give numbers from ten on that lie close together, of all or of civilians."""
    return not same_toll(pair) and any(
        max(one, other) <= ALIKE * min(one, other) and min(one, other) >= LIKE_TOLL for one, other in _numbers_of_one_kind(pair)
    )


def same_summary(pair: Pair) -> bool:
    """Both sum up a period with the same number."""
    return pair.a.period and pair.b.period and same_toll(pair)


def toll_allows(pair: Pair) -> bool:
    """The bounds that one gives allow the number that the other gives."""
    return not same_toll(pair) and any(compatible(toll, other) for _, toll, other in pair.tolls)


def tolls_far_apart(pair: Pair) -> bool:
    """One number is more than five times the other, and the larger not one of all where the smaller is of some."""
    numbers = [sorted((toll.low, other.low)) for _, toll, other in pair.tolls if toll.low and other.low]
    apart = any(high > FAR * low and high - low > FAR for low, high in (*numbers, *_part_and_whole(pair)))
    return apart and not toll_allows(pair)


def one_speaker_two_tolls(pair: Pair) -> bool:
    """The same speaker gives both numbers in the same report, and neither as an update of the other."""
    two = any(not compatible(toll, other) for _, toll, other in pair.tolls)
    return two and pair.same_report and pair.one_origin and not (pair.a.updates or pair.b.updates)


def two_tolls_side_by_side(pair: Pair) -> bool:
    """One speaker counts the dead of both in one sentence, with different numbers, and neither as an update of the other."""
    other = any((toll.low, toll.high) != (more.low, more.high) for _, toll, more in pair.tolls)
    return other and pair.gap == 0 and pair.one_origin and not (pair.a.updates or pair.b.updates)


def other_toll_told_beside(pair: Pair) -> bool:
    """One report gives numbers that exclude each other, in a city or province wide enough for more than one event in a day."""
    two = any(not compatible(toll, other) for _, toll, other in pair.tolls)
    return two and pair.same_report and pair.wide and not (pair.a.updates or pair.b.updates)


def _numbers_of_one_kind(pair: Pair) -> list[tuple[int, int]]:
    """Of each outcome the two numbers, counted and not vague, unless one is of civilians and the other of fighters."""
    found = []
    for what, toll in pair.a.tolls.items():
        other = pair.b.tolls.get(what)
        one, more = toll.low or toll.high, other and (other.low or other.high)
        if (
            other
            and one
            and more
            and not (toll.vague or other.vague)
            and {toll.category, other.category} != {"civilian", "combatant"}
        ):
            found.append((one, more))
    return found


def _part_and_whole(pair: Pair) -> list[tuple[int, int]]:
    """Of each outcome that one counts for all and the other for some: (the number of all, the number of some)."""
    found = []
    for what, toll in pair.a.tolls.items():
        other = pair.b.tolls.get(what)
        if other and toll.category != other.category and "unknown" in (toll.category, other.category):
            whole, part = (toll, other) if toll.category == "unknown" else (other, toll)
            found += [(whole.high, part.low)] if whole.high and part.low else []
    return found


def _vague(toll: Toll, other: Toll) -> bool:
    """Whether neither number was counted: "hundreds" twice is no agreement."""
    return toll.vague and other.vague
