"""From a cluster of claims to an event: what its origins say, how far they agree, and how well it is attested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deconflict.packs import Packs
from deconflict.record import Claim, Event, Report, Trace, content_id
from deconflict.weigh.grades import grade
from deconflict.weigh.parties import actors, recipients
from deconflict.weigh.setting import inferred, kind, when, where
from deconflict.weigh.standing import only_possible, standing
from deconflict.weigh.titles import title
from deconflict.weigh.tolls import tolls
from deconflict.weigh.zones import in_zones


def weigh(cluster: Sequence[Claim], reports: Mapping[str, Report], trace: Trace, packs: Packs) -> Event:
    """The event of the claims. Their order changes nothing; the id is that of the claim with the least id, so it seldom moves."""
    claims = tuple(sorted(cluster, key=lambda claim: claim.id))
    type_, mode = kind(claims, trace)
    time = when(claims, trace)
    place = in_zones(where(claims, trace), time, claims, packs)
    status, counted = standing(claims), tolls(claims, reports, trace)
    acted = actors(claims, reports, trace, packs)
    background = all(claim.background for claim in claims)
    heard = {trace.origin_of.get(claim.id, claim.id) for claim in claims}
    return Event(
        id=content_id("e", claims[0].id),
        type=type_,
        mode=mode,
        title=title(type_, mode, status, only_possible(claims), background, place, time, counted),
        status=status,
        where=place,
        when=time,
        actors=acted,
        recipients=recipients(claims, reports, trace, packs),
        tolls=counted,
        claims=tuple(claim.id for claim in claims),
        reports=len({claim.report for claim in claims}),
        origins=len(heard),
        sides=_sides(heard, trace),
        grade=grade(claims, status, acted, trace, packs),
        background=background,
        inferred=inferred(claims, time),
    )


def _sides(origins: set[str], trace: Trace) -> tuple[str, ...]:
    known = (trace.by_id[origin] for origin in origins if origin in trace.by_id)
    return tuple(sorted({origin.side for origin in known if origin.side}))
