"""Which tolls of one sentence are told of which event, by whom, and with which status."""

from __future__ import annotations

from deconflict.read.rules.doubts import Doubt, counts_nobody, doubt_of
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.speakers import Voice
from deconflict.read.rules.tallies import Tally
from deconflict.read.rules.triggers import Trigger, of_result
from deconflict.read.rules.words import Line

_BARRIERS = frozenset({"while", "meanwhile", ";", "whereas", "separately", "—"})
_TURNS = _BARRIERS | {"but", "although", "though", "however"}
"""Between two tolls they show that who speaks of the second did not speak of the first."""
_SPANS_OF_TIME = frozenset({"day", "days", "hours", "week", "weeks", "month", "months"})
_REACH = 26  # words between a toll and its attack: perpetrator on the tuning half 0.63 at 8, 0.73 at 14, 0.78 at 20, 0.79 from 26


def grouped(line: Line, tallies: list[Tally], events: list[Trigger], said: list[Voice]) -> list[tuple[Trigger, list[Tally]]]:
    """Each event with the tolls told of it; a toll with no word for its attack, or of another voice or status than
    the others of that attack, is an event by its own word."""
    taken: dict[Trigger, list[Tally]] = {}
    own: dict[tuple[int, int], Trigger] = {}
    for tally in tallies:
        doubt = doubt_of(line, tally)
        if doubt == "unreal":
            continue
        seized = tally.outcome == "detained"
        trigger = own.get(tally.anchor) or (None if seized else _attack_of(line, tally, events))
        if trigger is None:
            trigger = _same_event(tally, own)
        if trigger and _is_told_apart(line, tally, doubt, trigger, taken.get(trigger, []), said):
            trigger = own.get(tally.anchor)
        if trigger is None:
            trigger = own[tally.anchor] = of_result(line, tally)
        taken.setdefault(trigger, []).append(tally)
    for event in events:
        if event not in taken and not any(_overlap(event.at, trigger.at) for trigger in taken):
            taken[event] = []
    return sorted(taken.items(), key=lambda item: item[0].at.first)


def _is_told_apart(
    line: Line, tally: Tally, doubt: Doubt | None, trigger: Trigger, others: list[Tally], said: list[Voice]
) -> bool:
    """Whether this toll cannot share a claim: its status is another, or another speaker gives it."""
    if trigger.at == tally.anchor:
        return False
    if others and (doubt_of(line, others[0]) != doubt or counts_nobody(line, others[0]) != counts_nobody(line, tally)):
        return True
    mine = _voice_over(tally.anchor[0], said)
    first = others[0].anchor[0] if others else trigger.at.first
    theirs = _voice_over(first, said)
    if mine is None or mine is theirs:
        return False
    if theirs is not None:  # "a group said raids hit Orsa and put the toll at 5": one subject, whatever part of it is quoted
        return mine.speaker is not None and mine.speaker.first > theirs.cue.first
    return not _TURNS.isdisjoint(line.low[first : mine.cue.first])


def _voice_over(index: int, said: list[Voice]) -> Voice | None:
    """The named speaker whose words word `index` stands in: the nearest before it that leads."""
    leading = [voice for voice in said if voice.leading and voice.speaker and not voice.inner and voice.cue.first < index]
    return leading[-1] if leading else None


def _same_event(tally: Tally, own: dict[tuple[int, int], Trigger]) -> Trigger | None:
    """The event of an earlier toll in the sentence that this one belongs to: killed and wounded of one attack."""
    if tally.outcome not in ("killed", "wounded", "other", "missing"):
        return None
    return next((trigger for trigger in own.values() if trigger.type == "ASSAULT"), None)


def _attack_of(line: Line, tally: Tally, events: list[Trigger]) -> Trigger | None:
    """The nearest attack that the toll is told of, within the clause."""
    wanted = {"displaced": "COERCE", "deployed": "MOBILIZE", "withdrawn": "RETREAT", "detained": ""}.get(tally.outcome, "ASSAULT")
    anchor, best, distance = Chunk(*tally.anchor), None, _REACH
    for event in events:
        if _overlap(event.at, anchor):
            return event
        if event.type != wanted or tally.outcome in ("displaced", "deployed", "withdrawn"):
            continue
        low, high = sorted((event.at, anchor))
        between = line.low[low.after : high.first]
        if len(between) < distance and not _BARRIERS.intersection(between) and not _days_after(between):
            best, distance = event, len(between)
    return None if best and _unclear(line, tally, best, events) else best


def _days_after(words: list[str]) -> bool:
    """ "just days after dozens were killed": what follows is another event."""
    return any(word == "after" and words[i - 1] in _SPANS_OF_TIME for i, word in enumerate(words) if i)


def _unclear(line: Line, tally: Tally, best: Trigger, events: list[Trigger]) -> bool:
    """Whether two attacks may be meant: "raids on those that launched an attack and killed 12" leaves open who killed."""
    if line.at(tally.anchor[0] - 1) != "and" or best.at.first > tally.anchor[0]:
        return False
    earlier = [event for event in events if event.type == best.type and event.at.first < best.at.first]
    return any(not {"that", "which", "who"}.isdisjoint(line.low[event.at.after : best.at.first]) for event in earlier)


def _overlap(a: Chunk, b: Chunk) -> bool:
    return a.first < b.after and b.first < a.after
