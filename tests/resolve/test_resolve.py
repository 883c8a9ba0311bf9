from __future__ import annotations

from typing import Any

import msgspec
import pytest

from deconflict.packs import Packs, Zone
from deconflict.record import Block, Claim, Count, Report, Role, Source, Span
from deconflict.resolve import Gazetteer, resolve_claims, resolve_report

TEXT = "7 May 2018 At least 12 people were killed on Sunday in Ostrava Nova, residents said. More than two dozen fled."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def report(**fields: Any) -> Report:
    given: dict[str, Any] = {"blocks": (Block("dateline", 0, 10),), "language": "en", **fields}
    return Report("r", "r", Source("", "The Bashrat Post"), "", TEXT, "", **given)


def claim(**fields: Any) -> Claim:
    given: dict[str, Any] = {
        "roles": (Role("place", span("Ostrava Nova")), Role("time", span("Sunday"))),
        "counts": (Count(span("At least 12"), "killed"),),
        **fields,
    }
    return Claim("r", "ASSAULT", span("killed"), Span.of(TEXT, 11, 85), **given)


@pytest.fixture
def dated(zahra: Packs, gazetteer: Gazetteer) -> Report:
    return resolve_report(report(), zahra, gazetteer)


def test_a_report_is_dated_by_its_dateline(dated: Report) -> None:
    assert (dated.published, dated.published_from, dated.flags) == ("2018-05-07", "dateline", ())


def test_the_source_is_looked_up_in_the_packs(dated: Report) -> None:
    assert dated.source == Source("source:bashrat-post", "The Bashrat Post")


def test_an_undated_report_says_so(zahra: Packs, gazetteer: Gazetteer) -> None:
    undated = resolve_report(report(blocks=()), zahra, gazetteer)
    assert (undated.published, undated.published_from) == (None, None)
    assert [flag.kind for flag in undated.flags] == ["undated"]


@pytest.mark.parametrize("words", ["31 February", "29 February 2015", "June 31, 2016", "31.04.2016", "31st of November"])
def test_a_day_that_the_calendar_has_not_is_a_doubt(words: str, zahra: Packs, gazetteer: Gazetteer) -> None:
    text = f"Shells fell on {words}."
    flags = resolve_report(msgspec.structs.replace(report(), text=text, blocks=()), zahra, gazetteer).flags
    (doubt,) = (flag for flag in flags if flag.kind == "impossible_date")
    assert [span.text for span in doubt.spans] == [words]


@pytest.mark.parametrize("words", ["29 February", "29 February 2016", "In June 31 people died", "30 June", "on 12.31.2016"])
def test_what_may_be_a_day_or_no_date_at_all_is_none(words: str, zahra: Packs, gazetteer: Gazetteer) -> None:
    found = resolve_report(msgspec.structs.replace(report(), text=f"{words}.", blocks=()), zahra, gazetteer)
    assert not any(flag.kind == "impossible_date" for flag in found.flags)


def test_another_language_is_a_doubt(zahra: Packs, gazetteer: Gazetteer) -> None:
    assert [flag.kind for flag in resolve_report(report(language="fr"), zahra, gazetteer).flags] == ["not_english"]


def test_a_language_nobody_looked_for_is_none(zahra: Packs, gazetteer: Gazetteer) -> None:
    assert resolve_report(report(language=None), zahra, gazetteer).flags == ()


def test_a_claim_gets_place_day_bounds_and_id(dated: Report, zahra: Packs, gazetteer: Gazetteer) -> None:
    (found,) = resolve_claims(dated, (claim(),), zahra, gazetteer)
    assert found.where is not None
    assert found.when is not None
    assert (found.where.geonameid, found.when.edtf) == (4, "2018-05-06")
    assert [(count.low, count.high) for count in found.counts] == [(12, None)]
    assert found.id.startswith("c-")


def test_bounds_the_reader_set_are_kept(dated: Report, zahra: Packs, gazetteer: Gazetteer) -> None:
    read = claim(counts=(Count(span("At least 12"), "killed", 12, 15),))
    (found,) = resolve_claims(dated, (read,), zahra, gazetteer)
    assert (found.counts[0].low, found.counts[0].high) == (12, 15)


def test_a_claim_without_time_words_has_no_time(dated: Report, zahra: Packs, gazetteer: Gazetteer) -> None:
    (found,) = resolve_claims(dated, (claim(roles=()),), zahra, gazetteer)
    assert found.when is None
    assert found.where is None


def test_what_is_planned_is_dated_ahead(dated: Report, zahra: Packs, gazetteer: Gazetteer) -> None:
    (found,) = resolve_claims(dated, (claim(status="planned"),), zahra, gazetteer)
    assert found.when is not None
    assert found.when.edtf == "2018-05-13"


def test_resolving_again_gives_the_same_claims(dated: Report, zahra: Packs, gazetteer: Gazetteer) -> None:
    once = resolve_claims(dated, (claim(),), zahra, gazetteer)
    assert resolve_claims(dated, (claim(),), zahra, gazetteer) == once


def zoned(zahra: Packs, since: str | None) -> Packs:
    circle = Zone("truce", "Truce zone", since, None, "invented", centre=(22.0, 12.0), radius_km=40.0)
    return msgspec.structs.replace(zahra, zones=(circle,))


def test_a_point_is_in_the_zones_of_that_day(dated: Report, zahra: Packs, gazetteer: Gazetteer) -> None:
    (inside,) = resolve_claims(dated, (claim(),), zoned(zahra, "2018-05-01"), gazetteer)
    (before,) = resolve_claims(dated, (claim(),), zoned(zahra, "2018-05-07"), gazetteer)
    assert inside.where is not None
    assert before.where is not None
    assert (inside.where.zones, before.where.zones) == (("truce",), ())


def test_an_area_is_in_no_zone(dated: Report, zahra: Packs, gazetteer: Gazetteer) -> None:
    text = msgspec.structs.replace(dated, text=dated.text + " Zahra")
    country = Role("place", text.span(len(TEXT) + 1, len(TEXT) + 6))
    (found,) = resolve_claims(text, (claim(roles=(country,)),), zoned(zahra, None), gazetteer)
    assert found.where is not None
    assert (found.where.precision, found.where.zones) == (6, ())
