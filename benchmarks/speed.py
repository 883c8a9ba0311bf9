"""How fast Phase A is with either reader, whether its memory stays flat, and how soon there is a first claim."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.folders import ROOT

FIRST = """
import time
began = time.monotonic()
import deconflict
reading = deconflict.read_text("At least 12 people were killed when gunners shelled the market of Rivertown on Monday.")
assert reading.claims
print(time.monotonic() - began)
"""


def run(table: Path, times: int, reader: str) -> Mapping[str, float]:
    """What one run of `benchmarks.phase_a` measured."""
    command = [sys.executable, "-m", "benchmarks.phase_a", str(table), str(times), reader]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return dict(json.loads(done.stdout))


def rules(data: Path) -> dict[str, float]:
    """With the rule reader: reports a second, the fastest of three runs; peak MB of all processes at 709 and 7,090 reports.

    The fastest, because whatever else runs on the machine can only slow a run down.
    """
    table = data / "fa-kes" / "reports.csv"
    few, some, many = run(table, 1, "rules"), run(table, 3, "rules"), run(table, 10, "rules")
    return {
        "reports_per_second": max(each["per_second"] for each in (few, some, many)),
        "peak_mb_709": few["peak_mb"],
        "peak_mb_7090": many["peak_mb"],
        "memory_growth": many["peak_mb"] / few["peak_mb"],
    }


def neural(data: Path) -> dict[str, float]:
    """With the neural reader: reports a second, the faster of two runs, also for reports of 400 words; peak MB; seconds from the
    start of Python to the first claim, the quickest of five."""
    table = data / "fa-kes" / "reports.csv"
    runs = [run(table, 1, "neural") for _ in range(2)]
    fastest = max(each["per_second"] for each in runs)
    return {
        "reports_per_second": fastest,
        "per_second_of_400_words": fastest * runs[0]["words"] / 400,
        "peak_mb_709": max(each["peak_mb"] for each in runs),
        "first_claim_s": min(first_claim() for _ in range(5)),
    }


def first_claim() -> float:
    """Seconds from importing the package to a claim, in a process of its own."""
    return float(subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True, cwd=ROOT).stdout)
