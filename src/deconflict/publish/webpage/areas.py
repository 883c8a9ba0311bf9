"""What the map shows under the dots: zones and lines that events lie in or near, and areas that relative words leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deconflict.publish.published import Feature
from deconflict.record import Event


def areas(events: Sequence[Event], zones: Iterable[Feature]) -> list[Feature]:
    """GeoJSON features whose properties are a style class and a tool tip."""
    near = {relation.zone for event in events if event.where for relation in event.where.lies}
    shown = (zone for zone in zones if zone["properties"]["id"] in near)
    return [*map(_zone, shown), *_told(events)]


def _zone(zone: Feature) -> Feature:
    facts = zone["properties"]
    days = f", from {facts['from'] or 'earlier'} to {facts['to'] or 'now'}" if facts["from"] or facts["to"] else ""
    tip = f"{facts['name']}{days}; drawn to {facts['error_km']:g} km"
    style = "line" if zone["geometry"]["type"] == "LineString" else "zone"
    return {"type": "Feature", "geometry": zone["geometry"], "properties": {"class": style, "tip": tip}}


def _told(events: Iterable[Event]) -> Iterator[Feature]:
    for event in events:
        relation = event.where.relation if event.where else None
        if relation and relation.outline:
            ring = [list(point) for point in (*relation.outline, relation.outline[0])]
            facts = {"class": "told", "tip": f"{event.title}: {relation.words or relation.anchor}"}
            yield {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": facts}
