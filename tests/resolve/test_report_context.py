"""What a report says elsewhere of a place that no list knows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from deconflict.packs import Packs
from deconflict.record import Claim, Report, Role, Source, Span, Where
from deconflict.resolve.gazetteer import Gazetteer
from deconflict.resolve.places import Atlas


def read(text: str, places: Sequence[Sequence[str]], packs: Packs, gazetteer: Gazetteer) -> list[Where | None]:
    """The places of the claims of a report of one sentence a line; each claim has the place words of its line."""
    report = Report("r", "r", Source("", ""), "", text, "")
    claims, start = [], 0
    for line, words in zip(text.split("\n"), places, strict=True):
        sentence = report.span(start, start + len(line))
        roles = tuple(Role("place", report.span(at, at + len(each))) for each in words for at in [start + line.index(each)])
        claims.append(Claim("r", "ASSAULT", Span(0, 0, ""), sentence, roles=roles))
        start += len(line) + 1
    atlas = Atlas(claims, packs, gazetteer)
    return [atlas.where(claim) for claim in claims]


def facts(where: Where | None) -> tuple[str, float | None, int]:
    assert where is not None
    return where.name, where.lat, where.precision


def test_a_quarter_lies_in_the_town_named_before_it(zahra: Packs, gazetteer: Gazetteer) -> None:
    text = "Two died in Ostrava Nova.\nA shell fell on the Dyers neighbourhood."
    _, quarter = read(text, [["Ostrava Nova"], ["Dyers neighbourhood"]], zahra, gazetteer)
    assert facts(quarter) == ("Dyers", 12.0, 2)


def test_the_town_of_its_own_sentence_comes_before_the_one_named_earlier(zahra: Packs, gazetteer: Gazetteer) -> None:
    text = "Two died in Ostrava Nova.\nA shell fell on the Dyers neighbourhood while Bashrat slept."
    _, quarter = read(text, [["Ostrava Nova"], ["Dyers neighbourhood"]], zahra, gazetteer)
    assert facts(quarter) == ("Dyers", 10.0, 2)


def test_a_province_named_last_holds_the_quarter_and_says_how_little_that_is(zahra: Packs, gazetteer: Gazetteer) -> None:
    text = "Two died in Ostrava Nova.\nFour died in Bashrat province.\nA shell fell on the Dyers neighbourhood."
    quarter = read(text, [["Ostrava Nova"], ["Bashrat province"], ["Dyers neighbourhood"]], zahra, gazetteer)[2]
    assert facts(quarter) == ("Dyers", 10.0, 4)


def test_what_is_said_of_a_village_once_holds_for_the_whole_report(zahra: Packs, gazetteer: Gazetteer) -> None:
    text = "Orrest was shelled.\nThe village of Orrest lies in Bashrat province."
    first, _ = read(text, [["Orrest"], ["village of Orrest", "Bashrat province"]], zahra, gazetteer)
    assert facts(first) == ("Orrest", 10.0, 4)


def test_a_village_is_not_put_into_the_town_named_before_it(zahra: Packs, gazetteer: Gazetteer) -> None:
    text = "Two died in Ostrava Nova.\nA shell fell on the village of Orrest."
    _, village = read(text, [["Ostrava Nova"], ["village of Orrest"]], zahra, gazetteer)
    assert facts(village) == ("Orrest", None, 7)


def test_a_bare_town_that_a_province_is_named_after_may_be_the_province(zahra: Packs, gazetteer: Gazetteer) -> None:
    bare = read("A shell fell on the village of Orrest, Bashrat.", [["village of Orrest", "Bashrat"]], zahra, gazetteer)[0]
    city = read("A shell fell on Orrest, city of Bashrat.", [["Orrest", "city of Bashrat"]], zahra, gazetteer)[0]
    assert facts(bare) == ("Orrest", 10.0, 4)
    assert facts(city) == ("Orrest", 10.0, 2)


def test_a_province_told_in_two_phrases_is_one(zahra: Packs, gazetteer: Gazetteer) -> None:
    where = read("Two died in the central province of Bashrat.", [["central province", "Bashrat"]], zahra, gazetteer)[0]
    assert facts(where) == ("Bashrat", 10.0, 4)


def test_a_town_named_after_its_province_is_the_place(zahra: Packs, gazetteer: Gazetteer) -> None:
    text = "Two died in Bashrat province's Dayr az-Zahr."
    where = read(text, [["Bashrat province", "Dayr az-Zahr"]], zahra, gazetteer)[0]
    assert facts(where) == ("Dayr az-Zahr", 10.5, 1)


def test_listed_towns_are_one_area_that_holds_them_all(zahra: Packs, gazetteer: Gazetteer) -> None:
    where = read("Shells hit Dayr az-Zahr and Ostrava Nova.", [["Dayr az-Zahr", "Ostrava Nova"]], zahra, gazetteer)[0]
    assert where is not None
    assert (where.name, where.precision, where.country) == ("Dayr az-Zahr and Ostrava Nova", 5, "XA")
    assert where.lat == pytest.approx(11.25)
    assert (where.radius_km or 0.0) > 130


def test_a_town_and_its_own_province_are_no_list(zahra: Packs, gazetteer: Gazetteer) -> None:
    where = read("Shells hit Dayr az-Zahr and Bashrat province.", [["Dayr az-Zahr", "Bashrat province"]], zahra, gazetteer)[0]
    assert facts(where)[0] == "Dayr az-Zahr"


def test_in_x_and_y_provinces_both_are_provinces(zahra: Packs, gazetteer: Gazetteer) -> None:
    where = read("Raids on Bashrat and Texland provinces.", [["Bashrat", "Texland provinces"]], zahra, gazetteer)[0]
    assert where is not None
    assert where.precision >= 4


def test_part_of_a_quarters_name_may_be_its_town(zahra: Packs, gazetteer: Gazetteer) -> None:
    where = read("A blast in the Bashrat al-Balad district.", [["Bashrat al-Balad district"]], zahra, gazetteer)[0]
    assert facts(where)[1:] == (10.0, 2)


def test_a_neighbourhood_of_a_town_without_a_name_is_somewhere_in_it(zahra: Packs, gazetteer: Gazetteer) -> None:
    where = read("Rockets hit an Ostrava Nova neighbourhood.", [["Ostrava Nova neighbourhood"]], zahra, gazetteer)[0]
    assert facts(where) == ("Ostrava Nova", 12.0, 2)
