"""Which reports repeat which, by the sentences they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from deconflict.record import Copy, Report, Span
from deconflict.record.report import READ_BLOCKS
from deconflict.trace.direction import Standing, days_between, first_of, why_first
from deconflict.trace.wordings import Mention, Wording
from deconflict.trace.words import words_of

REPRINT = 0.5
"""Share of a report's words that stand in another from which the whole of it counts as that other's: a convention, not a
measurement. Half of one's own words is the least that an editor who reports for himself writes."""


def copies(found: Sequence[Wording], reports: Mapping[str, Report], standing: Mapping[str, Standing]) -> tuple[Copy, ...]:
    """A row for each report and the one that had its words first. A wording gives one row to each report but its first."""
    pairs: defaultdict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    words: defaultdict[tuple[str, str], int] = defaultdict(int)
    for wording in found:
        for upstream, mention in _downstream(wording, standing):
            pair = (upstream.report, mention.report)
            pairs[pair].append((_span(reports, upstream), _span(reports, mention)))
            words[pair] += mention.words
    length = {report: _length(reports[report]) for report in {down for _, down in pairs}}
    return tuple(
        Copy(
            up,
            down,
            tuple(sorted(spans)),
            round(min(1.0, words[up, down] / length[down]), 3),
            _reason(len(spans), up, down, standing),
            days_between(standing[up], standing[down]),
        )
        for (up, down), spans in sorted(pairs.items())
    )


def reprinted_from(rows: Iterable[Copy]) -> dict[str, str]:
    """Report -> the report that all its own words count as, followed to the first. Reports of their own are not in it."""
    nearest: dict[str, Copy] = {}
    for row in rows:
        best = nearest.get(row.downstream)
        if row.share >= REPRINT and (best is None or row.share > best.share):
            nearest[row.downstream] = row
    return {report: _root(report, nearest) for report in nearest}


def _root(report: str, nearest: Mapping[str, Copy]) -> str:
    seen = [report]
    while seen[-1] in nearest and nearest[seen[-1]].upstream not in seen:
        seen.append(nearest[seen[-1]].upstream)
    return seen[-1]


def _downstream(wording: Wording, standing: Mapping[str, Standing]) -> Iterable[tuple[Mention, Mention]]:
    """The first mention of the wording with each mention of it in another report."""
    reports = wording.reports()
    if len(reports) < 2:
        return
    first = first_of(reports, standing)
    upstream = next(mention for mention in wording.mentions if mention.report == first)
    yield from ((upstream, mention) for mention in wording.mentions if mention.report != first)


def _span(reports: Mapping[str, Report], mention: Mention) -> Span:
    return reports[mention.report].span(mention.sentence.start, mention.sentence.end, mention.sentence.part)


def _length(report: Report) -> int:
    """Words in the sentences that are read."""
    read = (sentence for sentence in report.sentences if sentence.kind in READ_BLOCKS)
    return max(1, sum(len(words_of(report.body(each.part)[each.start : each.end])) for each in read))


def _reason(sentences: int, up: str, down: str, standing: Mapping[str, Standing]) -> str:
    shared = "One sentence is the same" if sentences == 1 else f"{sentences} sentences are the same"
    return f"{shared} in both. {why_first(standing[up], standing[down])}"
