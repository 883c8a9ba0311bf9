"""Resolve: what the reader quoted becomes actors, places, times and numbers that can be compared, or says that it cannot be.

`resolve_report` dates a report and names its source before it is read; `resolve_claims` resolves what was read in it.
"""

from __future__ import annotations

import msgspec

from deconflict.packs import Packs
from deconflict.record import Claim, Count, Flag, Quantity, Report
from deconflict.resolve.actors import with_actors
from deconflict.resolve.dates import no_dates_in
from deconflict.resolve.drift import drift_flags
from deconflict.resolve.gazetteer import Gazetteer
from deconflict.resolve.places import Atlas
from deconflict.resolve.published import published
from deconflict.resolve.report_calendar import Calendar
from deconflict.resolve.zones import with_zones

__all__ = ["Calendar", "Gazetteer", "resolve_claims", "resolve_report"]


def resolve_report(report: Report, packs: Packs, gazetteer: Gazetteer) -> Report:  # noqa: ARG001 - one signature for both
    """The report with its source as the packs know it, the day it was published, and the doubts that its words raise."""
    dated = published(report)
    return msgspec.structs.replace(
        report,
        source=packs.source_named(report.source.name) if report.source.name else report.source,
        published=dated.day if dated else None,
        published_from=dated.found_in if dated else None,
        flags=(*report.flags, *drift_flags(report, packs), *_doubts(report, dated is not None), *_no_dates(report)),
    )


def resolve_claims(report: Report, claims: tuple[Claim, ...], packs: Packs, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """The claims with bounds of counts, actors, place, time and, last, their ids."""
    atlas = Atlas(claims, packs, gazetteer)
    known = with_actors(report, claims, packs, gazetteer)
    calendar = Calendar(report, known)
    return tuple(_resolved(claim, report, packs, atlas, calendar).identified() for claim in known)


def _resolved(claim: Claim, report: Report, packs: Packs, atlas: Atlas, calendar: Calendar) -> Claim:
    counts = tuple(_bounded(count) for count in claim.counts)
    dated = msgspec.structs.replace(claim, counts=counts, when=calendar.when(claim))
    return msgspec.structs.replace(dated, where=with_zones(atlas.where(claim), dated, report, packs))


def _bounded(count: Count) -> Count:
    """The count with the bounds its words set, where the reader left that open."""
    if count.low is not None or count.high is not None:
        return count
    quantity = Quantity.of(count.span.text)
    if quantity is None:
        return count
    return msgspec.structs.replace(count, low=quantity.low, high=quantity.high, approximate=quantity.approximate)


def _no_dates(report: Report) -> tuple[Flag, ...]:
    """A flag if the text names days that the calendar does not have."""
    spans = tuple(report.span(start, end) for start, end in no_dates_in(report.text))
    named = ", ".join(dict.fromkeys(" ".join(span.text.split()) for span in spans))
    return (Flag("impossible_date", f"The calendar has no such day: {named}. It dates nothing.", spans),) if spans else ()


def _doubts(report: Report, is_dated: bool) -> tuple[Flag, ...]:
    doubts = []
    if not is_dated:
        doubts.append(Flag("undated", "Neither the report nor its metadata or address says when it was published."))
    if report.language not in (None, "en"):
        doubts.append(Flag("not_english", f"The text reads as language {report.language!r}; only English is read."))
    return tuple(doubts)
