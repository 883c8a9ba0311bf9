"""Phase B over a whole record, its results stored in the place of the old ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deconflict.packs import Packs, feature_of
from deconflict.packs.provisional import with_provisional
from deconflict.pipeline import weigh_record
from deconflict.record import Claim, Entity, Event, Origin
from deconflict.store import Knowledge, Store

TRIES = 5


def weigh_up_to_date(store: Store, packs: Packs, pack_names: Sequence[str]) -> None:
    """Weighs until the record is weighed. Where another run goes on adding readings, that run is left to weigh them.

    Nothing is missed: whoever adds the last reading weighs after that, and no older weighing takes the place of a newer one.
    """
    for _ in range(TRIES):
        if store.is_weighed():
            return
        weigh_again(store, packs, pack_names)


def weigh_again(store: Store, packs: Packs, pack_names: Sequence[str]) -> None:
    """Traces, merges and weighs all live readings; `pack_names` are what the packs were loaded by."""
    through = store.last_reading()
    reports = tuple(store.reports())
    known = {report.id for report in reports}
    claims = tuple(claim for claim in store.claims() if claim.report in known)  # another run may add some meanwhile
    packs = with_provisional(packs, claims)
    weighed = weigh_record(reports, claims, packs)
    entities = known_entities(named_in(claims, weighed.trace.origins), packs)
    near = zones_of(claims, weighed.events)
    zones = tuple(feature_of(zone) for zone in packs.zones if zone.id in near)
    knowledge = Knowledge(tuple(pack_names), dict(packs.sides), entities, tuple(packs.outlines), zones)
    store.replace_weighed(weighed, knowledge, through)


def named_in(claims: Iterable[Claim], origins: Iterable[Origin]) -> Iterator[str]:
    """The ids of all entities that claims and origins name, some more than once."""
    for claim in claims:
        yield from (role.entity for role in claim.roles if role.entity)
        yield from (link.entity for link in claim.attribution if link.entity)
    yield from (origin.entity for origin in origins if origin.entity)


def zones_of(claims: Iterable[Claim], events: Iterable[Event]) -> frozenset[str]:
    """Ids of the zones and lines that the places of claims and events lie in or near."""
    places = (*(claim.where for claim in claims), *(event.where for event in events))
    return frozenset(relation.zone for where in places if where for relation in where.lies)


def known_entities(ids: Iterable[str], packs: Packs) -> dict[str, Entity]:
    """By id, those of `ids` that a pack knows, with the larger actors they are part of.

    A provisional id whose name a pack has come to know leads to the pack's actor.
    """
    found: dict[str, Entity] = {}
    waiting = list(dict.fromkeys(ids))
    while waiting:
        asked = waiting.pop()
        entity = packs.entity(asked)
        if entity and asked not in found:
            found |= {asked: entity, entity.id: entity}
            waiting += [entity.part_of] if entity.part_of else []
    return dict(sorted(found.items()))
