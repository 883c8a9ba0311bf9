"""The whole way on real reports: spans that do not say what the report says, and what the record holds."""

from __future__ import annotations

import tempfile
from pathlib import Path

import deconflict
from benchmarks.phase_a import COLUMNS


def measure(data: Path) -> dict[str, float]:
    """Reads FA-KES into a record; `bad_spans` of all spans, and the counts of reports, claims, events and joined events."""
    with tempfile.TemporaryDirectory() as folder, deconflict.open(Path(folder) / "r.db") as record:
        record.read([data / "fa-kes" / "reports.csv"], columns=COLUMNS)
        reports = {report.id: report for report in record.reports}
        spans = [(claim.report, span) for claim in record.claims for span in claim.spans()]
        events = list(record.events)
        return {
            "bad_spans": sum(not reports[report].says(span) for report, span in spans),
            "spans": len(spans),
            "reports": len(reports),
            "claims": len(record.claims),
            "events": len(events),
            "events_of_several_reports": sum(event.reports > 1 for event in events),
        }
