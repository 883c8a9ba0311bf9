"""What a reader's scores are worth.

The log odds of a score are stretched and shifted (two numbers, logistic regression) so that of claims given 0.8 eight in ten are
right; a pair for numbers, a pair for events without any. Fitted on split dev. What is
reported is measured on reports the fit has not seen: dev in five parts, each scaled by what was fitted on the other four.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks import folders
from deconflict.read import RuleReader
from deconflict.read.neural.confidence import EDGE, Scale, Scales
from deconflict.read.neural.model import load
from deconflict.read.neural.neural_reader import NeuralReader
from deconflict.read.neural.tagger import Floats
from deconflict.record import Claim, Quantity, Report
from training import examples

PARTS, BINS = 5, 10


class Judged(NamedTuple):
    """A score, and whether what it was given for was right."""

    score: float
    right: bool


def calibrated(folder: Path) -> tuple[Scales, dict[str, float]]:
    """The scales fitted for the model, and the expected calibration error of each on reports its fit has not seen."""
    judged = judgements(folder)
    fitted = {name: fit([one for report in reports for one in report]) for name, reports in judged.items()}
    errors = {name: error(across(reports)) for name, reports in judged.items()}
    for name, reports in judged.items():
        every = [one for report in reports for one in report]
        print(f"{name}: {len(every)}, expected calibration error {error(every):.3f} as given, {errors[name]:.3f} scaled")
    return Scales(**fitted), errors


def judgements(folder: Path, split: str = "dev") -> dict[str, list[list[Judged]]]:
    """`event` and `count`: for each report the unscaled scores of the claims read, with what a person says of them."""
    reader = NeuralReader(replace(load(folder), scales=Scales()), RuleReader().read)
    annotated = examples.rows(split)
    reports = examples.reports(annotated, folders.corpora())
    found: dict[str, list[list[Judged]]] = {"event": [], "count": []}
    for row in annotated:
        report = reports[row["report"]]
        claims = reader.read(report)
        found["event"].append([Judged(one.confidence, told(one, row["claims"])) for one in claims if not one.counts])
        found["count"].append([Judged(one.confidence, counted(report, one, row["claims"])) for one in claims if one.counts])
    return found


def told(claim: Claim, gold: Sequence[examples.Row]) -> bool:
    """Whether a person found an event of this type at these words."""
    return any(row["type"] == claim.type and _meet(row["trigger"], claim.trigger.start, claim.trigger.end) for row in gold)


def counted(report: Report, claim: Claim, gold: Sequence[examples.Row]) -> bool:
    """Whether a person found each of its numbers, with the same bounds and outcome."""
    numbers = [count for row in gold for count in row["counts"] if count["span"]["in"] == "text"]

    def same(count: examples.Row, low: int | None, high: int | None) -> bool:
        bounds = Quantity.of(report.text[count["span"]["start"] : count["span"]["end"]])
        return bounds is not None and (bounds.low, bounds.high) == (low, high)

    return all(
        any(
            row["what"] == one.what and _meet(row["span"], one.span.start, one.span.end) and same(row, one.low, one.high)
            for row in numbers
        )
        for one in claim.counts
    )


def _meet(span: examples.Row, start: int, end: int) -> bool:
    return bool(span["in"] == "text" and span["start"] < end and start < span["end"])


def fit(judged: Sequence[Judged], steps: int = 50) -> Scale:
    """Slope and offset of greatest likelihood (Newton's method; a weak pull towards leaving the score as it is)."""
    held = np.clip([one.score for one in judged], EDGE, 1 - EDGE)
    given = np.stack([np.log(held / (1 - held)), np.ones(len(held))], axis=1)
    right = np.array([one.right for one in judged], dtype=float)
    start = np.array([1.0, 0.0])

    def unlikely(weights: Floats) -> float:
        odds = given @ weights
        return float((np.logaddexp(0, odds) - right * odds).sum() + ((weights - start) ** 2).sum() / 2)

    weights = start
    for _ in range(steps):
        likely = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (likely - right) + weights - start
        bend = (given * (likely * (1 - likely))[:, None]).T @ given + np.eye(2)
        step = np.linalg.solve(bend, slope)
        while np.abs(step).max() > 1e-9 and unlikely(weights - step) > unlikely(weights):
            step = step / 2
        weights = weights - step
    return Scale(float(weights[0]), float(weights[1]))


def across(by_report: Sequence[Sequence[Judged]]) -> list[Judged]:
    """Every score scaled by what was fitted on the other parts' reports."""
    made = []
    for part in range(PARTS):
        scale = fit([one for at, report in enumerate(by_report) if at % PARTS != part for one in report])
        for report in by_report[part::PARTS]:
            made += [Judged(scale(one.score), one.right) for one in report]
    return made


def error(judged: Sequence[Judged]) -> float:
    """Expected calibration error: how far share right and mean score lie apart, over ten bins of equal width."""
    scores, right = np.array([one.score for one in judged]), np.array([one.right for one in judged], dtype=float)
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    apart = [abs(scores[bins == at].mean() - right[bins == at].mean()) * (bins == at).sum() for at in np.unique(bins)]
    return float(sum(apart) / len(scores))
