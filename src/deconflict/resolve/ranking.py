"""Which of the places that bear a name is meant, and whether that is certain enough to say.

Four things speak for a candidate: how closely the name fits, what the claim says contains it, which countries the report and the
packs are about, and its size. A candidate that nothing but its name speaks for is taken only if it is widely known; a hamlet on
another continent that happens to share a village's name is worse than no answer.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from deconflict.packs import PackPlace, Packs
from deconflict.resolve.gazetteer import ALTERNATE, LOOSE, TOLERANT, Gazetteer, GazetteerPlace
from deconflict.resolve.shapes import Disc, distance_km

WIDELY_KNOWN = 5.0
"""The size from which a place is expected to be known by its name alone: a city of 100,000, a capital, a state, a country."""

TOWN = 4.0
"""The size (10,000 people) from which a place that alone bears its name is known by it, where no pack says what the news is of.
On the halves of three corpora that were looked at, 77.7, 97.9 and 96.5 % of the places that the gazetteer has are found so, and
without it 76.6, 97.5 and 96.0 %; from 5,000 on it is more, but 2.5 points of GeoWebNews' answers become wrong."""

PACK, HOME, STATED, NEIGHBOURS = 8.0, 4.0, 2.0, 2.0
FIT = (0.0, -0.5, -0.5, -4.0, -5.0)
"""By tier. All weights are powers of ten of inhabitants, set by what they should outrank and not tuned: a pack's country lifts a
village over a foreign city of a million; a country that the report names lifts a town a hundredfold, so that Berlin stays Berlin
in a report that names America; a like spelling loses against an exact name. What the claim says contains the place rules out."""

SLACK_KM = 10.0
"""Added to a container's radius: extents are taken from middles, and suburbs lie at the rim."""

BESIDE = 0.5
"""Half a name or more of the report's others in the same division: it is likelier than not that one of them lies there."""

FEW = 1000
"""Inhabitants added to each place, since GeoNames gives many villages none."""

SAME_DEGREES = 0.1
"""Two points of one name closer than this (some 10 km) are one place in two tables."""

_LEAST_SIZE = {"continent": 7.0, "country": 7.0, "capital": 7.0, "admin1": 6.0, "city": 2.0}
_PRECISION = {"continent": 7, "country": 6, "admin1": 4}


class Spot(msgspec.Struct, frozen=True):
    """A candidate: a pack's place or the gazetteer's. `code`: GeoNames' code of its first-order division.

    `size`: `log10` of its inhabitants, 2..9; capitals, states and countries count as large.
    """

    name: str
    kind: str
    lat: float
    lon: float
    radius_km: float
    precision: int
    geonameid: int | None = None
    admin1: str | None = None
    code: str = ""
    country: str | None = None
    population: int = 0
    size: float = 2.0
    tier: int = 0
    pack: str = ""

    @property
    def disc(self) -> Disc:
        """Its point and extent."""
        return Disc(self.lat, self.lon, self.radius_km)


class Setting(msgspec.Struct, frozen=True):
    """What a report is about: countries it names, countries of the packs, and how many of its place names lie in each area.

    `areas`: (country, code) and, for a whole country, (country, ""). A name that several places bear counts for each by its share
    of their inhabitants.
    """

    stated: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    areas: Mapping[tuple[str, str], float] = {}


def spots_named(name: str, packs: Packs, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """All candidates for a name. Where packs know it, the gazetteer only adds other places of exactly that name."""
    known = tuple(_of_pack(place) for place in packs.places_named(name))
    closest = ALTERNATE if known else LOOSE
    found = (_of_gazetteer(place, gazetteer) for place in gazetteer.find(name) if place.tier <= closest)
    return known + tuple(spot for spot in found if spot and not any(_is_same(spot, pack) for pack in known))


def setting_of(names: Iterable[str], nations: Iterable[str], packs: Packs, gazetteer: Gazetteer) -> Setting:
    """The setting that all place names and nations of a report make up."""
    stated = set(nations)
    stating = ("country",) if packs.countries else ("country", "admin1")  # one state named makes no news of Syria news of America
    areas: dict[tuple[str, str], float] = defaultdict(float)
    for name in set(names):
        spots = spots_named(name, packs, gazetteer)
        stated |= {spot.country for spot in spots if spot.country and (spot.kind in stating or spot.pack)}
        for area, share in _shares(spots).items():
            areas[area] += share
    return Setting(frozenset(stated), frozenset(packs.countries), dict(areas))


def choose(spots: Sequence[Spot], containers: Sequence[Spot], setting: Setting) -> Spot | None:
    """The candidate that fits best; None if none is supported or widely known, or if the claim's containers rule all out."""
    others = _without(setting, _shares(spots))
    alone = _only_town(spots) if not setting.home else None
    fitting = [spot for spot in spots if all(contains(container, spot) for container in containers)]
    ranked = sorted(fitting, key=lambda spot: _score(spot, others), reverse=True)
    return next((spot for spot in ranked if containers or spot is alone or _is_supported(spot, others)), None)


def contains(container: Spot, spot: Spot) -> bool:
    """Whether a place lies in another, as far as points and extents tell."""
    if container.kind == "country":
        return spot.country == container.country
    if container.code and spot.code and container.kind == "admin1":
        return (container.country, container.code) == (spot.country, spot.code)
    if container.country and spot.country and container.country != spot.country:
        return False
    return distance_km(container.lat, container.lon, spot.lat, spot.lon) <= container.radius_km + SLACK_KM


def _score(spot: Spot, others: Setting) -> float:
    country = spot.country or ""
    neighbours = others.areas.get((country, spot.code), 0.0) + 0.25 * others.areas.get((country, ""), 0.0)
    return (
        FIT[spot.tier]
        + spot.size
        + PACK * bool(spot.pack)
        + STATED * (country in others.stated)
        + HOME * (country in others.home)
        + NEIGHBOURS * min(neighbours, 2.0)
    )


def _is_supported(spot: Spot, others: Setting) -> bool:
    """Whether more than its name speaks for a candidate."""
    if spot.pack:
        return True
    known = spot.size >= WIDELY_KNOWN
    beside = others.areas.get((spot.country or "", spot.code), 0.0) >= BESIDE
    if spot.country in others.stated | others.home:
        return spot.tier < LOOSE or known or beside
    return spot.tier <= ALTERNATE and (known or (beside and not others.home))


def _only_town(spots: Sequence[Spot]) -> Spot | None:
    """The only place of exactly that name, if it is a town; none where villages of one name are many and lists have few."""
    exact = [spot for spot in spots if spot.tier <= ALTERNATE]
    return exact[0] if len(exact) == 1 and exact[0].size >= TOWN else None


def _shares(spots: Sequence[Spot]) -> dict[tuple[str, str], float]:
    """Where a name lies: 1 spread over the areas of its candidates by their inhabitants. Like spellings do not count."""
    close = [spot for spot in spots if spot.tier < TOLERANT and spot.country]
    people = sum(10**spot.size + FEW for spot in close)
    shares: dict[tuple[str, str], float] = defaultdict(float)
    for spot in close:
        for area in {(spot.country or "", spot.code), (spot.country or "", "")}:
            shares[area] += (10**spot.size + FEW) / people
    return shares


def _without(setting: Setting, own: Mapping[tuple[str, str], float]) -> Setting:
    """The setting as the other names make it up."""
    others = {area: max(0.0, setting.areas.get(area, 0.0) - share) for area, share in own.items()}
    return msgspec.structs.replace(setting, areas={**setting.areas, **others})


def _is_same(spot: Spot, other: Spot) -> bool:
    if spot.geonameid and spot.geonameid == other.geonameid:
        return True
    return abs(spot.lat - other.lat) < SAME_DEGREES and abs(spot.lon - other.lon) < SAME_DEGREES


def _of_pack(place: PackPlace) -> Spot:
    division = place.precision == 4 and place.admin1 == place.name
    kind = "country" if place.precision == 6 else "admin1" if division else "city"
    facts = (place.name, kind, place.lat, place.lon, place.radius_km, place.precision)
    return Spot(*facts, geonameid=place.geonameid, admin1=place.admin1, country=place.country, pack=place.pack)


def _of_gazetteer(place: GazetteerPlace, gazetteer: Gazetteer) -> Spot | None:
    if place.lat is None or place.lon is None or place.radius_km is None:
        return None
    division = gazetteer.division(place.country, place.admin1)
    kind = "city" if place.kind == "capital" else place.kind
    facts = (place.name, kind, place.lat, place.lon, place.radius_km, _PRECISION.get(kind, 1))
    within = (division.name if division else None, place.admin1, place.country or None)
    return Spot(*facts, place.geonameid, *within, place.population, size_of(place), place.tier)


def size_of(place: GazetteerPlace) -> float:
    """`log10` of a place's inhabitants, at least what its kind counts for."""
    return max(_LEAST_SIZE[place.kind], math.log10(max(place.population, 1)))
