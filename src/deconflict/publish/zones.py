"""How a place lies to zones and lines, in words, and what the report says of it that does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deconflict.publish.published import Feature
from deconflict.record import Where, ZoneRelation


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """A sentence on one zone. `doubt`: why it may be otherwise, or ""; `source`: where the zone is from."""

    text: str
    doubt: str
    source: str
    contradicts: bool


def zone_lines(where: Where | None, zones: Iterable[Feature]) -> Iterator[ZoneLine]:
    """What is to be said of a place's zones: contradictions first, then where it lies, the nearest first."""
    known = {feature["properties"]["id"]: feature["properties"] for feature in zones}
    for relation in sorted(where.lies if where else (), key=_order):
        facts = known.get(relation.zone, {})
        if not _is_telling(relation, facts):
            continue
        text = _text(relation, facts.get("name", relation.zone))
        yield ZoneLine(text, _doubt(relation, facts), facts.get("source", ""), relation.fits is False)


def _is_telling(relation: ZoneRelation, facts: Feature) -> bool:
    """Not: perhaps in a zone that perhaps stood; and at a river, which side is not known. The record holds both."""
    if relation.said is not None or relation.lies not in ("possibly", "at"):
        return True
    return bool(relation.in_force) and (relation.lies == "possibly" or bool(facts.get("from") or facts.get("to")))


def _order(relation: ZoneRelation) -> tuple[bool, bool, float]:
    return relation.fits is not False, relation.lies != "inside", relation.distance_km


def _text(relation: ZoneRelation, name: str) -> str:
    lies = _lies(relation, name)
    if relation.said is None:
        return f"{lies}."
    words = f"“{' '.join(relation.said.text.split())}”"
    if relation.fits is False:
        return f"{lies}: that does not fit the report’s words, {words}."
    return f"{lies}, as the report says: {words}." if relation.fits else f"{lies}; the report says {words}."


def _lies(relation: ZoneRelation, name: str) -> str:
    km = f"{relation.distance_km:,.0f} km"
    match relation.lies:
        case "inside":
            return f"Inside: {name}"
        case "possibly":
            return f"Possibly inside: {name}"
        case "outside":
            return f"Outside: {name}, {km} {relation.side} of it"
        case "beside":
            return f"{name}: {km} off, {relation.side}"
    return f"{name}: {km} off, on which side is not known"


def _doubt(relation: ZoneRelation, facts: Feature) -> str:
    doubts = []
    if relation.lies in ("possibly", "at"):
        outer = "the area is known only to lie somewhere in it, " if facts.get("outer") else ""
        doubts.append(f"{outer}place and border are known to {relation.doubt_km:,.0f} km together")
    if relation.in_force is None:
        doubts.append("whether it stood at the time is not known")
    return "; ".join(doubts)
