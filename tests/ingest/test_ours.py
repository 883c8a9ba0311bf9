"""What deconflict writes is not read as a report: no page may become evidence for itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from deconflict.ingest import IngestOptions, inputs
from deconflict.publish import EXPORTS, Published, page
from deconflict.record import Claim, Event, Grade, Issue, Raw, Report, Source

TEXT = "Shells fell on the market of Arrun at noon, residents said."


@pytest.fixture
def published() -> Published:
    report = Report("r-1", "a.txt", Source("source:x", "X"), "", TEXT, "00")
    claim = Claim("r-1", "ASSAULT", report.span(0, 6), report.span(0, len(TEXT))).identified()
    grade = Grade("weak", "One origin.")
    event = Event("e-1", "ASSAULT", None, "Shells", "asserted", None, None, (), (), {}, (claim.id,), 1, 1, (), grade)
    return Published("Arrun", "2026-11-20T00:00:00+00:00", reports=(report,), claims=(claim,), events=(event,))


def only(path: Path, options: IngestOptions | None = None) -> Raw | Issue:
    (found,) = inputs([str(path)], options or IngestOptions())
    return found


def test_a_page_of_ours_is_no_report(published: Published, tmp_path: Path) -> None:
    page(published, tmp_path / "war.html")
    found = only(tmp_path)
    assert isinstance(found, Issue)
    assert found.skipped
    assert "written by deconflict itself" in found.reason


@pytest.mark.parametrize("name", ["war.csv", "war.parquet", "war.geojson.json"])
def test_an_export_of_ours_is_no_table_of_reports(published: Published, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    EXPORTS[path.suffixes[0].removeprefix(".")](published, path)
    found = only(path, IngestOptions.of("text=title") if name == "war.csv" else None)
    assert isinstance(found, Issue)
    assert "written by deconflict itself" in found.reason


def test_a_page_that_speaks_of_deconflict_is_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><p>The planes deconflict. {TEXT}</p></body></html>", encoding="utf-8")
    assert isinstance(only(tmp_path), Raw)
