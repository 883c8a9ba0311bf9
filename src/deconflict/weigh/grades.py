"""How well an event is attested, in the manner of Airwars: by independent origins alone, never by the number of reports."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence

import msgspec

from deconflict.packs import Packs
from deconflict.record import Claim, Finding, Grade, Trace
from deconflict.record.event import EventStatus
from deconflict.weigh.admissions import admitted
from deconflict.weigh.standing import answers, denials


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
    """Confirmed: the party said to have acted says so, and its side does not deny it. This confirms the act, not its toll."""
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
    against, answered = ({claim.id for claim in found} for found in (denials(cluster), answers(cluster)))
    accused = {claim.id for claim in cluster if claim.type == "ACCUSE"}
    hearsay = answered | accused if len(answered | accused) < len(cluster) else answered
    said = {trace.origin_of.get(claim.id, claim.id) for claim in cluster if claim.id not in hearsay}
    unsaid = {trace.origin_of.get(claim, claim) for claim in against}
    return Attested(
        status=status,
        asserting=len(said) if status != "denied" else 0,
        denying=len(unsaid),
        blame_disputed=any(finding.status == "disputed" for finding in actors),
        admitted=admitted(cluster, answered, trace, packs),
    )
