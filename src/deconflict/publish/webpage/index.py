"""What the parts of the page look up of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from deconflict.publish.published import Published
from deconflict.publish.webpage.palette import NO_PARTY, side_classes
from deconflict.record import Claim, Entity, Flag, Report


class Index:
    """The published record by id. `anchors` are the claims whose words are on the page: a link to any other leads nowhere."""

    def __init__(self, published: Published) -> None:
        self.published = published
        self.reports = published.report_by_id()
        self.claims = published.claim_by_id()
        self.origins = published.origin_by_id()
        self.event_of = {claim: event.id for event in published.events for claim in event.claims}
        self.anchors = {claim.id for claim in published.claims if claim.report in self.reports}
        states = (entity for entity in published.entities.values() if entity.kind == "state" and entity.country)
        self.countries = {state.country or "": state.name for state in states}
        self._named = {entity.name: entity for entity in published.entities.values()}
        self._classes = side_classes(published)

    def side_class(self, side: str | None) -> str:
        """The style class of a side's hue."""
        return self._classes.get(side or "", NO_PARTY)

    def side_name(self, side: str | None) -> str:
        """The side's sober name; empty where no side is known."""
        if side == "neutral":
            return self.published.sides.get(side, "No party to the conflict")
        return self.published.sides.get(side, side) if side else ""

    def entity(self, named: str | None) -> Entity | None:
        """The actor of that id or name, if it is known."""
        return self.published.entities.get(named or "") or self._named.get(named or "")

    def linked(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Those of the claims that can be linked to, in order and once each."""
        return tuple(dict.fromkeys(claim for claim in claims if claim in self.anchors))

    def reports_of(self, claims: Iterable[str]) -> tuple[Report, ...]:
        """The reports the claims stand in, each once."""
        found = (self.claims[claim].report for claim in claims if claim in self.anchors)
        return tuple(self.reports[report] for report in dict.fromkeys(found))

    def claims_by_report(self) -> dict[str, list[Claim]]:
        """The claims of each report, in the order of reading."""
        by_report: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.published.claims, key=lambda claim: (claim.sentence, claim.trigger)):
            by_report[claim.report].append(claim)
        return by_report


def flags_of(reports: Sequence[Report]) -> tuple[Flag, ...]:
    """The doubts about those reports, one of each kind."""
    return tuple({flag.kind: flag for report in reports for flag in report.flags}.values())
