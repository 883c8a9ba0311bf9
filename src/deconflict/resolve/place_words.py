"""The place words of a claim, with what stands between them: "the town" of "the town of X" is no place of its own; in "X and Y
provinces" both are provinces.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from deconflict.record import Claim, Span

_JOINED = (" of ", " near ")
_LISTED = (" and ", ", and ", ", ")


class Said(msgspec.Struct, frozen=True):
    """Place words and where they begin. `listed`: they go on a list that the words before them began ("X and Y")."""

    words: str
    span: Span
    listed: bool = False


def place_words(claim: Claim) -> tuple[Said, ...]:
    """The claim's place words, the most specific first, as the reader has them; those of one phrase as one."""
    spans = [role.span for role in claim.role("place")]
    gaps = {span: _gap_before(claim, span, spans) for span in spans}
    inner = {span for at, (span, gap) in enumerate(gaps.items()) if gap == " of " or (gap == " near " and _is_near(spans, at))}
    return tuple(_said(claim, span, spans, inner, gaps[span]) for span in spans if span not in inner)


def _is_near(spans: list[Span], at: int) -> bool:
    """Whether a place told near another is the more specific: "the village near X", and not "in Syria near X"."""
    return any(span.end <= spans[at].start for span in spans[:at] if span.part == spans[at].part)


def _said(claim: Claim, span: Span, spans: list[Span], inner: set[Span], gap: str) -> Said:
    """A span with those that go on from it."""
    end = span
    while following := next((each for each in spans if each in inner and _gap(claim, end, each) in _JOINED), None):
        end = following
    words = span.text if end is span else _between(claim, span.start, end.end)
    return Said(words, span, gap in _LISTED)


def _gap_before(claim: Claim, span: Span, spans: Iterable[Span]) -> str:
    """What stands between the span and the one before it; "" if they are not close."""
    before = [each for each in spans if each.part == span.part and each.end < span.start]
    return _gap(claim, max(before, key=lambda each: each.end), span) if before else ""


def _gap(claim: Claim, before: Span, after: Span) -> str:
    if not (before.within(claim.sentence) and after.within(claim.sentence)) or not 0 < after.start - before.end <= 6:
        return ""
    return _between(claim, before.end, after.start)


def _between(claim: Claim, start: int, end: int) -> str:
    return claim.sentence.text[start - claim.sentence.start : end - claim.sentence.start]
