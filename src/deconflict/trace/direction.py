"""Which of two reports with the same words had them first: by credit, then by date, and if neither tells, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from deconflict.packs import Packs
from deconflict.record import Report, Source, Span
from deconflict.trace.credits import credited

UNDATED = "9999"
"""Sorts reports without a date behind all others: nothing says that they were first."""


class Standing(msgspec.Struct, frozen=True):
    """A report's place in time and whom it credits. Standings sort by date, then by the report's own name and id."""

    published: str
    key: str
    report: str
    source: Source
    credits: tuple[tuple[Source, Span], ...] = ()

    def order(self) -> tuple[str, str, str]:
        """What decides between two reports that do not credit one another."""
        return self.published, self.key, self.report

    def credits_source(self, source: Source) -> bool:
        """Whether the report names that outlet as its source."""
        return any(named.id == source.id for named, _ in self.credits)


def standings(reports: Iterable[Report], packs: Packs) -> dict[str, Standing]:
    """The standing of each report by its id, in order of time."""
    found = [
        Standing(report.published or UNDATED, report.key, report.id, report.source, credited(report, packs)) for report in reports
    ]
    return {standing.report: standing for standing in sorted(found, key=Standing.order)}


def first_of(reports: Iterable[str], standing: Mapping[str, Standing]) -> str:
    """The report that had the words first: one whose outlet others of them credit, else the earliest."""
    among = [standing[report] for report in reports]
    sources = {named.id for each in among for named, _ in each.credits}
    return min(among, key=lambda each: (each.source.id not in sources, *each.order())).report


def days_between(one: Standing, other: Standing) -> int | None:
    """Days between the publication of the two; None if either has no date."""
    if UNDATED in (one.published, other.published):
        return None
    return abs(date.fromisoformat(one.published[:10]) - date.fromisoformat(other.published[:10])).days


def why_first(upstream: Standing, downstream: Standing) -> str:
    """The reason for the direction, as a sentence for the reader of the record."""
    for named, span in downstream.credits:
        if named.id == upstream.source.id:
            return f"The later report names {named.name} as its source (“{span.text}”)."
    if UNDATED in (upstream.published, downstream.published) or upstream.published == downstream.published:
        return "Which of the two was first is not known."
    return f"One was published on {upstream.published[:10]}, the other on {downstream.published[:10]}."
