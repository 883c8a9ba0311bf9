"""How well an event is attested, in the manner of Airwars: by independent origins alone, never by the number of reports."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence

import msgspec

from deconflict.packs import Packs
from deconflict.record import Claim, Entity, Finding, Grade, Origin, Trace
from deconflict.record.event import EventStatus
from deconflict.weigh.parties import related
from deconflict.weigh.standing import denials

SPEECH_ACTS = frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN"})
"""Who threatens or accuses is the speaker by the nature of the act; that confirms nothing."""

_PARTIES = frozenset({"state", "government", "armed_forces", "armed_group", "alliance", "agency", "person"})
"""Kinds of actor that can answer for an act; a monitor or an outlet of the same side cannot."""


class Attested(msgspec.Struct, frozen=True):
    """Who stands for the event: origins that assert it, whether any denies it, blames another, or owns to it."""

    status: EventStatus
    asserting: int
    denying: int
    blame_disputed: bool
    admitted: bool


def announced(attested: Attested) -> bool:
    """Announced: planned or demanded, and nobody says that it happened."""
    return attested.status == "planned"


def rejected(attested: Attested) -> bool:
    """Denied: the record holds denials, and no origin that asserts it."""
    return attested.asserting == 0


def confirmed(attested: Attested) -> bool:
    """Confirmed: the side that is said to have acted says so itself and does not deny it. This confirms the act, not its toll."""
    return attested.admitted


def contested(attested: Attested) -> bool:
    """Contested: origins contradict each other on whether it happened or who did it."""
    return attested.denying > 0 or attested.blame_disputed


def fair(attested: Attested) -> bool:
    """Fair: two or more independent origins say so, and none contradicts them."""
    return attested.asserting > 1


def weak(attested: Attested) -> bool:
    """Weak: one origin says so, however many reports repeat it."""
    return attested.asserting == 1


GRADES: tuple[tuple[Callable[[Attested], bool], str], ...] = (
    (announced, "announced"), (rejected, "denied"), (confirmed, "confirmed"), (contested, "contested"),
    (fair, "fair"), (weak, "weak"),
)  # fmt: skip
"""The first rule that holds gives the grade."""


def grade(cluster: Sequence[Claim], status: EventStatus, actors: Sequence[Finding], trace: Trace, packs: Packs) -> Grade:
    """The grade and its rule in words."""
    attested = _attested(cluster, status, actors, trace, packs)
    return next(Grade(label, inspect.getdoc(rule) or label) for rule, label in GRADES if rule(attested))


def _attested(cluster: Sequence[Claim], status: EventStatus, actors: Sequence[Finding], trace: Trace, packs: Packs) -> Attested:
    against = {claim.id for claim in denials(cluster)}
    accused = {claim.id for claim in cluster if claim.type == "ACCUSE"}
    hearsay = against | accused if len(against | accused) < len(cluster) else against
    said = {trace.origin_of.get(claim.id, claim.id) for claim in cluster if claim.id not in hearsay}
    unsaid = {trace.origin_of.get(claim, claim) for claim in against}
    return Attested(
        status=status,
        asserting=len(said) if status != "denied" else 0,
        denying=len(unsaid),
        blame_disputed=any(finding.status == "disputed" for finding in actors),
        admitted=_admitted(cluster, against, trace, packs),
    )


def _admitted(cluster: Sequence[Claim], against: set[str], trace: Trace, packs: Packs) -> bool:
    """Whether a speaker says of its own side that it did this, and nobody of that side denies it."""
    denying = {origin.side for claim in against if (origin := trace.by_id.get(trace.origin_of.get(claim, "")))}
    for claim in cluster:
        origin = trace.by_id.get(trace.origin_of.get(claim.id, ""))
        deed = claim.type not in SPEECH_ACTS and claim.status == "asserted" and claim.id not in against
        if not deed or origin is None or origin.side in denying:
            continue
        if any(_owns(origin, packs.entity(role.entity), packs) for role in claim.role("actor") if role.entity):
            return True
    return False


def _owns(origin: Origin, actor: Entity | None, packs: Packs) -> bool:
    speaker = packs.entity(origin.entity) if origin.entity and origin.kind == "speaker" else None
    if speaker is None or actor is None or speaker.kind not in _PARTIES:
        return False
    same_side = speaker.side is not None and speaker.side == actor.side and speaker.side != "neutral"
    return related(speaker.id, actor.id, packs) or same_side
