"""Shapes checked with spherical geometry written out here, which the program does not use."""

from __future__ import annotations

import math

import pytest

from deconflict.resolve.relations import told
from deconflict.resolve.shapes import Disc, Shape, hull
from deconflict.resolve.told_shapes import shape_along, shape_of, shape_off

POINT = Disc(10.0, 20.0, 2.0)
COAST = tuple((12.0, 20.0 + step / 4) for step in range(9))


def shape(words: str, anchor: Disc = POINT, other: Disc | None = None) -> Shape:
    relation = told(words)
    assert relation is not None
    return shape_of(relation, anchor, other)


def apart_km(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Haversine on a sphere."""
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (one, two))
    chord = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(chord))


def holds(found: Shape, lat: float, lon: float) -> bool:
    """Even-odd rule in the plane."""
    ring, inside = found.outline, False
    for (a, b), (c, d) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (b > lon) != (d > lon) and lat < a + (lon - b) / (d - b) * (c - a):
            inside = not inside
    return inside


def test_a_short_distance_is_as_the_crow_flies() -> None:
    found = shape("10 km north of Brennick")
    assert (found.disc.lat, found.disc.lon) == (pytest.approx(10.0899, abs=0.001), pytest.approx(20.0))


def test_a_long_distance_is_that_of_the_road() -> None:
    found = shape("100 km north of Brennick")
    assert 60 < apart_km((10.0, 20.0), (found.disc.lat, found.disc.lon)) < 100


def test_a_farther_place_is_less_certain() -> None:
    assert shape("5 km north of Brennick").disc.radius_km < shape("50 km north of Brennick").disc.radius_km


def test_a_direction_is_a_sector_and_not_all_around() -> None:
    found = shape("50 km east of Brennick")
    assert holds(found, 10.0, 20.4)
    assert holds(found, 10.15, 20.35)
    assert not holds(found, 10.0, 19.6)
    assert not holds(found, 10.4, 20.0)


def test_the_disc_holds_the_whole_outline() -> None:
    found = shape("50 km east of Brennick")
    middle = (found.disc.lat, found.disc.lon)
    assert max(apart_km(middle, corner) for corner in found.outline) <= found.disc.radius_km * 1.01


def test_a_distance_without_direction_is_a_disc_around_the_anchor() -> None:
    assert shape("30 km from Brennick").disc == Disc(10.0, 20.0, 32.0)


def test_between_lies_half_way_and_reaches_both() -> None:
    found = shape("between Brennick and Orrest", other=Disc(12.0, 20.0, 2.0))
    assert found.disc.lat == pytest.approx(11.0, abs=0.001)
    assert holds(found, 10.1, 20.0)
    assert holds(found, 11.9, 20.0)
    assert not holds(found, 11.0, 20.6)


def test_a_strip_runs_along_the_part_of_a_line_that_is_near() -> None:
    found = shape_along(COAST, 10.0, Disc(12.1, 20.25, 5.0))
    assert found is not None
    assert found.disc.lat == 12.0
    assert holds(found, 12.05, 20.25)
    assert not holds(found, 12.05, 21.8)


def test_a_line_far_away_gives_no_strip() -> None:
    assert shape_along(COAST, 10.0, Disc(20.0, 20.0, 5.0)) is None


def test_off_a_line_is_to_the_side_that_is_told() -> None:
    relation = told("eight kilometres north of the line")
    assert relation is not None
    found = shape_off(COAST, relation, 2.0, Disc(12.05, 20.5, 5.0))
    assert found is not None
    assert holds(found, 12.072, 20.5)
    assert not holds(found, 11.95, 20.5)


def test_a_hull_has_only_the_corners() -> None:
    square = [(0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0)]
    assert set(hull([*square, (1.0, 1.0), (0.5, 1.5)])) == set(square)


def test_around_the_date_line_there_is_no_hull() -> None:
    assert hull([(0.0, 179.0), (1.0, -179.0), (2.0, 179.5)]) == ()
