"""Ingest on real material: nothing lost, nothing changed, nothing made up."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from deconflict.ingest import IngestOptions, inputs, report_of
from deconflict.record import Raw

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("DECONFLICT_DATA", ROOT.parent / "shared" / "corpora"))
FA_KES = DATA / "fa-kes" / "reports.csv"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not FA_KES.is_file(), reason=f"the corpora are not at {DATA}; set DECONFLICT_DATA to their folder"),
]


def test_every_article_of_the_table_is_read_word_for_word() -> None:
    options = IngestOptions.of("text=article_content,title=article_title,source=source,id=unit_id")
    found = list(inputs([str(FA_KES)], options))
    with FA_KES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(found) == 709
    for raw, row in zip(found, rows, strict=True):
        assert isinstance(raw, Raw)
        assert (raw.key, raw.content, raw.title) == (row["unit_id"], row["article_content"], row["article_title"])


def test_all_articles_of_the_table_are_english_and_repeated_rows_are_one_report() -> None:
    options = IngestOptions.of("text=article_content,title=article_title,source=source,id=unit_id")
    reports = [report_of(raw) for raw in inputs([str(FA_KES)], options) if isinstance(raw, Raw)]
    assert {report.language for report in reports} == {"en"}
    assert len({report.id for report in reports}) == len({report.key for report in reports}) == 699


def test_the_date_column_settles_its_own_order() -> None:
    dates = [raw.published for raw in inputs([str(FA_KES)], IngestOptions()) if isinstance(raw, Raw)]
    assert all(dates)
    assert dates[0] == "2017-04-05"


def test_the_columns_of_the_table_need_no_telling() -> None:
    raw = next(iter(inputs([str(FA_KES)], IngestOptions())))
    assert isinstance(raw, Raw)
    assert raw.key.isdigit()
    assert raw.title
    assert raw.source
