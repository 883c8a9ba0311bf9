"""Zones and lines: how a claim's place lies to those that packs know, and whether that is what the report says.

The report's own word is never put right: where it says "inside the zone" of a place that lies outside, both stand, and that they
do not fit is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import msgspec

from deconflict.packs import Packs, Zone, fold
from deconflict.packs.geometry import distance_and_bearing, middle_of, moved, offset_of
from deconflict.packs.lying import certain, is_known_closely, relation_of
from deconflict.record import Claim, Report, Span, Where, ZoneRelation
from deconflict.resolve.relations import told

ROUNDING = 0.15
"""By how much a distance that is told may be rounded: "five miles" and "8 km" are told of one place, "55 km" of 50 to 60."""

_IN = r"(?:well |deep )?(?:inside|within|into|in)|enter(?:ed|ing|s)"
_OUT = r"(?:just |well )?outside(?: of)?|out of|beyond"
_STEP = r"(?:(?!(?:of|from|to|and|or|near|by)\b)[\w’'“”\"-]+\s+){0,4}?"
_QUOTE = "[\"“”‘']?"
_COMPASS = {"north": 0.0, "north-east": 45.0, "east": 90.0, "south-east": 135.0,
            "south": 180.0, "south-west": 225.0, "west": 270.0, "north-west": 315.0}  # fmt: skip
_MOST = r"(?P<most>\bwithin\s+(?:(?:just|only|about|some)\s+)?)?"
_FAR = r"(?:\b\d+(?:\.\d+)?|\b[a-z]+(?:[\s-][a-z]+){0,2})[\s-]*(?:kilomet(?:er|re)s?|kms?|miles?)\b(?:\s*\([^)]*\))?"
_DIRECTION = r"(?P<way>(?:north|south)[- ]?(?:east|west)|north|east|south|west)(?:ern)?"


class Said(NamedTuple):
    """What a report says of a place and the zones that bear the name it uses.

    `inside` or not; towards which bearing from a line; how many km off, or at most so many, counted from the middle of a circle
    if `anchored`.
    """

    zones: tuple[Zone, ...]
    span: Span
    inside: bool | None = None
    bearing_deg: float | None = None
    km: float | None = None
    at_most: bool = False
    anchored: bool = False


def with_zones(where: Where | None, claim: Claim, report: Report, packs: Packs) -> Where | None:
    """The claim's place with how it lies to zones and lines. What is only told to be inside a zone is placed there."""
    if not packs.zones:
        return where
    earliest, latest = _days(claim, report)
    said = list(_said(claim, report, packs))
    if where is None or where.lat is None:
        return _zone_itself(said, claim, earliest, latest) or where
    near = {relation.zone: relation for relation in packs.lying(where, earliest, latest)}
    for each in said:
        for relation in _checked(each, where, earliest, latest):
            known = near.get(relation.zone)
            near[relation.zone] = known if known and known.fits is False else relation
    lies = tuple(near.values())
    return msgspec.structs.replace(where, zones=certain(lies), lies=lies)


def _days(claim: Claim, report: Report) -> tuple[str | None, str | None]:
    """The first and last day on which it can have been; what is told without a time was not after the report."""
    if claim.when:
        return claim.when.earliest, claim.when.latest
    ahead = claim.status in ("planned", "demanded")
    return (report.published, None) if ahead else (None, report.published)


def _holds_one(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _said(claim: Claim, report: Report, packs: Packs) -> Iterable[Said]:
    """What the claim's words say of zones and lines by their names, or by what they lie around."""
    elsewhere = [role.span for role in claim.role("place") if not role.span.within(claim.sentence)]
    last_words = _last_words(packs)
    naming = [span for span in (claim.sentence, *elsewhere) if _holds_one(span.text.lower(), last_words)]
    for told_in, pattern in product(naming, _patterns(packs) if naming else ()):
        for match in pattern.finditer(told_in.text):
            parts, name = match.groupdict(), _key(match["zone"])
            named = tuple(zone for zone in packs.zones if name in _names(zone))
            around = tuple(zone for zone in packs.zones if name in map(_key, zone.anchors)) if not named else ()
            meant = named or tuple(zone for zone in around if match["zone"] != match["zone"].lower() or _is_named(zone, report))
            start = told_in.start + match.start()
            span = report.span(start, start + len(match[0]), told_in.part)
            relation = told(match[0]) if "off" in parts else None
            yield Said(
                zones=meant,
                span=span,
                inside=parts["into"] is not None if "into" in parts else None,
                bearing_deg=_bearing(parts.get("way")),
                km=relation.distance_km if relation else None,
                at_most=bool(parts.get("most")),
                anchored=not named,
            )


def _bearing(words: str | None) -> float | None:
    return _COMPASS[re.sub(r"(north|south)[- ]?(?=east|west)", r"\1-", words.lower())] if words else None


def _checked(said: Said, where: Where, earliest: str | None, latest: str | None) -> Sequence[ZoneRelation]:
    """The zones it may speak of: those it fits, else the nearest one, which it contradicts."""
    found = _relations(said.zones, where, earliest, latest)
    judged = [msgspec.structs.replace(each, said=said.span, fits=_fits(said, zone, each, where)) for zone, each in found]
    possible = [relation for relation in judged if relation.fits is not False]
    if possible:  # that a province may lie in a zone says nothing
        return possible if is_known_closely(where) else []
    return sorted(judged, key=lambda relation: relation.distance_km)[:1]


def _relations(
    zones: Iterable[Zone], where: Where, earliest: str | None, latest: str | None
) -> Iterable[tuple[Zone, ZoneRelation]]:
    for zone in zones:
        in_force = zone.stood(earliest, latest)
        relation = relation_of(zone, where, in_force) if in_force is not False else None
        if relation:
            yield zone, relation


def _fits(said: Said, zone: Zone, relation: ZoneRelation, where: Where) -> bool | None:
    """Whether the place lies as it is said to; None where it may or may not, or has its point from those very words."""
    if said.km is not None:
        return _fits_distance(said, said.km, zone, relation, where)
    if zone.kind == "line":
        return _fits_side(said.bearing_deg, zone, relation, where)
    return None if said.inside is None or relation.lies == "possibly" else (relation.lies == "inside") == said.inside


def _fits_distance(said: Said, km: float, zone: Zone, relation: ZoneRelation, where: Where) -> bool | None:
    if where.lat is None or where.lon is None or (where.relation and where.geonameid is None):
        return None
    measured = relation.distance_km
    if said.anchored and zone.kind != "line":
        lat, lon, _ = middle_of(zone)
        measured, _ = distance_and_bearing(lat, lon, where.lat, where.lon)
    off = max(0.0, measured - km) if said.at_most else abs(measured - km)
    return off <= relation.doubt_km + ROUNDING * km


def _fits_side(bearing_deg: float | None, zone: Zone, relation: ZoneRelation, where: Where) -> bool | None:
    """Whether it lies on that side of a line to which one comes in that direction."""
    if bearing_deg is None or relation.lies != "beside" or where.lat is None or where.lon is None:
        return None
    offset = offset_of(zone, where.lat, where.lon)
    nearest = moved(where.lat, where.lon, offset.bearing_deg + 180, offset.km)
    there = offset_of(zone, *moved(*nearest, bearing_deg, max(1.0, offset.km)))
    return None if there.left is None or offset.left is None else there.left == offset.left


def _zone_itself(said: Sequence[Said], claim: Claim, earliest: str | None, latest: str | None) -> Where | None:
    """The one zone that the claim's place words say it was in; None if they name none, or several bear the name."""
    for each in said:
        zones = [zone for zone in each.zones if zone.kind != "line" and zone.stood(earliest, latest) is not False]
        named = claim.role("place")
        if each.inside and len(zones) == 1 and (not named or any(role.span.overlaps(each.span) for role in named)):
            zone, in_force = zones[0], zones[0].stood(earliest, latest)
            lat, lon, radius_km = middle_of(zone)
            lies = ZoneRelation(zone.id, "inside", 0.0, round(radius_km, 1), None, in_force, each.span, None)
            radius = round(radius_km + zone.error_km, 1)
            return Where(zone.name, round(lat, 5), round(lon, 5), radius, 5, zones=certain((lies,)), lies=(lies,))
    return None


def _names(zone: Zone) -> tuple[str, ...]:
    return tuple(_key(name) for name in (zone.name, *zone.aliases))


def _is_named(zone: Zone, report: Report) -> bool:
    """Whether the report names the zone, or what it lies around, by more than a common noun such as "the base"."""
    text = f" {fold(report.title)} {fold(report.text)} "
    proper = (name for name in (zone.name, *zone.aliases, *zone.anchors) if name != name.lower())
    return any(f" {fold(name)} " in text for name in proper)


def _key(words: str) -> str:
    """Folded, and whether "de-confliction" is one word or two makes no difference."""
    return fold(words).replace(" ", "")


@lru_cache(maxsize=4)
def _last_words(packs: Packs) -> frozenset[str]:
    """How names of zones end, in small letters: a sentence without any such word names none, and is soon done with."""
    names = (name for zone in packs.zones for name in (zone.name, *zone.aliases, *zone.anchors))
    return frozenset(re.split(r"[\s-]+", name)[-1].lower() for name in names)


@lru_cache(maxsize=4)
def _patterns(packs: Packs) -> tuple[re.Pattern[str], ...]:
    """How a sentence says that something is in or out of an area, on which side of a line, and how far off either."""
    zones = packs.zones
    areas = {name for zone in zones if zone.kind != "line" for name in (zone.name, *zone.aliases)}
    lines = {name for zone in zones if zone.kind == "line" for name in (zone.name, *zone.aliases)}
    anything = areas | lines | {name for zone in zones for name in zone.anchors}
    inside = rf"\b(?:(?P<into>{_IN})|{_OUT})\s+{_STEP}{_QUOTE}(?P<zone>NAMES)\b"
    beside = rf"\b{_DIRECTION}\s+(?:(?:bank|side|shore)s?\s+)?of\s+{_STEP}{_QUOTE}(?P<zone>NAMES)\b"
    away = r"(?:away\s+)?(?:(?:to the\s+)?[\w-]+\s+)?(?:of|from)"
    off = rf"{_MOST}(?P<off>{_FAR})\s+{away}\s+{_STEP}{_QUOTE}(?P<zone>NAMES)\b"
    made = ((inside, areas), (beside, lines), (off, anything))
    return tuple(_pattern(form, names) for form, names in made if names)


def _pattern(form: str, names: Iterable[str]) -> re.Pattern[str]:
    between = r"[\s\-‐‑\"“”]{1,3}"
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    words = "|".join(between.join(map(re.escape, re.split(r"[\s-]+", name))) for name in longest_first)
    return re.compile(form.replace("NAMES", words), re.IGNORECASE)
