"""Who says it: words of saying, and the phrases beside them that name a speaker."""

from __future__ import annotations

from dataclasses import dataclass

from deconflict.read.rules.lexicon import Hit, bag
from deconflict.read.rules.lexicon_grammar import AUXILIARIES, QUOTES, STOPS
from deconflict.read.rules.lexicon_places import DIRECTIONS
from deconflict.read.rules.lexicon_speech import CUES, SPEAKER_MODIFIERS, SPEAKERS, TITLES, WEAK_SPEAKERS
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.words import Line

_JOINS = frozenset({"of", "for", "and", "bin", "ibn", "abu", "al", "the", "'s", "de", "&"})
_AT = frozenset({"at", "in", "of", "from", "with", "for", "inside", "within", "near"})
_DAYS = bag("monday tuesday wednesday thursday friday saturday sunday")
_BETWEEN = (
    AUXILIARIES
    | _DAYS
    | frozenset({"on", "late", "earlier", "early", "meanwhile", "separately", "however", "who", ",", ")", "today"})
)
_NO_UNIT = bag("""
    the a an in on at by he she it they we i this that these those there but and as after when while if
""")
_PERSON = frozenset({"he", "she", "it", "they", "who"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone says something in a line. `speaker` None: a pronoun or nobody ("it said"); `inner`: whom they cite.

    `again`: the words name no one ("he added"), so it is whoever spoke last in the report.
    """

    cue: Chunk
    speaker: Chunk | None
    leading: bool
    inner: bool = False
    again: bool = False
    denies: bool = False


def voices(line: Line) -> list[Voice]:
    """Every word of saying in the line with its speaker, in order."""
    found = []
    hits = CUES.find(line)
    units = _units(line) if hits else []
    for hit in hits:
        if voice := _voice(line, hit, units):
            found.append(voice)
    return found


def _voice(line: Line, hit: Hit[str], units: list[Chunk]) -> Voice | None:
    cue = Chunk(hit.first, hit.after)
    if hit.entry in ("before", "source"):
        speaker = _speaker_after(line, hit.after, units)
        leading = hit.first <= 1 or hit.entry == "source"
        return Voice(cue, speaker, leading, inner=hit.entry == "source") if speaker else None
    speaker = _speaker_before(line, hit.first, units)
    if speaker:
        return Voice(cue, speaker, _leads(line, hit), denies=hit.entry == "denial")
    before = _word_before(line, hit.first)
    if hit.entry == "again" or before in _PERSON:
        return Voice(cue, None, _leads(line, hit), again=True, denies=hit.entry == "denial")
    behind = _speaker_after(line, hit.after, units)
    if (
        behind
        and (line.words[hit.first] == line.low[hit.first])
        and hit.entry == "after"
        and line.low[hit.first] in ("said", "says", "added")
    ):
        return Voice(cue, behind, False)
    return None


def _leads(line: Line, hit: Hit[str]) -> bool:
    """Whether what is said follows the cue: not when the cue ends the sentence ("..., the ministry said on Monday")."""
    rest = [word for word in line.low[hit.after :] if word not in STOPS and word not in QUOTES and word not in _BETWEEN]
    told = line.low[hit.after - 1] in ("told", "tells", "has told")
    return len(rest) > (6 if told else 4)


def _word_before(line: Line, index: int) -> str:
    """The word before the cue, adverbs and auxiliaries left out."""
    index -= 1
    while index >= 0 and (line.low[index] in AUXILIARIES or line.low[index].endswith("ly")):
        index -= 1
    return line.at(index)


def _units(line: Line) -> list[Chunk]:
    """Phrases that may name a speaker: capitalised names, and nouns for those who say, with what stands before them."""
    found, index = [], 0
    while index < len(line):
        if not _inside(line, index):
            index += 1
            continue
        after = index + 1
        while after < len(line) and (_inside(line, after) or _joins(line, after)):
            after += 1
        found.append(Chunk(index, after))
        index = after
    return [unit for unit in found if _names(line, unit)]


def _inside(line: Line, index: int) -> bool:
    word = line.low[index]
    return (
        (line.capitals[index] and word not in _NO_UNIT and word not in _DAYS)
        or word in SPEAKERS
        or word in SPEAKER_MODIFIERS
        or word.endswith(("-based", "-run", "-linked", "-backed", "-affiliated"))
    )


def _joins(line: Line, index: int) -> bool:
    """ "for" in "Observatory for Human Rights": a small word between two capitalised ones."""
    if line.low[index] not in _JOINS or not line.capital(index - 1):
        return line.low[index] == "'s" and index + 1 < len(line)
    if line.low[index] == "and":
        return line.at(index - 2) in ("of", "for") or line.at(index - 3) in ("of", "for")
    return line.capital(index + 1) or (line.at(index + 1) == "the" and line.capital(index + 2))


def _names(line: Line, unit: Chunk) -> bool:
    last = line.low[unit.after - 1]
    return last in SPEAKERS or line.capitals[unit.after - 1]


def _speaker_before(line: Line, index: int, units: list[Chunk]) -> Chunk | None:
    """The speaker who ends right before word `index`."""
    while index > 0 and (line.low[index - 1] in _BETWEEN or line.low[index - 1].endswith("ly")):
        index -= 1
    at = next((i for i, unit in enumerate(units) if unit.after == index), None)
    if at is None:
        return None
    return _whole(line, at, units)


def _whole(line: Line, at: int, units: list[Chunk]) -> Chunk | None:
    """The unit, or the name it stands in apposition to ("X, a monitoring group, said"), or what it is part of."""
    unit = units[at]
    if at > 0:
        before = units[at - 1]
        gap = line.low[before.after : unit.first]
        if (
            gap
            and gap[0] in (",", "a", "an", "(", "the")
            and len(gap) <= 3
            and line.capital(before.after - 1)
            and set(gap) <= {",", "a", "an", "the", "("}
        ):
            return _whole(line, at - 1, units)
        if gap and gap[0] in _AT and len(gap) <= 3 and set(gap) <= _AT | {"the", "a", "an", "'s"}:
            outer = _whole(line, at - 1, units)
            if outer and line.capitals[outer.first] and outer.after < before.after:
                return outer
            if outer and line.low[before.after - 1] in SPEAKERS:
                return Chunk(outer.first, unit.after)
    return _bare(line, unit)


def _bare(line: Line, unit: Chunk) -> Chunk | None:
    """The name without the job title before it, or the title's bearer before his title ("X, head of the Y")."""
    first, after = unit
    while first < after and (
        line.low[first] in ("the", "a", "an", "'s", "and", "but", "meanwhile") or line.low[first] in DIRECTIONS
    ):
        first += 1
    if first == after:
        return None
    start = first
    for index in range(first, after - 1):
        if line.low[index] in TITLES and line.capital(index + 1) and line.low[after - 1] not in SPEAKERS:
            start = index + 1
    if start > first and line.low[start] == "of":
        return Chunk(first, after)
    for index in range(start + 2, after):
        if not line.capitals[index] and line.low[index] in TITLES and line.capitals[index - 1] and line.low[start] not in TITLES:
            return Chunk(start, index)
    return Chunk(start, after) if line.low[start] not in WEAK_SPEAKERS else None


def _speaker_after(line: Line, index: int, units: list[Chunk]) -> Chunk | None:
    """The speaker who begins right behind word `index`."""
    start = index
    while line.at(start) in ("the", "a", "an", "its", "their", "his", "one", "some", "'s", "new"):
        start += 1
    at = next((i for i, unit in enumerate(units) if unit.first == start), None)
    if at is None:
        return None
    unit = _bare(line, units[at])
    if unit and at + 1 < len(units) and line.low[unit.after - 1] in SPEAKERS:
        behind = units[at + 1]
        gap = line.low[unit.after : behind.first]
        if gap and len(gap) <= 2 and gap[0] in _AT and set(gap) <= _AT | {"the", "a"}:
            return Chunk(unit.first, behind.after)
    return unit
