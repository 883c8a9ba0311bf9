"""What belongs to one trigger: its roles, speakers and counts, and what kind of telling it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from deconflict.read.neural.chunks import Chunk
from deconflict.read.neural.decode import Spans, best_tags, log_softmax, sigmoid, spans
from deconflict.read.neural.nodes import Trigger
from deconflict.read.neural.opinion import TRIGGER_VOTE, Opinion
from deconflict.read.neural.scheme import (
    BACKGROUND_AT,
    BEGIN,
    DIRECT_AT,
    INSIDE,
    LINKS,
    MODE_AT,
    MODE_LABELS,
    STATUS_AT,
    STATUSES,
    TYPE_AT,
    TYPES,
)
from deconflict.read.neural.tagger import Floats
from deconflict.record import Status
from deconflict.record.claim import EventType

KEPT = 0.5
"""How sure both looks together must be that a trigger names an event.
Triggers of dev: 0.748 at 0.35, 0.757 here, 0.762 at 0.6."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A trigger with what belongs to it. `spans` are word ranges by link; `counting` how likely each word counts for it."""

    trigger: Trigger
    type: EventType
    mode: str | None
    status: Status
    background: bool
    direct: bool
    sure: float
    spans: dict[str, Spans]
    counting: Floats


def ties(chunk: Chunk, triggers: list[Trigger], outputs: Floats, classes: Floats, opinion: Opinion | None = None) -> list[Tied]:
    """One for each trigger, in order, from the model's (T, L, LINK_OUTPUTS) and (T, CLASS_OUTPUTS) outputs and another's vote."""
    pieces = [word.piece for word in chunk.words]
    shape = (len(triggers), len(pieces), len(LINKS), 3)
    scores = log_softmax(outputs[:, pieces].reshape(shape)).transpose(0, 2, 1, 3)
    tags = best_tags(scores.reshape(-1, len(pieces), 3)).reshape(len(triggers), len(LINKS), len(pieces))
    tied = [_tied(trigger, tags[row], scores[row], classes[row]) for row, trigger in enumerate(triggers)]
    return tied if opinion is None else [_voted(one, opinion.type(chunk, one.trigger.first, one.trigger.after)) for one in tied]


def _voted(tied: Tied, vote: EventType | None) -> Tied:
    return replace(tied, sure=(1 - TRIGGER_VOTE) * tied.sure + TRIGGER_VOTE * (vote is not None))


def _tied(trigger: Trigger, tags: Floats, scores: Floats, classes: Floats) -> Tied:
    seen = log_softmax(classes[TYPE_AT])
    kind = TYPES[int((np.asarray(trigger.types) + seen[1:]).argmax())]
    counting = np.exp(np.logaddexp(scores[LINKS.index("count"), :, BEGIN], scores[LINKS.index("count"), :, INSIDE]))
    return Tied(
        trigger=trigger,
        type=kind,
        mode=_mode(kind, classes[MODE_AT]),
        status=STATUSES[int(classes[STATUS_AT].argmax())],
        background=bool(sigmoid(classes[BACKGROUND_AT]) > 0.5),
        direct=bool(sigmoid(classes[DIRECT_AT]) > 0.5),
        sure=(trigger.sure + 1.0 - float(np.exp(seen[0]))) / 2,
        spans={name: spans(row) for name, row in zip(LINKS, tags, strict=True)},
        counting=counting,
    )


def _mode(kind: EventType, scores: Floats) -> str | None:
    """The likeliest mode this type can have, or none."""
    allowed = [0, *(at for at, (owner, _) in enumerate(MODE_LABELS, 1) if owner == kind)]
    best = max(allowed, key=lambda at: float(scores[at]))
    return MODE_LABELS[best - 1][1] if best else None
