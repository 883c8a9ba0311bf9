"""Zones: areas that a pack names, for the time they were in force."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

Ring = tuple[tuple[float, float], ...]


class Zone(msgspec.Struct, frozen=True):
    """An area in force `since..until` (ISO dates, inclusive; None: no bound on that side).

    Either `polygons` (each an outer ring and its holes, (lon, lat) in degrees WGS 84) or a circle of `radius_km` around `centre`.
    """

    id: str
    name: str
    since: str | None
    until: str | None
    source: str
    polygons: tuple[tuple[Ring, ...], ...] = ()
    centre: tuple[float, float] | None = None
    radius_km: float = 0.0

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies in the area."""
        if self.centre:
            return _distance_km(self.centre, (lon, lat)) <= self.radius_km
        return any(
            _inside(rings[0], lon, lat) and not any(_inside(hole, lon, lat) for hole in rings[1:]) for rings in self.polygons
        )

    def in_force(self, on: str | None) -> bool:
        """Whether the zone stood on that day. The day not being known, only a zone without bounds did for certain."""
        if on is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


def zone_of(feature: Mapping[str, Any]) -> Zone:
    """The zone that a GeoJSON feature describes. Raises ValueError, which says what the feature lacks."""
    properties, geometry = feature.get("properties") or {}, feature.get("geometry") or {}
    missing = [name for name in ("id", "name", "source") if not properties.get(name)]
    if missing:
        raise ValueError(f"a feature has no {' and no '.join(missing)}.")
    facts = (properties["id"], properties["name"], properties.get("from"), properties.get("to"), properties["source"])
    match geometry.get("type"):
        case "Polygon":
            return Zone(*facts, polygons=(_rings(geometry["coordinates"]),))
        case "MultiPolygon":
            return Zone(*facts, polygons=tuple(_rings(polygon) for polygon in geometry["coordinates"]))
        case "Point" if properties.get("radius_km"):
            return Zone(*facts, centre=_point(geometry["coordinates"]), radius_km=float(properties["radius_km"]))
    raise ValueError(f"zone {properties['id']!r} is neither Polygon nor MultiPolygon, nor a Point with radius_km.")


def _rings(rings: list[list[list[float]]]) -> tuple[Ring, ...]:
    if not rings or any(len(ring) < 4 for ring in rings):
        raise ValueError("a ring of a polygon has fewer than four points.")
    return tuple(tuple(_point(point) for point in ring) for ring in rings)


def _point(point: list[float]) -> tuple[float, float]:
    lon, lat = float(point[0]), float(point[1])
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(f"{lon}, {lat} is no longitude and latitude.")
    return lon, lat


def _within(rings: tuple[Ring, ...], lon: float, lat: float) -> bool:
    outer, *holes = rings
    return _inside(outer, lon, lat) and not any(_inside(hole, lon, lat) for hole in holes)


def _inside(ring: Ring, lon: float, lat: float) -> bool:
    """Even-odd rule in the plane of longitude and latitude: good for zones that do not cross a pole or the date line."""
    inside = False
    for (lon_a, lat_a), (lon_b, lat_b) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (lat_a > lat) != (lat_b > lat) and lon < lon_a + (lat - lat_a) * (lon_b - lon_a) / (lat_b - lat_a):
            inside = not inside
    return inside


def _distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    from geographiclib.geodesic import Geodesic

    metres: float = Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0], Geodesic.DISTANCE)["s12"]
    return metres / 1000
