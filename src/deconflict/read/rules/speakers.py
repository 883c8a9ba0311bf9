"""Who says it: words of saying, and the phrases beside them that name a speaker."""

from __future__ import annotations

from dataclasses import dataclass

from deconflict.read.rules.lexicon import Hit
from deconflict.read.rules.lexicon_grammar import AUXILIARIES, QUOTES, STOPS
from deconflict.read.rules.lexicon_speech import CUES, SPEAKERS
from deconflict.read.rules.lexicon_times import TIME_WORDS
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.speaker_phrases import BETWEEN, speaker_after, speaker_before, units
from deconflict.read.rules.words import Line
from deconflict.record import Quantity

_BE = frozenset({"was", "were", "been", "be", "being", "is", "are"})
_PERSON = frozenset({"he", "she", "it", "they"})
_NEEDED = {"blame": frozenset({"of"}), "toll": frozenset({"toll", "tolls"})}
"""What must follow: "accused X of", "lowered the death toll"."""
_NEAR = 8  # words in which it must follow
_TURNED = frozenset({"said", "says", "added"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone says something in a line. `speaker` None: a pronoun or nobody ("it said"); `inner`: whom they cite.
    `blames`: "X accused Y of", of which X says only what follows.
    `again`: the words name no one ("he added"), so it is whoever spoke last in the report.
    """

    cue: Chunk
    speaker: Chunk | None
    leading: bool
    inner: bool = False
    again: bool = False
    denies: bool = False
    blames: bool = False


def voices(line: Line) -> list[Voice]:
    """Every word of saying in the line with its speaker, in order."""
    found = []
    hits = CUES.find(line)
    phrases = units(line) if hits else []
    for hit in hits:
        if voice := _voice(line, hit, phrases):
            found.append(voice)
    return found


def _voice(line: Line, hit: Hit[str], phrases: list[Chunk]) -> Voice | None:
    cue = Chunk(hit.first, hit.after)
    if hit.entry in ("before", "source"):
        speaker = speaker_after(line, hit.after, phrases)
        leading = hit.first <= 1 or hit.entry == "source"
        return Voice(cue, speaker, leading, inner=hit.entry == "source") if speaker else None
    if line.at(hit.first - 1) in _BE and hit.entry in ("after", "blame", "toll"):
        return None
    if hit.entry == "blame" and line.at(hit.after) == "of":
        return None  # "X accused of bombing" is what others say of X
    if hit.entry in _NEEDED and _NEEDED[hit.entry].isdisjoint(line.low[hit.after : hit.after + _NEAR]):
        return None
    if line.low[hit.first].startswith("claim") and line.at(hit.after + 1) in ("lives", "life"):
        return None
    behind = speaker_after(line, hit.after, phrases) if line.words[hit.first] in _TURNED else None
    if behind and _ends(line, behind):
        return Voice(cue, behind, False)
    before = _spoken_before(line, hit, cue, phrases)
    return before or (Voice(cue, behind, False) if behind else None)


def _spoken_before(line: Line, hit: Hit[str], cue: Chunk, phrases: list[Chunk]) -> Voice | None:
    """ "The ministry said ...", "he added": the speaker before the word of saying, by name or by pronoun."""
    pronoun = _word_before(line, hit.first) in _PERSON
    speaker = None if pronoun else speaker_before(line, hit.first, phrases)
    if speaker and hit.entry == "again" and line.low[speaker.after - 1] not in SPEAKERS:
        speaker = None
    if not speaker and not pronoun and hit.entry != "again":
        return None
    first = speaker.first if speaker else hit.first
    quoted = first > 3 and line.low[first - 1] in QUOTES
    opens = (first <= 2 and line.low[0] not in QUOTES) or (opens_clause(line, first) and len(line) > hit.after + 2)
    leading = (opens or _leads(line, hit)) and not quoted
    return Voice(cue, speaker, leading, again=speaker is None, denies=hit.entry == "denial", blames=hit.entry == "blame")


def opens_clause(line: Line, first: int) -> bool:
    """ "...; a military source said 3 were killed": a speaker at word `first` begins a clause of his own."""
    while line.at(first - 1) in ("a", "an", "the", "but", "and"):
        first -= 1
    return line.at(first - 1) == ";"


def _ends(line: Line, speaker: Chunk) -> bool:
    """Whether nothing of weight follows: "..., said the ministry on Monday."."""
    return all(word in STOPS or word in QUOTES or word in BETWEEN for word in line.low[speaker.after :][:2])


def _leads(line: Line, hit: Hit[str]) -> bool:
    """Whether what is said follows the cue: not when the cue ends the sentence ("..., the ministry said on Monday")."""
    if hit.entry == "after" and _gives_a_number(line, hit.after):
        return True
    rest = [word for word in line.low[hit.after :] if word not in STOPS and word not in QUOTES and word not in BETWEEN]
    told = line.low[hit.after - 1] in ("told", "tells", "has told")
    return len(rest) > (6 if told else 4)


def _gives_a_number(line: Line, index: int) -> bool:
    """ "... while the army said 12 died": a number, and no day or hour, right behind the word of saying."""
    index += line.at(index) in ("that", "just", "only")
    return Quantity.of(line.at(index)) is not None and line.at(index + 1) not in TIME_WORDS and line.at(index).isalnum()


def _word_before(line: Line, index: int) -> str:
    """The word before the cue, adverbs and auxiliaries left out."""
    index -= 1
    while index >= 0 and (line.low[index] in AUXILIARIES or line.low[index].endswith("ly")):
        index -= 1
    return line.at(index)
