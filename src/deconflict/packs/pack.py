"""What the loaded packs know, looked up by name. Later packs outrank earlier ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from deconflict.packs.bodies import Body, split_id, state_and_body
from deconflict.packs.folding import acronym, fold
from deconflict.packs.lying import lying
from deconflict.packs.offices import Term, holder
from deconflict.packs.zones import Zone
from deconflict.record import Entity, Side, Source, Where, ZoneRelation, content_id

Names = dict[str, tuple[str, ...]]
"""Folded name -> ids of all that bear it."""


class PackPlace(msgspec.Struct, frozen=True):
    """A place as a pack knows it: a point (WGS 84 degrees) within `radius_km`; `precision` as in `Where`."""

    name: str
    lat: float
    lon: float
    radius_km: float
    precision: int
    admin1: str | None
    country: str | None
    geonameid: int | None
    kind: str
    pack: str
    id: str = ""


class Packs(msgspec.Struct, frozen=True, eq=False):
    """The knowledge of all loaded packs. Built by `packs.load`; nothing in it changes afterwards.

    `sides`: side id -> sober display name. `countries`: ISO codes of the countries the conflict packs are about.
    `outlines`: GeoJSON features of a pack's own map (an invented country), often none. `first_words`: how names of actors
    begin, folded; `common_words`: those that are common nouns ("rebels"); `proper_words`: names of one word that are
    always written with a capital. `home_names`: names of the states in `countries`.
    `offices`: folded words of an office -> the terms of those who held it.
    """

    names: tuple[str, ...] = ()
    titles: Mapping[str, str] = {}
    countries: frozenset[str] = frozenset()
    sides: Mapping[str, str] = {}
    allies: Mapping[str, frozenset[str]] = {}
    outlines: tuple[dict[str, Any], ...] = ()
    entities: Mapping[str, Entity] = {}
    sources: Mapping[str, Source] = {}
    places: tuple[PackPlace, ...] = ()
    zones: tuple[Zone, ...] = ()
    actor_names: Names = {}
    acronyms: Names = {}
    demonyms: Mapping[str, str] = {}
    bodies: Mapping[str, Body] = {}
    body_words: Mapping[str, str] = {}
    source_names: Mapping[str, str] = {}
    place_names: Mapping[str, tuple[int, ...]] = {}
    first_words: frozenset[str] = frozenset()
    common_words: frozenset[str] = frozenset()
    proper_words: frozenset[str] = frozenset()
    home_names: tuple[str, ...] = ()
    offices: Mapping[str, tuple[Term, ...]] = {}

    def entity(self, id: str) -> Entity | None:  # noqa: A002 - the noun's own word
        """The actor of that id; also a body of a known state, such as "tr.armed_forces"."""
        return self.entities.get(id) or self._body_of_state(id)

    def actors_named(self, words: str) -> tuple[Entity, ...]:
        """All actors that bear the name, exact after folding. Empty: none known; several: the name is ambiguous."""
        short = acronym(words)
        ids = self.acronyms.get(short, ()) if short else self._bearers(words)
        return tuple(entity for actor in ids if (entity := self.entity(actor)))

    def office_held(self, words: str, day: str) -> Entity | None:
        """The person who held the office of those words on that ISO day; None if no pack knows, or two held it on that day."""
        person = holder(self.offices.get(fold(words), ()), day)
        return self.entity(person) if person else None

    def source_named(self, words: str) -> Source:
        """The outlet of that name, else a source of its own whose kind and side are not known."""
        known = self.source_names.get(fold(words.removeprefix("www.")))
        return self.sources[known] if known else Source(id=_own_id(words), name=words)

    def places_named(self, words: str) -> tuple[PackPlace, ...]:
        """All places that bear the name, exact after folding."""
        return tuple(self.places[at] for at in self.place_names.get(fold(words), ()))

    def zones_at(self, lat: float, lon: float, on: str | None) -> tuple[str, ...]:
        """Ids of the zones in force on that ISO day that hold the point."""
        return tuple(zone.id for zone in self.zones if zone.in_force(on) and zone.holds(lat, lon))

    def lying(self, where: Where, earliest: str | None, latest: str | None) -> tuple[ZoneRelation, ...]:
        """How the place lies to the zones and lines near it that were, or may have been, in force between two ISO days."""
        return lying(self.zones, where, earliest, latest)

    def zone(self, id: str) -> Zone | None:  # noqa: A002 - the noun's own word
        """The zone or line of that id."""
        return next((zone for zone in self.zones if zone.id == id), None)

    def zones_named(self, words: str) -> tuple[Zone, ...]:
        """All zones and lines that bear the name, exact after folding; several: the name is ambiguous."""
        folded = fold(words)
        return tuple(zone for zone in self.zones if any(fold(name) == folded for name in (zone.name, *zone.aliases)))

    def side_name(self, side: Side | None) -> str:
        """The display name of a side; a side no pack names is shown by its id, None as "side not known"."""
        return self.sides.get(side, side) if side else "side not known"

    def allied(self, side: Side | None, other: Side | None) -> bool:
        """Whether two sides are the same or a pack says they fight together. Unknown sides are allied with nobody."""
        return side is not None and other is not None and (side == other or other in self.allies.get(side, ()))

    def _bearers(self, words: str) -> tuple[str, ...]:
        """Ids of who bears the name. A proper name of one word is none in lower case: "petra" is no agency."""
        folded = fold(words)
        if folded in self.proper_words and words == words.lower():
            return ()
        return self.actor_names.get(folded, ()) or self._composite(folded)

    def _composite(self, folded: str) -> tuple[str, ...]:
        found = state_and_body(folded, self.demonyms, self.body_words)
        return (f"{found[0]}.{found[1]}",) if found else ()

    def _body_of_state(self, actor: str) -> Entity | None:
        state_id, body_id = split_id(actor)
        state, body = self.entities.get(state_id), self.bodies.get(body_id)
        return body.of(state) if state and body else None


def _own_id(words: str) -> str:
    slug = fold(words).replace(" ", "-")
    return f"source:{slug}" if slug else content_id("source:unnamed", words)
