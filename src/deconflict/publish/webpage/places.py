"""Where the events were: one dot a place, the part of the world that most of them lie in, and the names for orientation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from deconflict.publish.published import Feature
from deconflict.record import Event

PROVINCE = 3  # where_prec from which a point stands for an area
COUNTRY = 6  # where_prec from which a point says too little to be drawn
NEARBY = 12.0  # degrees; events within so many are shown on one map whatever their number
TAIL = 0.05  # share of the events at each edge that may lie beyond the map when they spread wider
REACH = 0.35  # share of its size by which the map then grows to take in places just outside
LEAST = 0.5  # degrees a map shows at least, or a single town would be all of it


@dataclass(frozen=True, slots=True)
class Place:
    """A point that events share. `exact`: the events were there; else somewhere in an area around it."""

    id: str
    name: str
    lat: float
    lon: float
    exact: bool
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world in degrees WGS 84. One that would cross the 180th meridian is drawn as a world map."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies in it."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def padded(self, share: float) -> Window:
        """Larger by `share` of its size, and never smaller than LEAST."""
        wide = max((self.east - self.west) * share, (LEAST - (self.east - self.west)) / 2)
        high = max((self.north - self.south) * share, (LEAST - (self.north - self.south)) / 2)
        return Window(
            max(self.west - wide, -180), max(self.south - high, -84), min(self.east + wide, 180), min(self.north + high, 84)
        )


def places(events: Iterable[Event]) -> tuple[Place, ...]:
    """The places of events known more closely than to the country, the most events first."""
    by_point: dict[tuple[float, float, bool], list[Event]] = defaultdict(list)
    for event in events:
        where = event.where
        if where and where.lat is not None and where.lon is not None and where.precision < COUNTRY:
            by_point[round(where.lat, 3), round(where.lon, 3), where.precision < PROVINCE].append(event)
    ranked = sorted(by_point.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_place(number, point, found) for number, (point, found) in enumerate(ranked))


def _place(number: int, point: tuple[float, float, bool], events: Sequence[Event]) -> Place:
    names = Counter(event.where.name for event in events if event.where)
    lat, lon, exact = point
    return Place(f"p-{number}", names.most_common(1)[0][0], lat, lon, exact, tuple(events))


def window(found: Sequence[Place], outlines: Iterable[Feature] = ()) -> Window:
    """All places if they lie near each other, else where nine in ten events were and what is close to them; outlines whole."""
    corners = [point for feature in outlines for point in points(feature["geometry"]["coordinates"])]
    if corners:
        lons, lats = [lon for lon, _ in corners], [lat for _, lat in corners]
        return Window(min(lons), min(lats), max(lons), max(lats)).padded(0.03)
    whole = _window(found, 0)
    if max(whole.east - whole.west, whole.north - whole.south) > NEARBY:
        reach = _window(found, TAIL).padded(REACH)
        whole = _window([place for place in found if reach.holds(place.lat, place.lon)], 0)
    return whole.padded(0.1)


def points(coordinates: Sequence[Any]) -> Iterator[tuple[float, float]]:
    """The points (longitude, latitude) of a GeoJSON geometry, however deep its rings lie."""
    if isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
    else:
        for part in coordinates:
            yield from points(part)


def _window(found: Sequence[Place], tail: float) -> Window:
    west, east = _edges([(place.lon, len(place.events)) for place in found], tail)
    south, north = _edges([(place.lat, len(place.events)) for place in found], tail)
    return Window(west, south, east, north)


def _edges(weighted: Iterable[tuple[float, int]], tail: float) -> tuple[float, float]:
    spread = sorted(value for value, weight in weighted for _ in range(weight))
    cut = int(len(spread) * tail)
    return spread[cut], spread[-1 - cut]
