"""What a sentence leaves out and an earlier one of the report names: author, place, speaker."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from deconflict.read.rules.drafts import Draft
from deconflict.read.rules.places import is_relative, is_wide
from deconflict.read.rules.rundowns import announced, goes_on
from deconflict.read.rules.words import Line
from deconflict.record import Outcome, Span

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ACTOR_REACH = 1  # sentences an author is lent over: perpetrator on the tuning half 0.80 at 0, 0.81 at 1, 0.79 at 2, 0.75 at 9
_HARM = frozenset({"killed", "wounded", "missing", "other"})


class Rundown(NamedTuple):
    """A tally announced in the sentence before: what it counts, and of which time."""

    outcome: Outcome
    times: tuple[Span, ...]


@dataclass
class Context:
    """What the sentences so far have named, newest last. Lives for one report only."""

    incidents: list[tuple[int, Draft]] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    relative: dict[str, Span] = field(default_factory=dict)
    speaker: Span | None = None
    spoken_at: int = 0
    number: int = 0
    rundown: Rundown | None = None

    def complete(self, drafts: list[Draft], number: int) -> None:
        """Fill what the sentence's drafts lack, each value a span of the sentence that names it; then remember what they name."""
        self.number = number
        named = any(draft.actors for draft in drafts if draft.trigger.type == "ASSAULT")
        for draft in drafts:
            if draft.trigger.type == "ASSAULT" and not draft.background and not named and draft.status == "asserted":
                self._author(draft, number)
            if not draft.background:
                self._place(draft)
        for draft in drafts:
            if draft.trigger.type == "ASSAULT" and len(draft.actors) == 1 and not draft.background:
                self.incidents.append((number, draft))

    def tallied(self, line: Line) -> Outcome | None:
        """What the tally counts that the sentence before announced and this one gives."""
        return self.rundown.outcome if self.rundown and goes_on(line) else None

    def follow(self, line: Line, drafts: list[Draft]) -> None:
        """Give a tally the time its announcement told; remember the tally that this sentence announces."""
        if self.tallied(line) and self.rundown:
            for draft in drafts:
                draft.times = draft.times or (list(self.rundown.times) if draft.counts else [])
        outcome = announced(line)
        self.rundown = Rundown(outcome, tuple(drafts[0].times) if drafts else ()) if outcome else None

    def remember(self, places: list[Span]) -> None:
        """Keep the places a sentence names, whether or not it holds a claim; a distance with the place it tells more of."""
        named = [span for span in places if not is_wide(span) and not is_relative(span)]
        self.places += reversed(named)
        for span in places if named else ():
            if is_relative(span):
                self.relative[named[0].text] = span

    def _author(self, draft: Draft, number: int) -> None:
        """The author of the incident plainly meant: "the attack", or a toll without any attack of its own."""
        if draft.actors or not self.incidents:
            return
        at, incident = self.incidents[-1]
        if number - at > _ACTOR_REACH or not self._refers(draft):
            return
        if draft.trigger.mode and draft.trigger.mode != incident.trigger.mode:
            return
        victims = {word for count in draft.counts if count.of for word in count.of.text.lower().split()}
        if not any(victims & set(span.text.lower().split()) for span in incident.actors):
            draft.actors = list(incident.actors)

    def _refers(self, draft: Draft) -> bool:
        """Whether the sentence speaks of an incident named before."""
        trigger, line = draft.trigger, draft.line
        if trigger.result:
            return any(count.what in _HARM for count in draft.counts)
        return any(line.at(trigger.at.first - back) in _DEFINITE for back in (1, 2))

    def _place(self, draft: Draft) -> None:
        """The nearest place named before, where the sentence plainly goes on with the same incident and names none itself."""
        if not self.places or not all(is_wide(span) for span in draft.places):
            return
        harmed = any(count.what in _HARM for count in draft.counts)
        definite = draft.trigger.type == "ASSAULT" and self._refers(draft)
        if harmed or (definite and not draft.places):
            place = self.places[-1]
            more = [self.relative[place.text]] if place.text in self.relative else []
            draft.places = [place, *more, *draft.places]
