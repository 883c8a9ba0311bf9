"""Which place a name means in one report, and what the words beside it say that it lies in."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from deconflict.packs import Packs
from deconflict.record import Where
from deconflict.resolve.divisions import division_names, divisions_named
from deconflict.resolve.gazetteer import ALTERNATE, TOLERANT, Gazetteer
from deconflict.resolve.phrases import Phrase
from deconflict.resolve.place_names import IN_TOWN, PlaceNames, Sort, sort_of
from deconflict.resolve.ranking import WIDELY_KNOWN, Setting, Spot, choose, spots_named
from deconflict.resolve.told_shapes import NEAR_KM

AREA_KM = 50.0
"""A pack's place of this radius or more is an area, which can contain others."""

WORLD_CITY = 6.0
"""The size of a foreign city that is meant even beside a place at home: a million inhabitants, or a capital."""


class Chooser:
    """Chooses among the places that bear a name, in the setting that a report makes up."""

    def __init__(self, packs: Packs, gazetteer: Gazetteer, setting: Setting) -> None:
        self.packs = packs
        self.gazetteer = gazetteer
        self.setting = setting
        self._division_names = division_names(packs, gazetteer)

    def choose(self, name: str, sort: Sort, bounds: Sequence[Spot] = (), known: bool = False) -> Spot | None:
        """The candidate meant, within bounds. `known`: else the place known by that name, for a list of places is no bound."""
        named = divisions_named if sort == "division" else spots_named
        spots = named(name, self.packs, self.gazetteer)
        if sort in IN_TOWN and not bounds:
            spots = tuple(spot for spot in spots if spot.pack or (sort == "feature" and self.is_at_hand(spot)))
        free = choose(spots, (), self.setting)
        if not bounds or (free and free.kind == "country"):
            return free
        within = choose(spots, bounds, self.setting)
        return within or (free if known and free and self._is_certain(free, sort, bounds[0]) else None)

    def containers(self, phrase: Phrase, later: Sequence[Phrase]) -> list[Spot]:
        """What the claim says contains the place: areas, the smallest first, and towns in the order they are named."""
        return [spot for spot, _ in self._containers(phrase, later)]

    def holder(self, phrase: Phrase, later: Sequence[Phrase]) -> Spot | None:
        """What an unknown place is put into: the first container that may hold it.

        A bare town name may mean the province named after it ("the village of X, Aleppo"); a city or one side of it does not.
        """
        for spot, bare in self._containers(phrase, later):
            if self._may_hold(spot):
                return self._province_of(spot) if bare and phrase.names.sort not in IN_TOWN else spot
        return None

    def _containers(self, phrase: Phrase, later: Sequence[Phrase]) -> list[tuple[Spot, bool]]:
        """The containers, and whether each is told by nothing but its name."""
        told = [(PlaceNames((name,)), True) for name in phrase.names.names[1:]]
        told += [(names, not each.relation) for each in later if (names := whole(each)).names]
        spots = [
            (self.choose(names.names[0], names.sort), bare and names.sort == sort_of(names.names[0]) == "unknown")
            for names, bare in told
        ]
        found = [(spot, bare) for spot, bare in spots if spot and self.is_at_hand(spot)]
        areas = sorted((pair for pair in found if is_area(pair[0])), key=lambda pair: pair[0].radius_km)
        towns = [pair for pair in found if not is_area(pair[0])]
        return towns + areas if phrase.names.sort in IN_TOWN else areas + towns

    def is_at_hand(self, spot: Spot) -> bool:
        """Whether a place is one that the packs know, or lies where the report is about."""
        about = spot.country in self.setting.stated | self.setting.home
        return bool(spot.pack) or spot.kind == "country" or (about and spot.tier < TOLERANT)

    def _may_hold(self, spot: Spot) -> bool:
        """Whether an unknown place may be put into a container; not into a country that the packs are not about."""
        return spot.kind != "country" or not self.setting.home or spot.country in self.setting.home

    def _province_of(self, spot: Spot) -> Spot:
        """The packs' province of a town's name; the spot itself if they know none."""
        divisions = divisions_named(spot.name, self.packs, self.gazetteer) if spot.kind == "city" else ()
        return next((each for each in divisions if each.pack and each.kind == "admin1" and each.admin1 == spot.admin1), spot)

    def where(self, spot: Spot) -> Where:
        """A place by its point."""
        admin1 = spot.admin1 or self._division_names.get((spot.country or "", spot.code))
        return Where(spot.name, spot.lat, spot.lon, spot.radius_km, spot.precision, spot.geonameid, admin1, spot.country)

    def within(self, names: PlaceNames, container: Spot) -> Where:
        """The container's point under the name of what lies somewhere in it."""
        inside = names.sort in IN_TOWN or container.precision > 2
        radius = container.radius_km if inside else max(NEAR_KM, container.radius_km)
        there = {"geonameid": None, "precision": max(2, container.precision), "radius_km": radius}
        return msgspec.structs.replace(self.where(container), name=names.names[0], **there)

    def _is_certain(self, spot: Spot, sort: Sort, bound: Spot) -> bool:
        """Whether a place is meant though it lies outside what is named after it ("Deir Ezzor and Raqqa province")."""
        if spot.pack or sort in IN_TOWN:
            return bool(spot.pack)
        at_home = spot.country in self.setting.home
        return (at_home and bound.kind == "country") or (
            spot.tier <= ALTERNATE and spot.size >= (WIDELY_KNOWN if at_home else WORLD_CITY)
        )


def is_area(spot: Spot) -> bool:
    """Whether other places can lie in it."""
    return spot.kind in ("admin1", "country") or (bool(spot.pack) and spot.precision >= 3 and spot.radius_km >= AREA_KM)


def whole(phrase: Phrase) -> PlaceNames:
    """The names of what things lie in by these words: a place, what they are a part of, the province they call a countryside."""
    if not phrase.relation:
        return phrase.names
    if phrase.relation.kind == "countryside" and phrase.anchor.sort != "settlement":
        return msgspec.structs.replace(phrase.anchor, sort="division")
    return phrase.anchor if phrase.relation.kind == "part" else PlaceNames()
