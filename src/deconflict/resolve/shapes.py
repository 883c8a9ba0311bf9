"""Shapes of places that are known only by how they lie to others: a sector, a corridor, a strip along a line, a disc.

A shape is an outline, and the disc around it for what can only hold a point and a radius. Geodesy by geographiclib on WGS 84; an
outline is simple and convex but for a sector's, so it covers rather too much than too little.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import msgspec

LatLon = tuple[float, float]

_ARC_STEPS = 6
_CIRCLE_STEPS = 24
_CORNERS = 8
_KM_A_DEGREE = 111.2
_DIGITS = 3


class Disc(msgspec.Struct, frozen=True):
    """A point (WGS 84 degrees) and the radius in km within which the place lies."""

    lat: float
    lon: float
    radius_km: float


class Shape(msgspec.Struct, frozen=True):
    """Where a place lies. `disc` holds all of it; `outline`: its corners (lat, lon); () where only the disc is known."""

    disc: Disc
    outline: tuple[LatLon, ...] = ()


def circle(disc: Disc) -> Shape:
    """All that lies around a point."""
    steps = (360 / _CIRCLE_STEPS * step for step in range(_CIRCLE_STEPS))
    return Shape(disc, tuple(moved((disc.lat, disc.lon), bearing, disc.radius_km) for bearing in steps))


def sector(anchor: Disc, bearing: float, half_angle: float, reach: tuple[float, float], point_km: float) -> Shape:
    """What lies between two distances from an anchor, within `half_angle` degrees of a bearing; its point is `point_km` off."""
    middle = (anchor.lat, anchor.lon)
    bearings = [bearing + half_angle * (2 * step / _ARC_STEPS - 1) for step in range(_ARC_STEPS + 1)]
    far = [moved(middle, each, reach[1]) for each in bearings]
    near = [moved(middle, each, reach[0]) for each in reversed(bearings)] if reach[0] else [middle]
    return _around(moved(middle, bearing, point_km), (*far, *near))


def corridor(discs: Sequence[Disc], point: LatLon) -> Shape:
    """What lies between some discs, they included, with its point."""
    return _around(point, hull(corner for disc in discs for corner in _corners(disc)))


def moved(point: LatLon, bearing: float, km: float) -> LatLon:
    """The point so many km off."""
    from geographiclib.geodesic import Geodesic

    there = Geodesic.WGS84.Direct(*point, bearing, km * 1000)
    return round(there["lat2"], 5), round(there["lon2"], 5)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The length of the geodesic between two points, in km."""
    from geographiclib.geodesic import Geodesic

    metres: float = Geodesic.WGS84.Inverse(lat, lon, other_lat, other_lon, Geodesic.DISTANCE)["s12"]
    return metres / 1000


def half_way(a: Disc, b: Disc) -> tuple[LatLon, float]:
    """The middle of the geodesic between two points, and how far it is from each."""
    from geographiclib.geodesic import Geodesic

    line = Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon)
    return moved((a.lat, a.lon), line["azi1"], line["s12"] / 2000), line["s12"] / 2000


def hull(points: Iterable[LatLon]) -> tuple[LatLon, ...]:
    """The convex hull of points in the plane of latitude and longitude; () if they reach around the date line."""
    ordered = sorted(set(points))
    if not ordered or max(lon for _, lon in ordered) - min(lon for _, lon in ordered) > 180:
        return ()
    return tuple(_chain(ordered) + _chain(ordered[::-1]))


def _chain(points: Sequence[LatLon]) -> list[LatLon]:
    """Half of the hull, Andrew's monotone chain."""
    chain: list[LatLon] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turn(a: LatLon, b: LatLon, c: LatLon) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _corners(disc: Disc) -> list[LatLon]:
    """Points around a disc in the plane: on the scale of a strip's width the ellipsoid matters less than a hundredth of it."""
    north = disc.radius_km / _KM_A_DEGREE
    east = north / max(0.05, math.cos(math.radians(disc.lat)))
    turns = (math.tau * step / _CORNERS for step in range(_CORNERS))
    return [(disc.lat + north * math.cos(turn), disc.lon + east * math.sin(turn)) for turn in turns]


def _around(point: LatLon, outline: Sequence[LatLon]) -> Shape:
    radius = max((distance_km(*point, *corner) for corner in outline), default=0.0)
    kept = tuple((round(lat, _DIGITS), round(lon, _DIGITS)) for lat, lon in outline)
    return Shape(Disc(*point, math.ceil(10 * radius) / 10), kept)
