"""Numbers that are no tally: shares and the whole they are of ("half of the 40"), ranks ("No. 2"), symptoms."""

from __future__ import annotations

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_grammar import STOPS
from deconflict.read.rules.words import Line

SHARES = bag("""
    half halves third thirds quarter quarters fifth fifths sixth sixths tenth tenths eighth eighths percent % cent majority most
    part some many few several any each fraction proportion percentage share one none neither either both two-thirds
    population three-quarters one-third one-quarter out dozens scores hundreds thousands tens
""")
_FRACTIONS = bag("third thirds quarter quarters fifth fifths sixth sixths seventh eighths tenth tenths percent % cent pct times")
_OF_ANY = _FRACTIONS | bag("population half majority most out two-thirds three-quarters one-third one-quarter")
_DEFINITE = bag("the those these its his her their our about some nearly estimated more than over at least around roughly")
_BODILY = bag("apparent visible external outward physical obvious internal other")
_BORE = bag("had has have having show shows showed showing with bore displayed exhibited suffered")
_EXCEPT = frozenset({"except", "all but", "except for", "apart from", "other than"})
_RANKS = bag("number nr # rank ranked")
_RATIO = bag("one two three four five six seven eight nine ten every 1 2 3 4 5 6 7 8 9 10")
_COUNTED_AGAIN = bag("of were was are is has have people residents civilians dead victims syrians ,")


def is_share(line: Line, first: int, after: int) -> bool:
    """Whether the number `first:after` is a rank, a fraction, or asked for ("how many")."""
    return line.phrase(first - 1, 2) == "how many" or _is_rank(line, first, after) or _is_fraction(line, first, after)


def _is_rank(line: Line, first: int, after: int) -> bool:
    """ "No. 2", "No 2", "the group's number two"; both its words."""
    before = line.at(first - 1)
    if line.low[first] == "no" and after == first + 1:
        return line.at(after + (line.at(after) == ".")).isdigit()
    if before in _RANKS:
        return line.at(first - 2) not in ("the", "a", "total")
    return before == "no" or (before == "." and line.at(first - 2) == "no")


def _is_fraction(line: Line, first: int, after: int) -> bool:
    """ "two thirds", "20 percent", "one in five"."""
    if line.at(after) in _FRACTIONS:
        return True
    if line.at(first - 1) == "in" and line.at(first - 2) in _RATIO and line.at(after) in _COUNTED_AGAIN:
        return True
    ratio = line.low[after - 1] in _RATIO and line.at(after) == "in" and line.at(after + 1) in _RATIO
    return ratio and line.at(after + 2) in _COUNTED_AGAIN


def is_whole(line: Line, first: int) -> bool:
    """ "half of the 40 hostages", "ten of the 40": what was told of some is not told of all."""
    index, definite = first - 1, False
    if not _EXCEPT.isdisjoint((line.at(first - 1), line.phrase(first - 2, 2))):
        return True
    while line.at(index) in _DEFINITE:
        definite = True
        index -= 1
    if line.at(index) == "half" or _is_not_all(line, index - (line.at(index) == "of")):
        return True
    if line.at(index) == "of" and (index == 0 or line.at(index - 1) in STOPS or line.at(index - 1) in (",", "and")):
        return True  # "of 40 hostages 12 were killed"
    if line.at(index) == "of" and _is_number(line, index - 1):
        return True
    if line.at(index) != "of" or not (definite or line.at(index - 1) in _OF_ANY):
        return False
    return line.at(index - 1) in SHARES


def _is_not_all(line: Line, index: int) -> bool:
    """ "not all of the 12", "nearly all 40"."""
    return line.at(index) == "all" and line.at(index - 1) in ("not", "nearly", "almost", "virtually")


def _is_number(line: Line, index: int) -> bool:
    return line.at(index)[:1].isdigit() or line.at(index) in _RATIO


def tells_symptoms(line: Line, first: int, after: int) -> bool:
    """ "the sufferers had no visible injuries": none on their bodies, and no tally."""
    if line.low[first] != "no" or "injuries" not in line.low[after : after + 4]:
        return False
    end = line.low.index("injuries", after)
    if not _BODILY.isdisjoint(line.low[after:end]):
        return True
    return line.at(first - 1) in _BORE and line.at(end + 1) not in ("reported", "recorded")
