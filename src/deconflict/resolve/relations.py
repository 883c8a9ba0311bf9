"""Places told from other places: "five miles east of the line", "near X", "the northern countryside of X", "between X and Y",
"near the Turkish border". Here their words are read; `told_shapes.py` says where that is.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from deconflict.record import Quantity, Relation

_KM = {"k": 1.0, "mi": 1.609344, "me": 0.001}
_BEARING = {"north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
            "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0}  # fmt: skip

_DIRECTION = r"(?P<direction>(?:north|south)(?:ern)?[\s-]?(?:east|west)|north|south|east|west)(?:ern)?"
_EDGE = r"outskirts|suburbs|edges?|vicinity|surroundings?|environs"
_AROUND = rf"{_EDGE}|suburb"
_PART = r"parts?|half|side|neighbou?rhoods?|districts?|areas?|sector|front"
_BANK = r"banks?|shores?|side"
_UNIT = r"(?P<unit>kilomet(?:er|re)s?|kms?|miles?|met(?:er|re)s?)\b(?:\s*\([^)]*\))?"
_DISTANCE = rf"(?P<distance>\d+(?:\.\d+)?|(?:(?!square)[a-z]+[\s-]){{1,4}}?)\s*{_UNIT}"
_ANCHOR = r"(?P<anchor>.+)"
_NAME = r"(?P<anchor>(?-i:(?:(?:al|el)-)?[A-Z])(?!.*\sof\s).*?)"
_WORD = r"(?-i:(?:(?:al|el|ar|as|an|ad|deir|tel|tal)-)?[A-Z])[\w'’]+"
_NO_ARTICLE = r"(?!(?:al|el|a[dnrstz]|ash|deir|dayr|tel+|tal+|khan|ain|umm?|bab|kafr)\b)"
_HELD = r"(?:[\w-]+-(?:held|controlled|besieged|ruled)\s+)?"
_AT = rf"(?:{_DISTANCE}\s*(?:away\s+)?(?:{_DIRECTION}\s+)?(?:of|from)\s+)?"
_ROAD = r"(?:road|highway|motorway|route)"
_NO_PLACE = r"(?!\s+(?:crossing|gate|post|town|city|province|guard))"
_PAIR = rf"(?P<anchor>{_WORD}(?:\s*[-–/]\s*{_WORD}|\s+{_WORD})?)"
_RIVER = rf"(?:the\s+)?(?P<anchor>{_WORD}(?:\s+river)?)"
_FROM = rf"(?:between|{_ROAD}\s+(?:from|linking|connecting|that\s+links))"

Kind = Literal["off", "near", "countryside", "part", "between", "border", "line"]

_FORMS: tuple[tuple[Kind, str], ...] = (
    ("border", rf"{_AT}\b(?:the\s+)?(?:borders?|frontier)\s+(?:with|between)\s+(?P<anchor>.+)"),
    ("border", rf"{_AT}\b(?:the\s+)?{_PAIR}\s+(?:borders?|frontier)\b{_NO_PLACE}"),
    ("off", rf"{_DISTANCE}\s*(?:away\s+)?(?:(?:to\s+)?(?:the\s+)?{_DIRECTION}\s+)?(?:of|from)\s+{_ANCHOR}"),
    ("between", rf"\b{_FROM}\s+(?P<anchor>.+?)\s+(?:and|to|with)\s+(?P<other>.+)"),
    ("between", rf"\b(?P<anchor>{_NO_ARTICLE}{_WORD})\s?[-–]\s?(?P<other>{_WORD})\s+(?:\w+\s+)?{_ROAD}\b"),
    ("countryside", rf"\b(?:{_DIRECTION}\s+)?countryside\s+(?:of|around|surrounding|near)\s+{_ANCHOR}"),
    ("countryside", rf"\bcountryside\s+(?:to\s+the\s+)?{_DIRECTION}\s+of\s+{_ANCHOR}"),
    ("near", rf"\b(?:{_DIRECTION}\s+)?(?:{_EDGE})\s+of\s+{_ANCHOR}"),
    ("off", rf"\bto\s+the\s+{_DIRECTION}\s+of\s+{_ANCHOR}"),
    ("line", rf"(?:\b(?:in|on|along)\s+)?\b(?:the\s+)?(?:{_DIRECTION}\s+)?(?:{_BANK})\s+of\s+{_RIVER}$"),
    ("part", rf"(?:\b(?:in|on)\s+)?\bthe\s+{_DIRECTION}\s+(?:(?:{_PART})\s+)?of\s+{_ANCHOR}"),
    ("part", rf"\b{_DIRECTION}\s+(?:{_PART})\s+of\s+{_ANCHOR}"),
    ("off", rf"\b{_DIRECTION}\s+of\s+{_ANCHOR}"),
    ("countryside", rf"^(?:the\s+)?{_HELD}{_DIRECTION}\s+{_NAME}\s+countryside$"),
    ("countryside", rf"{_NAME}\s+(?:{_DIRECTION}\s+)?countryside$"),
    ("countryside", rf"\b(?:{_DIRECTION}\s+)?rural\s+{_ANCHOR}"),
    ("near", rf"^(?:the\s+)?{_HELD}{_DIRECTION}\s+{_NAME}\s+(?:{_AROUND})$"),
    ("near", rf"{_NAME}\s+(?:{_DIRECTION}\s+)?(?:{_AROUND})$"),
    ("near", rf"\b(?:near|close to|around|outside(?:\s+of)?|next to|towards?|adjacent to)\s+{_ANCHOR}"),
    ("part", rf"^(?:the\s+)?{_HELD}{_DIRECTION}\s+{_NAME}$"),
)  # fmt: skip
"""Tried in order. The last one, a direction before a bare name ("eastern X"), is no description such as "eastern city of X"."""

_TOLD = tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in _FORMS)
_LOOSE_WORDS = re.compile(
    r"^(?:(?:the|a|an|its|their|town|city|village|cent(?:re|er)|central|of|so-called|agreed|[\w-]+-(?:on|held|controlled))\s+)+",
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

    def relation(self, outline: tuple[tuple[float, float], ...] = ()) -> Relation:
        """The relation as the record keeps it; `outline` in (lat, lon)."""
        anchor = f"{self.anchor}, {self.other}" if self.other else self.anchor
        ring = tuple((lon, lat) for lat, lon in outline)
        return Relation(anchor, self.distance_km, self.bearing_deg, self.words, ring)


def told(words: str) -> Told | None:
    """The relation in `words`; None if they name a place directly."""
    plain = " ".join(words.replace("“", "").replace("”", "").replace('"', "").split())
    for kind, pattern in _TOLD:
        if match := pattern.search(plain):
            return _told(kind, match)
    return None


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
