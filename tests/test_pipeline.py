"""The order of the steps, with a reader that knows one word; and that an empty result always says why."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from deconflict.errors import Unreadable
from deconflict.packs import Packs
from deconflict.pipeline import read_report, weigh_record, why_no_claims
from deconflict.record import Block, Claim, Raw, ReaderName, Reading, Report, Role, Sentence, Source
from deconflict.resolve import Gazetteer


class ShellingReader:
    """Makes a claim of each sentence with "Shells" in it; its only role is the words "on Friday", where they stand."""

    name = ReaderName("shelling", "1")

    def __init__(self) -> None:
        self.given: list[Report] = []

    def read(self, report: Report) -> tuple[Claim, ...]:
        self.given.append(report)
        claims = []
        for sentence in report.sentences:
            words = report.body(sentence.part)[sentence.start : sentence.end]
            if sentence.part == "text" and "Shells" in words:
                at = sentence.start + words.index("Shells")
                day = sentence.start + words.find("on Friday")
                roles = (Role("time", report.span(day, day + 9)),) if day >= sentence.start else ()
                whole = report.span(sentence.start, sentence.end)
                claims.append(Claim(report.id, "ASSAULT", report.span(at, at + 6), whole, roles=roles, reader=self.name))
        return tuple(claims)


class NoGazetteer(Gazetteer):
    """Knows no place."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"))
        self.find = lambda words: ()  # type: ignore[assignment]


def reading_of(text: str, **facts: str) -> tuple[Reading, ShellingReader]:
    reader = ShellingReader()
    raw = Raw("one.txt", text, "sha-1", **facts)  # type: ignore[arg-type]
    return read_report(raw, reader, Packs(), NoGazetteer()), reader


STORY = "Shells hit the harbour of Port Lune on Friday. The harbour master said that nobody had been warned of it."


def test_the_reader_is_given_a_report_in_blocks_and_sentences_with_its_day() -> None:
    _, reader = reading_of(STORY, published_given="2019-05-07")
    (given,) = reader.given
    assert given.published == "2019-05-07"
    assert given.blocks
    assert [given.text[sentence.start : sentence.end].split()[0] for sentence in given.sentences] == ["Shells", "The"]


def test_claims_are_resolved_and_have_their_ids() -> None:
    reading, reader = reading_of(STORY, published_given="2019-05-07")
    (claim,) = reading.claims
    assert claim.when
    assert claim.when.edtf == "2019-05-03"
    assert claim.id.startswith("c-")
    assert reading.reader == reader.name
    assert reading.issues == ()


def test_reading_is_a_pure_function_of_the_report() -> None:
    assert reading_of(STORY, published_given="2019-05-07")[0] == reading_of(STORY, published_given="2019-05-07")[0]


def test_a_report_without_claims_says_how_many_sentences_were_read() -> None:
    reading, _ = reading_of("The ferry runs again from Monday. Tickets are sold at the pier and on board.")
    (issue,) = reading.issues
    assert (issue.kind, issue.skipped, issue.report) == ("no_claims", False, reading.report.id)
    assert "None of its sentences of news (2) tells" in issue.reason
    assert "the shelling reader" in issue.reason


def test_a_report_that_is_all_boilerplate_says_so() -> None:
    text = "Leave a Reply"
    sentences = (Sentence(0, 13, "prompt"), Sentence(0, 4, "headline", "title"))
    report = Report("r-1", "one.txt", Source("source:x", "X"), "News", text, "sha-1", sentences=sentences)
    issue = why_no_claims(report, ShellingReader())
    assert (issue.kind, issue.report) == ("no_claims", "r-1")
    assert "after boilerplate" in issue.reason


def test_a_report_in_another_language_is_kept_and_not_read() -> None:
    text = "Nach Angaben der Hafenmeisterei sind am Freitag mehrere Granaten im Hafen eingeschlagen. Verletzt wurde niemand. " * 3
    reading, reader = reading_of(text)
    (issue,) = reading.issues
    assert reader.given == []
    assert reading.report.text.startswith("Nach Angaben")
    assert (issue.kind, issue.skipped) == ("not_english", True)
    assert "'de'" in issue.reason


def test_an_input_without_text_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        reading_of(" \n\t ")


def test_weighing_gives_every_claim_an_origin_and_an_event() -> None:
    readings = [
        reading_of(STORY, published_given="2019-05-07")[0],
        reading_of(f"{STORY} So it goes.", published_given="2019-05-08")[0],
    ]
    claims = [claim for reading in readings for claim in reading.claims]
    weighed = weigh_record([reading.report for reading in readings], claims, Packs())
    assert set(weighed.trace.origin_of) == {claim.id for claim in claims}
    assert sorted(claim for event in weighed.events for claim in event.claims) == sorted(claim.id for claim in claims)


def test_weighing_nothing_gives_nothing() -> None:
    weighed = weigh_record([], [], Packs())
    assert (weighed.trace.origins, weighed.links, weighed.events) == ((), (), ())


def test_blocks_the_reader_sees_never_overlap() -> None:
    reading, _ = reading_of(f"PORT LUNE, May 7 - {STORY}\n\nLeave a Reply\n")
    blocks: tuple[Block, ...] = reading.report.blocks
    assert all(before.end <= after.start for before, after in pairwise(blocks))
