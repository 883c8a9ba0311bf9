"""Phrases that name a speaker, and which part of them is the name."""

from __future__ import annotations

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_grammar import AUXILIARIES, VERBS
from deconflict.read.rules.lexicon_places import DIRECTIONS
from deconflict.read.rules.lexicon_speech import PERSON_TITLES, SPEAKER_MODIFIERS, SPEAKERS, WEAK_SPEAKERS
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.words import Line

_JOINS = frozenset({"of", "for", "and", "bin", "ibn", "abu", "al", "the", "'s", "de", "&"})
_AT = frozenset({"at", "in", "of", "from", "with", "for", "inside", "within", "near"})
_PLACING = bag("in at near on of from to into around outside inside across by against for with")
_DAYS = bag("monday tuesday wednesday thursday friday saturday sunday")
BETWEEN = AUXILIARIES | _DAYS | bag("on late earlier early meanwhile separately however who , ) today")
"""Words that may stand between a speaker and the word of saying."""
_NO_UNIT = (
    bag("""
    the a an in on at by he she it they we i this that these those there but and as after when while if however meanwhile later
    earlier
    also moreover elsewhere separately according yesterday today since then so still for to from with during
""")
    | _DAYS
)
_LINKING = bag("which who whose identified named known close familiar based from in at affiliated linked with on")
_HEADS_OF = bag("head director chief spokesman spokeswoman leader commander president founder chairman deputy coordinator member")
_APPOSED = frozenset({",", "a", "an", "the", "("})
_PASSED = frozenset({"the", "a", "an", "and", "both"})
_FAR = 16  # words from a speaker to his word of saying over a clause between: the tuning half is the same from 6 to 24


def units(line: Line) -> list[Chunk]:
    """Phrases that may name a speaker: capitalised names, and nouns for those who say, with what stands before them."""
    found, index = [], 0
    while index < len(line):
        if not _inside(line, index):
            index += 1
            continue
        after = index + 1
        while after < len(line) and (_inside(line, after) or _joins(line, after)) and not _is_cue(line, after):
            after += 1
        found.append(Chunk(index, after))
        index = after
    return [unit for unit in found if _names(line, unit)]


def _inside(line: Line, index: int) -> bool:
    word = line.low[index]
    if word in _NO_UNIT:
        return False
    return (
        line.capitals[index]
        or word in SPEAKERS
        or word in SPEAKER_MODIFIERS
        or word.endswith(("-based", "-run", "-linked", "-backed"))
    )


def _is_cue(line: Line, index: int) -> bool:
    """ "AFP reports": the word of saying, not a noun, behind a name."""
    return line.low[index] == "reports" and line.capital(index - 1)


def _joins(line: Line, index: int) -> bool:
    """ "for" in "Observatory for Human Rights": a small word between two capitalised ones."""
    word = line.low[index]
    if word not in _JOINS or not (line.capital(index - 1) or word == "the"):
        return word == "'s" and index + 1 < len(line)
    if word == "and":
        return line.at(index - 2) in ("of", "for") or line.at(index - 3) in ("of", "for")
    if word == "the":
        return line.at(index - 1) in ("of", "for") and line.capital(index + 1)
    return line.capital(index + 1) or (line.at(index + 1) == "the" and line.capital(index + 2))


def _names(line: Line, unit: Chunk) -> bool:
    return line.low[unit.after - 1] in SPEAKERS or line.capitals[unit.after - 1]


def speaker_before(line: Line, index: int, found: list[Chunk]) -> Chunk | None:
    """The speaker who ends right before word `index`, or whom a clause of his own parts from it."""
    while index > 0 and (line.low[index - 1] in BETWEEN or line.low[index - 1].endswith("ly")):
        index -= 1
    if line.at(index - 1).isdigit() and line.at(index - 2) == ",":
        index -= 2  # "Tarik Belen, 41, said"
    at = next((i for i, unit in enumerate(found) if unit.after == index), None)
    if at is not None and (whole := _whole(line, at, found)) and not _is_place(line, found[at], whole):
        return whole
    return _far(line, index, found)


def _is_place(line: Line, unit: Chunk, whole: Chunk) -> bool:
    """Whether the phrase is no speaker but the end of a phrase of place ("in Aleppo said")."""
    return whole.first >= unit.first and SPEAKERS.isdisjoint(line.low[unit.first : unit.after]) and _placed(line, unit)


def _part_of_name(line: Line, index: int) -> bool:
    return line.capitals[index] and line.low[index] not in _NO_UNIT


def _tells_which(line: Line, index: int) -> bool:
    """ "rebel-held", "eastern": words between a preposition and the name of a place."""
    return line.low[index] in DIRECTIONS or line.low[index].endswith(("-held", "-controlled"))


def _placed(line: Line, unit: Chunk) -> bool:
    first = unit.first - 1
    while first >= 0 and (line.low[first] in _PASSED or _tells_which(line, first) or _part_of_name(line, first)):
        first -= 1
    return line.at(first) in _PLACING


def _far(line: Line, index: int, found: list[Chunk]) -> Chunk | None:
    """The speaker before a clause or phrase of his own: "a group tracking the war said", "X, which runs clinics, said"."""
    if line.at(index - 1) in ("and", "but") and found and found[0].first <= 1 and found[0].after < index:
        return bare(line, found[0])
    for at in range(len(found) - 1, -1, -1):
        unit = found[at]
        if unit.after >= index or index - unit.after > _FAR:
            continue
        behind = line.at(unit.after) if line.at(unit.after) != "," else line.at(unit.after + 1)
        named = any(line.low[i] in SPEAKERS or line.low[i] in PERSON_TITLES for i in range(*unit))
        if named and not _placed(line, unit) and (behind in _LINKING or behind.endswith("ing")):
            whole = _whole(line, at, found)
            near = whole and behind in _AT and index - unit.after <= 3
            return Chunk(whole.first, index) if whole and near else whole
    return None


def _whole(line: Line, at: int, found: list[Chunk]) -> Chunk | None:
    """The unit, or the name it stands in apposition to ("X, a monitoring group, said"), or what it is part of."""
    unit = found[at]
    if at == 0:
        return bare(line, unit)
    before = found[at - 1]
    gap = line.low[before.after : unit.first]
    if not gap or len(gap) > 4:
        return bare(line, unit)
    if line.at(before.first - 1) == "(" and at > 1 and gap[:2] == [")", "and"]:
        return Chunk(found[at - 2].first, unit.after)
    if _apposed(line, before, gap):
        return _whole(line, at - 1, found)
    between = {word for i, word in enumerate(gap, before.after) if not _tells_which(line, i)}
    if gap[0] in _AT and between <= _AT | {"the", "a", "an", "'s"} and (outer := _whole(line, at - 1, found)):
        if line.capitals[outer.first] and outer.after < before.after:
            return outer
        if line.low[before.after - 1] in SPEAKERS:
            return Chunk(outer.first, unit.after)
    if gap[0] in _AT and line.low[before.after - 1] in SPEAKERS and line.low[unit.after - 1] in SPEAKERS:
        return Chunk(before.first, unit.after) if VERBS.isdisjoint(gap) else bare(line, unit)
    if "and" in gap and set(gap) <= {"and", "the", ")", "a"} and line.low[before.after - 1] in SPEAKERS:
        return Chunk(before.first, unit.after)
    return bare(line, unit)


def _apposed(line: Line, before: Chunk, gap: list[str]) -> bool:
    """Whether what follows tells more of the name before: after an article alone only of a name of two words or more."""
    if not set(gap) <= _APPOSED or not line.capital(before.after - 1) or _placed(line, before):
        return False
    return gap[0] not in ("the", "a", "an") or before.after - before.first > 1


def bare(line: Line, unit: Chunk) -> Chunk | None:
    """The name without the job title before it, or the title's bearer before his title ("X, head of the Y")."""
    first, after = unit
    while first < after and (line.low[first] in ("the", "a", "an", "'s", "and", "but") or line.low[first] in DIRECTIONS):
        first += 1
    if first == after:
        return None
    start = first
    for index in range(first, after - 1):
        if line.low[index] in PERSON_TITLES and line.low[after - 1] not in SPEAKERS:
            named = index + 1 if line.phrase(index + 1, 2) != "of state" else index + 3
            start = named if named < after and line.capital(named) else start
    for index in range(start + 2, after):
        if line.low[index] in _HEADS_OF and not line.capitals[index] and all(line.capitals[start:index]):
            return Chunk(start, index)
    return Chunk(start, after) if line.low[start] not in WEAK_SPEAKERS else None


def speaker_after(line: Line, index: int, found: list[Chunk]) -> Chunk | None:
    """The speaker who begins right behind word `index`."""
    start = index
    while line.at(start) in ("the", "a", "an", "its", "their", "his", "'s", "new"):
        start += 1
    at = next((i for i, unit in enumerate(found) if unit.first == start), None)
    if at is None:
        return None
    unit = bare(line, found[at])
    if unit and at + 1 < len(found) and line.low[unit.after - 1] in SPEAKERS:
        behind = found[at + 1]
        gap = line.low[unit.after : behind.first]
        if gap and len(gap) <= 2 and gap[0] in _AT and set(gap) <= _AT | {"the", "a"}:
            return Chunk(unit.first, behind.after)
    return unit
