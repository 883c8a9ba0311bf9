"""The events as GeoJSON (RFC 7946): a point where one is known, and no geometry where none is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from deconflict import __version__
from deconflict.errors import PublishRefused
from deconflict.publish.published import Published
from deconflict.publish.writing import writing
from deconflict.record import Event, Finding

DIGITS = 6  # RFC 7946 section 11.2: six digits of a degree are about 10 cm, finer than any report


def write_geojson(published: Published, path: Path) -> int:
    """Writes the events to `path` and returns how many. Raises PublishRefused, WriteFailed."""
    if not published.events:
        raise PublishRefused("The record holds no events, so there is no map to write.", "Read some reports first.")
    with writing(path) as temporary:
        temporary.write_bytes(msgspec.json.encode(collection(published)))
    return len(published.events)


def collection(published: Published) -> dict[str, Any]:
    """The FeatureCollection; what it is and when it was made stand in the foreign member `deconflict`."""
    features = [_feature(event, published) for event in published.events]
    about = {"version": __version__, "title": published.title, "made_at": published.made_at}
    points = [feature["geometry"]["coordinates"] for feature in features if feature["geometry"]]
    box = {"bbox": [*(min(axis) for axis in zip(*points, strict=True)), *(max(axis) for axis in zip(*points, strict=True))]}
    return {"type": "FeatureCollection", **(box if points else {}), "deconflict": about, "features": features}


def _feature(event: Event, published: Published) -> dict[str, Any]:
    return {"type": "Feature", "id": event.id, "geometry": _point(event), "properties": _properties(event, published)}


def _point(event: Event) -> dict[str, Any] | None:
    where = event.where
    if where is None or where.lat is None or where.lon is None:
        return None
    return {"type": "Point", "coordinates": [round(where.lon, DIGITS), round(where.lat, DIGITS)]}


def _properties(event: Event, published: Published) -> dict[str, Any]:
    properties: dict[str, Any] = msgspec.to_builtins(event)
    for moved in ("id", "actors", "recipients", "tolls"):
        del properties[moved]
    properties["actors"] = [_party(finding, published) for finding in event.actors]
    properties["recipients"] = [_party(finding, published) for finding in event.recipients]
    properties["tolls"] = {outcome: _toll(finding) for outcome, finding in event.tolls.items()}
    return properties


def _party(finding: Finding, published: Published) -> dict[str, Any]:
    return {"id": finding.value, "name": published.name_of(finding.value), "status": finding.status}


def _toll(finding: Finding) -> dict[str, Any]:
    bounds = {"low": finding.low, "best": finding.best, "high": finding.high}
    return {**bounds, "status": finding.status, "rule": finding.rule, "voices": len(finding.voices)}
