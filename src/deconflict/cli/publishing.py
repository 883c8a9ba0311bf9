"""From a store to what a page or an export is made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deconflict.publish import Landmark, Published
    from deconflict.record import Event
    from deconflict.store import Store

TOWN = 50_000  # inhabitants; the page draws the largest that lie on its map
CELL = 2.0  # degrees; a town is near an event if it lies in its cell or in one beside it
AROUND = tuple(product((-1, 0, 1), repeat=2))


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
        landmarks=() if known.outlines else landmarks(store.events()),
        zones=known.zones,
    )


def landmarks(events: Iterable[Event]) -> tuple[Landmark, ...]:
    """The bigger towns around the events, for orientation on the map."""
    from deconflict.publish import Landmark
    from deconflict.resolve import Gazetteer

    points = ((event.where.lat, event.where.lon) for event in events if event.where)
    cells = {_cell(lat, lon) for lat, lon in points if lat is not None and lon is not None}
    near = {(y + up, x + right) for y, x in cells for up, right in AROUND}
    towns = Gazetteer.open(None).towns(TOWN) if near else ()
    pointed = ((town, town.lat, town.lon) for town in towns if town.lat is not None and town.lon is not None)
    return tuple(Landmark(town.name, lat, lon, town.population) for town, lat, lon in pointed if _cell(lat, lon) in near)


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return round(lat / CELL), round(lon / CELL)
