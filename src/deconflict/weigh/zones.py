"""How an event's place lies to zones and lines on the day that its claims together give, and what they say that does not fit."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from deconflict.packs import Packs
from deconflict.packs.lying import certain
from deconflict.record import Claim, When, Where, ZoneRelation


def in_zones(place: Where | None, time: When | None, claims: Iterable[Claim], packs: Packs) -> Where | None:
    """The place with the zones of the event's own time; where a claim's word on a zone contradicts its place, that stays."""
    if place is None or not packs.zones:
        return place
    lies = {relation.zone: relation for relation in place.lies}
    if time:
        lies = _at(time, place, packs)
    for relation in (relation for claim in claims if claim.where for relation in claim.where.lies if relation.said):
        if relation.fits is False or (relation.zone in lies and lies[relation.zone].said is None and relation.fits):
            lies[relation.zone] = relation
    found = tuple(lies[zone] for zone in sorted(lies))
    return msgspec.structs.replace(place, zones=certain(found), lies=found)


def _at(time: When, place: Where, packs: Packs) -> dict[str, ZoneRelation]:
    """The place's own relations as far as those zones stood at the time, and those to zones that only now are known to."""
    found = {relation.zone: relation for relation in packs.lying(place, time.earliest, time.latest)}
    for relation in place.lies:
        zone = packs.zone(relation.zone)
        stood = zone.stood(time.earliest, time.latest) if zone else None
        if stood is not False:
            found[relation.zone] = msgspec.structs.replace(relation, in_force=stood)
    return found
