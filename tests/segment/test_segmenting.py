from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deconflict.record import Report, Source
from deconflict.record.report import READ_BLOCKS
from deconflict.segment import segment

DATA = Path(os.environ.get("DECONFLICT_DATA", Path(__file__).parents[2].parent / "shared" / "corpora"))
PIECES = ["12 May 2019", "KELVAT (AFP) -", "Get short URL 0 3", "Leave a Reply", "Tags", "(AFP photo)", "Related", "- YouTube"]
PIECES += ["by Orrin", "Ten people died.", "he said", '"', "“", ".", "...", "\n", "\n\n", "\t \t", "•", "\x00", "\u200e", "GETTY"]
PIECES += ["U.S.", "A", "é", "家。"]


def check(report: Report) -> None:
    """The rules that hold for every report, whatever its text."""
    at = 0
    for block in report.blocks:
        assert at <= block.start < block.end
        assert not report.text[at : block.start].strip()
        at = block.end
    assert not report.text[at:].strip()
    at = 0
    for sentence in (s for s in report.sentences if s.part == "text"):
        words = report.text[sentence.start : sentence.end]
        assert at <= sentence.start < sentence.end
        assert words == words.strip()
        assert not report.text[at : sentence.start].strip()
        assert any(b.kind == sentence.kind and b.start <= sentence.start and sentence.end <= b.end for b in report.blocks)
        at = sentence.end
    assert not report.text[at:].strip()


def report_of(text: str, title: str) -> Report:
    return segment(Report("r-1", "one", Source("source:quill", "Quill"), title, text, "0" * 64))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join), st.sampled_from(["", "Ten people died", "12 May 2019 A"]))
@settings(max_examples=300, deadline=None)
def test_blocks_and_sentences_hold_all_of_the_text_in_order(text, title):
    check(report_of(text, title))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_segmented(text):
    check(report_of(text, ""))


def test_the_title_is_one_sentence_of_its_own():
    report = report_of("Shells fell. Ten died.", "  Shells fall. Ten die  ")
    title = [s for s in report.sentences if s.part == "title"]
    assert [(report.title[s.start : s.end], s.kind) for s in title] == [("Shells fall. Ten die", "headline")]


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_no_words_make_no_blocks(text):
    assert report_of(text, "").blocks == ()


def test_text_and_all_else_stay_as_they_were():
    report = report_of("12 May 2019 Ten people died.", "Ten die")
    assert (report.text, report.title, report.id) == ("12 May 2019 Ten people died.", "Ten die", "r-1")


def test_captions_are_not_read():
    assert "caption" not in READ_BLOCKS


needs_corpora = pytest.mark.skipif(
    not DATA.is_dir(), reason=f"the corpora are not at {DATA}; set DECONFLICT_DATA to their folder"
)


@pytest.mark.corpora
@needs_corpora
def test_every_report_of_fa_kes_keeps_the_rules():
    with (DATA / "fa-kes" / "reports.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            check(report_of(row["article_content"], row["article_title"]))


@pytest.mark.corpora
@needs_corpora
def test_the_example_reports_lose_what_is_no_story():
    read = {name: _read(DATA.parent / "examples" / name) for name in ("report-1.txt", "report-2.txt", "report-3.txt")}
    assert "Most Popular" not in read["report-1.txt"]
    assert "GETTY" not in read["report-2.txt"]
    assert "with 1,600 targets destroyed" not in read["report-2.txt"]
    assert "57 killed" in read["report-2.txt"]
    assert read["report-3.txt"].startswith("In a press release")
    assert read["report-3.txt"].endswith('Mattis said: "No".')


def _read(path: Path) -> str:
    report = report_of(path.read_text(encoding="utf-8"), "")
    return "\n".join(report.text[b.start : b.end] for b in report.blocks if b.kind in READ_BLOCKS)


@pytest.mark.corpora
@needs_corpora
def test_annotated_boilerplate_of_the_training_reports_is_not_read():
    """On the reports for training, not on those that judge: nine in ten of datelines, tags and bylines."""
    folder = DATA.parent / "annotation" / "claims"
    texts = {row["id"]: row for row in json.loads((folder / "texts.json").read_text(encoding="utf-8"))}
    found = total = 0
    for row in json.loads((folder / "claims.json").read_text(encoding="utf-8")):
        report = report_of(texts[row["report"]]["text"], texts[row["report"]]["title"] or "")
        unread = {i for b in report.blocks if b.kind not in READ_BLOCKS for i in range(b.start, b.end)}
        for block in row["blocks"]:
            if block["kind"] in ("dateline", "tags", "byline") and isinstance(block["text"], str):
                start = report.text.find(block["text"])
                total += len(block["text"])
                found += len(unread & set(range(start, start + len(block["text"]))))
    assert found >= 0.9 * total
