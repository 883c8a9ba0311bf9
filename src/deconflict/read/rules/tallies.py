"""A number that counts an outcome, and whether its noun can suffer it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_outcomes import LOST, NEEDS, ONLY_THINGS, TRUE_FIGURES
from deconflict.read.rules.lexicon_people import PEOPLE, THINGS
from deconflict.read.rules.numbers import Number
from deconflict.read.rules.words import Line
from deconflict.record import Outcome

_DEATHS = bag("killed died dead deaths toll fatalities")
"""What a bare "true number" in the same sentence is the number of."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A number that counts an outcome. `anchor` is the word for the outcome; `part_of` the number this one is a part of."""

    number: Number
    outcome: Outcome
    anchor: tuple[int, int]
    joint: bool = False
    part_of: Number | None = None
    side: str = "object"


def fits(line: Line, tally: Tally) -> bool:
    """Whether this noun can suffer this outcome."""
    number, word = tally.number, " ".join(line.low[slice(*tally.anchor)])
    if needed := NEEDS.get(word):
        return number.noun in needed or line.phrase(number.head, 2) in needed
    if word.endswith("body of") and not number.noun:
        return False
    if word in LOST:
        return number.noun in PEOPLE
    if tally.outcome in ("deployed", "withdrawn"):
        if not number.noun and tally.side == "subject":
            return word == "deployed"
        return PEOPLE.get(number.noun) == "combatant"
    if tally.outcome in ONLY_THINGS:
        people = tally.outcome == "destroyed" and tally.side == "object" and not number.single
        return number.noun in THINGS or (people and number.noun in PEOPLE)
    if word in TRUE_FIGURES:
        return not _DEATHS.isdisjoint(line.low)
    if tally.outcome == "sorties":
        return True
    return number.noun not in THINGS and (number.known or number.of is None or line.capital(number.of[1] - 1))


def settled(tally: Tally) -> Tally | None:
    """The tally as it is counted: destroyed people are killed people."""
    if tally.outcome == "destroyed" and tally.number.noun in PEOPLE:
        return replace(tally, outcome="killed")
    return tally
