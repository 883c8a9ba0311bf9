"""When: the time a sentence leaves out, quoted from the nearest sentence of the report that tells of the same incident."""

from __future__ import annotations

from deconflict.read.rules.drafts import Draft
from deconflict.read.rules.places import is_relative, is_wide

Numbered = list[tuple[int, Draft]]
"""The drafts of a report in order, each with the number of its sentence; -1 is the title."""

_BACK, _AHEAD = 12, 4
_HARM = frozenset({"killed", "wounded", "missing", "other"})
_HAPPENED = frozenset({"asserted", "denied", "negated", "possible"})


def lend_times(numbered: Numbered) -> None:
    """Give each incident told without time words those of the nearest sentence that plainly tells of it."""
    timed = [(number, draft) for number, draft in numbered if draft.times and _is_news(draft) and not draft.lasting]
    for number, draft in numbered:
        if not draft.times and not draft.apart and _is_news(draft) and (near := _nearest(number, draft, timed)):
            draft.times = list(near.times)


def _is_news(draft: Draft) -> bool:
    """Whether it tells of force used, or of people hurt, and not of what came before."""
    told = draft.trigger.type == "ASSAULT" or any(count.what in _HARM for count in draft.counts)
    return told and not draft.background and draft.status in _HAPPENED


def _nearest(number: int, draft: Draft, timed: Numbered) -> Draft | None:
    """The nearest sentence that tells of the incident, one before rather than one behind."""
    fit = [
        (abs(at - number), at > number, index)
        for index, (at, other) in enumerate(timed)
        if -_AHEAD <= number - at <= _BACK and is_one_incident(draft, other)
    ]
    return timed[min(fit)[2]][1] if fit else None


def is_one_incident(draft: Draft, other: Draft) -> bool:
    """Whether two mentions plainly tell of one incident: the same toll, or no word that tells them apart."""
    if _tolls(draft) & _tolls(other):
        return True
    a, b = draft.trigger.mode, other.trigger.mode
    return (a == b or not a or not b) and _same_place(draft, other)


def _tolls(draft: Draft) -> set[tuple[str, int | None, int | None]]:
    return {(count.what, count.low, count.high) for count in draft.counts if (count.low or 0) > 1}


def _same_place(draft: Draft, other: Draft) -> bool:
    a, b = _named(draft), _named(other)
    return not a or not b or not a.isdisjoint(b)


def _named(draft: Draft) -> set[str]:
    spans = [span for span in draft.places if not is_wide(span) and not is_relative(span)]
    return {word for span in spans for word in span.text.lower().split() if word[0].isalpha()} - {"city", "province", "the", "of"}
