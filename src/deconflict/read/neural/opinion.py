"""Another reader's opinion of the same report: a vote on what is a number that counts, and what is a trigger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deconflict.read.neural.chunks import Chunk
from deconflict.read.neural.decode import Spans
from deconflict.record import Claim, Outcome
from deconflict.record.claim import EventType

NUMBER_VOTE = 0.4
"""Weight of the other reader's vote on a number against the model's two looks together. Tolls of dev: 0.920 at 0.2, 0.924 at
0.3, 0.940 at 0.4, 0.900 at 0.5."""
TRIGGER_VOTE = 0.25
"""The same for a trigger. Triggers of dev: 0.757 at 0, 0.762 at 0.1 and 0.25, 0.754 at 0.4."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """Code points `start:end` of the report's text with what the other reader holds them for."""

    numbers: tuple[tuple[int, int, Outcome], ...] = ()
    triggers: tuple[tuple[int, int, EventType], ...] = ()

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Opinion:
        """The opinion that claims stand for; those of the title are left out."""
        told = [claim for claim in claims if claim.trigger.part == "text"]
        counts = [(count.span.start, count.span.end, count.what) for claim in told for count in claim.counts]
        return cls(tuple(counts), tuple((claim.trigger.start, claim.trigger.end, claim.type) for claim in told))

    def outcomes(self, chunk: Chunk, first: int, after: int) -> set[Outcome]:
        """What it says the words `first:after` count; nothing: they do not."""
        start, end = chunk.words[first].start, chunk.words[after - 1].end
        return {what for begin, stop, what in self.numbers if begin < end and start < stop}

    def type(self, chunk: Chunk, first: int, after: int) -> EventType | None:
        """The event it says the words `first:after` name."""
        start, end = chunk.words[first].start, chunk.words[after - 1].end
        return next((kind for begin, stop, kind in self.triggers if begin < end and start < stop), None)

    def spans(self, chunk: Chunk, of: str) -> Spans:
        """The chunk's own words that it holds for "numbers" or "triggers", as word ranges."""
        found = []
        for start, end, _ in getattr(self, of):
            within = [at for at, word in enumerate(chunk.words) if word.core and word.start < end and start < word.end]
            if within:
                found.append((within[0], within[-1] + 1))
        return found
