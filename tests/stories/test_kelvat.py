"""The demo story, end to end: an air strike on a market, told by a wire, reprints, a monitor, medics, an army and a tabloid.

What must come out is written here from the reports as a careful person reads them, not from what the program says.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import deconflict
from deconflict.record import Claim, Event, Finding, Report

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[deconflict.Record]:
    """The whole story, read once."""
    with deconflict.open(tmp_path_factory.mktemp("story") / "story.db", packs=[EXAMPLES / "pack"]) as record:
        record.read([EXAMPLES / "reports"])
        yield record


def reports_by_key(record: deconflict.Record) -> dict[str, Report]:
    return {Path(report.key).name: report for report in record.reports}


def events_at(record: deconflict.Record, place: str, day: str) -> list[Event]:
    return [
        event
        for event in record.events
        if event.where and event.where.name == place and event.when and event.when.edtf == day and event.type == "ASSAULT"
    ]


@pytest.fixture(scope="module")
def market(record: deconflict.Record) -> Event:
    """The event of the market strike: the one at Kelvat on 6 May with the most reports."""
    return max(events_at(record, "Kelvat", "2019-05-06"), key=lambda event: event.reports)


@pytest.fixture(scope="module")
def bridge(record: deconflict.Record) -> Event:
    """The event of the strike at Tessin Bridge with the most reports."""
    found = [e for e in record.events if e.where and e.where.name == "Tessin Bridge" and "killed" in e.tolls]
    return max(found, key=lambda event: event.reports)


def bounds(finding: Finding) -> set[tuple[int | None, int | None]]:
    return {(voice.low, voice.high) for voice in finding.voices}


def killed(record: deconflict.Record) -> Iterator[tuple[Claim, int | None]]:
    for claim in record.claims:
        for count in claim.counts:
            if count.what == "killed":
                yield claim, count.low


def test_all_sixteen_reports_are_kept(record: deconflict.Record) -> None:
    assert len(record.reports) == 16


def test_every_span_says_what_the_report_says(record: deconflict.Record) -> None:
    reports = {report.id: report for report in record.reports}
    spans = [(reports[claim.report], span) for claim in record.claims for span in claim.spans()]
    assert len(spans) > 100
    assert all(report.says(span) for report, span in spans)


def test_reading_the_story_again_adds_nothing(record: deconflict.Record) -> None:
    def held() -> tuple[int, list[str], list[str]]:
        return len(record.reports), sorted(claim.id for claim in record.claims), sorted(event.id for event in record.events)

    before = held()
    record.read([EXAMPLES / "reports"])
    assert held() == before


def test_the_market_strike_is_one_event_with_many_reports(market: Event) -> None:
    assert market.reports >= 8


def test_reprints_are_no_further_witnesses(market: Event) -> None:
    assert market.origins < market.reports


def test_the_tolls_of_the_monitor_supersede_each_other(market: Event) -> None:
    monitor = [voice for voice in market.tolls["killed"].voices if voice.speaker == "Sarvena Conflict Monitor"]
    live = [voice for voice in monitor if voice.superseded_by is None]
    assert [(voice.low, voice.high) for voice in live] == [(23, 23)]
    assert {(12, None), (19, 19)} <= {(voice.low, voice.high) for voice in monitor if voice.superseded_by}


def test_the_medics_stand_beside_the_monitor(market: Event) -> None:
    finding = market.tolls["killed"]
    assert (31, 31) in bounds(finding)
    assert (finding.low, finding.high) == (23, 31)


def test_the_army_denies_the_strike(market: Event) -> None:
    assert market.status == "disputed"


def test_the_depot_blast_is_not_a_toll_of_the_strike(market: Event) -> None:
    assert (8, 8) not in bounds(market.tolls["killed"])


def test_six_children_are_part_of_the_dead_and_no_toll_of_their_own(market: Event) -> None:
    assert (6, 6) not in bounds(market.tolls["killed"])


def test_two_who_died_later_do_not_supersede_the_twenty_three(market: Event) -> None:
    assert (2, 2) not in bounds(market.tolls["killed"])


def test_shelling_of_the_same_town_on_another_day_stays_apart(record: deconflict.Record, market: Event) -> None:
    others = [event for event in events_at(record, "northern outskirts of Kelvat", "2019-05-09") if "killed" in event.tolls]
    assert len(others) == 1
    assert others[0].id != market.id
    assert others[0].tolls["killed"].best == 2


def test_the_bridge_has_three_voices_from_three_sides(bridge: Event) -> None:
    finding = bridge.tolls["killed"]
    assert {(60, 60), (9, 9)} <= bounds(finding)
    assert (finding.low, finding.high) == (9, 60)
    assert finding.status in {"ranged", "disputed"}
    assert {"aldova", "neutral"} <= set(bridge.sides)


def test_many_dead_is_no_number(bridge: Event) -> None:
    army = [voice for voice in bridge.tolls["killed"].voices if voice.side == "government"]
    assert all(voice.low is None and voice.high is None for voice in army)


def test_the_distance_from_the_line_is_kept(record: deconflict.Record) -> None:
    relations = [claim.where.relation for claim in record.claims if claim.where and claim.where.relation]
    line = [relation for relation in relations if "de-confliction line" in relation.anchor]
    assert line
    assert line[0].distance_km == pytest.approx(8.05, abs=0.01)
    assert line[0].bearing_deg == 90


def test_unrelated_teasers_are_not_read(record: deconflict.Record) -> None:
    quicknews = reports_by_key(record)["quicknews.html"]
    words = " ".join(claim.sentence.text for claim in record.claims if claim.report == quicknews.id)
    assert words
    assert "ferry" not in words


def test_captions_are_not_read(record: deconflict.Record) -> None:
    tabloid = reports_by_key(record)["daily-trumpet.txt"]
    words = " ".join(claim.sentence.text for claim in record.claims if claim.report == tabloid.id)
    assert "runway" not in words


def test_names_and_acronyms_that_drift_are_flagged(record: deconflict.Record) -> None:
    flags = {flag.kind for flag in reports_by_key(record)["garbled.txt"].flags}
    assert {"garbled_names", "acronym_drift"} <= flags


def test_an_undated_report_says_so_and_keeps_the_partial_date(record: deconflict.Record) -> None:
    diary = reports_by_key(record)["undated-diary.txt"]
    assert diary.published is None
    assert "undated" in {flag.kind for flag in diary.flags}
    dates = {claim.when.edtf for claim in record.claims if claim.report == diary.id and claim.when}
    assert "XXXX-05-07" in dates


def test_yesterdays_dead_are_not_of_the_day_when_nobody_was_hurt(record: deconflict.Record) -> None:
    orrest = [event for event in record.events if event.where and event.where.name == "Orrest" and event.type == "ASSAULT"]
    dated = [event for event in orrest if event.when]
    assert [event.when.edtf for event in dated if event.when] == ["XXXX-05-07"]
    assert all("killed" not in event.tolls for event in dated)
    assert any("killed" in event.tolls for event in orrest if not event.when)


def test_what_did_not_happen_counts_nobody(record: deconflict.Record) -> None:
    counts = [count for claim in record.claims for count in claim.counts]
    hurt = [count for count in counts if count.span.text.lower() in {"nobody", "no civilians", "no"}]
    assert hurt
    assert all((count.low, count.high) == (0, 0) for count in hurt)


def test_displaced_are_not_dead(record: deconflict.Record) -> None:
    displaced = [count.low for claim in record.claims for count in claim.counts if count.what == "displaced"]
    assert displaced == [3000]
    assert all(low != 3000 for _, low in killed(record))
