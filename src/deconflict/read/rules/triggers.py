"""Words that name an event in a line, and the mode their neighbours give it."""

from __future__ import annotations

from typing import NamedTuple

from deconflict.read.rules.lexicon import Hit, bag
from deconflict.read.rules.lexicon_events import AIR, BOMB, CHEMICAL, DRONE, EVENTS, FIRE, MUNITIONS, SUICIDE, Kind
from deconflict.read.rules.lexicon_grammar import AUXILIARIES, STOPS
from deconflict.read.rules.lexicon_people import PEOPLE
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.tallies import Tally
from deconflict.read.rules.words import Line
from deconflict.record import EventType, Outcome

_LANDING = bag("hit hits hitting struck striking targeted targeting pounded pounding ripped slammed")
_APART = frozenset({"and", "when", "while", "after", "as", "by", "said", "before"})
_SUBJECT_REACH = 6  # words between an attack and the verb it is the subject of: the tuning half is the same from 3 to 10
_HEADLINE = 10  # words in which a sentence may begin that a headline has run into; the tuning half is the same from 4 to 16
_NEAR = 7  # words on either side in which a weapon sets the mode: perpetrator on the tuning half 0.789 at 4 and 7, 0.785 at 10
_SUBJECTS = bag("""
    troops forces soldiers fighters army militants rebels reinforcements units militia tanks convoy militiamen
""")
_STRIKES = frozenset({"strike", "strikes"})
_OF_LABOUR = bag("hunger general labour labor teachers nurses workers doctors rail train transport union bakers drivers miners")
_WENT = bag("went go goes going gone are were been be is was") | _OF_LABOUR
_AT_WORK = bag(
    "teachers nurses workers doctors drivers unions union pay wages miners staff employees pensions lawyers judges students"
)
_OF_THE_BODY = bag("heart panic asthma anxiety cyber shark verbal")
_OF_OUTCOME: dict[Outcome, tuple[EventType, str | None]] = {
    "displaced": ("COERCE", None),
    "detained": ("COERCE", "arrest"),
    "deployed": ("MOBILIZE", "troops"),
    "withdrawn": ("RETREAT", "withdraw"),
    "destroyed": ("ASSAULT", "destroy"),
    "sorties": ("ASSAULT", "aerial"),
}
_ABDUCT = bag("""
    captured kidnapped abducted kidnapping abducting capturing hostages hostage captive prisoner kidnap abduct
""")


class Trigger(NamedTuple):
    """An event named by words `at` of the line. `result`: the words name what befell people, not the attack itself."""

    at: Chunk
    type: EventType
    mode: str | None
    verb: bool
    result: bool = False


def triggers(line: Line) -> list[Trigger]:
    """The events the line names, in order."""
    found: list[Trigger] = []
    for hit in EVENTS.find(line):
        if _meant(line, hit) and not (found and _tells_of(line, hit, found[-1])):
            found.append(Trigger(Chunk(hit.first, hit.after), hit.entry.type, _mode(line, hit), hit.entry.verb))
    return found


def _tells_of(line: Line, hit: Hit[Kind], last: Trigger) -> bool:
    """ "the air strikes that hit the port": the verb tells more of the attack named before, and is no event of its own."""
    if line.low[hit.first] not in _LANDING or last.verb or last.type != "ASSAULT":
        return False
    between = line.low[last.at.after : hit.first]
    return len(between) <= _SUBJECT_REACH and STOPS.isdisjoint(between) and _APART.isdisjoint(between)


def of_result(line: Line, tally: Tally) -> Trigger:
    """The event a word for an outcome names where the sentence has no word for the attack."""
    type_, mode = _OF_OUTCOME.get(tally.outcome, ("ASSAULT", None))
    at = Chunk(*tally.anchor)
    if tally.outcome == "detained" and not _ABDUCT.isdisjoint(line.low[at.first : at.after]):
        type_, mode = "ASSAULT", "abduct"
    if type_ == "ASSAULT" and mode is None:
        mode = mode_near(line, at)
    return Trigger(at, type_, mode, tally.side == "object", True)


def _mode(line: Line, hit: Hit[Kind]) -> str | None:
    kind = hit.entry
    if kind.type != "ASSAULT" or kind.mode not in (None, "explosives", "heavy-weapons", "aerial"):
        return kind.mode
    near = _around(line, Chunk(hit.first, hit.after))
    if kind.mode in ("explosives",):
        return "suicide-attack" if near & SUICIDE else kind.mode
    return mode_near(line, Chunk(hit.first, hit.after)) if kind.mode is None else kind.mode


def mode_near(line: Line, at: Chunk) -> str | None:
    """The mode the weapons named near the trigger give it; None if there are none."""
    near = _around(line, at)
    for words, mode in ((SUICIDE, "suicide-attack"), (CHEMICAL, "unconventional"), (DRONE, "drone"), (AIR, "aerial"),
                        (BOMB, "explosives"), (FIRE, "heavy-weapons")):  # fmt: skip
        if near & words:
            return "aerial" if mode == "explosives" and "barrel" in near else mode
    return None


def _around(line: Line, at: Chunk) -> set[str]:
    """The words near the trigger, within its sentence's full stops."""
    return set(line.low[max(0, at.first - _NEAR) : at.after + _NEAR])


def _is_glued(line: Line, index: int) -> bool:
    """Whether a sentence begins at a word without a full stop before it: what stands before is a headline run into the text."""
    return line.part == "text" and 0 < index < min(len(line), _HEADLINE) and line.words[index] in ("The", "A", "An")


def _is_labour(line: Line, hit: Hit[Kind]) -> bool:
    """ "teachers went on strike", "a general strike", "a strike by nurses": nobody is attacked."""
    before = line.at(hit.first - 1)
    if before in _OF_LABOUR or (before == "on" and line.at(hit.first - 2) in _WENT):
        return True
    behind = line.low[hit.after : hit.after + 4]
    return behind[:1] == ["action"] or (behind[:1] in (["by"], ["over"]) and not _AT_WORK.isdisjoint(behind))


def _meant(line: Line, hit: Hit[Kind]) -> bool:
    """Whether the word is meant as an event here."""
    need, word = hit.entry.needs, line.low[hit.first]
    before, behind = line.at(hit.first - 1), line.at(hit.after)
    if hit.entry.verb and _is_glued(line, hit.after):
        return False
    if word in _STRIKES and _is_labour(line, hit):
        return False
    if word in ("attack", "attacks") and before in _OF_THE_BODY:
        return False
    if word == "struck" and before in ("agreement", "deal", "truce", "accord", "balance"):
        return False
    if word in ("strike", "struck") and behind == "a" and line.at(hit.after + 1) in ("deal", "balance", "agreement"):
        return False
    if need == "munition":
        return not MUNITIONS.isdisjoint(line.low[max(0, hit.first - 5) : hit.after + 5])
    if need == "chemical":
        return not CHEMICAL.isdisjoint(line.low[hit.after : hit.after + 5])
    if need == "verb":
        return (
            before in AUXILIARIES
            or behind in ("by", "the", "a", "its")
            or (before not in STOPS and line.capital(hit.after) and word == "shelled")
        )
    if need == "land":
        return behind not in PEOPLE and line.at(hit.after + 1) not in PEOPLE
    if need == "force":
        return not _SUBJECTS.isdisjoint(line.low[max(0, hit.first - 5) : hit.after + 4])
    if need == "people":
        return any(word in PEOPLE for word in line.low[max(0, hit.first - 4) : hit.after + 5])
    return True
