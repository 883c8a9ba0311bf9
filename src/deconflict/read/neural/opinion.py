"""Another reader's opinion of the same report: a vote on what is a number that counts, and what is a trigger."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from deconflict.read.neural.chunks import Reading
from deconflict.read.neural.decode import Spans
from deconflict.record import Claim, Outcome

NUMBER_VOTE = 0.4
"""Weight of the other reader's vote on a number against the model's two looks together. Tolls of dev, with the model before the
shipped one: 0.920 at 0.2, 0.924 at 0.3, 0.940 at 0.4, 0.900 at 0.5."""
TRIGGER_VOTE = 0.25
"""The same for a trigger. Triggers of dev, with that model: 0.757 at 0, 0.762 at 0.1 and 0.25, 0.754 at 0.4."""
STATUS_VOTE = 0.3
"""The same for the status of a trigger both name. Status of dev, macro: 0.720 at 0, 0.712 at 0.2, 0.763 at 0.3, 0.768 at 0.4."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """Code points `start:end` of the report's text with what the other reader holds them for."""

    numbers: tuple[tuple[int, int, Outcome], ...] = ()
    triggers: tuple[tuple[int, int, Claim], ...] = ()

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Opinion:
        """The opinion that claims stand for; those of the title are left out."""
        told = [claim for claim in claims if claim.trigger.part == "text"]
        counts = [(count.span.start, count.span.end, count.what) for claim in told for count in claim.counts]
        events = [(claim.trigger.start, claim.trigger.end, claim) for claim in told]
        return cls(tuple(counts), tuple(events))

    def outcomes(self, reading: Reading, first: int, after: int) -> set[Outcome]:
        """What it says the words `first:after` count; nothing: they do not."""
        start, end = reading.words[first].start, reading.words[after - 1].end
        return {what for begin, stop, what in self.numbers if begin < end and start < stop}

    def claim(self, reading: Reading, first: int, after: int) -> Claim | None:
        """What it claims of the event that it says the words `first:after` name."""
        start, end = reading.words[first].start, reading.words[after - 1].end
        return next((claim for begin, stop, claim in self.triggers if begin < end and start < stop), None)

    def spans(self, reading: Reading, of: str) -> Spans:
        """The words of the reading that it holds for "numbers" or "triggers", as word ranges."""
        starts, ends = [word.start for word in reading.words], [word.end for word in reading.words]
        ranges = [(bisect_right(ends, start), bisect_left(starts, end)) for start, end, _ in getattr(self, of)]
        return [(first, after) for first, after in ranges if first < after]
