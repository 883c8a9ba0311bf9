"""The proper names in place words, most specific first, and what kind of place the words speak of.

"Al-Sakhour neighbourhood of Aleppo" names a part of a town and what contains it; "the Syrian city of Aleppo" names a town, and
Syria only as where it lies; "the town" names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import msgspec

Sort = Literal["settlement", "division", "quarter", "suburb", "feature", "unknown"]

_SETTLEMENT = frozenset(("city", "town", "village", "hamlet", "township", "municipality", "capital"))
_DIVISION = frozenset(("province", "provinces", "governorate", "governorates", "oblast", "prefecture"))
_QUARTER = frozenset((
    "neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods", "district", "districts", "quarter", "street", "square",
))  # fmt: skip
_SUBURB = frozenset(("suburb", "suburbs"))
IN_TOWN: tuple[Sort, ...] = ("quarter", "feature")
"""What lies in a town rather than in a province."""

OF_TOWNS = ("neighborhood", "neighbourhood", "quarter")
"""Parts of the town whose name stands before them; a "district" of that name may be the land around it."""

_FEATURE = frozenset((
    "road", "crossing", "camp", "hospital", "mosque", "church", "school", "market", "airport", "airbase", "base", "hill",
    "valley", "river", "dam", "bridge", "farm", "highway", "crossroads", "station", "prison", "checkpoint", "field",
    "oilfield", "refinery", "university", "hotel", "area", "region",
))  # fmt: skip
_SORTS: dict[str, Sort] = {
    **dict.fromkeys(_SETTLEMENT, "settlement"), **dict.fromkeys(_DIVISION, "division"),
    **dict.fromkeys(_QUARTER, "quarter"), **dict.fromkeys(_SUBURB, "suburb"),
    **dict.fromkeys(_FEATURE, "feature"),
}  # fmt: skip
_NO_NAMES = frozenset((
    "the", "a", "an", "near", "in", "at", "on", "from", "to", "inside", "across", "around", "both", "another", "several", "some",
    "many", "capital", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "countryside", "rural",
    "border",
))  # fmt: skip
"""Words that are capitalised where a sentence begins, and are no names by themselves."""

_REGIONS = frozenset(("middle east", "near east", "far east"))
"""Parts of the world without bounds; GeoNames has quarters of these names."""

_ARTICLE = r"(?:a[lnstdrz]|ash|el|e[sdrtz]|esh|ul|bin|ibn|de|la|du|von|upon)"
_CAPITALISED = r"[A-Z][\w'’.]*+(?!-[a-z]{3})"
NAME = re.compile(rf"(?:\b{_ARTICLE}[- ])?\b{_CAPITALISED}(?:(?:[- ]{_ARTICLE})?[- ](?:{_ARTICLE}-)?{_CAPITALISED})*")
_OF = re.compile(r"\b(?:city|town|village|suburb) of\b")
_QUARTER_OF = re.compile(r"\b(?:neighbou?rhood|district|quarter|area)s? of\b")
_OLD_TOWN = re.compile(r"\bold (?:city|town)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")


class Known(msgspec.Struct, frozen=True):
    """What the reader of place words must be told: which names are places, which words are nations, which names are actors."""

    is_place: Callable[[str], bool]
    is_nation: Callable[[str], bool]
    is_actor: Callable[[str], bool]


class PlaceNames(msgspec.Struct, frozen=True):
    """`names` most specific first; `sort` of what the words speak of; `nations` among the words, as written ("Syrian")."""

    names: tuple[str, ...] = ()
    sort: Sort = "unknown"
    nations: tuple[str, ...] = ()


def place_names(words: str, known: Known) -> PlaceNames:
    """The proper names in `words`."""
    names, owners, nations = list[str](), list[str](), list[str]()
    for found in _in_order(words, known):
        run = _without_types(_without_nations(found.strip("."), known, nations), known)
        kept, owner = _without_owner(run, known)
        if not known.is_actor(kept) and kept.lower() not in _REGIONS:
            names.append(kept)
        owners.append(owner)
    return PlaceNames(tuple(dict.fromkeys(filter(None, (*names, *owners)))), sort_of(words), tuple(nations))


def _in_order(words: str, known: Known) -> list[str]:
    """The runs of capitals, those after "suburb of", "town of" before those in front of it ("Damascus suburb of Jaramana").

    In "the Aleppo district of Marjeh" the known place holds the other; so it does in "the Marjeh district of Aleppo".
    """
    runs = list(NAME.finditer(words))
    described = _OF.search(words) or _QUARTER_OF.search(words)
    before = [run[0] for run in runs if described and run.start() < described.start()]
    if described and _QUARTER_OF.match(described[0]) and not any(map(known.is_place, before)):
        return [run[0] for run in runs]
    return [run[0] for run in runs[len(before) :]] + before


def sort_of(words: str) -> Sort:
    """What kind of place the words speak of; "the old city" is a quarter."""
    if _OLD_TOWN.search(words):
        return "quarter"
    return next((_SORTS[word] for word in _WORD.findall(words.lower()) if word in _SORTS), "unknown")


def _without_nations(run: str, known: Known, nations: list[str]) -> str:
    """ "Syrian Raqqa" is Raqqa; "Turkish-Syrian" is nothing but nations."""
    tokens = run.split()
    while tokens and all(map(known.is_nation, tokens[0].split("-"))) and not known.is_place(" ".join(tokens)):
        nations += tokens.pop(0).split("-")
    return " ".join(tokens)


def _without_types(run: str, known: Known) -> str:
    """ "Raqqa Province" is Raqqa, "Near Palmyra" is Palmyra; what is nothing but such words is no name."""
    tokens = run.split()
    while tokens and tokens[-1].lower() in _SORTS and not _OLD_TOWN.search(run) and not known.is_place(" ".join(tokens)):
        tokens.pop()
    while tokens and tokens[0].lower() in _NO_NAMES and not known.is_place(" ".join(tokens)):
        tokens.pop(0)
    return " ".join(tokens)


def _without_owner(run: str, known: Known) -> tuple[str, str]:
    """ "Syria's Idlib", "Syrias Idlib", "Damascus Ghouta": the name and the place it belongs to; "Aleppo's" is Aleppo."""
    if known.is_place(run):
        return run, ""
    tokens = run.split()
    for cut in range(1, len(tokens) + 1):
        head, rest = " ".join(tokens[:cut]), " ".join(tokens[cut:])
        if rest and known.is_place(head) and known.is_place(rest):
            return rest, head
        owner = _unowned(head)
        if owner and known.is_place(owner):
            return rest, owner
    return run, ""


def _unowned(name: str) -> str:
    stripped = re.sub(r"(?:['’]s?|s)$", "", name)
    return stripped if stripped != name else ""
