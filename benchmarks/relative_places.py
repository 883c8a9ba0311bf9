"""How well places told from other places are placed: "60 km northeast of X", "near the Y border", "northern countryside of Z".

`data/relative_places.csv` holds phrases of news (FA-KES, MUC-4, LGL, GeoVirus, re3d) with the place they are about. Most often
the report names that place too ("Jayrud, 60 kilometres northeast of ..."): the phrase alone is asked, and the truth is where
GeoNames has the named place, the report's own mistakes included. Else the truth was measured from the anchors' GeoNames points on
a sphere; `made` says how. Half of the phrases, by a hash of their words, was looked at while building; the other half judges.
"""

from __future__ import annotations

import csv
import hashlib
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from deconflict.packs import SHIPPED, load
from deconflict.record import Claim, Role, Span, Where
from deconflict.resolve import Gazetteer
from deconflict.resolve.places import Atlas
from deconflict.resolve.shapes import distance_km

PHRASES = Path(__file__).with_name("data") / "relative_places.csv"


class Told(NamedTuple):
    """A phrase, the place words told beside it, and the point (degrees) of the place that is meant."""

    words: str
    beside: str
    lat: float
    lon: float

    @property
    def judges(self) -> bool:
        """Whether it is of the half that was kept back."""
        return bool(hashlib.sha256(self.words.encode()).digest()[0] % 2)


class Placed(NamedTuple):
    """Where a phrase was put. `error_km`: from the point given to the true one."""

    told: Told
    where: Where | None
    error_km: float

    @property
    def is_inside(self) -> bool:
        """Whether the true place lies within the stated radius."""
        return self.where is not None and self.error_km <= (self.where.radius_km or 0.0)

    @property
    def outline(self) -> tuple[tuple[float, float], ...]:
        """The corners (longitude, latitude) of the area that the words leave open."""
        return self.where.relation.outline if self.where and self.where.relation else ()

    @property
    def is_in_outline(self) -> bool:
        """Whether the true place lies within the outline: even-odd rule in the plane."""
        ring, crossed = self.outline, 0
        for (lon, lat), (lon2, lat2) in zip(ring, (*ring[1:], *ring[:1]), strict=True):
            if (lon > self.told.lon) != (lon2 > self.told.lon):
                crossed += self.told.lat < lat + (self.told.lon - lon) / (lon2 - lon) * (lat2 - lat)
        return crossed % 2 == 1


def measure() -> dict[str, float]:
    """Figures by name for both halves; shares 0..1, distances in km."""
    found = placed(phrases())
    halves = {"dev": [each for each in found if not each.told.judges], "held": [each for each in found if each.told.judges]}
    return {f"{half}_{name}": value for half, some in halves.items() for name, value in _figures(some).items()}


def phrases() -> list[Told]:
    """The set, as it stands in the file."""
    with PHRASES.open(encoding="utf-8", newline="") as file:
        return [Told(row["words"], row["beside"], float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)]


def placed(told: Sequence[Told]) -> list[Placed]:
    """Each phrase placed as the only claim of a report, with the packs that are shipped."""
    packs, gazetteer = load(SHIPPED), Gazetteer.open()
    return [_placed(each, Atlas([claim], packs, gazetteer).where(claim)) for each in told for claim in [_claim(each)]]


def _placed(told: Told, where: Where | None) -> Placed:
    known = where is not None and where.lat is not None and where.lon is not None
    if where is None or not known:
        return Placed(told, None, float("inf"))
    return Placed(told, where, distance_km(where.lat or 0.0, where.lon or 0.0, told.lat, told.lon))


def _figures(found: Sequence[Placed]) -> dict[str, float]:
    located = [each for each in found if each.where]
    outlined = [each for each in located if each.outline]
    return {
        "phrases": len(found),
        "located": len(located) / len(found),
        "median_error_km": statistics.median(each.error_km for each in located),
        "median_radius_km": statistics.median(each.where.radius_km or 0.0 for each in located if each.where),
        "inside": sum(each.is_inside for each in located) / len(located),
        "inside_of_all": sum(each.is_inside for each in found) / len(found),
        "in_outline": sum(each.is_in_outline for each in outlined) / len(outlined),
    }


def _claim(told: Told) -> Claim:
    none = Span(0, 0, "")
    words = [each for each in (told.words, told.beside) if each]
    return Claim("r", "ASSAULT", none, none, roles=tuple(Role("place", Span(0, len(each), each)) for each in words))
