"""How two places lie to one another."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

from deconflict.packs import fold
from deconflict.record import Where

Bearing = Literal["same", "same area", "near", "within", "namesake", "same province", "same country", "apart", "unknown"]

NEAR_KM = 10.0
"""Between the edges of two places. A village is often told by the next town. A convention."""

TOWN_RADIUS_KM = 10.0
"""A place as wide as this is a city or district, where one day sees more than one attack."""

PROVINCE = 4
COUNTRY = 6
_CELL_DEGREES = 0.5
_REACH_DEGREES = 0.125
_KM_PER_DEGREE = 111.2


def bearing(here: Where | None, there: Where | None) -> Bearing:
    """How the places lie. Only points are near one another; of a province or country only that it holds the other is known."""
    if here is None or there is None:
        return "unknown"
    wide = max(here.precision, there.precision)
    if is_unlocated(here) or is_unlocated(there):
        return _by_name(here, there)
    if _one(here, there):
        return "same country" if wide >= COUNTRY else "same province" if wide >= PROVINCE else _same(here, there)
    if here.country and there.country and here.country != there.country:
        return "apart"
    if wide >= COUNTRY:
        return "same country"
    if wide >= PROVINCE:
        return _in_province(here, there)
    if is_namesake(here) != is_namesake(there) and here.admin1 and there.admin1 and fold(here.admin1) == fold(there.admin1):
        points = _between_points(here, there)
        return "namesake" if points == "apart" else points
    return _between_points(here, there)


def is_unlocated(where: Where) -> bool:
    """Whether only the name of the place is known: most often a village or quarter that is in no list."""
    return where.lat is None and where.precision > COUNTRY


def _by_name(here: Where, there: Where) -> Bearing:
    """A name that stands in no list is the same place where it is the same name; a city's name is as wide as the city."""
    if not _one(here, there):
        return "same country"
    return "same area" if max(here.radius_km or 0.0, there.radius_km or 0.0) >= TOWN_RADIUS_KM else "same"


def is_namesake(where: Where) -> bool:
    """Whether it is a city whose province has its name, so that "in Idlib" may be anywhere in the province."""
    return is_point(where) and where.admin1 is not None and fold(where.name) == fold(where.admin1)


def distance_km(here: Where, there: Where) -> float | None:
    """Kilometres between the points; None if one has none. On a sphere, for speed: its error is far below a place's radius."""
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return None
    north = math.radians(there.lat - here.lat)
    east = math.radians((there.lon - here.lon + 180.0) % 360.0 - 180.0) * math.cos(math.radians((here.lat + there.lat) / 2))
    return math.degrees(math.hypot(north, east)) * _KM_PER_DEGREE


def cells(where: Where) -> Iterator[tuple[int, int]]:
    """The grid cells that points near to this one are sure to share one of."""
    if where.lat is None or where.lon is None:
        return
    reach = _REACH_DEGREES / max(0.2, math.cos(math.radians(where.lat)))
    rows = {math.floor((where.lat + shift) / _CELL_DEGREES) for shift in (-_REACH_DEGREES, _REACH_DEGREES)}
    columns = {math.floor((where.lon + shift) / _CELL_DEGREES) for shift in (-reach, reach)}
    yield from ((row, column) for row in sorted(rows) for column in sorted(columns))


def is_point(where: Where | None) -> bool:
    """Whether the place is a town or less, so that two of them can lie apart."""
    return where is not None and where.precision < PROVINCE


def _one(here: Where, there: Where) -> bool:
    if here.geonameid is not None and there.geonameid is not None:
        return here.geonameid == there.geonameid and _close(here, there)
    return fold(here.name) == fold(there.name) and here.country in (there.country, None) and _close(here, there)


def _close(here: Where, there: Where) -> bool:
    """Whether two places of one name are one: "20 km north of the town" is not the town."""
    apart = distance_km(here, there)
    return apart is None or apart <= NEAR_KM


def _same(here: Where, there: Where) -> Bearing:
    narrow = min(here.radius_km or 0.0, there.radius_km or 0.0)
    return "same area" if narrow >= TOWN_RADIUS_KM else "same"


def _in_province(here: Where, there: Where) -> Bearing:
    if here.admin1 and there.admin1:
        if fold(here.admin1) != fold(there.admin1):
            return "apart"
        return "within" if here.precision != there.precision else "same province"
    wider, other = (here, there) if here.precision >= there.precision else (there, here)
    apart = distance_km(here, there)
    return "within" if apart is not None and apart <= (wider.radius_km or 0.0) + (other.radius_km or 0.0) else "unknown"


def _between_points(here: Where, there: Where) -> Bearing:
    apart = distance_km(here, there)
    if apart is None:
        return "unknown"
    radii = (here.radius_km or 0.0, there.radius_km or 0.0)
    if apart + min(radii) <= max(radii) and max(radii) > TOWN_RADIUS_KM:
        return "within"
    return "near" if apart - sum(radii) <= NEAR_KM else "apart"
