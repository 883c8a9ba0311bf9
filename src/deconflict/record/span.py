"""A stretch of a report's words: the ground every value stands on."""

from __future__ import annotations

from typing import Literal

import msgspec

from deconflict.errors import OurBug

Part = Literal["text", "title"]


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open code points `start:end` of a report's text (or title, if `in` says so), and the words that stand there."""

    start: int
    end: int
    text: str
    part: Part = msgspec.field(name="in", default="text")

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise OurBug(f"span {self.start}:{self.end} cannot hold {len(self.text)} characters ({self.text[:40]!r}).")

    @classmethod
    def of(cls, body: str, start: int, end: int, part: Part = "text") -> Span:
        """The span `start:end` of `body`, its words taken from there, so that it cannot say anything else."""
        return cls(start, end, body[start:end], part)

    def within(self, other: Span) -> bool:
        """Whether all of this span lies in `other`."""
        return self.part == other.part and other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.part == other.part and self.start < other.end and other.start < self.end
