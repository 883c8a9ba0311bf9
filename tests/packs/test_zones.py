"""Zones and lines: what holds a point, how far off it lies and on which side, when, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deconflict import packs
from deconflict.errors import BadPack
from deconflict.packs import feature_of
from deconflict.record import Where, ZoneRelation

WritePack = Callable[..., Path]
SQUARE = [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]]
AREA = {"type": "Polygon", "coordinates": SQUARE}
CIRCLE = {"type": "Point", "coordinates": [20, 0]}
RIVER = {"type": "LineString", "coordinates": [[0, 0], [4, 0]]}
BANKS = {"sides": ["north bank", "south bank"]}
KM_A_DEGREE = 111.3
"""Along the equator, on WGS 84."""


def feature(geometry: dict[str, Any], **properties: Any) -> dict[str, Any]:
    facts = {"id": "z", "name": "Zone", "source": "invented", **properties}
    return {"type": "Feature", "properties": facts, "geometry": geometry}


def zones(write_pack: WritePack, *features: dict[str, Any], **named: Any) -> packs.Packs:
    collection = {"type": "FeatureCollection", "features": list(features)}
    return packs.load([str(write_pack({"zones.geojson": json.dumps(collection)}, **named))])


def place(lat: float, lon: float, radius_km: float = 1.0, **known: Any) -> Where:
    return Where("Somewhere", lat, lon, radius_km, **{"precision": 1, **known})


def lies(loaded: packs.Packs, where: Where, earliest: str | None = None, latest: str | None = None) -> ZoneRelation | None:
    found = loaded.lying(where, earliest, latest)
    assert len(found) <= 1
    return found[0] if found else None


def test_a_polygon_holds_what_is_inside_it_and_not_in_its_holes(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature(AREA))
    assert loaded.zones_at(3.0, 3.0, "2019-01-01") == ("z",)
    assert loaded.zones_at(1.5, 1.5, "2019-01-01") == ()
    assert loaded.zones_at(5.0, 3.0, "2019-01-01") == ()


def test_a_circle_holds_what_is_within_its_radius_in_kilometres(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature(CIRCLE, radius_km=55))
    assert loaded.zones_at(0.0, 20.49, None) == ("z",)
    assert loaded.zones_at(0.0, 20.50, None) == ()


@pytest.mark.parametrize(
    ("lon", "radius_km", "said", "km"),
    [
        (3.9, 5, "inside", 11.1),
        (3.9, 15, "possibly", 11.1),
        (4.1, 15, "possibly", 11.1),
        (4.1, 5, "outside", 11.1),
    ],
)
def test_a_place_is_inside_or_outside_only_beyond_its_own_radius(
    write_pack: WritePack, lon: float, radius_km: float, said: str, km: float
) -> None:
    relation = lies(zones(write_pack, feature(AREA)), place(3.0, lon, radius_km))
    assert relation is not None
    assert (relation.lies, relation.doubt_km) == (said, radius_km)
    assert relation.distance_km == pytest.approx(km, abs=0.1)
    assert relation.side == ("east" if said == "outside" else None)


def test_the_error_of_a_zone_adds_to_the_doubt(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature(AREA, error_km=9))
    assert lies(loaded, place(3.0, 3.9, 1)).lies == "inside"
    assert lies(loaded, place(3.0, 3.9, 5)).lies == "possibly"


def test_in_an_area_known_only_to_lie_within_its_outline_nothing_is_for_certain(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature(AREA, outer=True))
    assert lies(loaded, place(3.0, 3.0)).lies == "possibly"
    assert lies(loaded, place(3.0, 4.1)).lies == "outside"


def test_a_place_that_the_zones_source_names_is_inside_wherever_the_border_is_drawn(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature(AREA, error_km=50, places=[77]))
    assert lies(loaded, place(3.9, 3.9, 5, geonameid=77)).lies == "inside"
    assert lies(loaded, place(3.9, 3.9, 5, geonameid=78)).lies == "possibly"


def test_a_place_lies_on_one_side_of_a_line_or_at_it_its_side_not_known(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature(RIVER, error_km=2, **BANKS))
    found = [lies(loaded, place(lat, 2.0)) for lat in (0.1, -0.1, 0.02)]
    assert [(relation.lies, relation.side) for relation in found] == [
        ("beside", "north bank"),
        ("beside", "south bank"),
        ("at", None),
    ]
    assert found[0].distance_km == pytest.approx(11.1, abs=0.1)


def test_past_the_end_of_a_line_there_is_no_side(write_pack: WritePack) -> None:
    assert lies(zones(write_pack, feature(RIVER, **BANKS)), place(0.1, 4.1)) is None


def test_of_a_zone_far_off_and_of_a_place_known_to_a_province_nothing_is_said(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature(AREA))
    assert lies(loaded, place(3.0, 4.0 + 20 / KM_A_DEGREE)).lies == "outside"
    assert lies(loaded, place(3.0, 4.0 + 40 / KM_A_DEGREE)) is None
    assert lies(loaded, place(3.0, 3.0, 80)) is None
    assert lies(loaded, place(3.0, 3.0, precision=4)) is None


def test_a_zone_is_in_force_from_its_first_to_its_last_day(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature(AREA, **{"from": "2019-02-01", "to": "2019-03-01"}))
    days = ("2019-01-31", "2019-02-01", "2019-03-01", "2019-03-02")
    assert [loaded.zones_at(3, 3, day) for day in days] == [(), ("z",), ("z",), ()]


@pytest.mark.parametrize(
    ("earliest", "latest", "in_force"),
    [
        ("2019-02-03", "2019-02-09", True),
        ("2019-01-20", "2019-02-09", None),
        (None, "2019-02-09", None),
        (None, None, None),
        ("2019-02-03T10:00", "2019-02-03T11:00", True),
    ],
)
def test_a_time_that_only_overlaps_leaves_open_whether_the_zone_stood(
    write_pack: WritePack, earliest: str | None, latest: str | None, in_force: bool | None
) -> None:
    loaded = zones(write_pack, feature(AREA, **{"from": "2019-02-01", "to": "2019-03-01"}))
    relation = lies(loaded, place(3, 3), earliest, latest)
    assert relation is not None
    assert relation.in_force is in_force


def test_a_zone_that_did_not_stand_at_the_time_is_not_spoken_of(write_pack: WritePack) -> None:
    loaded = zones(write_pack, feature(AREA, **{"from": "2019-02-01"}))
    assert lies(loaded, place(3, 3), None, "2019-01-31") is None


def test_a_later_packs_zone_replaces_an_earlier_one_of_its_id(write_pack: WritePack) -> None:
    collections = [json.dumps({"features": [feature(AREA, name=name)]}) for name in ("Old", "New")]
    folders = [write_pack({"zones.geojson": each}, name=name) for each, name in zip(collections, ("one", "two"), strict=True)]
    assert [zone.name for zone in packs.load([str(folder) for folder in folders]).zones] == ["New"]


def test_zones_are_found_by_name_and_alias_and_may_share_one(write_pack: WritePack) -> None:
    loaded = zones(
        write_pack, feature(AREA, aliases=["calm zone"]), feature(CIRCLE, id="y", name="Ring", radius_km=5, aliases=["Calm Zone"])
    )
    assert [zone.id for zone in loaded.zones_named("the calm zone")] == ["z", "y"]
    assert [zone.id for zone in loaded.zones_named("ring")] == ["y"]
    assert loaded.zones_named("storm zone") == ()


def test_a_circle_leaves_the_pack_as_an_outline(write_pack: WritePack) -> None:
    (zone,) = zones(write_pack, feature(CIRCLE, radius_km=55)).zones
    drawn = feature_of(zone)
    ring = drawn["geometry"]["coordinates"][0]
    assert drawn["geometry"]["type"] == "Polygon"
    assert ring[0] == ring[-1]
    assert max(lon for lon, _ in ring) == pytest.approx(20 + 55 / KM_A_DEGREE, abs=0.001)


BOW_TIE = {"type": "Polygon", "coordinates": [[[0, 0], [4, 4], [4, 0], [0, 4], [0, 0]]]}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (feature(BOW_TIE), "the border is no simple one: self-intersection at 2, 2 (longitude, latitude)"),
        (feature({"type": "LineString", "coordinates": [[0, 0], [4, 4], [4, 0], [0, 4]]}, **BANKS), "the line crosses itself"),
        (feature(RIVER), "a LineString needs them"),
        (
            feature({"type": "Polygon", "coordinates": [[[0, 0], [200, 0], [4, 4], [0, 0]]]}),
            "[200,0] is no longitude and latitude",
        ),
        (feature({"type": "Polygon", "coordinates": [[["a", 0], [2, 0], [4, 4], [0, 0]]]}), "no longitude and latitude"),
        (feature({"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4]]]}), "does not end where it begins"),
        (feature({"type": "Polygon", "coordinates": []}), "no ring"),
        (feature(CIRCLE), "a Point needs it"),
        (feature(CIRCLE, radius_km=-5), "radius_km -5 is not within 0 and 2000"),
        (feature(AREA, **{"from": "2019-02-31"}), "from '2019-02-31' is no day"),
        (feature(AREA, **{"from": "20190201"}), "from '20190201' is no day"),
        (feature(AREA, **{"from": "2019-03-01", "to": "2019-02-01"}), "it ends on 2019-02-01, before it begins on 2019-03-01"),
        (feature(AREA, source=""), "no source"),
        (feature(AREA, form="2019-02-01"), "unknown field form"),
        (feature(AREA, error_km=-1), "error_km -1 is below 0"),
        (feature({"type": "Hexagon", "coordinates": []}), "Hexagon"),
    ],
)
def test_a_wrong_zone_is_refused_by_file_and_line(write_pack: WritePack, wrong: dict[str, Any], told: str) -> None:
    good = feature(AREA, id="good")
    text = '{"type": "FeatureCollection",\n "features": [\n' + json.dumps(good) + ",\n" + json.dumps(wrong) + "\n]}"
    with pytest.raises(BadPack, match=r"zones\.geojson, line 4: ") as caught:
        packs.load([str(write_pack({"zones.geojson": text}))])
    assert told in caught.value.message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"type": "FeatureCollection",\n "features": [,]}', "line 2: "),
        ('{"type": "Feature"}', "no list of features"),
        ("[]", "no list"),
    ],
)
def test_a_file_that_is_no_geojson_is_refused(write_pack: WritePack, text: str, told: str) -> None:
    with pytest.raises(BadPack, match=r"zones\.geojson") as caught:
        packs.load([str(write_pack({"zones.geojson": text}))])
    assert told in caught.value.message


def test_two_zones_of_one_id_are_refused(write_pack: WritePack) -> None:
    with pytest.raises(BadPack, match="duplicate id 'z', first on line 1"):
        zones(write_pack, feature(AREA), feature(CIRCLE, radius_km=5))
