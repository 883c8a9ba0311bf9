"""Lines that places are told from: borders of countries, and the lines that packs know (a river, a line of de-confliction)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from deconflict.borders import shared_border
from deconflict.packs import Packs, fold
from deconflict.resolve.shapes import LatLon

BORDER_ERROR_KM = 5.0
"""What a border at 1:50 million is off."""


class Course(msgspec.Struct, frozen=True):
    """A line's points (lat, lon) and how far it is off."""

    points: tuple[LatLon, ...]
    error_km: float


def border_of(countries: Sequence[str]) -> Course | None:
    """The land border of two countries by ISO codes; None if they have none."""
    points = shared_border(*countries) if len(countries) == 2 else ()
    return Course(points, BORDER_ERROR_KM) if points else None


def line_named(words: str, packs: Packs) -> Course | None:
    """A pack's line by one of its names."""
    asked = _key(words)
    for zone in packs.zones:
        if zone.line and asked in map(_key, (zone.name, *zone.aliases)):
            return Course(tuple((lat, lon) for lon, lat in zone.line), zone.error_km)
    return None


def _key(words: str) -> str:
    return fold(words).removesuffix(" river")
