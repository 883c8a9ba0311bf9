"""Whether an event is asserted, disputed, denied or only planned."""

from __future__ import annotations

from collections.abc import Sequence

from deconflict.record import Claim
from deconflict.record.event import EventStatus

_INTENDED = frozenset({"planned", "demanded"})


def denials(cluster: Sequence[Claim]) -> list[Claim]:
    """The claims that deny the event. A rejection is one only where others tell of a deed; alone it is an event itself."""
    deeds = any(claim.type not in ("REJECT", "ACCUSE") for claim in cluster)
    return [claim for claim in cluster if claim.status == "denied" or (deeds and claim.type == "REJECT")]


def standing(cluster: Sequence[Claim]) -> EventStatus:
    """The event's status. A plan is one only where nobody says that it was carried out."""
    against = denials(cluster)
    rest = [claim for claim in cluster if claim not in against]
    if not rest:
        return "denied"
    if all(claim.status in _INTENDED for claim in rest):
        return "planned"
    return "disputed" if against else "asserted"


def only_possible(cluster: Sequence[Claim]) -> bool:
    """Whether nobody says more than that it may have happened."""
    return all(claim.status == "possible" for claim in cluster)
