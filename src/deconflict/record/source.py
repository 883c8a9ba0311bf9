"""Who published a report."""

from __future__ import annotations

import msgspec


class Source(msgspec.Struct, frozen=True):
    """An outlet, agency or other publisher. `kind` and `side` come from a pack; None: no pack knows it."""

    id: str
    name: str
    kind: str | None = None
    side: str | None = None
