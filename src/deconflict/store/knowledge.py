"""What a record keeps of the packs it was read with, so that it can travel without them."""

from __future__ import annotations

from typing import Any

import msgspec

from deconflict.record import Entity


class Knowledge(msgspec.Struct, frozen=True):
    """Names of the packs, side id to display name, and the entities that the record names.

    GeoJSON features: `zones` that its places lie in or near, and the `outlines` of an invented country.
    """

    packs: tuple[str, ...] = ()
    sides: dict[str, str] = {}
    entities: dict[str, Entity] = {}
    outlines: tuple[dict[str, Any], ...] = ()
    zones: tuple[dict[str, Any], ...] = ()
