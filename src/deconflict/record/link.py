"""Whether two claims speak of one event."""

from __future__ import annotations

from typing import Literal

import msgspec

from deconflict.record.identity import content_id

Verdict = Literal["same", "different", "unsure"]


class Reason(msgspec.Struct, frozen=True):
    """One feature's share of the score. `text` is the sentence the page shows."""

    feature: str
    weight: float
    text: str


class Link(msgspec.Struct, frozen=True):
    """A judgement on two claims, `a` < `b`. `by` is "machine" or a person; `score` is the sum of the reasons' weights."""

    a: str
    b: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]
    by: str = "machine"

    @property
    def id(self) -> str:
        """The same judgement by the same judge is one row."""
        return content_id("l", self.a, self.b, self.verdict, self.by)
