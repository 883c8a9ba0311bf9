"""Who acts, suffers or speaks, as a pack or the record knows them."""

from __future__ import annotations

import msgspec

ActorKind = str
"""state, government, armed_forces, armed_group, alliance, agency, monitor, outlet, organisation, person, civilians, generic."""

Side = str
"""A pack's own word for a party to its conflict and those allied with it; "neutral" for monitors, agencies and the like."""


class Entity(msgspec.Struct, frozen=True):
    """An actor known by id. `part_of` is the larger actor it belongs to (an army, its state)."""

    id: str
    name: str
    kind: ActorKind
    side: Side | None = None
    country: str | None = None
    part_of: str | None = None
    pack: str = ""
