"""Places told from other places: "five miles east of the line", "near X", "the northern countryside of X", "between X and Y".

Geodesy by geographiclib on WGS 84. The radius says how far off the point may be: a direction word covers an eighth of the circle,
so at a distance d the place lies within d * tan(22.5 degrees) to either side; "near" is UCDP GED's "limited area around a known
point", some 25 km; a part of an area ("northern X") is looked for half a radius from its middle, within three quarters of one.
"""

from __future__ import annotations

import math
import re
from typing import Literal

import msgspec

from deconflict.record import Quantity, Relation

NEAR_KM = 25.0
"""UCDP GED codebook, where_prec 2: "a limited area (approximately 25 km) around a known point"."""

_SIDEWAYS = math.tan(math.radians(22.5))
_KM = {"k": 1.0, "mi": 1.609344, "me": 0.001}
_BEARING = {"north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
            "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0}  # fmt: skip

_DIRECTION = r"(?P<direction>(?:north|south)(?:ern)?[\s-]?(?:east|west)|north|south|east|west)(?:ern)?"
_EDGE = r"outskirts|suburbs|edges?|vicinity|surroundings?|environs"
_PART = r"parts?|half|side|bank|neighbou?rhoods?|districts?|areas?|sector|front"
_UNIT = r"(?P<unit>kilomet(?:er|re)s?|kms?|miles?|met(?:er|re)s?)\b(?:\s*\([^)]*\))?"
_DISTANCE = rf"(?P<distance>\d+(?:\.\d+)?|(?:(?!square)[a-z]+[\s-]){{1,4}}?)\s*{_UNIT}"
_ANCHOR = r"(?P<anchor>.+)"
_NAME = r"(?P<anchor>(?-i:(?:(?:al|el)-)?[A-Z])(?!.*\sof\s).*?)"
_HELD = r"(?:[\w-]+-(?:held|controlled|besieged|ruled)\s+)?"

Kind = Literal["off", "near", "countryside", "part", "between"]

_FORMS: tuple[tuple[Kind, str], ...] = (
    ("off", rf"{_DISTANCE}\s*(?:away\s+)?(?:(?:to\s+)?(?:the\s+)?{_DIRECTION}\s+)?(?:of|from)\s+{_ANCHOR}"),
    ("between", r"\bbetween\s+(?P<anchor>.+?)\s+and\s+(?P<other>.+)"),
    ("countryside", rf"\b(?:{_DIRECTION}\s+)?countryside\s+of\s+{_ANCHOR}"),
    ("near", rf"\b(?:{_DIRECTION}\s+)?(?:{_EDGE})\s+of\s+{_ANCHOR}"),
    ("off", rf"\bto\s+the\s+{_DIRECTION}\s+of\s+{_ANCHOR}"),
    ("part", rf"(?:\b(?:in|on)\s+)?\bthe\s+{_DIRECTION}\s+(?:(?:{_PART})\s+)?of\s+{_ANCHOR}"),
    ("part", rf"\b{_DIRECTION}\s+(?:{_PART})\s+of\s+{_ANCHOR}"),
    ("off", rf"\b{_DIRECTION}\s+of\s+{_ANCHOR}"),
    ("countryside", rf"^(?:the\s+)?{_HELD}{_DIRECTION}\s+{_NAME}\s+countryside$"),
    ("countryside", rf"{_NAME}\s+(?:{_DIRECTION}\s+)?countryside$"),
    ("countryside", rf"\b(?:{_DIRECTION}\s+)?rural\s+{_ANCHOR}"),
    ("near", rf"^(?:the\s+)?{_HELD}{_DIRECTION}\s+{_NAME}\s+(?:{_EDGE})$"),
    ("near", rf"{_NAME}\s+(?:{_DIRECTION}\s+)?(?:{_EDGE})$"),
    ("near", rf"\b(?:near|close to|around|outside(?:\s+of)?|next to|towards?|adjacent to)\s+{_ANCHOR}"),
    ("part", rf"^(?:the\s+)?{_HELD}{_DIRECTION}\s+{_NAME}$"),
)
"""Tried in order. The last one, a direction before a bare name ("eastern X"), is no description such as "eastern city of X"."""

_TOLD = tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in _FORMS)
_LOOSE_WORDS = re.compile(
    r"^(?:(?:the|a|an|its|their|town|city|village|cent(?:re|er)|of|so-called|agreed|[\w-]+-(?:on|held|controlled))\s+)+",
    re.IGNORECASE,
)


class Told(msgspec.Struct, frozen=True):
    """A place told from `anchor`. `before`: the words that stood in front of the relation."""

    kind: Kind
    words: str
    before: str
    anchor: str
    other: str | None = None
    distance_km: float | None = None
    bearing_deg: float | None = None

    def relation(self) -> Relation:
        """The relation as the record keeps it."""
        anchor = f"{self.anchor}, {self.other}" if self.other else self.anchor
        return Relation(anchor, self.distance_km, self.bearing_deg, self.words)


class Disc(msgspec.Struct, frozen=True):
    """A point (WGS 84 degrees) and the radius in km within which the place lies."""

    lat: float
    lon: float
    radius_km: float


def told(words: str) -> Told | None:
    """The relation in `words`; None if they name a place directly."""
    plain = " ".join(words.replace("“", "").replace("”", "").replace('"', "").split())
    for kind, pattern in _TOLD:
        if match := pattern.search(plain):
            return _told(kind, match)
    return None


def placed(relation: Told, anchor: Disc, other: Disc | None = None) -> Disc:
    """Where that is, the anchor being there."""
    bearing, km = relation.bearing_deg, relation.distance_km
    if relation.kind == "between" and other:
        return _between(anchor, other)
    if relation.kind == "part":
        return anchor if bearing is None else _moved(anchor, bearing, anchor.radius_km / 2, 0.75 * anchor.radius_km)
    if km is not None:
        return Disc(anchor.lat, anchor.lon, km + anchor.radius_km) if bearing is None else _off(anchor, bearing, km)
    around = max(NEAR_KM, anchor.radius_km)
    return Disc(anchor.lat, anchor.lon, around) if bearing is None else _moved(anchor, bearing, around / 2, around)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The length of the geodesic between two points, in km."""
    from geographiclib.geodesic import Geodesic

    metres: float = Geodesic.WGS84.Inverse(lat, lon, other_lat, other_lon, Geodesic.DISTANCE)["s12"]
    return metres / 1000


def _off(anchor: Disc, bearing: float, km: float) -> Disc:
    return _moved(anchor, bearing, km, anchor.radius_km + km * _SIDEWAYS)


def _moved(anchor: Disc, bearing: float, km: float, radius_km: float) -> Disc:
    from geographiclib.geodesic import Geodesic

    there = Geodesic.WGS84.Direct(anchor.lat, anchor.lon, bearing, km * 1000)
    return Disc(round(there["lat2"], 5), round(there["lon2"], 5), round(radius_km, 1))


def _between(a: Disc, b: Disc) -> Disc:
    from geographiclib.geodesic import Geodesic

    line = Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon)
    half_km = line["s12"] / 2000
    return _moved(a, line["azi1"], half_km, half_km)


def _told(kind: Kind, match: re.Match[str]) -> Told:
    parts = match.groupdict()
    direction = (parts.get("direction") or "").lower()
    bearing = _BEARING[re.sub(r"ern|[\s-]", "", direction)] if direction else None
    anchor, other = _anchor(parts["anchor"]), parts.get("other")
    distance = _kilometres(parts.get("distance"), parts.get("unit"))
    start = match.start("distance") if distance is not None else match.start()
    before = match.string[:start].strip(" ,;-")
    return Told(kind, match.string[start:].strip(), before, anchor, _anchor(other) if other else None, distance, bearing)


def _anchor(words: str) -> str:
    return _LOOSE_WORDS.sub("", words).strip(" ,.;()")


def _kilometres(words: str | None, unit: str | None) -> float | None:
    if not words or not unit:
        return None
    quantity = None if words[0].isdigit() else Quantity.of(words.strip())
    exact = quantity.low if quantity and quantity.low == quantity.high else None
    number = float(words) if words[0].isdigit() else exact
    factor = _KM["k" if unit[0] in "kK" else unit[:2].lower()]
    return None if number is None else round(number * factor, 2)
