"""How a point lies to a zone: shapes by shapely, distances on the ellipsoid by geographiclib.

The nearest point of a border or line is looked for in a plane of degrees, shrunk from east to west as at the point's latitude;
how far off it is is then measured on the ellipsoid. Over the 100 km around a point that are ever asked about, the plane is true
to about 1 %, which may choose a neighbouring point of the border and changes the distance by far less.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from deconflict.packs.zones import Zone

_STEP = 1e-4
"""Degrees, some 10 m: how far apart the two points of a line are taken whose direction is its course."""


class Offset(NamedTuple):
    """How a point lies to a zone: `km` from its border, or from the line, which lies there by `bearing_deg` (0 north, 90 east).

    The bearing is that from the nearest point of the border to the point asked about; from the middle of a circle. `left`: of
    a line's course; None for an area, or past the ends of the line.
    """

    inside: bool
    km: float
    bearing_deg: float
    left: bool | None = None


@lru_cache(maxsize=4096)  # a report speaks of few places, and each costs 150 microseconds
def offset_of(zone: Zone, lat: float, lon: float) -> Offset:
    """How the point lies to the zone as it is drawn."""
    if zone.centre:
        km, bearing = distance_and_bearing(zone.centre[1], zone.centre[0], lat, lon)
        return Offset(km <= zone.radius_km, abs(km - zone.radius_km), bearing)
    import shapely

    shrink = math.cos(math.radians(lat))
    shape = shapely.transform(_shape(zone), lambda points: (points - (lon, lat)) * (shrink, 1.0))
    border = shape if zone.line else shape.boundary
    near = border.interpolate(border.project(shapely.Point(0.0, 0.0)))
    km, bearing = distance_and_bearing(lat + near.y, lon + near.x / shrink, lat, lon)
    if zone.line:
        return Offset(False, km, bearing, _is_left(border))
    return Offset(bool(shape.covers(shapely.Point(0.0, 0.0))), km, bearing)


def distance_and_bearing(lat: float, lon: float, to_lat: float, to_lon: float) -> tuple[float, float]:
    """The geodesic from one point to another: km, and the bearing in degrees at its start."""
    from geographiclib.geodesic import Geodesic

    line = Geodesic.WGS84.Inverse(lat, lon, to_lat, to_lon)
    return line["s12"] / 1000, line["azi1"] % 360


def moved(lat: float, lon: float, bearing_deg: float, km: float) -> tuple[float, float]:
    """Latitude and longitude of the point `km` away in that direction."""
    from geographiclib.geodesic import Geodesic

    there = Geodesic.WGS84.Direct(lat, lon, bearing_deg, km * 1000)
    return there["lat2"], there["lon2"]


def crossing(zone: Zone) -> str | None:
    """What is wrong with the course of its border or line; None if nothing is."""
    import shapely

    shape = _shape(zone)
    if zone.line:
        return None if shape.is_simple else "the line crosses itself."
    reason = str(shapely.is_valid_reason(shape))
    if reason == "Valid Geometry":
        return None
    what, _, at = reason.partition("[")
    place = f" at {at.rstrip(']').replace(' ', ', ')} (longitude, latitude)" if at else ""
    return f"the border is no simple one: {what.strip().lower()}{place}."


def middle_of(zone: Zone) -> tuple[float, float, float]:
    """Latitude and longitude of its middle, and the km from there to its farthest point."""
    if zone.centre:
        return zone.centre[1], zone.centre[0], zone.radius_km
    middle = _shape(zone).centroid
    points = zone.line or [point for polygon in zone.polygons for point in polygon[0]]
    return middle.y, middle.x, max(distance_and_bearing(middle.y, middle.x, lat, lon)[0] for lon, lat in points)


def outline_of(zone: Zone, steps: int = 72) -> list[list[float]]:
    """The points (longitude, latitude) of a circle's border, closed."""
    if not zone.centre:
        return []
    ring = [moved(zone.centre[1], zone.centre[0], 360 * step / steps, zone.radius_km) for step in range(steps)]
    return [[round(lon, 5), round(lat, 5)] for lat, lon in [*ring, ring[0]]]


@lru_cache(maxsize=256)
def _shape(zone: Zone) -> BaseGeometry:
    import shapely

    if zone.line:
        return shapely.LineString(zone.line)
    return shapely.MultiPolygon([(rings[0], rings[1:]) for rings in zone.polygons])


def _is_left(line: BaseGeometry) -> bool | None:
    """Whether the origin lies left of the line's course; None past its ends, where it lies beside no part of it."""
    import shapely

    at = line.project(shapely.Point(0.0, 0.0))
    if not 0 < at < line.length:
        return None
    behind, ahead = line.interpolate(max(at - _STEP, 0)), line.interpolate(min(at + _STEP, line.length))
    return bool((ahead.x - behind.x) * -behind.y - (ahead.y - behind.y) * -behind.x > 0)
