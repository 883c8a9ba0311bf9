"""What a page or an export is made of: a view of the record at one moment, filled by the caller from a store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from deconflict.record import Claim, Copy, Entity, Event, Issue, Origin, Report

Feature = dict[str, Any]
"""A GeoJSON feature: a `Polygon` or `MultiPolygon` with a `name` among its properties."""


class Landmark(msgspec.Struct, frozen=True):
    """A bigger town, drawn for orientation only. Degrees WGS 84; `population` 0: not known."""

    name: str
    lat: float
    lon: float
    population: int = 0


class Published(msgspec.Struct, frozen=True):
    """Everything that leaves the record in one file. `claims` carry their origin; `made_at` is an ISO date-time with its zone.

    `sides`: side id to display name; `entities`: those that actors, speakers and voices name; `outlines`: the map of an invented
    country, empty for the real world; `zones`: the zones and lines that places of the record lie in or near.
    """

    title: str
    made_at: str
    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    origins: tuple[Origin, ...] = ()
    copies: tuple[Copy, ...] = ()
    issues: tuple[Issue, ...] = ()
    sides: dict[str, str] = {}
    entities: dict[str, Entity] = {}
    outlines: tuple[Feature, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    zones: tuple[Feature, ...] = ()

    def report_by_id(self) -> Mapping[str, Report]:
        """The reports by id."""
        return {report.id: report for report in self.reports}

    def claim_by_id(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.claims}

    def origin_by_id(self) -> Mapping[str, Origin]:
        """The origins by id."""
        return {origin.id: origin for origin in self.origins}

    def name_of(self, entity_id: str | None) -> str | None:
        """The name of that actor; an id nobody knows is shown as it is."""
        entity = self.entities.get(entity_id or "")
        return entity.name if entity else entity_id
