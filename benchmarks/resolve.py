"""How well reports are dated, and how fast claims are resolved. Places are measured in `toponyms.py` and `relative_places.py`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import msgspec

from deconflict.packs import SHIPPED, Packs, load
from deconflict.read import RuleReader
from deconflict.record import Report, Source
from deconflict.resolve import Gazetteer, resolve_claims, resolve_report
from deconflict.segment import segment

PUBLISHED = {
    "1965511196": "2016-04-30", "1924058058": "2016-07-01", "1924058219": "2016-08-13", "1926479025": "2013-12-16",
    "1924058217": "2016-08-12", "1926479033": "2017-04-06", "1924058218": "2016-08-13", "1926479072": "2016-10-28",
    "1919191746": "2016-07-10", "1926479098": "2016-08-12", "1926479102": "2016-12-10", "1923848235": "2014-09-12",
    "1926479189": "2016-04-30", "1924058066": "2017-11-02", "1926479330": "2017-04-15", "1914947533": "2017-04-16",
    "1918398786": "2017-04-02",
}  # fmt: skip
"""Report of the development set -> the day of its dateline, read by a person."""


def measure(annotation: Path) -> dict[str, float]:
    """Figures by name; shares 0..1, times in milliseconds."""
    path = Gazetteer.open().path
    started = time.perf_counter()
    gazetteer = Gazetteer(path)
    gazetteer.find("Paris")
    figures = {"gazetteer_open_ms": 1000 * (time.perf_counter() - started)}
    return figures | _reports(annotation / "dev-tolls.json", load(SHIPPED), gazetteer)


def _reports(file: Path, packs: Packs, gazetteer: Gazetteer) -> dict[str, float]:
    """Share of right datelines, and the time `resolve_claims` takes for a report once the gazetteer is warm."""
    rows: list[dict[str, Any]] = msgspec.json.decode(file.read_bytes())
    plain = [Report(row["id"], row["id"], Source("", row["source"]), row["title"], row["text"], "") for row in rows]
    reports = [resolve_report(segment(report), packs, gazetteer) for report in plain]
    right = sum(report.published == PUBLISHED.get(report.key) for report in reports)
    reader = RuleReader()
    read = [(report, reader.read(report)) for report in reports]
    spent = []
    for _ in range(3):
        started = time.perf_counter()
        for report, claims in read:
            resolve_claims(report, claims, packs, gazetteer)
        spent.append(time.perf_counter() - started)
    claims_read = sum(len(claims) for _, claims in read)
    return {
        "dateline": right / len(rows),
        "resolve_claims_ms_per_report": 1000 * min(spent) / len(read),
        "claims_per_report": claims_read / len(read),
    }
