"""Zones and lines: areas and lines that a pack names, for the time they were in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import msgspec

Point = tuple[float, float]
Ring = tuple[Point, ...]
Kind = Literal["area", "circle", "line"]


class Zone(msgspec.Struct, frozen=True):
    """An area or line in force `since..until` (ISO dates, inclusive; None: no bound on that side).

    Points are (longitude, latitude) in degrees WGS 84. An area is `polygons`, each an outer ring and its holes; or a circle of
    `radius_km` around `centre`; a line is `line`. All of it is drawn `error_km` exact. `outer`: the area is known only to lie
    somewhere in the outline. `places`: GeoNames ids of what its source names as inside. `sides`: of a line, left and right of
    its course. `aliases`: other names; `anchors`: names of what a circle lies around ("the base").
    """

    id: str
    name: str
    since: str | None
    until: str | None
    source: str
    polygons: tuple[tuple[Ring, ...], ...] = ()
    centre: Point | None = None
    radius_km: float = 0.0
    line: Ring = ()
    error_km: float = 0.0
    outer: bool = False
    aliases: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    sides: tuple[str, str] | None = None
    pack: str = ""

    @property
    def kind(self) -> Kind:
        """What it is."""
        return "line" if self.line else "circle" if self.centre else "area"

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies in the area as drawn; a line holds nothing."""
        from deconflict.packs.geometry import offset_of

        return offset_of(self, lat, lon).inside

    def in_force(self, on: str | None) -> bool:
        """Whether the zone stood on that day. The day not being known, only a zone without bounds did for certain."""
        return self.stood(on, on) is True

    def stood(self, earliest: str | None, latest: str | None) -> bool | None:
        """Whether it stood at a time between two ISO days. None: on some of the days that are possible, and not on others."""
        since, until = self.since or "0000", self.until or "9999"
        first, last = (earliest or "0000")[:10], (latest or "9999")[:10]
        if last < since or until < first:
            return False
        return True if since <= first and last <= until else None


class ZoneProperties(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from", "until": "to"}):
    """What zones.geojson says of each zone beside its geometry. `note` is for the reader of the file."""

    id: str
    name: str
    source: str
    since: str | None = None
    until: str | None = None
    radius_km: float | None = None
    error_km: float = 0.0
    outer: bool = False
    aliases: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    sides: tuple[str, str] | None = None
    note: str = ""


class ZoneGeometry(msgspec.Struct, frozen=True):
    """A geometry as GeoJSON has it."""

    type: Literal["Polygon", "MultiPolygon", "Point", "LineString"]
    coordinates: list[Any]


class ZoneFeature(msgspec.Struct, frozen=True):
    """A zone in zones.geojson."""

    properties: ZoneProperties
    geometry: ZoneGeometry
    type: Literal["Feature"] = "Feature"


class ZoneCollection(msgspec.Struct, frozen=True):
    """The file zones.geojson."""

    features: tuple[ZoneFeature, ...]
    type: Literal["FeatureCollection"] = "FeatureCollection"


def zone_of(feature: Mapping[str, Any], pack: str = "") -> Zone:
    """The zone that a GeoJSON feature describes. Raises ValueError, which says what is wrong with it."""
    told = msgspec.convert(feature, ZoneFeature)
    facts = _checked(told.properties)
    zone = Zone(
        id=facts.id,
        name=facts.name,
        since=facts.since,
        until=facts.until,
        source=facts.source,
        error_km=facts.error_km,
        outer=facts.outer,
        aliases=facts.aliases,
        anchors=facts.anchors,
        places=facts.places,
        sides=facts.sides,
        pack=pack,
        **_geometry(told),
    )
    _check_course(zone)
    return zone


def feature_of(zone: Zone) -> dict[str, Any]:
    """The zone as a GeoJSON feature, with what a page says of it; a circle as its outline."""
    facts = {"id": zone.id, "name": zone.name, "from": zone.since, "to": zone.until, "source": zone.source}
    doubt = {"error_km": zone.error_km, "outer": zone.outer}
    circle = {"radius_km": zone.radius_km} if zone.centre else {}
    return {"type": "Feature", "properties": {**facts, **doubt, **circle}, "geometry": _drawn(zone)}


def _drawn(zone: Zone) -> dict[str, Any]:
    from deconflict.packs.geometry import outline_of

    if zone.centre:
        return {"type": "Polygon", "coordinates": [outline_of(zone)]}
    if zone.line:
        return {"type": "LineString", "coordinates": [list(point) for point in zone.line]}
    rings = [[[list(point) for point in ring] for ring in polygon] for polygon in zone.polygons]
    return {"type": "MultiPolygon", "coordinates": rings}


def _checked(facts: ZoneProperties) -> ZoneProperties:
    for name in ("id", "name", "source"):
        if not getattr(facts, name).strip():
            raise ValueError(f"a zone has no {name}.")
    since, until = (_day(value, name) for value, name in ((facts.since, "from"), (facts.until, "to")))
    if since and until and until < since:
        raise ValueError(f"it ends on {facts.until}, before it begins on {facts.since}.")
    if facts.error_km < 0:
        raise ValueError(f"error_km {facts.error_km:g} is below 0.")
    return facts


def _day(value: str | None, name: str) -> date | None:
    if value is None:
        return None
    try:
        if len(value) != len("2017-05-04"):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{name} {value!r} is no day; a day is written 2017-05-04, and exists.") from None


def _geometry(told: ZoneFeature) -> dict[str, Any]:
    facts, coordinates = told.properties, told.geometry.coordinates
    """What the geometry becomes in a Zone."""
    if (told.geometry.type == "Point") != (facts.radius_km is not None):
        raise ValueError("radius_km belongs to a Point, and a Point needs it.")
    if (told.geometry.type == "LineString") != (facts.sides is not None):
        raise ValueError("sides (left, right) belong to a LineString, and a LineString needs them.")
    match told.geometry.type:
        case "Polygon":
            return {"polygons": (_rings(coordinates),)}
        case "MultiPolygon":
            return {"polygons": tuple(_rings(polygon) for polygon in coordinates)}
        case "LineString":
            return {"line": _line(coordinates)}
    if not facts.radius_km or not 0 < facts.radius_km <= 2_000:
        raise ValueError(f"radius_km {facts.radius_km:g} is not within 0 and 2000.")
    return {"centre": _point(coordinates), "radius_km": facts.radius_km}


def _rings(rings: Any) -> tuple[Ring, ...]:
    if not isinstance(rings, list) or not rings:
        raise ValueError("a polygon has no ring.")
    return tuple(_ring(ring) for ring in rings)


def _ring(points: Any) -> Ring:
    ring = tuple(_point(point) for point in points)
    if len(ring) < 4:
        raise ValueError("a ring of a polygon has fewer than four points.")
    if ring[0] != ring[-1]:
        raise ValueError(f"a ring does not end where it begins ({ring[0][0]:g}, {ring[0][1]:g}).")
    return ring


def _line(points: Any) -> Ring:
    line = tuple(_point(point) for point in points)
    if len(line) < 2:
        raise ValueError("a line has fewer than two points.")
    return line


def _point(point: Any) -> Point:
    match point:
        case [float() | int() as lon, float() | int() as lat, *_] if -180 <= lon <= 180 and -90 <= lat <= 90:
            return float(lon), float(lat)
    raise ValueError(f"{msgspec.json.encode(point).decode()} is no longitude and latitude in degrees.")


def _check_course(zone: Zone) -> None:
    from deconflict.packs.geometry import crossing

    if zone.kind != "circle" and (where := crossing(zone)):
        raise ValueError(where)
