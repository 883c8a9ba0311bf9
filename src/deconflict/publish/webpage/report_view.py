"""A report as the page shows it: where it is from, what is doubtful about it, and its words with the claims marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from deconflict.publish.webpage import words
from deconflict.publish.webpage.event_view import Link, dated
from deconflict.publish.webpage.index import Index
from deconflict.publish.webpage.marking import marked
from deconflict.record import Claim, Copy, Report


@dataclass(frozen=True, slots=True)
class Doubt:
    """A flag: what it is in a few words, the reason, and the report's words that raise it."""

    name: str
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class SameWords:
    """Another report that shares wording with this one."""

    link: Link
    share: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report, ready to be shown. `address` is empty unless it is a web address."""

    id: str
    title: Markup
    titled: bool
    source: str
    kind: str
    hue: str
    side: str
    date: str
    known_from: str
    address: str
    count: str
    doubts: tuple[Doubt, ...]
    copies: tuple[SameWords, ...]
    text: Markup


def views(index: Index) -> tuple[ReportView, ...]:
    """All reports by date, those without one at the end."""
    claims, copies = index.claims_by_report(), _copies(index.published.copies)
    ordered = sorted(index.published.reports, key=lambda report: (report.published or "9999", report.source.name, report.id))
    return tuple(_view(report, claims.get(report.id, []), copies[report.id], index) for report in ordered)


def _view(report: Report, claims: Sequence[Claim], copies: Sequence[Copy], index: Index) -> ReportView:
    return ReportView(
        id=report.id,
        title=marked(report, claims, index.event_of, "title") if report.title else Markup("Untitled"),
        titled=any(claim.sentence.part == "title" for claim in claims),
        source=report.source.name or "Unknown outlet",
        kind=words.plain(report.source.kind or ""),
        hue=index.side_class(report.source.side),
        side=index.side_name(report.source.side),
        date=words.moment(report.published) if report.published else "no date known",
        known_from=words.KNOWN_FROM.get(report.published_from or "", ""),
        address=web_address(report.url),
        count=words.counted(len(claims), "claim"),
        doubts=tuple(_doubts(report)),
        copies=tuple(_same_words(copy, report, index) for copy in copies if _other(copy, report) in index.reports),
        text=marked(report, claims, index.event_of),
    )


def web_address(url: str | None) -> str:
    """The address if a browser may safely follow it: http or https, nothing else."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme.lower() in {"http", "https"} and parts.netloc else ""


def _copies(copies: Iterable[Copy]) -> dict[str, list[Copy]]:
    by_report: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        by_report[copy.upstream].append(copy)
        by_report[copy.downstream].append(copy)
    return by_report


def _other(copy: Copy, report: Report) -> str:
    return copy.upstream if copy.downstream == report.id else copy.downstream


def _same_words(copy: Copy, report: Report, index: Index) -> SameWords:
    other = index.reports[_other(copy, report)]
    whose = "of this report's words" if copy.downstream == report.id else "of that report's words"
    return SameWords(Link(other.id, f"{other.title or 'Untitled'} ({dated(other)})"), f"{copy.share:.0%} {whose}", copy.reason)


def _doubts(report: Report) -> Iterable[Doubt]:
    for flag in report.flags:
        quoted = "; ".join(dict.fromkeys(f"“{span.text}”" for span in flag.spans[:8]))
        yield Doubt(words.FLAGS.get(flag.kind, words.plain(flag.kind)), flag.reason, quoted)
