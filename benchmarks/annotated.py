"""Claims as people annotated them, for what a benchmark gives when nothing is misread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.scores import ROLES

from deconflict.record import Claim, Count, Report, Role, Span
from training import examples


def reports(data: Path, corpus: str) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """The annotated reports of a corpus (as in `training/texts.py`) with their claims. `data`: the corpora's folder."""
    rows = [row for row in examples.rows() if row["report"].startswith(f"{corpus}:")]
    texts = examples.reports(rows, data)
    for row in rows:
        report = texts[row["report"]]
        yield report, tuple(claim_of(report, claim) for claim in row["claims"])


def claim_of(report: Report, row: dict[str, Any]) -> Claim:
    """One annotated claim; of its counts only what they count, without bounds."""

    def said(at: dict[str, Any]) -> Span:
        return report.span(at["start"], at["end"], at["in"])

    counts = (Count(said(each["span"]), each["what"], of=said(each["of"]) if each["of"] else None) for each in row["counts"])
    return Claim(
        report.id, row["type"], said(row["trigger"]), said(row["sentence"]), row["mode"],
        roles=tuple(Role(name, said(at)) for name in ROLES for at in row[name]),  # type: ignore[arg-type]
        counts=tuple(counts), status=row["status"], background=row["background"],
    )  # fmt: skip
