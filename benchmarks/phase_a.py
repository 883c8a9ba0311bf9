"""Phase A over the FA-KES table, each row `times` over: prints reports a second and peak memory in MB of the whole process tree.

    python -m benchmarks.phase_a TABLE TIMES READER

A process of its own, so that one measurement does not stand on the memory of another.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import msgspec

from deconflict.engine.local import read_all
from deconflict.engine.plan import ReadingPlan, chosen_packs
from deconflict.ingest import IngestOptions, inputs
from deconflict.record import Raw
from deconflict.settings import Settings

COLUMNS = {"text": "article_content", "title": "article_title", "source": "source", "id": "unit_id"}


def raws(table: Path, times: int) -> Iterator[Raw]:
    """The table's rows; each round's texts differ by a closing word, so that no round is a copy of another to any cache."""
    for turn in range(times):
        for raw in inputs([str(table)], IngestOptions(columns=COLUMNS), sys.stdin.buffer):
            if isinstance(raw, Raw):
                yield msgspec.structs.replace(raw, content=f"{raw.content} Round{turn}.", raw_sha256=f"{raw.raw_sha256}-{turn}")


def resident_mb(pid: int) -> float:
    """Resident memory of a process and its children, in MB; shared pages are counted by their share (PSS)."""
    total, waiting = 0.0, [pid]
    while waiting:
        one = waiting.pop()
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii")
            waiting += [int(child) for child in Path(f"/proc/{one}/task/{one}/children").read_text(encoding="ascii").split()]
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    return total


class Peak(threading.Thread):
    """The most memory seen while it runs, looked at five times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.mb, self.running = 0.0, True

    def run(self) -> None:
        while self.running:
            self.mb = max(self.mb, resident_mb(os.getpid()))
            sleep(0.2)


def main(table: str, times: str, reader: str) -> None:
    """Reads the table and prints one JSON object."""
    plan = ReadingPlan(reader, chosen_packs(()))
    desk = plan.open()
    peak = Peak()
    peak.start()
    began, reports, claims, words = monotonic(), 0, 0, 0
    with closing(read_all(raws(Path(table), int(times)), desk, plan, Settings.of_machine())) as outcomes:
        for raw, outcome in outcomes:
            reports += 1
            words += len(raw.content.split())
            claims += len(getattr(outcome, "claims", ()))
    seconds = monotonic() - began
    peak.running = False
    said = {"reports": reports, "words": words / reports, "claims": claims, "per_second": reports / seconds, "peak_mb": peak.mb}
    print(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:4])
