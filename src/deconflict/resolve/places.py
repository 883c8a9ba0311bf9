"""Where: place words to a point with its radius and UCDP-style precision, or to a name without a point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from deconflict.packs import Packs
from deconflict.record import Claim, Where
from deconflict.resolve.choosing import Chooser, is_area
from deconflict.resolve.gazetteer import Gazetteer
from deconflict.resolve.phrases import Phrase, PhraseReader
from deconflict.resolve.place_names import IN_TOWN, OF_TOWNS, Sort
from deconflict.resolve.place_words import Said, place_words
from deconflict.resolve.ranking import Spot, setting_of
from deconflict.resolve.report_context import ReportContext
from deconflict.resolve.several import spread
from deconflict.resolve.told_places import ToldPlaces
from deconflict.resolve.told_shapes import NEAR_KM

NOT_KNOWN = 7
"""Precision of a place of which only the name is known."""

PROVINCE = 4
"""Precision from which a place is an area, in which a town named beside it is meant."""

_LISTS: dict[str, Sort] = {"provinces": "division", "governorates": "division"}


class Atlas:
    """Places as one report speaks of them: the packs, the gazetteer, and what the report is about."""

    def __init__(self, claims: Iterable[Claim], packs: Packs, gazetteer: Gazetteer) -> None:
        reader = PhraseReader(packs, gazetteer)
        told = [place_words(claim) for claim in claims]
        said = dict.fromkeys(each.words for some in told for each in some)
        self._phrases = {words: reader.read(words) for words in said}
        names = (name for phrase in self._phrases.values() for part in phrase.parts() for name in part.names)
        nations = (country for phrase in self._phrases.values() for country in reader.countries_of(phrase))
        self._packs = packs
        self._chooser = Chooser(packs, gazetteer, setting_of(names, nations, packs, gazetteer))
        self._told = ToldPlaces(self._chooser, reader)
        self._wheres: dict[tuple[tuple[str, bool], ...], Where | None] = {}
        self._context = ReportContext(told, self._phrases, self._chooser, reader)

    def where(self, claim: Claim) -> Where | None:
        """The place of one of the report's claims; None if its words name none ("the town")."""
        said = place_words(claim)
        key = tuple((each.words, each.listed) for each in said)
        if key not in self._wheres:
            self._wheres[key] = self._where(said)
        where = self._wheres[key]
        return self._in_context(where, claim, said) if where and where.lat is None else where

    def _where(self, said: Sequence[Said]) -> Where | None:
        """The first place that is known, the most specific being named first; those that are listed with it count too."""
        phrases = _alike([self._phrases[each.words] for each in said], said)
        for at, phrase in enumerate(phrases):
            found = self._found(phrase, phrases, at)
            if found:
                found = self._narrower(found, phrases[at + 1 :])
                listed = [self._found(each, phrases, number) for number, each in _listed(phrases, said, at)]
                return self._told.with_relation(spread([found, *filter(None, listed)]), phrases) if not found.relation else found
        return _unknown(phrases)

    def _found(self, phrase: Phrase, phrases: list[Phrase], at: int) -> Where | None:
        others = [each for each in phrases if each is not phrase]
        return self._named_place(phrase, phrases[at + 1 :]) or self._told.told_place(phrase, others)

    def _narrower(self, where: Where, later: Sequence[Phrase]) -> Where:
        """A town that is named after the province it lies in ("Idlib province's Saraqib"), else the place itself."""
        if where.precision < PROVINCE or where.relation or where.name != where.admin1:
            return where
        for phrase in later:
            towns = self._named_place(phrase, []) if phrase.names.names and not phrase.relation else None
            if towns and towns.precision < PROVINCE and (towns.admin1 or "") == where.admin1 and towns.country == where.country:
                return towns
        return where

    def _named_place(self, phrase: Phrase, later: Sequence[Phrase]) -> Where | None:
        """A place by its name, else what contains it under its name."""
        if not phrase.names.names:
            return None
        name, sort = phrase.names.names[0], phrase.names.sort
        containers = self._chooser.containers(phrase, later)
        bounds = containers[:1] if containers and (is_area(containers[0]) or sort in IN_TOWN) else []
        if spot := self._chooser.choose(name, sort, bounds, known=True):
            return self._at(spot, phrase)
        holding = self._chooser.holder(phrase, later)
        told_from_known = phrase.relation and phrase.anchor.names
        if holding and not told_from_known:
            return self._chooser.within(phrase.names, holding)
        return self._part_of_town(phrase) if not containers else None

    def _part_of_town(self, phrase: Phrase) -> Where | None:
        """ "A Homs neighbourhood": somewhere in the town whose name the words bear."""
        town = self._chooser.choose(phrase.names.names[0], "unknown") if phrase.names.sort == "quarter" else None
        known = town and town.kind == "city" and phrase.words.lower().rstrip("s").endswith(OF_TOWNS)
        return self._chooser.within(phrase.names, town) if town and known else None

    def _at(self, spot: Spot, phrase: Phrase) -> Where:
        """A place by its point; a camp or hospital named after a town is near that town."""
        where = self._chooser.where(spot)
        named_after = phrase.names.sort == "feature" and spot.kind == "city" and not self._packs.places_named(phrase.words)
        radius = max(NEAR_KM, spot.radius_km)
        return msgspec.structs.replace(where, precision=max(2, spot.precision), radius_km=radius) if named_after else where

    def _in_context(self, where: Where, claim: Claim, said: Sequence[Said]) -> Where:
        """The place within what contains it by the rest of the report; as it is where the report does not say."""
        phrases = [self._phrases[each.words] for each in said]
        named = next((each for each in said if self._phrases[each.words].names.names), None)
        if not named or self._phrases[named.words].relation:
            return where
        container = self._context.container(claim, named, phrases)
        phrase = self._phrases[named.words]
        names = msgspec.structs.replace(phrase.names, sort=self._context.sort_of(phrase))
        return self._chooser.within(names, container) if container else where


def _alike(phrases: list[Phrase], said: Sequence[Said]) -> list[Phrase]:
    """In "X and Y provinces" both are provinces."""
    for at, each in enumerate(said):
        sort = _LISTS.get(each.words.rpartition(" ")[2].lower()) if each.listed else None
        before = next((number for number in range(at - 1, -1, -1) if said[number].span.end < each.span.start), None)
        if sort and before is not None and phrases[before].names.sort == "unknown":
            names = msgspec.structs.replace(phrases[before].names, sort=sort)
            phrases[before] = msgspec.structs.replace(phrases[before], names=names)
    return phrases


def _listed(phrases: Sequence[Phrase], said: Sequence[Said], at: int) -> Iterable[tuple[int, Phrase]]:
    """The places that go on the list which the first one begins."""
    for number in range(at + 1, len(phrases)):
        if not said[number].listed:
            return
        yield number, phrases[number]


def _unknown(phrases: list[Phrase]) -> Where | None:
    """A place of which only the words are known."""
    told = (each.relation for each in phrases if each.relation and (each.anchor.names or each.relation.distance_km))
    relation = next(told, None)
    named = next((each.names.names[0] for each in phrases if each.names.names), None)
    name = named or (relation.words if relation else None)
    return Where(name, None, None, None, NOT_KNOWN, relation=relation.relation() if relation else None) if name else None
