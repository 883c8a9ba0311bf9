"""Where a place told from another one is: the shape that its words leave open, the anchor being there.

The figures are from the half of `benchmarks/data/relative_places.csv` that was looked at: 27 towns told by distance and direction
lie at 0.48 to 1.24 of the stated distance, in the middle 0.87 and nine in ten above 0.55, since news tells kilometres of road;
two thirds lie within 22.5 degrees of the stated direction, 85 of 100 within 35 and 92 within 45: north is a quarter of the
compass.
"""

from __future__ import annotations

from collections.abc import Sequence

from deconflict.resolve.relations import Told
from deconflict.resolve.shapes import Disc, LatLon, Shape, circle, corridor, distance_km, half_way, moved, sector

NEAR_KM = 25.0
"""UCDP GED codebook, where_prec 2: "a limited area (approximately 25 km) around a known point"."""

COUNTRYSIDE_KM = 60.0
"""How far the countryside of a provincial town reaches."""

DIRECTION_KM = 50.0
"""How far off "north of X" is looked for when no distance is given."""

BORDER_KM = 30.0
"""Half the width of the strip along a border."""

BY_ROAD_KM = 20.0
"""Farther than this, kilometres are taken as those of the road."""

BY_AIR, BY_ROAD = (0.8, 1.2), (0.6, 1.1)
"""Least and greatest distance as shares of the one that is told."""

HALF_ANGLE = 45.0


def shape_of(relation: Told, anchor: Disc, other: Disc | None = None) -> Shape:
    """Where that is; `other` is the second anchor of what lies between two."""
    match relation.kind:
        case "between" if other:
            return _between(anchor, other)
        case "part":
            return _part(anchor, relation.bearing_deg)
        case "countryside":
            return _around(anchor, relation.bearing_deg, COUNTRYSIDE_KM)
        case "off" if relation.distance_km is not None:
            return _off(anchor, relation.bearing_deg, relation.distance_km)
        case "off":
            return _around(anchor, relation.bearing_deg, DIRECTION_KM)
    return _around(anchor, relation.bearing_deg, NEAR_KM)


def shape_along(line: Sequence[LatLon], width_km: float, bounds: Disc | None, slack_km: float = NEAR_KM) -> Shape | None:
    """A strip along a line, or along the part of it that lies within bounds; None if none of it does."""
    inside = [point for point in line if not bounds or _within(point, bounds, slack_km)]
    if not inside:
        return None
    middle = (sum(lat for lat, _ in inside) / len(inside), sum(lon for _, lon in inside) / len(inside))
    lat, lon = min(inside, key=lambda each: distance_km(each[0], each[1], *middle))
    return corridor([Disc(*each, width_km) for each in inside], (round(lat, 5), round(lon, 5)))


def shape_off(line: Sequence[LatLon], relation: Told, error_km: float, bounds: Disc) -> Shape | None:
    """What lies so far to one side of a line, along the part of it that is near some bounds."""
    km = relation.distance_km or 0.0
    aside = [moved(point, relation.bearing_deg, km) for point in line] if relation.bearing_deg is not None else list(line)
    return shape_along(aside, max(error_km, km / 2), bounds, 2 * km + error_km)


def _within(point: LatLon, bounds: Disc, slack_km: float) -> bool:
    lat, lon = point
    return distance_km(lat, lon, bounds.lat, bounds.lon) <= bounds.radius_km + slack_km


def _between(a: Disc, b: Disc) -> Shape:
    """The corridor between two places; roads leave the straight line by some tenth of its length."""
    point, half_km = half_way(a, b)
    return corridor([Disc(each.lat, each.lon, max(each.radius_km, 0.2 * half_km)) for each in (a, b)], point)


def _part(anchor: Disc, bearing: float | None) -> Shape:
    if bearing is None:
        return circle(anchor)
    return sector(anchor, bearing, HALF_ANGLE, (0.0, anchor.radius_km), anchor.radius_km / 2)


def _off(anchor: Disc, bearing: float | None, km: float) -> Shape:
    if bearing is None:
        return circle(Disc(anchor.lat, anchor.lon, round(km + anchor.radius_km, 2)))
    least, most = BY_AIR if km <= BY_ROAD_KM else BY_ROAD
    reach = (max(0.0, least * km - anchor.radius_km), most * km + anchor.radius_km)
    return sector(anchor, bearing, HALF_ANGLE, reach, km * (least + most) / 2)


def _around(anchor: Disc, bearing: float | None, km: float) -> Shape:
    """A limited area around a place, or the part of it in one direction."""
    reach = max(km, anchor.radius_km)
    if bearing is None:
        return circle(Disc(anchor.lat, anchor.lon, reach))
    return sector(anchor, bearing, HALF_ANGLE, (0.0, reach + anchor.radius_km), reach / 2)
