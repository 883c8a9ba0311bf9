"""How well the default reader reads claims: annotated reports it has not learnt from, and what its confidence is worth.

Triggers with type, roles, speakers, status as `training/scores.py` counts them; `toll_*` are the casualty statements of these
reports, a larger set kept apart from the 17 of the development set.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.default_reader import reader
from deconflict.read.neural.shipped import SHIPPED
from training import calibrate, examples, scores


def measure(annotation: Path, data: Path) -> dict[str, float]:
    """Figures 0..1; `count_ece` and `event_ece`: expected calibration error, scaled by what was fitted on other reports."""
    annotated = examples.rows("dev")
    found = scores.claims(reader(), annotated, examples.reports(annotated, data), annotation)
    judged = calibrate.judgements(SHIPPED)
    return found | {f"{name}_ece": calibrate.error(calibrate.across(reports)) for name, reports in judged.items()}
