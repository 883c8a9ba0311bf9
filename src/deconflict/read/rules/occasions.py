"""When: the time a sentence leaves out, quoted from the nearest sentence of the report that tells of the same incident."""

from __future__ import annotations

from deconflict.read.rules.drafts import Draft
from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.places import is_relative, is_wide
from deconflict.read.rules.time_patterns import ONE_DAY

Numbered = list[tuple[int, Draft]]
"""The drafts of a report in order, each with the number of its sentence; -1 is the title."""

_BACK = 6  # sentences; of 426 claims on the tuning half 31 are lent a time at 1, 53 at 3, 61 at 6, 64 at 12 and above
_AHEAD = 2  # sentences; 56 are lent a time at 0, 60 at 1, 62 at 2, 64 at 4; no time is better than a wrong one
_BESIDE = 3  # sentences; of the tolls annotated in the tuning half 8 more get their day, 3 another's; at 2 5 and 3, at 6 10 and 3
_OPENING = 20  # characters of a sentence that hold "On Tuesday the"
_HARM = frozenset({"killed", "wounded", "missing", "other"})
_LONG = bag("""
    offensive offensives fighting fought battle battles battling campaign siege clashes war operation operations counteroffensive
    bloodshed violence
""")
"""Force that lasts longer than a day."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "'s"})
_HAPPENED = frozenset({"asserted", "denied", "negated", "possible"})


def lend_times(numbered: Numbered) -> None:
    """Give each incident told without time words those of the nearest sentence that plainly tells of it.

    A toll of which no sentence does has the day of the news told just before it, or the one day of all the report's dated news.
    """
    timed = [(number, draft) for number, draft in numbered if draft.on_a_day and _is_news(draft)]
    recent = [(number, draft) for number, draft in timed if not any(map(str.isdigit, _days(draft)))]
    is_of_one_day = len({_days(draft) for _, draft in timed}) == 1
    for number, draft in numbered:
        if draft.times or draft.apart or not _is_news(draft):
            continue
        near = _nearest(number, draft, timed)
        if near is None and _is_toll_of_the_news(draft):
            near = _told_beside(number, draft, recent, is_of_one_day)
        draft.times = list(near.times) if near else []


def _told_beside(number: int, draft: Draft, recent: Numbered, anywhere: bool) -> Draft | None:
    """The nearest of the recent news a few sentences before; if `anywhere` also farther off, or behind if not wholly another."""
    beside = [
        (abs(at - number), at > number, index)
        for index, (at, other) in enumerate(recent)
        if 0 <= number - at <= _BESIDE or (anywhere and (at < number or _same_mode(draft, other) or _same_place(draft, other)))
    ]
    return recent[min(beside)[2]][1] if beside else None


def _days(draft: Draft) -> str:
    """The days its time words name; "Mondays" and "Monday" are one. A calendar date, which may be long past, has digits."""
    named = (match[0].lower() for span in draft.times for match in ONE_DAY.finditer(span.text))
    return " ".join(sorted({day.removesuffix("s") if day.endswith("days") else day for day in named}))


def _is_toll_of_the_news(draft: Draft) -> bool:
    """Whether it counts people in one attack, in a sentence that does not open with a day of its own ("On Tuesday they said")."""
    at, line = draft.trigger.at, draft.line
    opening = line.report.body(line.part)[line.sentence.start : line.sentence.start + _OPENING]
    return bool(draft.counts) and _LONG.isdisjoint(line.low[at.first : at.after]) and not ONE_DAY.search(opening)


def _is_news(draft: Draft) -> bool:
    """Whether it tells of force used, or of people hurt, and not of what came before."""
    told = draft.trigger.type == "ASSAULT" or any(count.what in _HARM for count in draft.counts)
    return told and not draft.background and draft.status in _HAPPENED


def _nearest(number: int, draft: Draft, timed: Numbered) -> Draft | None:
    """The nearest sentence that tells of the incident, one before rather than one behind."""
    fit = [
        (abs(at - number), at > number, index)
        for index, (at, other) in enumerate(timed)
        if (0 <= number - at <= _BACK and goes_on(draft, other)) or (0 < at - number <= _AHEAD and goes_on_ahead(draft, other))
    ]
    return timed[min(fit)[2]][1] if fit else None


def goes_on(draft: Draft, earlier: Draft) -> bool:
    """Whether `draft` plainly tells more of what `earlier` told: the same toll, a toll or "the attack" at no other place."""
    if _tolls(draft) & _tolls(earlier):
        return True
    if not _same_mode(draft, earlier) or not _same_place(draft, earlier):
        return False
    return bool(draft.counts) or is_definite(draft) or (_is_act(draft) and bool(_named(draft)))


def goes_on_ahead(draft: Draft, later: Draft) -> bool:
    """Whether a later sentence dates this one: by the same toll, or because it speaks of "the attack"."""
    if _tolls(draft) & _tolls(later):
        return True
    return is_definite(later) and _same_mode(draft, later) and _same_place(draft, later)


def is_definite(draft: Draft) -> bool:
    """ "the attack", "Monday's air strikes": an attack named before, and no long one."""
    at, line = draft.trigger.at, draft.line
    if draft.trigger.verb or not _LONG.isdisjoint(line.low[at.first : at.after]):
        return False
    return any(word in _DEFINITE or word.endswith("days") for word in line.low[max(0, at.first - 2) : at.first])


def _is_act(draft: Draft) -> bool:
    words = draft.line.low[draft.trigger.at.first : draft.trigger.at.after]
    return draft.trigger.verb and _LONG.isdisjoint(words) and not words[0].endswith("s")  # "shells the town": a habit


def _same_mode(draft: Draft, other: Draft) -> bool:
    a, b = draft.trigger.mode, other.trigger.mode
    return a == b or not a or not b


def _tolls(draft: Draft) -> set[tuple[str, int | None, int | None]]:
    return {(count.what, count.low, count.high) for count in draft.counts if (count.low or 0) > 1}


def _same_place(draft: Draft, other: Draft) -> bool:
    a, b = _named(draft), _named(other)
    return not a or not b or not a.isdisjoint(b)


def _named(draft: Draft) -> set[str]:
    spans = [span for span in draft.places if not is_wide(span) and not is_relative(span)]
    return {word for span in spans for word in span.text.lower().split() if word[0].isalpha()} - {"city", "province", "the", "of"}
