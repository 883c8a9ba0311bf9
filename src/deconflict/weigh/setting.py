"""Where and when an event was, and what kind of act: from the most precise of the claims that agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from deconflict.record import Claim, EventType, Inferred, Trace, When, Where

Noun = TypeVar("Noun", Where, When)
Word = TypeVar("Word", bound=str)

_YEAR_OF_OTHERS = "The report gives the day without a year and carries no date; the year is that of the event's other claims."
_SPEECH = frozenset({"REJECT", "ACCUSE"})


def kind(cluster: Sequence[Claim], trace: Trace) -> tuple[EventType, str | None]:
    """The type most origins give, words about the deed left out, and the mode most origins of that type give."""
    deeds = [claim for claim in cluster if claim.type not in _SPEECH] or list(cluster)
    type_ = _most([(claim.type, claim) for claim in deeds], trace) or deeds[0].type
    modes = [(claim.mode, claim) for claim in deeds if claim.type == type_ and claim.mode]
    return type_, _most(modes, trace)


def where(cluster: Sequence[Claim], trace: Trace) -> Where | None:
    """The most precise place; of equals the one most origins give, then most claims."""
    return _most_precise([(claim.where, claim) for claim in _telling(cluster) if claim.where], _place_key, trace)


def when(cluster: Sequence[Claim], trace: Trace) -> When | None:
    """The most precise time, of a known year first; of equals the one most origins give, then most claims, then the earlier."""
    return _most_precise([(claim.when, claim) for claim in _telling(cluster) if claim.when], lambda each: each.edtf, trace)


def inferred(cluster: Sequence[Claim], when: When | None) -> tuple[Inferred, ...]:
    """The times of claims that give day and month alone, where the event's day is that day of a known year."""
    if when is None or when.earliest is None or when.earliest != when.latest:
        return ()
    day = f"XXXX{when.earliest[4:]}"
    found = (claim for claim in cluster if claim.when and claim.when.edtf == day)
    return tuple(Inferred(claim.id, claim.report, when.earliest, _YEAR_OF_OTHERS) for claim in found)


def _telling(cluster: Sequence[Claim]) -> list[Claim]:
    """Claims that assert the event first; denials and accusations say less about where and when."""
    return [claim for claim in cluster if claim.type not in _SPEECH and claim.status != "denied"] or list(cluster)


def _place_key(where: Where) -> Hashable:
    return (where.geonameid,) if where.geonameid is not None else (where.name.casefold(), where.country)


def _most_precise(found: Sequence[tuple[Noun, Claim]], key: Callable[[Noun], Hashable], trace: Trace) -> Noun | None:
    if not found:
        return None
    finest = min(_coarseness(noun) for noun, _ in found)
    groups: defaultdict[Hashable, list[tuple[Noun, Claim]]] = defaultdict(list)
    for noun, claim in found:
        if _coarseness(noun) == finest:
            groups[key(noun)].append((noun, claim))
    best = min(groups.items(), key=lambda item: (*_support((claim for _, claim in item[1]), trace), str(item[0])))[1]
    return min(best, key=lambda each: (_name(each[0]), each[1].id))[0]


def _coarseness(noun: Where | When) -> tuple[int, bool]:
    """Less is more precise; a time without its year is less so than one with it."""
    return noun.precision, isinstance(noun, When) and noun.earliest is None and noun.latest is None


def _name(noun: Where | When) -> str:
    return noun.name if isinstance(noun, Where) else noun.edtf


def _support(claims: Iterable[Claim], trace: Trace) -> tuple[int, int]:
    """Less is more: minus the origins, minus the claims."""
    ids = [claim.id for claim in claims]
    return -len({trace.origin_of.get(each, each) for each in ids}), -len(ids)


def _most(found: Iterable[tuple[Word, Claim]], trace: Trace) -> Word | None:
    groups: defaultdict[Word, list[Claim]] = defaultdict(list)
    for word, claim in found:
        groups[word].append(claim)
    return min(groups, key=lambda word: (*_support(groups[word], trace), word)) if groups else None
