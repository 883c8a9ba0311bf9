"""How fast Phase A is, and whether its memory stays flat: 709 reports, and the same ten times over."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.folders import ROOT


def run(table: Path, times: int) -> Mapping[str, float]:
    """What one run of `benchmarks.phase_a` measured."""
    command = [sys.executable, "-m", "benchmarks.phase_a", str(table), str(times)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return dict(json.loads(done.stdout))


def measure(data: Path) -> dict[str, float]:
    """Reports a second, the fastest of three runs; peak MB of all processes at 709 and at 7,090 reports, and their ratio.

    The fastest, because whatever else runs on the machine can only slow a run down.
    """
    table = data / "fa-kes" / "reports.csv"
    few, some, many = run(table, 1), run(table, 3), run(table, 10)
    return {
        "reports_per_second": max(each["per_second"] for each in (few, some, many)),
        "peak_mb_709": few["peak_mb"],
        "peak_mb_7090": many["peak_mb"],
        "memory_growth": many["peak_mb"] / few["peak_mb"],
    }
