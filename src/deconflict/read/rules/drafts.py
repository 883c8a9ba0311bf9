"""The claims of one sentence, from its own words alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from deconflict.read.rules.authors import actors
from deconflict.read.rules.causes import is_peaceful
from deconflict.read.rules.doubts import Doubt, counts_nobody, doubt_around, doubt_of
from deconflict.read.rules.groups_of_tolls import grouped
from deconflict.read.rules.lexicon_grammar import AUXILIARIES
from deconflict.read.rules.lexicon_people import MODIFIERS, PEOPLE
from deconflict.read.rules.numbers import Number, numbers
from deconflict.read.rules.outcomes import Linker
from deconflict.read.rules.parties import Chunk, parties
from deconflict.read.rules.places import near
from deconflict.read.rules.roles import instruments, recipients
from deconflict.read.rules.speakers import Voice, voices
from deconflict.read.rules.status import status_of
from deconflict.read.rules.tallies import Tally
from deconflict.read.rules.triggers import Trigger, triggers
from deconflict.read.rules.words import Line
from deconflict.record import Attribution, Category, Count, Outcome, Quantity, Span, Status

_SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_DENIED = 8  # words from "denied" to what is denied: the tuning half is the same from 4 to 14


@dataclass(slots=True)
class Draft:
    """A claim in the making; `until`: the word of the last event its sentence names.

    `actors`, `places` and `times` may be filled from other sentences; `voices` are the line's speakers. `on_a_day`: its own words
    name the day; `apart`: its sentence says that it was at another time than the news;
    `in_passing`: it only dates another event.
    """

    line: Line
    trigger: Trigger
    counts: list[Count] = field(default_factory=list)
    actors: list[Span] = field(default_factory=list)
    recipients: list[Span] = field(default_factory=list)
    instruments: list[Span] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)
    status: Status = "asserted"
    background: bool = False
    until: int = 0
    on_a_day: bool = False
    apart: bool = False
    in_passing: bool = False
    attribution: tuple[Attribution, ...] = ()


def drafts(line: Line, spots: list[Span], tallied: Outcome | None = None) -> list[Draft]:
    """One draft for each event the line names, its tolls with it; `spots` are the line's places.

    `tallied`: what the tally counts that the sentence before has announced.
    """
    tallies = Linker(line, numbers(line), tallied).run()
    events = triggers(line)
    if (tallies or events) and is_peaceful(line):
        tallies, events = (
            [],
            [event for event in events if event.type != "ASSAULT" and (event.type, event.mode) != ("COERCE", None)],
        )
    if not tallies and not events:
        return []
    chunks = parties(line)
    said = [voice for voice in voices(line) if not _claims_the_attack(line, voice, events)]
    groups = grouped(line, tallies, events, said)
    found = [_draft(line, trigger, counted, chunks, spots, said) for trigger, counted in groups]
    for draft in found:
        draft.until = found[-1].trigger.at.first
    return found


def _draft(
    line: Line, trigger: Trigger, tallies: list[Tally], chunks: list[Chunk], spots: list[Span], said: list[Voice]
) -> Draft:
    counts = _counts(line, tallies)
    speakers = {index for voice in said if voice.speaker for index in range(*voice.speaker)}
    free = [
        chunk for chunk in chunks if not speakers.intersection(range(*chunk)) or trigger.type in ("ACCUSE", "REJECT", "REQUEST")
    ]
    counted = {span for count in counts if count.what != "sorties" and (span := count.of)}
    who = _who_speaks(line, trigger, said)
    who = who or [span for chunk in actors(line, trigger, free) if not _hit(span := line.span(*chunk), counted)]
    who = who or _the_speaker(line, trigger, said)
    return Draft(
        line=line,
        trigger=trigger,
        counts=counts,
        actors=who,
        recipients=sorted(counted)[:1] or _others(line, recipients(line, trigger, free, []), who),
        instruments=[line.span(*chunk) for chunk in instruments(line, trigger)],
        places=near(spots, line, trigger.at),
        voices=said,
        status=_status(line, trigger, tallies, said),
    )


def _claims_the_attack(line: Line, voice: Voice, events: list[Trigger]) -> bool:
    """ "X claimed a raid": X is its author, and says nothing of it here."""
    if "claimed" not in line.low[voice.cue.first : voice.cue.after]:
        return False
    if line.at(voice.cue.after) == "responsibility":
        return True
    return any(not event.verb and 0 <= event.at.first - voice.cue.after <= 2 for event in events)


def _who_speaks(line: Line, trigger: Trigger, said: list[Voice]) -> list[Span]:
    """ "The defence ministry denied it": of an act of speech the speaker is the author, in all the words that name him."""
    own = (voice for voice in said if voice.speaker and voice.cue.first <= trigger.at.first < voice.cue.after)
    return next(([line.span(*voice.speaker)] for voice in own if voice.speaker), []) if trigger.type in _SPEECH else []


def _the_speaker(line: Line, trigger: Trigger, said: list[Voice]) -> list[Span]:
    """ "The army said it had hit 40 targets": the author is the speaker himself."""
    index = trigger.at.first - 1
    while index > 0 and line.low[index] in AUXILIARIES:
        index -= 1
    if not trigger.verb or line.at(index) not in ("it", "they"):
        return []
    before = index - (line.at(index - 1) == "that")
    return next((([line.span(*voice.speaker)] for voice in said if voice.speaker and voice.cue.after == before)), [])


def _others(line: Line, chunks: list[Chunk], actors: list[Span]) -> list[Span]:
    """The spans of those who are not the authors themselves."""
    named = [span.text.lower() for span in actors]
    spans = [line.span(*chunk) for chunk in chunks]
    return [span for span in spans if not any(_ends_alike(span.text.lower(), name) for name in named)]


def _ends_alike(a: str, b: str) -> bool:
    """ "two suicide bombers" and "suicide bombers"."""
    return a.endswith(b) or b.endswith(a)


def _hit(span: Span, counted: set[Span]) -> bool:
    return any(span.overlaps(other) for other in counted)


def _status(line: Line, trigger: Trigger, tallies: list[Tally], said: list[Voice]) -> Status:
    """The tolls' own status where they have one, else the event's."""
    if tallies and all(counts_nobody(line, tally) for tally in tallies):
        return "negated"
    if not tallies and any(voice.denies and 0 <= trigger.at.first - voice.cue.after <= _DENIED for voice in said):
        return "denied"
    doubt = doubt_of(line, tallies[0]) if tallies else _doubt_of_event(line, trigger)
    if doubt and doubt != "unreal":
        return doubt
    return status_of(line, trigger, bool(tallies))


def _doubt_of_event(line: Line, trigger: Trigger) -> Doubt | None:
    """ "Reports on the use of gas are false": the event is denied, and not the denial that names it."""
    return None if trigger.type == "REJECT" else doubt_around(line, trigger.at.first, trigger.at.after)


def _counts(line: Line, tallies: list[Tally]) -> list[Count]:
    """The tallies as counts, each once; a number whose words set no bounds the table knows is left out."""
    found: list[Count] = []
    for tally in tallies:
        span = line.span(tally.number.first, tally.number.after)
        quantity = Quantity.of(span.text)
        if (
            quantity is None
            or (tally.part_of and quantity.low is None and quantity.high is None)
            or any(count.span == span and count.what == tally.outcome for count in found)
        ):
            continue
        found.append(
            Count(
                span=span,
                what=tally.outcome,
                low=quantity.low,
                high=quantity.high,
                approximate=quantity.approximate,
                of=line.span(*tally.number.of) if tally.number.of else None,
                category=_category(line, tally.number),
                joint=tally.joint,
                included_in=line.span(tally.part_of.first, tally.part_of.after) if tally.part_of else None,
            )
        )
    return found


def _category(line: Line, number: Number) -> Category:
    """Civilians or combatants, by the noun, else by the words before it."""
    if number.of is None:
        return "unknown"
    by_noun = PEOPLE.get(number.noun, "unknown")
    if by_noun != "unknown":
        return by_noun
    for word in line.low[number.of[0] : number.of[1]]:
        if word in MODIFIERS:
            return MODIFIERS[word]
    return "unknown"
