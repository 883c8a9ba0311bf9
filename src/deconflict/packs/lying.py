"""How a place lies to the zones of the packs: inside, possibly inside, or outside by so many km - with the doubt of the place."""

from __future__ import annotations

from collections.abc import Iterable

from deconflict.packs.folding import fold
from deconflict.packs.geometry import Offset, offset_of
from deconflict.packs.zones import Zone
from deconflict.record import Lying, Where, ZoneRelation

NEAR_KM = 25.0
"""How far outside a place is still said to be so: UCDP GED's "limited area around a known point". Farther off it says nothing."""

KNOWN_TO_KM = 30.0
"""A place known less exactly says nothing of a zone: the narrowest that ship are 20 km across, and a province would lie
possibly inside all of them."""

_AREAS = (3, 4, 6, 7)
"""Precisions of which a zone is asked only by name: districts, provinces, countries, and what crosses borders."""

_SIDES = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def is_known_closely(where: Where) -> bool:
    """Whether the place is known closely enough for a zone to be asked about it."""
    return where.lat is not None and where.precision not in _AREAS and (where.radius_km or 0.0) <= KNOWN_TO_KM


def lying(zones: Iterable[Zone], where: Where, earliest: str | None, latest: str | None) -> tuple[ZoneRelation, ...]:
    """How the place lies to every zone and line that is near and was, or may have been, in force between two ISO days."""
    if not is_known_closely(where):
        return ()
    stood = ((zone, zone.stood(earliest, latest)) for zone in zones)
    found = (relation_of(zone, where, in_force) for zone, in_force in stood if in_force is not False)
    return tuple(relation for relation in found if relation and _is_near(relation))


def relation_of(zone: Zone, where: Where, in_force: bool | None) -> ZoneRelation | None:
    """How the place lies to the zone, however far off; None for a place without a point, or past the ends of a line."""
    if where.lat is None or where.lon is None:
        return None
    offset, doubt = offset_of(zone, where.lat, where.lon), (where.radius_km or 0.0) + zone.error_km
    if zone.kind == "line" and offset.left is None and offset.km > doubt:
        return None
    named = where.geonameid in zone.places if where.geonameid else zone.kind != "line" and _is_anchor(where, zone)
    lies: Lying = "inside" if named else _lies(zone, offset, doubt)
    side = _side(zone, offset) if lies in ("outside", "beside") else None
    return ZoneRelation(zone.id, lies, round(offset.km, 1), round(doubt, 1), side, in_force)


def certain(relations: Iterable[ZoneRelation]) -> tuple[str, ...]:
    """Ids of the zones that hold the place for certain, and were in force."""
    return tuple(relation.zone for relation in relations if relation.lies == "inside" and relation.in_force)


def _is_anchor(where: Where, zone: Zone) -> bool:
    return fold(where.name) in map(fold, zone.anchors)


def _lies(zone: Zone, offset: Offset, doubt_km: float) -> Lying:
    sure = offset.km > doubt_km
    if zone.kind == "line":
        return "beside" if sure else "at"
    if offset.inside:
        return "inside" if sure and not zone.outer else "possibly"
    return "outside" if sure else "possibly"


def _side(zone: Zone, offset: Offset) -> str:
    if zone.sides and offset.left is not None:
        return zone.sides[0] if offset.left else zone.sides[1]
    return compass(offset.bearing_deg)


def compass(bearing_deg: float) -> str:
    """A bearing as one of eight directions."""
    return _SIDES[round(bearing_deg / 45) % 8]


def _is_near(relation: ZoneRelation) -> bool:
    return relation.lies in ("inside", "possibly", "at") or relation.distance_km <= NEAR_KM
