"""Which numbers are a part of another: lists that end in "among them", "half of whom", parts that may be of something else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from deconflict.read.rules.lexicon_grammar import AUXILIARIES, COORDINATORS, PREPOSITIONS, QUOTES, STOPS
from deconflict.read.rules.lexicon_people import NOT_COUNTED, SORTIES
from deconflict.read.rules.numbers import Number
from deconflict.read.rules.shares import SHARES
from deconflict.read.rules.tallies import Tally
from deconflict.read.rules.words import Line

AMONG = (["among", "them"], ["among", "whom"])
_REACH = 12  # words from a list to "among them" behind it; the annotated reports hold no such list
_AFTER_LIST = STOPS | QUOTES | frozenset({"", ",", "in", "on", "when", "near", "after"})


def listed_among(line: Line, number: Number, numbers: Sequence[Number], objects: Collection[int]) -> bool:
    """ "eleven people, three children and two nurses among them": the list of parts ends with words that say so.

    `objects`: the words at which the object of a word for an outcome begins; what begins there is no part.
    """
    if number.first in objects:
        return False
    for index in range(number.head, min(len(line), number.head + _REACH)):
        if line.low[index : index + 2] in AMONG:
            return line.at(index + 2) in _AFTER_LIST
        inside = any(each.first <= index < each.head for each in numbers)
        if not inside and line.low[index] not in COORDINATORS:
            return False
    return False


def may_count_attacks(line: Line, number: Number, whole: Number) -> bool:
    """ "23 were killed in air strikes, including one near a clinic": one strike, or one of the dead."""
    bare = number.of is None and line.low[number.first : number.after] == ["one"]
    if not bare or line.at(number.after) not in PREPOSITIONS - {"of"}:
        return False
    return any(word in SORTIES or word in NOT_COUNTED for word in line.low[whole.head : number.first])


def within(tally: Tally, tallies: Sequence[Tally]) -> Tally:
    """ "one of two people killed": the tally as part of the one that its noun names, where that is a tally as well."""
    of = tally.number.of or (0, 0)
    whole = next((each.number for each in tallies if of[0] <= each.number.first < of[1] and each.outcome == tally.outcome), None)
    return replace(tally, part_of=whole) if whole and tally.part_of is None else tally


def is_of_some(line: Line, index: int, results: Collection[int]) -> bool:
    """ "40 hostages, half of whom were killed"; not "40 people, most of them farmers, were killed"."""
    told = line.low[index] in SHARES and line.phrase(index + 1, 2) in ("of whom", "of them")
    return told and (line.at(index + 3) in AUXILIARIES or index + 3 in results)
