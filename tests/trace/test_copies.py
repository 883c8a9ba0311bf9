"""Which reports repeat which, and how the search for it grows."""

from __future__ import annotations

import sys
from typing import Any

import msgspec
import pytest

from deconflict.record import Sentence
from deconflict.trace import trace

SENTENCES = (
    "Warplanes struck a crowded market in Kelvat shortly before noon on Monday, residents said.",
    "The blast tore through stalls along the river and set fire to a row of parked carts.",
)


def test_the_shared_sentences_stand_side_by_side(story: Any) -> None:
    story.report(*SENTENCES, "Nothing else is known.", published="2019-05-06", key="first")
    story.report(SENTENCES[1], "Own words about the morning after the market burned down.", published="2019-05-07", key="second")
    (copy,) = trace(story.reports, [], story.packs).copies
    assert (copy.upstream, copy.downstream) == ("r-first", "r-second")
    assert [(above.text, below.text) for above, below in copy.sentences] == [(SENTENCES[1], SENTENCES[1])]
    assert 0.5 < copy.share < 0.7
    assert "2019-05-06" in copy.reason


def test_the_credited_outlet_is_upstream_whatever_the_dates(story: Any) -> None:
    story.report(*SENTENCES, source="Meridian Wire", published="2019-05-08", key="wire")
    story.report(*SENTENCES, "(Meridian)", published="2019-05-07", key="reprint")
    (copy,) = trace(story.reports, [], story.packs).copies
    assert copy.upstream == "r-wire"
    assert "(“Meridian”)" in copy.reason


def test_an_undated_copy_is_never_taken_for_the_first(story: Any) -> None:
    story.report(*SENTENCES, published=None, key="a-undated")
    story.report(*SENTENCES, published="2019-05-07", key="b-dated")
    (copy,) = trace(story.reports, [], story.packs).copies
    assert copy.upstream == "r-b-dated"
    assert "not known" in copy.reason


def test_a_report_that_repeats_itself_is_no_copy(story: Any) -> None:
    story.report(SENTENCES[0], SENTENCES[0], SENTENCES[0])
    assert trace(story.reports, [], story.packs).copies == ()


def test_commas_apostrophes_and_hyphens_do_not_hide_a_copy(story: Any) -> None:
    story.report("The US-led force's 1,000 men crossed the river at Kelvat, the army's paper wrote.", published="2019-05-06")
    story.report("The US -led forces 1000 men crossed the river at Kelvat the armys paper wrote.", published="2019-05-07")
    assert len(trace(story.reports, [], story.packs).copies) == 1


def test_prompts_that_many_pages_share_are_no_copies(story: Any) -> None:
    for _ in range(2):
        report = story.report(SENTENCES[0])
        prompts = tuple(Sentence(each.start, each.end, "prompt") for each in report.sentences)
        story.reports[-1] = msgspec.structs.replace(report, sentences=prompts)
    assert trace(story.reports, [], story.packs).copies == ()


def test_each_copy_of_a_sentence_is_looked_up_and_compared_with_none(story: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def compare(*_: object) -> bool:
        raise AssertionError("a copy was compared in full")

    monkeypatch.setattr(sys.modules["deconflict.trace.wordings"], "same_wording", compare)
    reports = [story.report(*SENTENCES, key=f"copy-{at}") for at in range(1_000)]
    assert len(trace(reports, [], story.packs).copies) == 999
