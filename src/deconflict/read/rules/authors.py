"""Who did it: the phrases that stand in the right place to the trigger."""

from __future__ import annotations

from collections.abc import Callable

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_actors import ADJECTIVES, NAMES
from deconflict.read.rules.lexicon_events import AIR, FIRE, MUNITIONS
from deconflict.read.rules.lexicon_grammar import AUXILIARIES, STOPS, SUBORDINATORS, VERBS
from deconflict.read.rules.lexicon_places import DIRECTIONS, NOT_PLACES
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.triggers import Trigger
from deconflict.read.rules.words import Line
from deconflict.record import Quantity

_BY_REACH = 14  # words to "by": actors on the tuning half 0.64 at 6, 0.65 at 10 and 14, 0.647 at 20
_SUBJECT_REACH = 9  # words from a party to its verb: actors on the tuning half 0.64 at 5, 0.65 at 9 and 14
_CARRY = bag("""
    launched launch launches carried conducted conducting carrying staged waged mounted mounting committed began stepped
    continued intensified executed perpetrated unleashed resumed started made led kept claimed
""")
_BETWEEN_MODIFIER = bag("""
    deadly fierce heavy intense rocket mortar artillery car bomb barrel missile suspected massive new latest recent
    chemical suicide 's s air aerial major repeated surprise alleged two three several cluster gas vacuum ground bombing
    sustained daily retaliatory drone twin military fresh terrorist shelling and sarin big double
""")
_NOT_DONE_BY = bag("""
    held controlled run backed besieged manned claimed owned supported led populated confirmed reported condemned
    denounced described documented followed announced recruited funded occupied seized
""")
_STATES = bag("""
    russian turkish syrian american iranian iraqi israeli us u.s. regime government rebel isis isil daesh is hezbollah
    coalition terrorist opposition saudi jihadist us-led u.s.-led american-led french british jordanian kurdish terror
    militant allied insurgent ypg assad saudi-led pro-government pro-regime
""")
"""Words that alone before an attack name its author ("Russian air strikes")."""
_ACTS_OF_SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST"})
_ARTICLES = frozenset(
    {"the", "a", "an", "its", "their", "two", "three", "unidentified", "unknown", "suspected", "both", "some", "either"}
)


def actors(line: Line, trigger: Trigger, parties: list[Chunk]) -> list[Chunk]:
    """Who did it, as far as this sentence says so."""
    if two := _two_sided(line, trigger, parties):
        return two
    for rule in _rules(line, trigger):
        if found := rule(line, trigger, parties):
            return found
    return [] if trigger.type in _ACTS_OF_SPEECH else _blamed(line, trigger, parties)


def _rules(line: Line, trigger: Trigger) -> tuple[Callable[[Line, Trigger, list[Chunk]], list[Chunk]], ...]:
    """Where the author of such a trigger may stand, likeliest first."""
    if passive(line, trigger) or line.low[trigger.at.after - 1] in ("of", "toll", "dead"):
        return (_by,)
    return (_subject, _by) if trigger.verb or trigger.result else (_modifier, _by, _carried_out, _subject_of_toll)


def passive(line: Line, trigger: Trigger) -> bool:
    """Whether the trigger is a participle in the passive ("were hit")."""
    index = trigger.at.first - 1
    while index >= 0 and line.low[index] in AUXILIARIES:
        if line.low[index] in ("was", "were", "been", "being", "be", "is", "are"):
            return not line.low[trigger.at.first].endswith("ing")
        index -= 1
    return False


def _two_sided(line: Line, trigger: Trigger, parties: list[Chunk]) -> list[Chunk]:
    """ "clashes between X and Y": both sides."""
    word = line.low[trigger.at.after - 1]
    if word not in (
        "clashes",
        "battle",
        "battles",
        "fighting",
        "skirmishes",
        "hostilities",
        "clashed",
        "firefight",
        "infighting",
    ):
        return []
    for index in range(trigger.at.after, min(len(line), trigger.at.after + 8)):
        if line.low[index] == "between":
            behind = [chunk for chunk in parties if index < chunk.first <= index + 14]
            return behind[:2] if len(behind) > 1 else []
        if line.low[index] in STOPS:
            break
    return []


def _modifier(line: Line, trigger: Trigger, parties: list[Chunk]) -> list[Chunk]:
    """ "regime air strikes", "Russian shelling": the words right before the attack."""
    index = trigger.at.first
    while index > 0 and line.low[index - 1] in _BETWEEN_MODIFIER and line.low[index - 1] not in ("terrorist",):
        index -= 1
    for chunk in parties:
        if chunk.after == index or chunk.first < index <= chunk.after:
            return [*_joined_before(line, chunk.first, parties), Chunk(chunk.first, min(chunk.after, index))]
    first = index
    while first > 0 and (line.low[first - 1] in ADJECTIVES or line.low[first - 1] in NAMES):
        first -= 1
    named = any(line.low[i] in _STATES for i in range(first, index))
    if (
        not named
        and line.capital(index - 1)
        and len(line.low[index - 1]) > 4
        and line.low[index - 1].endswith(("an", "ish", "ese"))
    ):
        return [Chunk(index - 1, index)]  # "Aldovan air strikes"
    return [*_joined_before(line, first, parties), Chunk(first, index)] if named else []


def _joined_before(line: Line, index: int, parties: list[Chunk]) -> list[Chunk]:
    """The first of two authors: "Assad regime" in "Assad regime and Russian air strikes"."""
    if line.at(index - 1) not in ("and", "or"):
        return []
    if line.at(index - 2) in _STATES:
        chunk = next((chunk for chunk in parties if chunk.after == index - 1), None)
        return [chunk or Chunk(index - 2, index - 1)]
    return [chunk for chunk in parties if chunk.after == index - 1]


def _by(line: Line, trigger: Trigger, parties: list[Chunk]) -> list[Chunk]:
    """ "air strikes by X", "was hit by X", "carried out by X": the party behind "by"."""
    for index in range(trigger.at.after, min(len(line), trigger.at.after + _BY_REACH)):
        if line.low[index] in STOPS or line.low[index] in SUBORDINATORS or line.low[index] in ("said", "told"):
            return []
        if (
            line.low[index] == "by"
            and line.at(index - 1) not in _NOT_DONE_BY
            and not line.at(index - 1).endswith(("-held", "-controlled"))
        ):
            return _chunk_at(line, index + 1, parties)
    return []


def _chunk_at(line: Line, index: int, parties: list[Chunk]) -> list[Chunk]:
    """The party that begins at word `index`, articles left out, with a second one joined by "and"."""
    start = index
    while line.at(start) in _ARTICLES:
        start += 1
    for number, chunk in enumerate(parties):
        if chunk.first <= start < chunk.after or chunk.first == start + 1:
            found = [chunk]
            behind = parties[number + 1] if number + 1 < len(parties) else None
            if behind and behind.first - chunk.after <= 2 and line.at(chunk.after) == "and":
                found.append(behind)
            return found
    word = line.at(start)
    if word in _STATES and line.at(start + 1) in ("and", "or"):
        second = next((chunk for chunk in parties if chunk.first <= start + 2 < chunk.after), None)
        return [Chunk(start, start + 1), second] if second else []
    if word in _STATES and line.at(start + 1) in AIR | FIRE | MUNITIONS | {
        "air",
        "shelling",
        "bombs",
        "bombing",
        "strikes",
        "attacks",
    }:
        return [Chunk(start, start + 1)]
    return []


def _carried_out(line: Line, trigger: Trigger, parties: list[Chunk]) -> list[Chunk]:
    """ "X launched an attack": the subject of a verb that carries the noun."""
    for index in range(trigger.at.first - 1, max(-1, trigger.at.first - 7), -1):
        if line.low[index] in STOPS:
            return []
        if line.low[index] in _CARRY or line.phrase(index, 2) == "responsible for":
            chunk = last_before(line, index, parties) or _named_before(line, index)
            return [chunk] if chunk else []
    return []


def _subject_of_toll(line: Line, trigger: Trigger, parties: list[Chunk]) -> list[Chunk]:
    """ "X killed 12 people in an attack": the subject of the killing is the author of the attack it happened in."""
    for index in range(trigger.at.first - 1, max(-1, trigger.at.first - 12), -1):
        if line.low[index] in STOPS or line.low[index] in SUBORDINATORS:
            return []
        if line.low[index] in ("killed", "kills", "killing", "wounded", "executed") and not _passive_at(line, index):
            chunk = last_before(line, index, parties)
            return [chunk] if chunk else []
    return []


def _passive_at(line: Line, index: int) -> bool:
    before = line.low[max(0, index - 3) : index]
    return any(word in ("was", "were", "been", "be", "being", "are", "is") for word in before)


def _subject(line: Line, trigger: Trigger, parties: list[Chunk]) -> list[Chunk]:
    """The party before an active verb."""
    chunk = last_before(line, trigger.at.first, parties) or _named_before(line, trigger.at.first)
    return [chunk] if chunk else []


def _named_before(line: Line, index: int) -> Chunk | None:
    """A name no table knows, right before its verb and where a subject begins: "Aldova will send", "said Aldova attacked"."""
    while index > 0 and line.low[index - 1] in AUXILIARIES:
        index -= 1
    first = index
    while (
        first > 0 and line.capitals[first - 1] and line.low[first - 1] not in NOT_PLACES and line.low[first - 1] not in _ARTICLES
    ):
        first -= 1
    before = line.at(first - 1 - (line.at(first - 1) in ("the", "a", "an")))
    if line.at(index - 1) in MUNITIONS or Quantity.of(line.low[index - 1]):
        return None
    opens = first == 0 or before in ("", "that", "said", "and", ",", "says", "when", "after", "while")
    return Chunk(first, index) if first < index and opens else None


def last_before(line: Line, index: int, parties: list[Chunk]) -> Chunk | None:
    """The nearest party before word `index` that can be its subject: no other verb between, no preposition before it."""
    for chunk in reversed(parties):
        if chunk.after > index:
            continue
        between = line.low[chunk.after : index]
        if len(between) > _SUBJECT_REACH or any(word in STOPS or word in SUBORDINATORS for word in between):
            return None
        verbs = sum(word in VERBS and word not in _CARRY for word in between)
        if verbs > (line.low[index].endswith("ing")):
            return None
        first = chunk.first - 1
        while first >= 0 and (line.low[first] in _ARTICLES or line.low[first] in DIRECTIONS):
            first -= 1
        before = line.at(first)
        if before in ("by", "against", "with", "of", "in", "on", "at", "from", "to", "near", "for", "among"):
            continue
        return chunk
    return None


def _blamed(line: Line, trigger: Trigger, parties: list[Chunk]) -> list[Chunk]:
    """ "blamed on X", "X claimed responsibility": the author by what is said of the attack."""
    for index, word in enumerate(line.low):
        if word == "blamed":
            return _chunk_at(line, index + 1 + (line.at(index + 1) == "on"), parties)
        if word == "accused" and (";" not in line.low[index:] or line.low.index(";", index) > trigger.at.first):
            accused = last_before(line, index, parties) if line.at(index + 1) == "of" else None
            return [accused] if accused else _chunk_at(line, index + 1, parties)
        if word == "responsibility" and line.at(index - 1) in ("claimed", "claiming", "claims"):
            chunk = last_before(line, index - 1, parties)
            return [chunk] if chunk else []
    return []
