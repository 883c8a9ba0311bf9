"""Zones hold points, for the time they were in force."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deconflict import packs
from deconflict.errors import BadPack

WritePack = Callable[..., Path]
SQUARE = [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]]


def feature(geometry: dict[str, Any], **properties: Any) -> str:
    facts = {"id": "z", "name": "Zone", "source": "invented", **properties}
    return json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": facts, "geometry": geometry}]})


def zones(write_pack: WritePack, collection: str) -> packs.Packs:
    return packs.load([str(write_pack({"zones.geojson": collection}))])


def test_a_polygon_holds_what_is_inside_it_and_not_in_its_holes(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature({"type": "Polygon", "coordinates": SQUARE}))
    assert loaded.zones_at(3.0, 3.0, "2019-01-01") == ("z",)
    assert loaded.zones_at(1.5, 1.5, "2019-01-01") == ()
    assert loaded.zones_at(5.0, 3.0, "2019-01-01") == ()


def test_a_circle_holds_what_is_within_its_radius_in_kilometres(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature({"type": "Point", "coordinates": [20, 0]}, radius_km=55))
    assert loaded.zones_at(0.0, 20.49, None) == ("z",)
    assert loaded.zones_at(0.0, 20.50, None) == ()


def test_a_zone_is_in_force_from_its_first_to_its_last_day(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature({"type": "Polygon", "coordinates": SQUARE}, **{"from": "2019-02-01", "to": "2019-03-01"}))
    days = ("2019-01-31", "2019-02-01", "2019-03-01", "2019-03-02")
    assert [loaded.zones_at(3, 3, day) for day in days] == [(), ("z",), ("z",), ()]


def test_the_day_not_being_known_a_zone_of_limited_time_is_not_said_to_hold(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature({"type": "Polygon", "coordinates": SQUARE}, **{"from": "2019-02-01"}))
    assert loaded.zones_at(3, 3, None) == ()


@pytest.mark.parametrize(
    ("collection", "told"),
    [
        (feature({"type": "LineString", "coordinates": [[0, 0], [1, 1]]}), "a LineString needs them"),
        (feature({"type": "Polygon", "coordinates": [[[0, 0], [200, 0], [4, 4], [0, 0]]]}), "no longitude and latitude"),
        (feature({"type": "Polygon", "coordinates": SQUARE}, source=""), "no source"),
        ("{", "zones.geojson"),
        ('{"type": "Feature"}', "no list of features"),
    ],
)
def test_a_wrong_zone_is_refused_by_file(write_pack: WritePack, collection: str, told: str) -> None:
    with pytest.raises(BadPack, match="zones") as caught:
        zones(write_pack, collection)
    assert told in caught.value.message
