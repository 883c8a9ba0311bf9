"""Place words taken apart: the names in them, the relation they tell, and the nations that say which country is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from deconflict.packs import Packs, fold
from deconflict.resolve.gazetteer import ALTERNATE, Gazetteer
from deconflict.resolve.place_names import NAME, Known, PlaceNames, place_names
from deconflict.resolve.ranking import WIDELY_KNOWN, size_of
from deconflict.resolve.relations import Told, told

_DIRECTED = re.compile(r"north|south|east|west", re.IGNORECASE)


class Phrase(msgspec.Struct, frozen=True):
    """Place words. `names` are the place's own; `anchor` and `other` are the names in the relation it is told by."""

    words: str
    names: PlaceNames
    relation: Told | None = None
    anchor: PlaceNames = PlaceNames()
    other: PlaceNames = PlaceNames()

    def parts(self) -> tuple[PlaceNames, PlaceNames, PlaceNames]:
        """All names in the words."""
        return self.names, self.anchor, self.other


class PhraseReader:
    """Reads place words with what packs and gazetteer know of names."""

    def __init__(self, packs: Packs, gazetteer: Gazetteer) -> None:
        self._packs = packs
        self._gazetteer = gazetteer
        self._known = Known(self._is_place, self._is_nation, self._is_actor)

    def read(self, words: str) -> Phrase:
        """The words as names, or as a relation to an anchor, whose names may stand in a country ("Syrian city of Homs")."""
        words = " ".join(words.split())
        if self._packs.places_named(words):
            return Phrase(words, PlaceNames((words,)))
        names = place_names(words, self._known)
        relation = None if names.names and self._is_directed_name(names.names[0], words) else told(words)
        if not relation or (relation.kind == "border" and not self.countries_in(relation.anchor)):
            return Phrase(words, names)
        before = place_names(relation.before, self._known)
        return Phrase(words, before, relation, self._anchor(relation.anchor), self._anchor(relation.other or ""))

    def countries_of(self, phrase: Phrase) -> Iterator[str]:
        """ISO codes of the nations named in the words."""
        for part in phrase.parts():
            for nation in part.nations:
                yield from self._country_of(nation)

    def countries_in(self, words: str) -> tuple[str, ...]:
        """ISO codes of the countries that words name or have an adjective of: "Turkish-Syrian", "Syria and Iraq"."""
        parts = [part for part in re.split(r"\W+and\W+|[-–/]", words) if part.strip()]
        pieces = [piece for part in parts for piece in ([part] if self._countries(part) else part.split())]
        return tuple(dict.fromkeys(country for piece in pieces for country in self._countries(piece)))

    def _countries(self, words: str) -> tuple[str, ...]:
        plain = re.sub(r"^\s*the\s+|['’]s?\s*$|\s+$", "", words)
        for word in (plain, plain.removesuffix("s")):
            named = [place.country for place in self._gazetteer.find(word) if place.kind == "country" and place.tier <= ALTERNATE]
            if found := (*self._country_of(word), *named[:1]):
                return found[:1]
        return ()

    def _country_of(self, nation: str) -> tuple[str, ...]:
        entity = self._packs.entity(self._packs.demonyms.get(fold(nation), ""))
        return (entity.country,) if entity and entity.country else ()

    def towns_in(self, text: str) -> list[tuple[int, str]]:
        """The names in running text that are places for certain, with where they begin."""
        found = ((match.start(), name) for match in NAME.finditer(text) for name in place_names(match[0], self._known).names)
        return [(start, name) for start, name in found if self._is_place(name) or self._packs.places_named(f"{name} province")]

    def _anchor(self, words: str) -> PlaceNames:
        return PlaceNames((words,)) if self._packs.places_named(words) else place_names(words, self._known)

    def _is_directed_name(self, name: str, words: str) -> bool:
        """Whether what looks like a direction belongs to a name: "Eastern Ghouta", "South Sudan"."""
        return words.lower().startswith(name.lower()) and _DIRECTED.match(name) is not None and self._is_place(name)

    def _is_nation(self, word: str) -> bool:
        return fold(word) in self._packs.demonyms

    def _is_actor(self, name: str) -> bool:
        """Whether the name is that of a body, and of no place: states and their seats of government are both."""
        if not name or self._packs.places_named(name):
            return False
        return any(entity.kind not in ("state", "government") for entity in self._packs.actors_named(name))

    def _is_place(self, name: str) -> bool:
        """Whether the name is a place's for certain: a pack's, one of the packs' countries, or a widely known one."""
        return bool(self._packs.places_named(name)) or any(
            place.tier <= ALTERNATE and (place.country in self._packs.countries or size_of(place) >= WIDELY_KNOWN)
            for place in self._gazetteer.find(name)
        )
