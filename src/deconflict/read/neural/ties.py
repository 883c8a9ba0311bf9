"""What belongs to one trigger: its roles, speakers and counts, and what kind of telling it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from deconflict.read.neural.chunks import Reading
from deconflict.read.neural.decode import log_softmax, sigmoid
from deconflict.read.neural.looks import Look
from deconflict.read.neural.nodes import Trigger
from deconflict.read.neural.opinion import STATUS_VOTE, TRIGGER_VOTE, Opinion
from deconflict.read.neural.scheme import (
    BACKGROUND_AT,
    DIRECT_AT,
    MODE_AT,
    MODE_LABELS,
    STATUS_AT,
    STATUSES,
    TYPE_AT,
    TYPES,
)
from deconflict.read.neural.tagger import Floats
from deconflict.record import Claim, Status
from deconflict.record.claim import EventType

KEPT = 0.5
"""How sure both looks together must be that a trigger names an event.
Triggers of dev, with the model before the shipped one: 0.748 at 0.35, 0.757 here, 0.762 at 0.6."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A trigger and what kind of telling it is; `look` knows what belongs to it, `second` is another reader's claim."""

    trigger: Trigger
    type: EventType
    mode: str | None
    status: Status
    background: bool
    direct: bool
    sure: float
    look: Look
    second: Claim | None = None


def ties(reading: Reading, triggers: list[Trigger], looks: Iterable[Look], opinion: Opinion | None = None) -> list[Tied]:
    """One for each trigger, in order, from the second look at each and another's vote."""
    tied = [_tied(trigger, look) for trigger, look in zip(triggers, looks, strict=True)]
    return (
        tied if opinion is None else [_voted(one, opinion.claim(reading, one.trigger.first, one.trigger.after)) for one in tied]
    )


def _voted(tied: Tied, vote: Claim | None) -> Tied:
    sure = (1 - TRIGGER_VOTE) * tied.sure + TRIGGER_VOTE * (vote is not None)
    if vote is None:
        return replace(tied, sure=sure)
    chances = np.exp(log_softmax(tied.look.classes[STATUS_AT])) * (1 - STATUS_VOTE)
    chances[STATUSES.index(vote.status)] += STATUS_VOTE
    return replace(tied, second=vote, sure=sure, status=STATUSES[int(chances.argmax())])


def _tied(trigger: Trigger, look: Look) -> Tied:
    classes = look.classes
    seen = log_softmax(classes[TYPE_AT])
    kind = TYPES[int((np.asarray(trigger.types) + seen[1:]).argmax())]
    return Tied(
        trigger=trigger,
        type=kind,
        mode=_mode(kind, classes[MODE_AT]),
        status=STATUSES[int(classes[STATUS_AT].argmax())],
        background=bool(sigmoid(classes[BACKGROUND_AT]) > 0.5),
        direct=bool(sigmoid(classes[DIRECT_AT]) > 0.5),
        sure=(trigger.sure + 1.0 - float(np.exp(seen[0]))) / 2,
        look=look,
    )


def _mode(kind: EventType, scores: Floats) -> str | None:
    """The likeliest mode this type can have, or none."""
    allowed = [0, *(at for at, (owner, _) in enumerate(MODE_LABELS, 1) if owner == kind)]
    best = max(allowed, key=lambda at: float(scores[at]))
    return MODE_LABELS[best - 1][1] if best else None
