"""Places told from other places: which place, line or border they are told from, and what shape that gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from deconflict.record import Where
from deconflict.resolve.choosing import Chooser, is_area, whole
from deconflict.resolve.divisions import capital_of
from deconflict.resolve.lines import Course, border_of, line_named
from deconflict.resolve.phrases import Phrase, PhraseReader
from deconflict.resolve.place_names import PlaceNames
from deconflict.resolve.ranking import Spot
from deconflict.resolve.relations import Told
from deconflict.resolve.shapes import Disc, Shape
from deconflict.resolve.told_shapes import BORDER_KM, NEAR_KM, shape_along, shape_of, shape_off

_BESIDE = ("off", "between", "border", "line")
"""Relations that say where a named place lies; "northern X" beside a town says what the town's own point says better."""

_CAPITAL = re.compile(r"(?<!provincial )(?<!regional )(?<!state )\bcapital(?:\s+city)?\b", re.IGNORECASE)
_GENERIC_ANCHORS = {"settlement": "city", "division": "admin1"}


class ToldPlaces:
    """Finds places told from others, with a report's chooser and reader of phrases."""

    def __init__(self, chooser: Chooser, reader: PhraseReader) -> None:
        self._chooser = chooser
        self._reader = reader

    def told_place(self, phrase: Phrase, others: Sequence[Phrase]) -> Where | None:
        """A place told from one that is known. `others`: the claim's other place words."""
        relation = phrase.relation
        if not relation:
            return None
        containers = self._chooser.containers(phrase, others)
        countries = [spot.country for spot in containers if spot.country]
        if line := self._line(relation, countries):
            return self._beside_line(phrase, line, next((spot for spot in containers if spot.kind != "country"), None), countries)
        if relation.kind in ("border", "line"):
            return None
        anchor = self._anchor(phrase, others, countries)
        other = self._named_anchor(phrase.other, []) if relation.other else None
        if not anchor or (relation.kind == "between" and not other):
            return None
        kept = relation if phrase.anchor.names else msgspec.structs.replace(relation, anchor=anchor.name)
        return self._from_anchor(phrase, kept, anchor, shape_of(relation, anchor.disc, other.disc if other else None))

    def with_relation(self, where: Where, phrases: Iterable[Phrase]) -> Where:
        """The place with what else is told of where it lies ("Khusham, five miles east of the line")."""
        relation = next((each.relation for each in phrases if each.relation and each.relation.kind in _BESIDE), None)
        if not relation or where.lat is None or where.lon is None:
            return where
        line = self._line(relation, [where.country] if where.country else [])
        shape = _shape_by(line, relation, Disc(where.lat, where.lon, where.radius_km or 0.0)) if line else None
        return msgspec.structs.replace(where, relation=relation.relation(shape.outline if shape else ()))

    def _line(self, relation: Told, countries: Sequence[str]) -> Course | None:
        """The border or the packs' line that a place is told from. `countries`: of the places named beside it."""
        if relation.kind != "border":
            return line_named(relation.anchor, self._chooser.packs)
        named = self._reader.countries_in(relation.anchor)
        near = dict.fromkeys((*countries, *sorted(self._chooser.setting.home)))
        return border_of((*named, *(each for each in near if each not in named))[:2]) if named else None

    def _beside_line(self, phrase: Phrase, line: Course, bounds: Spot | None, countries: Sequence[str]) -> Where | None:
        """A place told from a border or line, near what else is named."""
        relation = phrase.relation
        shape = _shape_by(line, relation, bounds.disc if bounds else None) if relation else None
        if not relation or not shape:
            return None
        disc = shape.disc
        country = next(iter((*countries, *sorted(self._chooser.setting.home))), None)
        precision = 2 if disc.radius_km <= 2 * NEAR_KM else 5
        told = relation.relation(shape.outline)
        return Where(_name(phrase), disc.lat, disc.lon, disc.radius_km, precision, country=country, relation=told)

    def _from_anchor(self, phrase: Phrase, relation: Told, anchor: Spot, shape: Shape) -> Where:
        disc = shape.disc
        there = {"lat": disc.lat, "lon": disc.lon, "radius_km": disc.radius_km, "precision": _precision(relation, anchor, disc)}
        told = relation.relation(shape.outline)
        where = msgspec.structs.replace(self._chooser.where(anchor), name=_name(phrase), geonameid=None, relation=told, **there)
        return where if relation.kind == "part" else msgspec.structs.replace(where, admin1=None)

    def _anchor(self, phrase: Phrase, others: Sequence[Phrase], countries: Sequence[str]) -> Spot | None:
        """The place told from: by its name, "the capital", "the city" or "the province" that the claim names elsewhere."""
        if phrase.anchor.names:
            return self._named_anchor(phrase.anchor, others)
        if phrase.relation and _CAPITAL.search(phrase.relation.anchor):
            nations = self._reader.countries_in(_CAPITAL.sub("", phrase.relation.anchor))
            country = next(iter((*nations, *countries, *sorted(self._chooser.setting.home))), "")
            return capital_of(country, self._chooser.packs, self._chooser.gazetteer)
        kind = _GENERIC_ANCHORS.get(phrase.anchor.sort)
        beside = (self._chooser.choose(each.names[0], each.sort) for each in map(whole, others) if each.names)
        return next((spot for spot in beside if spot and spot.kind == kind), None)

    def _named_anchor(self, names: PlaceNames, others: Sequence[Phrase]) -> Spot | None:
        """The place an anchor names, within what is named after it or, if there is such a one, beside it."""
        if not names.names:
            return None
        choose = self._chooser.choose
        inner = [spot for name in names.names[1:] if (spot := choose(name, "unknown"))]
        named = [other.names for other in others if other.names.names]
        beside = [spot for each in named if (spot := choose(each.names[0], each.sort))]
        bounds = [spot for spot in (*inner, *beside) if is_area(spot)][:1]
        within = choose(names.names[0], names.sort, bounds, known=True)
        around = [msgspec.structs.replace(spot, kind="country") for spot in bounds]
        return within or (choose(names.names[0], names.sort, around) if not inner else None)


def _name(phrase: Phrase) -> str:
    return phrase.names.names[0] if phrase.names.names else phrase.words


def _shape_by(line: Course, relation: Told, bounds: Disc | None) -> Shape | None:
    if relation.distance_km is not None and relation.kind != "border":
        return shape_off(line.points, relation, line.error_km, bounds) if bounds else None
    width = max(BORDER_KM, relation.distance_km or 0.0) if relation.kind == "border" else max(NEAR_KM / 2, line.error_km)
    return shape_along(line.points, width, bounds)


def _precision(relation: Told, anchor: Spot, disc: Disc) -> int:
    """UCDP's: 2 is a limited area around a point, 3 stands for the countryside of a town, 5 for an area between places."""
    if relation.kind == "part":
        return 5 if anchor.kind == "country" else anchor.precision
    if relation.kind == "countryside":
        return max(3, anchor.precision)
    return max(2, anchor.precision) if disc.radius_km <= 2 * max(NEAR_KM, anchor.radius_km) else 5
