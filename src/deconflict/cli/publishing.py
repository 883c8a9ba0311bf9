"""From a store to what a page or an export is made of."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deconflict.publish import Published
    from deconflict.store import Store


def published_of(store: Store, record: Path) -> Published:
    """Everything the record's views hold at this moment; the record's file name is the title."""
    from deconflict.publish import Published

    known = store.knowledge()
    return Published(
        title=record.stem,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        reports=tuple(store.reports()),
        claims=tuple(store.claims()),
        events=tuple(store.events()),
        origins=tuple(store.origins()),
        copies=tuple(store.copies()),
        issues=tuple(store.issues()),
        sides=known.sides,
        entities=known.entities,
        outlines=known.outlines,
    )
