"""Who acts, suffers or speaks, as a pack or the record knows them."""

from __future__ import annotations

import msgspec

ActorKind = str
"""state, government, armed_forces, armed_group, alliance, agency, monitor, outlet, organisation, person, civilians, generic;
unknown: a name that only reports give."""

Side = str
"""A pack's own word for a party to its conflict and those allied with it; "neutral" for monitors, agencies and the like."""

PROVISIONAL = "named:"
"""How ids of those begin whom reports name and no pack knows; "unnamed." begins a pack's common nouns."""


class Entity(msgspec.Struct, frozen=True):
    """An actor known by id. `part_of` is the larger actor it belongs to (an army, its state).

    `provisional`: named by reports, in no pack; its id is made of the name, so it is the same in every report.
    """

    id: str
    name: str
    kind: ActorKind
    side: Side | None = None
    country: str | None = None
    part_of: str | None = None
    pack: str = ""
    provisional: bool = False


def provisional(name: str, folded: str) -> Entity:
    """Somebody whom reports name and no pack knows. `folded`: the name as packs compare names, lower case and single spaces."""
    return Entity(PROVISIONAL + folded.replace(" ", "-"), name, "unknown", provisional=True)


def provisional_words(id: str) -> str | None:  # noqa: A002 - the noun's own word
    """The folded name in a provisional actor's id; None for any other id."""
    return id.removeprefix(PROVISIONAL).replace("-", " ") if id.startswith(PROVISIONAL) else None
