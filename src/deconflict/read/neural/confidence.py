"""Confidence that means something: of claims given 0.8, eight in ten are right."""

from __future__ import annotations

import math

import msgspec

EDGE = 1e-4  # scores are kept this far from 0 and 1, where their odds have no logarithm


class Scale(msgspec.Struct, frozen=True):
    """How a score becomes a probability: its log odds times `slope` plus `offset`. As given, it is left as it is."""

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, score: float) -> float:
        """The probability, 0..1."""
        held = min(1.0 - EDGE, max(EDGE, score))
        return 1.0 / (1.0 + math.exp(-(self.slope * math.log(held / (1.0 - held)) + self.offset)))


class Scales(msgspec.Struct, frozen=True):
    """`event`: that the sentence tells of an event of this type. `count`: that its numbers count what is said they count.

    Fitted on the annotated reports kept for it (`training.calibrate`) and kept in the model's manifest.
    """

    event: Scale = Scale()
    count: Scale = Scale()
