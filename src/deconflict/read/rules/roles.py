"""To whom, and with what: the phrases that stand in the right place to the trigger."""

from __future__ import annotations

from deconflict.read.rules.authors import last_before, passive
from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_actors import ADJECTIVES, HEADS, NAMES
from deconflict.read.rules.lexicon_events import AIR, FIRE, MUNITIONS
from deconflict.read.rules.lexicon_grammar import FUNCTION, STOPS, SUBORDINATORS, VERBS
from deconflict.read.rules.lexicon_people import PEOPLE, THINGS
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.triggers import Trigger
from deconflict.read.rules.words import Line

_TARGETS = frozenset({"on", "against", "targeting", "at", "hit", "hits", "struck", "targeted", "upon"})
_ELSEWHERE = frozenset({"in", "near", "across", "around", "outside", "during", "from"})
_CLAUSES = frozenset({"which", "who", "according", "said", "says", "told"})
_DESCRIBING = bag("rebel army government opposition military regime coalition militia police")
_HURLED = bag("fired firing fires fire launched launching dropped dropping drop drops fell landed lobbed used using use uses")


def recipients(line: Line, trigger: Trigger, parties: list[Chunk], counted: list[Chunk]) -> list[Chunk]:
    """Whom or what it befell: those counted, or what the attack was on."""
    if counted:
        return counted
    if trigger.type in ("CONSULT", "PROTEST", "RETREAT", "MOBILIZE", "AID") or (
        trigger.type == "COERCE" and trigger.mode is None
    ):
        return []
    if passive(line, trigger):
        chunk = last_before(line, trigger.at.first, parties)
        return [chunk] if chunk else []
    index = trigger.at.after
    if not trigger.verb:
        while index < len(line) and index < trigger.at.after + 8 and line.low[index] not in _TARGETS:
            if line.low[index] in STOPS or line.low[index] in SUBORDINATORS:
                return []
            index += 1
        index += 1
    elif line.low[trigger.at.first] in _HURLED:
        while (
            index < len(line) and index < trigger.at.after + 10 and line.low[index] not in _TARGETS and line.low[index] != "into"
        ):
            index += 1
        index += 1
    return _object(line, index, parties)


def instruments(line: Line, trigger: Trigger) -> list[Chunk]:
    """The weapons named beside the trigger."""
    found = []
    for index in range(max(0, trigger.at.first - 6), min(len(line), trigger.at.after + 7)):
        if line.low[index] in MUNITIONS and not trigger.at.first <= index < trigger.at.after and line.low[index].endswith("s"):
            first = index
            while first > 0 and (
                line.low[first - 1] in FIRE | AIR or line.low[first - 1] in ("barrel", "vacuum", "cluster", "incendiary", "car")
            ):
                first -= 1
            found.append(Chunk(first, index + 1))
    return found[:2]


def _object(line: Line, index: int, parties: list[Chunk]) -> list[Chunk]:
    """The party, people or thing that begins within a few words of `index`."""
    for at in range(index, min(len(line), index + 6)):
        word = line.low[at]
        if word in STOPS or word in SUBORDINATORS or word in _CLAUSES or (at > index and word in _ELSEWHERE):
            return []
        chunk = next((chunk for chunk in parties if chunk.first == at), None)
        if chunk:
            return _whole(line, chunk)
        in_a_name = line.capitals[at] and line.capital(at + 1)
        if word in THINGS or (word in PEOPLE and word not in ("other", "others") and not in_a_name):
            return [Chunk(at, at + 1 + (line.at(at + 1) in THINGS))]
    return []


def _whole(line: Line, chunk: Chunk) -> list[Chunk]:
    """The phrase; a lone adjective with the noun it stands before, or not at all ("rebel" in "rebel demands")."""
    word, behind = line.low[chunk.first], line.at(chunk.after)
    if chunk.after > chunk.first + 1 or word not in ADJECTIVES or word in NAMES or word in HEADS - _DESCRIBING:
        return [chunk]
    if line.capital(chunk.first - 1):
        return []
    if behind in THINGS or behind in PEOPLE or behind in HEADS:
        return [Chunk(chunk.first, chunk.after + 1)]
    return [] if behind.isalpha() and behind not in FUNCTION and behind not in VERBS else [chunk]
