"""The times of one report's claims: its time words with all that the report itself says on when they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from deconflict.record import Claim, Report, Span, When
from deconflict.resolve import edtf
from deconflict.resolve.anchor import Anchor, stem
from deconflict.resolve.beside import is_beside
from deconflict.resolve.dates import WEEKDAY, dates_in
from deconflict.resolve.tense import lies_ahead
from deconflict.resolve.times import most_exact, told

BACK = 400
"""Characters back in which "the same day" finds the day it means: the sentence before, or the one before that."""

MOST_DAYS_AHEAD = 183
"""By the words around it alone no time is taken to lie farther ahead: all six in FA-KES that were lay behind."""

_LEFT_OPEN = re.compile(r"(?<!the day )\b(?:after|before|following|prior to|since)$", re.IGNORECASE)
_NAME_OF_EVENT = 60  # characters behind "after" that hold the event's name
_NAMED_DAY = re.compile(rf"\b(?-i:(?=[A-Z])){WEEKDAY}(?<=day)(?:'?s)?\b|\b(?:yesterday|today)\b", re.IGNORECASE)
_PART_OF_DAY = re.compile(
    r"^(?:(?:at|in|around|before|shortly|just|the|early|late|mid|hours?|of|local|time)[\s-]+)*"
    r"(?:dawn|pre-?dawn|daybreak|sunrise|morning|noon|midday|afternoon|evening|sunset|nightfall|midnight|night)s?$",
    re.IGNORECASE,
)
_PLANS = frozenset({"planned", "demanded"})


class Calendar:
    """Tells when the claims of one report were. `claims`: all that were read in it; those dated before help to date others."""

    def __init__(self, report: Report, claims: Sequence[Claim]) -> None:
        self._report = report
        self._claims = claims
        self._day = date.fromisoformat(report.published[:10]) if report.published else None

    def when(self, claim: Claim) -> When | None:
        """The time of a claim: the most exact of what its time words tell. None if they tell none."""
        return self.told([role.span for role in claim.role("time")], claim.status in _PLANS)

    def told(self, spans: Sequence[Span], ahead: bool = False) -> When | None:
        """The most exact time that words of the report tell. `ahead`: of what is known to be yet to come."""
        return most_exact([self._told(span, ahead) for span in self._whole(spans)])

    def _whole(self, spans: Sequence[Span]) -> list[Span]:
        """The spans without those that lie in others; one of several words that the next goes on with is joined to it."""
        found: list[Span] = []
        for span in sorted(span for span in spans if not any(span != other and span.within(other) for other in spans)):
            last = found[-1] if found else None
            if last and last.part == span.part and " " in last.text and not self._between(last, span).strip():
                found[-1] = self._report.span(last.start, span.end, span.part)
            else:
                found.append(span)
        return found

    def _between(self, first: Span, second: Span) -> str:
        return self._report.body(first.part)[first.end : second.start]

    def _told(self, span: Span, ahead: bool) -> When | None:
        words = " ".join(span.text.split())
        if _PART_OF_DAY.match(words):
            return self._part_of_day(self._time_before(span))
        if is_beside(words):
            known = Anchor(self._day, told=self._time_before(span), events=self._events(span))
            return told(words + self._goes_on(span, words), known)
        anchor = self._anchor(span, words, ahead)
        found = told(words, anchor)
        if found and not ahead and self._is_far(found):  # "the draft would condemn the August 21 attack"
            return told(words, Anchor(self._day, year=anchor.year))
        return found

    def _is_far(self, found: When) -> bool:
        """Whether it is farther ahead than what a sentence says of coming things reaches."""
        if self._day is None or found.earliest is None:
            return False
        return (date.fromisoformat(found.earliest) - self._day).days > MOST_DAYS_AHEAD

    def _goes_on(self, span: Span, words: str) -> str:
        """The words behind "two days after", where they were left out."""
        behind = self._report.body(span.part)[span.end : min(self._sentence(span)[1], span.end + _NAME_OF_EVENT)]
        return behind if _LEFT_OPEN.search(words) and behind[:1].isspace() else ""

    def _anchor(self, span: Span, words: str, ahead: bool) -> Anchor:
        start, end = self._sentence(span)
        body = self._report.body(span.part)
        before, after = body[start : span.start], body[span.end : end]
        cue = lies_ahead(before, words, after)
        said = self._last_day(before[:cue]) if cue is not None else None
        year = None if self._day else _year_beside(before + " " * len(span.text) + after)
        return Anchor(said or self._day, ahead or cue is not None, year)

    def _events(self, asking: Span) -> Mapping[str, date]:
        """The day of each event by the stems of its trigger, of those that are given one day, in words that need no other."""
        plain = [
            (claim, [role.span for role in claim.role("time") if role.span != asking and not is_beside(role.span.text)])
            for claim in self._claims
        ]
        return _days_of_events([(claim, self.told(spans, claim.status in _PLANS)) for claim, spans in plain if spans])

    def _time_before(self, span: Span) -> When | None:
        """The time told last before the words, in their sentence or just before it."""
        return self._last_told(self._report.body(span.part)[max(0, span.start - BACK) : span.start])

    def _sentence(self, span: Span) -> tuple[int, int]:
        for sentence in self._report.sentences:
            if sentence.part == span.part and sentence.start <= span.start < sentence.end:
                return sentence.start, sentence.end
        return span.start, span.end

    def _part_of_day(self, last: When | None) -> When | None:
        """ "At dawn": of the day told last, else of the day of publication; either is a reading, and doubtful."""
        if last and last.earliest and last.earliest == last.latest:
            return edtf.of_day(date.fromisoformat(last.earliest), self._day, "?")
        return edtf.of_day(self._day, self._day, "?") if self._day else None

    def _last_day(self, words: str) -> date | None:
        last = self._last_told(words)
        return date.fromisoformat(last.earliest) if last and last.earliest and last.earliest == last.latest else None

    def _last_told(self, words: str) -> When | None:
        """The time of the last day or month that the words name."""
        anchor = Anchor(self._day)
        named = [(match.start(), match[0]) for match in _NAMED_DAY.finditer(words)]
        named += [(read.start, words[read.start : read.end]) for read in dates_in(words) if read.month]
        return told(max(named)[1], anchor) if named else None


def _year_beside(words: str) -> int | None:
    """The one year that dates in the same sentence have."""
    years = {read.year for read in dates_in(words) if read.year and read.month}
    return years.pop() if len(years) == 1 else None


def _days_of_events(dated: Sequence[tuple[Claim, When | None]]) -> Mapping[str, date]:
    """The day of each event by the stems of its trigger, for those that are given one day in the report."""
    days: defaultdict[str, set[date]] = defaultdict(set)
    for claim, when in dated:
        if when and when.earliest and when.earliest == when.latest:
            for word in _words(claim):
                days[word].add(date.fromisoformat(when.earliest))
    return {word: found.pop() for word, found in days.items() if len(found) == 1}


def _words(claim: Claim) -> Iterator[str]:
    return (stem(word) for word in re.findall(r"[\w'’]+", claim.trigger.text) if len(word) > 3)
