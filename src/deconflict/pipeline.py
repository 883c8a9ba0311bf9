"""The order of the steps, written once. Read this first.

Phase A, one report at a time, a pure function: ingest, segment, read, resolve.
Phase B, over the whole record: trace, merge, weigh.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deconflict import ingest, merge, resolve, segment, trace, weigh
from deconflict.packs import Packs
from deconflict.read import Reader
from deconflict.record import Claim, Event, Issue, Raw, Reading, Report, Weighed
from deconflict.record.report import READ_BLOCKS
from deconflict.resolve import Gazetteer


def read_report(raw: Raw, reader: Reader, packs: Packs, gazetteer: Gazetteer) -> Reading:
    """What `reader` makes of one input. Errors: `Unreadable` if no report can be made of it."""
    report = ingest.report_of(raw)  # bytes and rows become a text that is fixed for ever
    report = segment.segment(report)  # blocks: news or boilerplate; sentences
    report = resolve.resolve_report(report, packs, gazetteer)  # source, day of publication, doubts
    if not_read := why_not_to_read(report):
        return Reading(report, (), reader.name, (not_read,))
    claims = reader.read(report)  # who did what to whom, where, when, how many, says who
    claims = resolve.resolve_claims(report, claims, packs, gazetteer)  # words become actors, places, times, bounds
    return Reading(report, claims, reader.name, () if claims else (why_no_claims(report, reader),))


def weigh_record(reports: Sequence[Report], claims: Sequence[Claim], packs: Packs) -> Weighed:
    """What all readings of a record come to: where the claims come from, which speak of one event, how far they agree."""
    traced = trace.trace(reports, claims, packs)  # a reprint is no second witness
    links = merge.link(claims, traced)  # same event, different, unsure, each with reasons
    by_id: Mapping[str, Report] = {report.id: report for report in reports}
    events = (weigh.weigh(cluster, by_id, traced, packs) for cluster in merge.clusters(claims, links))
    return Weighed(traced, links, tuple(sorted(events, key=most_told_first)))


def most_told_first(event: Event) -> tuple[bool, int, int, str, str]:
    """The order of events: news before background, then by how many reports and origins tell of them, then by day."""
    day = event.when.earliest if event.when and event.when.earliest else "unknown"
    return (event.background, -event.reports, -event.origins, day, event.id)


def why_not_to_read(report: Report) -> Issue | None:
    """The issue of a report that is kept and not read, because its language is not one the readers know."""
    doubt = next((flag for flag in report.flags if flag.kind == "not_english"), None)
    if doubt is None:
        return None
    return Issue(
        "not_english", report.key, f"The report is kept but was not read: {doubt.reason}", "Give a translation.", report.id
    )


def why_no_claims(report: Report, reader: Reader) -> Issue:
    """The issue of a report in which nothing was found: an empty result always says why."""
    news = sum(sentence.kind in READ_BLOCKS for sentence in report.sentences)
    if news:
        reason = f"None of its sentences of news ({news}) tells of an event that the {reader.name.name} reader knows."
    else:
        reason = "No sentence of news is left in it after boilerplate (headline, byline, captions, teasers, prompts)."
    return Issue("no_claims", report.key, reason, report=report.id, skipped=False)
