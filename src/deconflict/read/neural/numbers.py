"""Numbers that count, after both looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from deconflict.read.neural.chunks import Reading
from deconflict.read.neural.decode import log_softmax, sigmoid
from deconflict.read.neural.looks import Look
from deconflict.read.neural.nodes import Candidate
from deconflict.read.neural.opinion import NUMBER_VOTE, Opinion
from deconflict.read.neural.scheme import CATEGORIES, COUNTS_AT, OUTCOMES, TALLY_AT, WHOM_AT
from deconflict.record import Category, Outcome

COUNTED = 0.5
"""How sure both looks together must be that a number counts, and of each outcome.
Tolls of dev, with the model before the shipped one: 0.912 at 0.4, 0.918 here, 0.922 at 0.6."""


@dataclass(frozen=True, slots=True)
class Number:
    """Words `first:after` that count `outcomes`, more than one: one number for them together; `of`: the words for the counted."""

    first: int
    after: int
    outcomes: tuple[Outcome, ...]
    category: Category
    of: tuple[int, int] | None
    sure: float


def numbers(reading: Reading, candidates: list[Candidate], looks: Iterable[Look], opinion: Opinion | None = None) -> list[Number]:
    """The candidates that count, from the second look at each of them, and another reader's vote."""
    found = [
        _number(candidate, look, opinion.outcomes(reading, candidate.first, candidate.after) if opinion else None)
        for candidate, look in zip(candidates, looks, strict=True)
    ]
    return [number for number in found if number.sure >= COUNTED]


def _number(candidate: Candidate, look: Look, vote: set[Outcome] | None) -> Number:
    told = look.classes
    likely = (sigmoid(candidate.outcomes) + sigmoid(told[TALLY_AT])) / 2
    sure = float((candidate.sure + sigmoid(np.asarray(told[COUNTS_AT]))) / 2)
    if vote is not None:
        sure = (1 - NUMBER_VOTE) * sure + NUMBER_VOTE * bool(vote)
    if vote:
        likely = (1 - NUMBER_VOTE) * likely + NUMBER_VOTE * np.array([outcome in vote for outcome in OUTCOMES])
    outcomes = tuple(name for name, value in zip(OUTCOMES, likely, strict=True) if value >= COUNTED)
    whom = log_softmax(candidate.whom) + log_softmax(told[WHOM_AT])
    return Number(
        candidate.first,
        candidate.after,
        outcomes or (OUTCOMES[int(likely.argmax())],),
        CATEGORIES[int(whom.argmax())],
        min(look.spans("of"), key=lambda span: abs(span[0] - candidate.after), default=None),
        sure,
    )
