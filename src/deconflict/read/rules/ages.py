"""Numbers that tell how old somebody was: "the driver, 52, died", "Mariam, 34,", and the same with its commas lost."""

from __future__ import annotations

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_grammar import PREPOSITIONS
from deconflict.read.rules.lexicon_people import PEOPLE, SINGLE
from deconflict.read.rules.lexicon_places import PLACE_NOUNS
from deconflict.read.rules.lexicon_times import TIME_WORDS
from deconflict.read.rules.words import Line
from deconflict.record import Quantity

_OLDEST = 115  # years
_PARTS = bag("including among mostly many most some all at mainly of")
"""Behind "in Orsa, 12," they show that the twelve are people."""
_VERBS = bag("was died dies is has had who")
_SINGULAR = bag("was is has")
_ENDS = frozenset({",", ".", ";", ")", ""})
_VICTIMS = SINGLE | bag("victim he she suspect man woman boy girl")


def is_age(line: Line, first: int, after: int) -> bool:
    """Whether the bare number `first:after`, no noun behind it, is the age of the person named before it."""
    if after != first + 1 or not _could_be(line.low[first]):
        return False
    before, behind = line.at(first - 1), line.at(after)
    if behind in _SINGULAR:
        return True  # "34 was killed": one person, whoever was named before
    if before in (",", "("):
        return _is_someone(line, first - 2) and behind in (*_ENDS, "and") and line.at(after + 1) not in _PARTS
    if before == "and":  # "two brothers, 12 and 14, died"
        return behind in (",", "died") and _could_be(line.at(first - 2)) and line.at(first - 3) in (",", "aged")
    return behind in _VERBS and not before.endswith("s") and _is_someone(line, first - 1)


def _could_be(word: str) -> bool:
    years = Quantity.of(word) if word.isdigit() or word.isalpha() or "-" in word else None
    return years is not None and years.low is not None and years.low == years.high and 1 < years.low <= _OLDEST


def _is_someone(line: Line, index: int) -> bool:
    """Whether a person is named by the words that end at `index`: a noun for one, or a name that is no place or time."""
    word = line.at(index)
    if word in _VICTIMS or (word in PEOPLE and line.at(index - 1).isalnum() and not line.capital(index)):
        return True
    first = index
    while line.capital(first) and line.low[first] not in TIME_WORDS:
        first -= 1
    named = first < index and not any(line.low[i] in PLACE_NOUNS for i in range(first + 1, index + 1))
    return (
        named and line.at(first) not in PREPOSITIONS and (line.at(first) not in PLACE_NOUNS) and line.at(index) not in TIME_WORDS
    )
