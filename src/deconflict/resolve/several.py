"""Several places of one claim: the area that holds them all, under all their names."""

from __future__ import annotations

import math
from collections.abc import Sequence

from deconflict.record import Where
from deconflict.resolve.shapes import distance_km

DISTRICT, AREA, COUNTRIES = 3, 5, 7
"""UCDP's precision of a second-order division, of an area between places, and of what crosses borders."""


def spread(wheres: Sequence[Where]) -> Where:
    """The first place if it holds the others, else the disc around them all; at most as exact as a district."""
    first, *others = wheres
    apart = [each for each in others if not _holds(first, each) and not _holds(each, first)]
    found = [first, *apart]
    if not apart or any(each.lat is None or each.lon is None for each in found):
        return first
    lat = math.fsum(each.lat or 0.0 for each in found) / len(found)
    lon = math.fsum(each.lon or 0.0 for each in found) / len(found)
    reach = max(distance_km(lat, lon, each.lat or 0.0, each.lon or 0.0) + (each.radius_km or 0.0) for each in found)
    admin1, country = _shared([each.admin1 for each in found]), _shared([each.country for each in found])
    precision = max(DISTRICT if admin1 else AREA, *(each.precision for each in found)) if country else COUNTRIES
    name = ", ".join(each.name for each in found[:-1]) + f" and {found[-1].name}"
    return Where(name, round(lat, 5), round(lon, 5), math.ceil(10 * reach) / 10, precision, admin1=admin1, country=country)


def _holds(where: Where, other: Where) -> bool:
    """Whether the other place lies in this one, as far as discs tell; without points nothing is added."""
    if where.lat is None or where.lon is None or other.lat is None or other.lon is None:
        return True
    return distance_km(where.lat, where.lon, other.lat, other.lon) <= (where.radius_km or 0.0)


def _shared(values: Sequence[str | None]) -> str | None:
    return values[0] if len(set(values)) == 1 else None
