"""How far two annotators agree, report by report, on the same texts.

    python -m training.agreement

F1 of one against the other, which is symmetric: triggers (overlapping, same type), counts (same words, same outcome), speakers
(overlapping words on triggers both have), and the share of shared triggers with the same status.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("annotations")
Row = Mapping[str, Any]
Place = tuple[str, int, int]


def agreement(first: Iterable[Row], second: Iterable[Row]) -> dict[str, float]:
    """The figures over all reports that both hold, 0..1, and how many reports (`reports`)."""
    known = {row["report"]: row for row in first}
    pairs = [(known[row["report"]], row) for row in second if row["report"] in known]
    tally: Counter[str] = Counter()
    for one, other in pairs:
        _compare(one["claims"], other["claims"], tally)
    figures = {name: _f1(tally, name) for name in ("trigger", "count", "speaker")}
    return {"reports": len(pairs), **figures, "status": tally["status"] / max(1, tally["trigger_both"])}


def _compare(one: list[Row], other: list[Row], tally: Counter[str]) -> None:
    counts = [_counts(claims) for claims in (one, other)]
    tally["count_both"] += sum((counts[0] & counts[1]).values())
    tally["count_all"] += counts[0].total() + counts[1].total()
    tally["trigger_all"] += len(one) + len(other)
    free = list(other)
    for claim in one:
        match = next(
            (each for each in free if each["type"] == claim["type"] and _meet([claim["trigger"]], [each["trigger"]])), None
        )
        if match is None:
            continue
        free.remove(match)
        tally["trigger_both"] += 1
        tally["status"] += claim["status"] == match["status"]
        tally["speaker_all"] += bool(claim["speaker"]) + bool(match["speaker"])
        tally["speaker_both"] += _meet(claim["speaker"], match["speaker"])


def _counts(claims: list[Row]) -> Counter[tuple[Place, str]]:
    return Counter((_place(count["span"]), count["what"]) for claim in claims for count in claim["counts"])


def _meet(one: list[Row], other: list[Row]) -> bool:
    """Whether any span of the one overlaps any of the other."""
    return any(a["in"] == b["in"] and a["start"] < b["end"] and b["start"] < a["end"] for a in one for b in other if a and b)


def _place(span: Row) -> Place:
    return span["in"], span["start"], span["end"]


def _f1(tally: Counter[str], name: str) -> float:
    return 2 * tally[f"{name}_both"] / max(1, tally[f"{name}_all"])


def rows(path: Path) -> list[Row]:
    """The lines of an annotation file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    for figure, value in agreement(rows(FOLDER / "claims.jsonl"), rows(FOLDER / "again.jsonl")).items():
        print(f"{figure:10} {value:.3f}")
