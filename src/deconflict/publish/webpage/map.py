"""The map of the events: borders, dots and names, with no tile server. Borders are for orientation and claim nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree import ElementTree

from markupsafe import Markup

from deconflict.borders import topology
from deconflict.publish.published import Feature, Landmark
from deconflict.publish.webpage import words
from deconflict.publish.webpage.drawing import Spec, drawn, markup
from deconflict.publish.webpage.places import Place, Window

WIDTH, HEIGHT = 960, 560
NAMED_PLACES, LANDMARKS = 90, 40  # more names than that only cover each other
LETTER, LINE = 6.2, 13  # a name's size in units: the width of a letter, the height of a line


def drawing(
    found: Sequence[Place],
    shown: Window,
    outlines: Sequence[Feature],
    landmarks: Iterable[Landmark],
    areas: Sequence[Feature] = (),
) -> Markup:
    """The map as SVG; `areas` lie under the dots.

    Names that would cover each other have the class `tight`; the script shows them when there is room.
    """
    seen = [place for place in found if shown.padded(0.5).holds(place.lat, place.lon)]
    towns = sorted((town for town in landmarks if shown.padded(0.5).holds(town.lat, town.lon)), key=lambda town: -town.population)
    names = _names(seen, towns[:LANDMARKS])
    root = drawn(_spec(seen, towns[:LANDMARKS], names, shown, outlines, areas))
    _hide_tight(root, [name["gap"] for name in names])
    return markup(root, "map", "Map of the events")


def _spec(
    seen: Sequence[Place],
    towns: Sequence[Landmark],
    names: list[dict[str, Any]],
    shown: Window,
    outlines: Sequence[Feature],
    areas: Sequence[Feature],
) -> Spec:
    corners = [[shown.west, shown.south], [shown.east, shown.north]]
    # Half a map beyond each edge is drawn as well, so that there is something to drag into view.
    beyond = [[-WIDTH / 2, -HEIGHT / 2], [WIDTH * 1.5, HEIGHT * 1.5]]
    fit = {"type": "Feature", "geometry": {"type": "MultiPoint", "coordinates": corners}}
    point = {"type": "geopoint", "projection": "flat", "fields": ["lon", "lat"], "as": ["x", "y"]}
    return {
        "$schema": "https://vega.github.io/schema/vega/v6.json",
        "width": WIDTH,
        "height": HEIGHT,
        "padding": 0,
        "autosize": "none",
        "projections": [{"name": "flat", "type": "mercator", "fit": fit, "size": [WIDTH, HEIGHT], "clipExtent": beyond}],
        "data": [
            {"name": "countries", **_borders(outlines)},
            {"name": "areas", "values": [_clockwise(area) for area in areas]},
            {"name": "towns", "values": [_town(town) for town in towns], "transform": [point]},
            {"name": "places", "values": [_dot(place) for place in seen], "transform": [point]},
            {"name": "names", "values": names, "transform": [point]},
        ],
        "marks": [_land(), _shapes(), _symbols("town", "towns"), _symbols("place", "places"), _texts()],
    }


def _borders(outlines: Sequence[Feature]) -> dict[str, Any]:
    if outlines:
        return {"values": [_clockwise(feature) for feature in outlines]}
    return {"values": topology(), "format": {"type": "topojson", "feature": "countries"}}


def _clockwise(feature: Feature) -> Feature:
    """GeoJSON winds outer rings against the clock; the projection takes such a ring for all the world around it."""
    geometry, facts = feature["geometry"], feature["properties"]
    if geometry["type"] == "LineString":
        return feature
    many = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if many else [geometry["coordinates"]]
    turned = [[_wound(ring, clockwise=not depth) for depth, ring in enumerate(polygon)] for polygon in polygons]
    return {"type": "Feature", "properties": facts, "geometry": {"type": "MultiPolygon", "coordinates": turned}}


def _wound(ring: list[list[float]], *, clockwise: bool) -> list[list[float]]:
    doubled = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    return ring if (doubled > 0) == clockwise else ring[::-1]


def _dot(place: Place) -> dict[str, Any]:
    count = len(place.events)
    target = place.events[0].id if count == 1 else place.id
    near = "" if place.exact else ", somewhere in the area"
    tip = f"{place.name}{near}: {words.counted(count, 'event')}"
    style = "dot" if place.exact else "ring"
    return {"lat": place.lat, "lon": place.lon, "size": area(count), "class": style, "href": f"#{target}", "tip": tip}


def _town(town: Landmark) -> dict[str, Any]:
    return {"lat": town.lat, "lon": town.lon, "size": 9, "class": "town", "tip": town.name}


def _names(seen: Sequence[Place], towns: Sequence[Landmark]) -> list[dict[str, Any]]:
    """Those of the places first, the most events first; a town of the same name is not named twice."""
    named: dict[str, dict[str, Any]] = {}
    for place in seen[:NAMED_PLACES]:
        gap = 4 + (area(len(place.events)) / 3.14) ** 0.5
        named.setdefault(place.name, {"name": place.name, "lat": place.lat, "lon": place.lon, "gap": gap, "class": "name"})
    for town in towns:
        named.setdefault(town.name, {"name": town.name, "lat": town.lat, "lon": town.lon, "gap": 5, "class": "faint"})
    return list(named.values())


def _land() -> dict[str, Any]:
    shape = {"type": "geoshape", "projection": "flat"}
    return {"type": "shape", "name": "land", "from": {"data": "countries"}, "transform": [shape]}


def _shapes() -> dict[str, Any]:
    shape = {"type": "geoshape", "projection": "flat"}
    fields = {"fill": "properties.class", "description": "properties.tip"}
    enter = {channel: {"field": field} for channel, field in fields.items()}
    return {"type": "shape", "name": "area", "from": {"data": "areas"}, "encode": {"enter": enter}, "transform": [shape]}


def _symbols(name: str, data: str) -> dict[str, Any]:
    fields = {"x": "x", "y": "y", "size": "size", "fill": "class", "href": "href", "description": "tip"}
    enter = {channel: {"field": field} for channel, field in fields.items()}
    return {"type": "symbol", "name": name, "from": {"data": data}, "encode": {"enter": enter}}


def _texts() -> dict[str, Any]:
    enter: dict[str, Any] = {"x": {"field": "x"}, "y": {"field": "y"}, "text": {"field": "name"}}
    enter |= {"fill": {"field": "class"}, "baseline": {"value": "middle"}, "fontSize": {"value": 11}}
    return {"type": "text", "name": "label", "from": {"data": "names"}, "encode": {"enter": enter}}


def area(events: int) -> float:
    """The size of a place's dot in square units: 6 units from its middle for one event, 21 for a hundred."""
    return 100 + 26 * math.pow(min(events, 100), 0.85)


def _hide_tight(root: ElementTree.Element, gaps: Iterable[float]) -> None:
    """Names stand a gap beside their dot, the important ones first; one that would cover another waits for more room."""
    taken: list[tuple[float, float, float, float]] = []
    for text, gap in zip(root.iter("text"), gaps, strict=True):
        x, y = (float(part) for part in text.get("transform", "").removeprefix("translate(").partition(")")[0].split(","))
        text.set("dx", f"{gap:.1f}")
        box = (x + gap, y - LINE / 2, x + gap + LETTER * len(text.text or ""), y + LINE / 2)
        free = not any(box[0] < right and left < box[2] and box[1] < low and high < box[3] for left, high, right, low in taken)
        text.set("class", text.attrib.pop("fill", "") + ("" if free else " tight"))
        if free:
            taken.append(box)
