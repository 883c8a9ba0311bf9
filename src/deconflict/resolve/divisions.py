"""First-order divisions - provinces, governorates - where a gazetteer has only codes for them."""

from __future__ import annotations

import msgspec

from deconflict.packs import PackPlace, Packs
from deconflict.resolve.areas import capital_name
from deconflict.resolve.gazetteer import TOLERANT, Gazetteer, GazetteerPlace
from deconflict.resolve.ranking import Spot, spots_named

_NOUNS = ("province", "governorate")


def divisions_named(name: str, packs: Packs, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Candidates for "X province": the packs' division of that name, else the division in which a town of that name lies."""
    for noun in _NOUNS:
        if packs.places_named(f"{name} {noun}"):
            return spots_named(f"{name} {noun}", packs, gazetteer)
    return tuple(_around(spot, gazetteer) for spot in spots_named(name, packs, gazetteer))


def capital_of(country: str, packs: Packs, gazetteer: Gazetteer) -> Spot | None:
    """A country's capital; None for a code that no country has."""
    name = capital_name(country)
    inside = [spot for spot in spots_named(name, packs, gazetteer) if spot.country == country and spot.kind == "city"]
    return max(inside, key=lambda spot: (bool(spot.pack), spot.size), default=None) if name else None


def division_names(packs: Packs, gazetteer: Gazetteer) -> dict[tuple[str, str], str]:
    """(country, GeoNames' code) -> the packs' name for it, learnt from the packs' towns and from divisions named after a town."""
    names: dict[tuple[str, str], str] = {}
    for place in packs.places:
        known = gazetteer.place(place.geonameid) if place.geonameid else _seat(place, gazetteer)
        if known and place.admin1:
            names.setdefault((known.country, known.admin1), place.admin1)
    return names


def _around(spot: Spot, gazetteer: Gazetteer) -> Spot:
    area = gazetteer.division(spot.country or "", spot.code) if spot.kind == "city" and not spot.pack else None
    if not area:
        return spot
    extent = {"lat": area.lat, "lon": area.lon, "radius_km": area.radius_km}
    return msgspec.structs.replace(spot, kind="admin1", precision=4, geonameid=None, **extent)


def _seat(place: PackPlace, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """The town that a division is named after."""
    if place.admin1 != place.name:
        return None
    same = (found for found in gazetteer.find(place.name) if found.country == place.country and found.tier < TOLERANT)
    return next(same, None)
