"""Whether an event is asserted, disputed, denied or only planned."""

from __future__ import annotations

from collections.abc import Sequence

from deconflict.record import Claim, denies, disowns
from deconflict.record.event import EventStatus

_INTENDED = frozenset({"planned", "demanded"})


def denials(cluster: Sequence[Claim]) -> list[Claim]:
    """The claims that deny the event. A rejection is one only where others tell of a deed; alone it is an event itself.

    Who denies a part in it ("denied involvement") denies no event where others tell of it; what is disputed then is the actor.
    """
    told = any(_tells(claim) for claim in cluster)
    deeds = any(claim.type not in ("REJECT", "ACCUSE") for claim in cluster)
    against = [claim for claim in cluster if claim.status == "denied" or (deeds and denies(claim))]
    return [claim for claim in against if not (told and disowns(claim))]


def answers(cluster: Sequence[Claim]) -> list[Claim]:
    """All that deny: the event, or a part in it."""
    against = {claim.id for claim in denials(cluster)}
    return [claim for claim in cluster if claim.id in against or disowns(claim)]


def standing(cluster: Sequence[Claim]) -> EventStatus:
    """The event's status. A plan is one only where nobody says that it was carried out."""
    against, answered = denials(cluster), answers(cluster)
    rest = [claim for claim in cluster if claim not in answered]
    if not rest:
        return "denied"
    if all(claim.status in _INTENDED for claim in rest):
        return "planned"
    return "disputed" if against else "asserted"


def _tells(claim: Claim) -> bool:
    return claim.type not in ("REJECT", "ACCUSE") and claim.status != "denied"


def only_possible(cluster: Sequence[Claim]) -> bool:
    """Whether nobody says more than that it may have happened."""
    return all(claim.status == "possible" for claim in cluster)
