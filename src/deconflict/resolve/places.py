"""Where: place words to a point with its radius and UCDP-style precision, or to a name without a point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from deconflict.packs import Packs
from deconflict.record import Claim, Where
from deconflict.resolve.divisions import division_names, divisions_named
from deconflict.resolve.gazetteer import ALTERNATE, TOLERANT, Gazetteer
from deconflict.resolve.phrases import Phrase, PhraseReader
from deconflict.resolve.place_names import PlaceNames, Sort
from deconflict.resolve.ranking import WIDELY_KNOWN, Spot, choose, setting_of, spots_named
from deconflict.resolve.relations import NEAR_KM, Disc, Told, placed

AREA_KM = 50.0
"""A pack's place of this radius or more is an area, which can contain others."""

WORLD_CITY = 6.0
"""The size of a foreign city that is meant even beside a place at home: a million inhabitants, or a capital."""

NOT_KNOWN = 7
"""Precision of a place of which only the name is known."""

_IN_TOWN = ("quarter", "feature")


class Atlas:
    """Places as one report speaks of them: the packs, the gazetteer, and what the report is about."""

    def __init__(self, claims: Iterable[Claim], packs: Packs, gazetteer: Gazetteer) -> None:
        reader = PhraseReader(packs, gazetteer)
        words = dict.fromkeys(role.span.text for claim in claims for role in claim.role("place"))
        self._packs = packs
        self._gazetteer = gazetteer
        self._phrases = {each: reader.read(each) for each in words}
        self._wheres: dict[tuple[str, ...], Where | None] = {}
        names = (name for phrase in self._phrases.values() for part in phrase.parts() for name in part.names)
        nations = (country for phrase in self._phrases.values() for country in reader.countries_of(phrase))
        self._setting = setting_of(names, nations, packs, gazetteer)
        self._division_names = division_names(packs, gazetteer)

    def where(self, claim: Claim) -> Where | None:
        """The place of one of the report's claims; None if its words name none ("the town")."""
        key = tuple(role.span.text for role in claim.role("place"))
        if key not in self._wheres:
            self._wheres[key] = self._where([self._phrases[words] for words in key])
        return self._wheres[key]

    def _where(self, phrases: list[Phrase]) -> Where | None:
        """The first place that is known, the most specific being named first; a relation told beside it is kept with it."""
        for at, phrase in enumerate(phrases):
            found = self._named_place(phrase, phrases[at + 1 :]) or self._told_place(phrase, phrases)
            if found:
                beside = next(
                    (each.relation for each in phrases if each.relation and each.relation.kind in ("off", "between")), None
                )
                return found if found.relation or not beside else msgspec.structs.replace(found, relation=beside.relation())
        return _unknown(phrases)

    def _named_place(self, phrase: Phrase, later: list[Phrase]) -> Where | None:
        """A place by its name, else what contains it under its name."""
        if not phrase.names.names:
            return None
        name, sort = phrase.names.names[0], phrase.names.sort
        containers = self._containers(phrase, later)
        bounds = containers[:1] if containers and (_is_area(containers[0]) or sort in _IN_TOWN) else []
        if spot := self._choose(name, sort, bounds, known=True):
            return self._at(spot, phrase)
        holding = next((spot for spot in containers if self._may_hold(spot)), None)
        told_from_known = phrase.relation and phrase.anchor.names
        return self._within(phrase.names, holding) if holding and not told_from_known else None

    def _told_place(self, phrase: Phrase, phrases: list[Phrase]) -> Where | None:
        """A place told from another one that is known."""
        relation = phrase.relation
        if not relation:
            return None
        anchor = self._anchor(phrase.anchor, [other for other in phrases if other is not phrase])
        other = self._anchor(phrase.other, []) if relation.other else None
        if not anchor or (relation.kind == "between" and not other):
            return None
        kept = relation if phrase.anchor.names else msgspec.structs.replace(relation, anchor=anchor.name)
        name = phrase.names.names[0] if phrase.names.names else phrase.words
        return self._from_anchor(name, kept, anchor, placed(relation, anchor.disc, other.disc if other else None))

    def _at(self, spot: Spot, phrase: Phrase) -> Where:
        """A place by its point; a camp or hospital named after a town is near that town."""
        where = self._where_of(spot)
        named_after = phrase.names.sort == "feature" and spot.kind == "city" and not self._packs.places_named(phrase.words)
        radius = max(NEAR_KM, spot.radius_km)
        return msgspec.structs.replace(where, precision=max(2, spot.precision), radius_km=radius) if named_after else where

    def _within(self, names: PlaceNames, container: Spot) -> Where:
        """The container's point under the name of what lies somewhere in it."""
        inside = names.sort in _IN_TOWN or container.precision > 2
        radius = container.radius_km if inside else max(NEAR_KM, container.radius_km)
        precision = max(2, container.precision)
        where = self._where_of(container)
        return msgspec.structs.replace(where, name=names.names[0], geonameid=None, precision=precision, radius_km=radius)

    def _from_anchor(self, name: str, relation: Told, anchor: Spot, disc: Disc) -> Where:
        near = disc.radius_km <= 2 * max(NEAR_KM, anchor.radius_km)
        if relation.kind == "part":
            precision = 5 if anchor.kind == "country" else anchor.precision
        else:
            precision = max(2, anchor.precision) if near else 5
        there = {"lat": disc.lat, "lon": disc.lon, "radius_km": disc.radius_km, "precision": precision}
        where = msgspec.structs.replace(self._where_of(anchor), name=name, geonameid=None, relation=relation.relation(), **there)
        return where if relation.kind == "part" else msgspec.structs.replace(where, admin1=None)

    def _anchor(self, names: PlaceNames, others: list[Phrase]) -> Spot | None:
        """The place an anchor names; "the city" is the town that the claim names elsewhere."""
        named = [other.names for other in others if other.names.names]
        beside = [spot for each in named if (spot := self._choose(each.names[0], each.sort, []))]
        if names.names:
            inner = [spot for name in names.names[1:] if (spot := self._choose(name, "unknown", []))]
            bounds = [spot for spot in (*inner, *beside) if _is_area(spot)][:1]
            return self._choose(names.names[0], names.sort, bounds, known=True)
        return next((spot for spot in beside if spot.kind == "city"), None) if names.sort == "settlement" else None

    def _containers(self, phrase: Phrase, later: list[Phrase]) -> list[Spot]:
        """What the claim says contains the place: areas, the smallest first, and towns in the order they are named."""
        named: list[tuple[str, Sort]] = [(name, "unknown") for name in phrase.names.names[1:]]
        named += [(part.names[0], part.sort) for part in map(_whole, later) if part.names]
        found = [spot for name, sort in named if (spot := self._choose(name, sort, [])) and self._is_at_hand(spot)]
        areas = sorted((spot for spot in found if _is_area(spot)), key=lambda spot: spot.radius_km)
        towns = [spot for spot in found if not _is_area(spot)]
        return towns + areas if phrase.names.sort in _IN_TOWN else areas + towns

    def _is_at_hand(self, spot: Spot) -> bool:
        """Whether a place is one that the packs know, or lies where the report is about."""
        about = spot.country in self._setting.stated | self._setting.home
        return bool(spot.pack) or spot.kind == "country" or (about and spot.tier < TOLERANT)

    def _choose(self, name: str, sort: Sort, bounds: Sequence[Spot], known: bool = False) -> Spot | None:
        """The candidate meant, within bounds. `known`: else the place known by that name, for a list of places is no bound."""
        named = divisions_named if sort == "division" else spots_named
        spots = named(name, self._packs, self._gazetteer)
        if sort in _IN_TOWN and not bounds:
            spots = tuple(spot for spot in spots if spot.pack or (sort == "feature" and self._is_at_hand(spot)))
        free = choose(spots, (), self._setting)
        if not bounds or (free and free.kind == "country"):
            return free
        within = choose(spots, bounds, self._setting)
        return within or (free if known and free and self._is_certain(free, sort, bounds[0]) else None)

    def _is_certain(self, spot: Spot, sort: Sort, bound: Spot) -> bool:
        """Whether a place is meant though it lies outside what is named after it ("Deir Ezzor and Raqqa province")."""
        if spot.pack or sort in _IN_TOWN:
            return bool(spot.pack)
        at_home = spot.country in self._setting.home
        return (at_home and bound.kind == "country") or (
            spot.tier <= ALTERNATE and spot.size >= (WIDELY_KNOWN if at_home else WORLD_CITY)
        )

    def _may_hold(self, spot: Spot) -> bool:
        """Whether an unknown place may be put into a container; not into a country that the packs are not about."""
        return spot.kind != "country" or not self._setting.home or spot.country in self._setting.home

    def _where_of(self, spot: Spot) -> Where:
        admin1 = spot.admin1 or self._division_names.get((spot.country or "", spot.code))
        return Where(spot.name, spot.lat, spot.lon, spot.radius_km, spot.precision, spot.geonameid, admin1, spot.country)


def _unknown(phrases: list[Phrase]) -> Where | None:
    """A place of which only the words are known."""
    told = (each.relation for each in phrases if each.relation and (each.anchor.names or each.relation.distance_km))
    relation = next(told, None)
    named = next((each.names.names[0] for each in phrases if each.names.names), None)
    name = named or (relation.words if relation else None)
    return Where(name, None, None, None, NOT_KNOWN, relation=relation.relation() if relation else None) if name else None


def _whole(phrase: Phrase) -> PlaceNames:
    """The names of what things lie in by these words: a place, what they are a part of, the province they call a countryside."""
    if not phrase.relation:
        return phrase.names
    if phrase.relation.kind == "countryside" and phrase.anchor.sort != "settlement":
        return msgspec.structs.replace(phrase.anchor, sort="division")
    return phrase.anchor if phrase.relation.kind == "part" else PlaceNames()


def _is_area(spot: Spot) -> bool:
    return spot.kind in ("admin1", "country") or (bool(spot.pack) and spot.precision >= 3 and spot.radius_km >= AREA_KM)
