"""GeoNames' country files: one place a line, 19 columns between tabs, UTF-8.

The columns are those of https://download.geonames.org/export/dump/readme.txt. Of a country's places those are kept that a report
may name as the place of an event: settlements (class P), first-order divisions, and such sites, waters, heights and areas as
fighting is told from. Countries themselves, districts (most bear the name of their town), streets, mosques, schools, wells and
what no longer exists are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from deconflict.errors import Unreadable

ATTRIBUTION = "GeoNames (geonames.org), CC BY 4.0"

COLUMNS = 19
DIVISION = "A.ADM1"
SEATS = frozenset(("P.PPLC", "P.PPLA"))
"""The capital, and seats of first-order divisions."""

_GONE = frozenset(("PPLH", "PPLCH"))
_SITES = {
    "S": "AIRB AIRF AIRH AIRP BDG BRKS CMP CMPL CMPMN CMPO CMPQ CMPRF DAM FT HSP INSM OILR PRN PRT PS PSH PSN PSTB PSTC PSTP",
    "L": "GASF INDS MILB NVB OILF",
    "T": "HLL MT PASS PK",
}
_EXPANSES = {
    "H": "BAY CNL CNLI GULF LK LKI MRSH RSV SEA STM STMI STRT WAD WADS",
    "L": "AREA LCTY RGN RGNE TRB",
    "T": "DSRT HLLS ISL ISLS MTS PEN PLAT PLN RDGE VAL VALG",
}


def _features(codes: dict[str, str]) -> frozenset[str]:
    return frozenset(f"{letter}.{code}" for letter, listed in codes.items() for code in listed.split())


SITES = _features(_SITES)
"""Airfields, barracks, camps, dams, hospitals, border posts, oil fields, hills: one point says where they are."""

EXPANSES = _features(_EXPANSES)
"""Rivers, lakes, ranges, deserts, islands, regions: GeoNames' one point, often a river's mouth, does not say where in them."""


class GeonamesPlace(msgspec.Struct, frozen=True):
    """A place as GeoNames has it.

    `feature`: class and code ("P.PPL"). `admin1`: code of its first-order division. `changed`: the day GeoNames last changed it.
    """

    geonameid: int
    name: str
    names: tuple[str, ...]
    lat: float
    lon: float
    feature: str
    country: str
    admin1: str
    population: int
    changed: str

    def is_kept(self) -> bool:
        """Whether it is of a kind that the gazetteer holds."""
        if self.feature.startswith("P."):
            return self.feature[2:] not in _GONE
        return self.feature == DIVISION or self.feature in SITES or self.feature in EXPANSES

    def is_on_earth(self) -> bool:
        """Whether its coordinates exist."""
        return -90.0 <= self.lat <= 90.0 and -180.0 <= self.lon <= 180.0


class Division(NamedTuple):
    """A line of admin1CodesASCII.txt: the name in English by which a first-order division goes."""

    country: str
    admin1: str
    name: str
    geonameid: int


def read_places(lines: Iterable[str], country: str) -> Iterator[tuple[str, GeonamesPlace]]:
    """Each line of a country file with its place, whatever its kind and coordinates.

    Errors: `Unreadable` for the first line that is none of this country's file, such as the last one of a file cut short.
    """
    for number, line in _numbered(lines):
        try:
            yield line, place_of(line, country)
        except ValueError as error:
            raise Unreadable(f"Line {number} is none of GeoNames' country file {country}: {error}.") from error


def place_of(line: str, country: str) -> GeonamesPlace:
    """One line as a place. Errors: ValueError, which says what is wrong with it."""
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        raise ValueError(f"it has {len(cells)} columns, not {COLUMNS}")
    geonameid, name, plain, others, lat, lon, letter, code, land = cells[:9]
    if land != country:
        raise ValueError(f"its country is {land!r}")
    if not name.strip() or len(letter) > 1:
        raise ValueError("it has no name" if not name.strip() else f"its feature class is {letter!r}")
    return GeonamesPlace(
        _whole("id", geonameid),
        name.strip(),
        tuple(filter(None, (plain.strip(), *map(str.strip, others.split(","))))),
        _degrees("latitude", lat),
        _degrees("longitude", lon),
        f"{letter}.{code}",
        country,
        cells[10],
        _whole("population", cells[14] or "0"),
        cells[18].strip(),
    )


def read_divisions(lines: Iterable[str], country: str) -> Iterator[Division]:
    """The first-order divisions of one country. Errors: `Unreadable` for a line that is none of admin1CodesASCII.txt."""
    for number, line in _numbered(lines):
        cells = line.split("\t")
        land, dot, admin1 = cells[0].partition(".")
        if len(cells) != 4 or not dot or not cells[3].isascii() or not cells[3].isdigit():
            raise Unreadable(f"Line {number} is none of GeoNames' admin1CodesASCII.txt.")
        if land == country and cells[1].strip():
            yield Division(land, admin1, cells[1].strip(), int(cells[3]))


def _numbered(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        if bare := line.strip("\r\n\ufeff"):
            yield number, bare


def _whole(what: str, cell: str) -> int:
    if not (cell.isascii() and cell.isdigit() and len(cell) <= 11):
        raise ValueError(f"its {what} is {cell[:40]!r}")
    return int(cell)


def _degrees(what: str, cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise ValueError(f"its {what} is {cell[:40]!r}") from None
