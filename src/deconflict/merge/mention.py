"""A claim as matching sees it: computed once a claim, compared many times."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from deconflict.merge.families import Family, families, is_period
from deconflict.packs import fold
from deconflict.record import Claim, Outcome, RoleName, Trace, When, denies, disowns, is_vague

Wording = tuple[str, int]
"""The first report that has a sentence, and where it starts there."""

NEWS_DAYS = 7
"""Days in which a sentence is printed as news. Repeated later it is a stock phrase ("the attacks caused damage to property"), and
says nothing on which attack, or tells the history of the war: of the 46 such sentences that the reader takes for news in FA-KES
40 were read by eye, and none was news of one event."""

_UPDATE = re.compile(
    r"\b(?:tolls?|earlier|previous(?:ly)?|initial(?:ly)?|updat\w*|revis\w*|rose|risen|rises?|rais\w+|climb\w*|increas\w*)\b", re.I
)
_ASIDE = re.compile(
    r"^\W*(?:meanwhile|elsewhere|separately|in a separate|in another|in other)\b"
    r"|\b(?:separate|different|similar) (?:air\s?|suicide |rocket |missile )?(?:attack|strike|raid|bombing|blast|incident)s?\b",
    re.I,
)
_FIGHT = re.compile(r"\b(?:fight\w*|fought|battl\w+|clash\w*|combat|offensives?|operations?|hostilities|war)\b", re.I)
_STRIKE = re.compile(r"\b(?:\w*strikes?|\w*raids?|\w*bomb\w*|shell\w*|blasts?|explosions?|massacre)\b", re.I)
"""Fighting goes on for days around the attacks that are told of: most claims of fighting in the sixty most told events of FA-KES,
read by eye, told of no part of the attack they were joined to."""

_LINKING = frozenset({"on", "in", "at", "the", "of", "and", "early", "late", "about", "around"})
_MONTH_AND_DAY = re.compile(r"^X{4}-(\d\d-\d\d)$")
_MEANS = {
    "aerial": "from the air", "drone": "from the air", "unconventional": "from the air", "heavy-weapons": "from the air",
    "explosives": "bomb", "suicide-attack": "bomb", "firearms": "at close range", "primitive": "at close range",
    "beat": "at close range", "sexual": "at close range", "torture": "at close range",
}  # fmt: skip
"""Missiles are told as air strikes and as shelling, gas as either; a bomb laid or carried is told as none of them."""
CIVILIANS = "civilians"
UNNAMED = "unnamed."
"""How packs begin the ids of actors that are no one in particular ("warplanes", "gunmen"): two of them need not be the same. Nor
are the civilians of two attacks: every second claim of violence in FA-KES is about civilians or people."""

_EMPTY = frozenset({"he", "she", "it", "they", "him", "them", "who", "which", "people", "persons", "person", "others", "victims"})


class Toll(msgspec.Struct, frozen=True):
    """The bounds a claim sets on one outcome, parts and joint numbers left out. `vague`: "dozens", "hundreds"."""

    low: int | None
    high: int | None
    category: str
    vague: bool = False


class Mention(msgspec.Struct, frozen=True):
    """A claim prepared for matching. Days are ordinals; `month_day` where the year is not known.

    `disowns`: denies a part in the deed, and not the deed. `counters`: tells what its speaker says happened instead of what he
    denies. `aside`: its sentence sets it apart from what came before. `fight`: tells of fighting that goes on, `strike`: of one
    attack. `only`: of its family its report gives only one event with place and day.
    """

    claim: Claim
    families: tuple[Family, ...]
    period: bool
    first_day: int | None
    last_day: int | None
    month_day: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    instruments: frozenset[str]
    means: str | None
    tolls: dict[Outcome, Toll]
    wording: Wording | None
    origin: str | None
    updates: bool
    denies: bool
    disowns: bool
    time_words: frozenset[str]
    aside: bool = False
    fight: bool = False
    strike: bool = False
    counters: bool = False
    only: bool = False

    @property
    def dated(self) -> bool:
        """Whether its day or days are known."""
        return self.first_day is not None or self.month_day is not None


def mentions(claims: Iterable[Claim], trace: Trace) -> tuple[Mention, ...]:
    """The claims sorted by id, each once, prepared for matching."""
    wording = _wordings(trace)
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    return _in_context([_mention(claim, trace.origin_of.get(claim.id), wording) for claim in ordered])


def _mention(claim: Claim, origin: str | None, wording: Mapping[tuple[str, str, int], Wording]) -> Mention:
    first, last = days_of(claim.when)
    unknown_year = _MONTH_AND_DAY.match(claim.when.edtf) if claim.when else None
    return Mention(
        claim=claim,
        families=families(claim),
        period=is_period(claim),
        first_day=first,
        last_day=last,
        month_day=unknown_year[1] if unknown_year else None,
        actors=_parties(claim, "actor"),
        recipients=_parties(claim, "recipient"),
        instruments=_words(claim, "instrument"),
        means=_MEANS.get(claim.mode or ""),
        tolls=_tolls(claim),
        wording=wording.get((claim.report, claim.sentence.part, claim.sentence.start)),
        origin=origin,
        updates=bool(_UPDATE.search(claim.sentence.text)),
        denies=denies(claim),
        disowns=disowns(claim),
        time_words=frozenset(word for role in claim.role("time") for word in fold(role.span.text).split()) - _LINKING,
        aside=bool(_ASIDE.search(claim.sentence.text)),
        fight=claim.type == "ASSAULT" and bool(_FIGHT.search(claim.trigger.text)),
        strike=claim.type == "ASSAULT" and (claim.mode in _MEANS or bool(_STRIKE.search(claim.trigger.text))),
    )


def _in_context(found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with what only their whole report tells."""
    deniers = {(each.claim.report, each.origin) for each in found if each.denies and not each.disowns and each.origin}
    countered = [msgspec.structs.replace(each, counters=_counters(each, deniers)) for each in found]
    told: defaultdict[tuple[str, Family], set[tuple[str, int | None, str | None]]] = defaultdict(set)
    for each in countered:
        if each.claim.where and each.dated and not each.counters and not each.denies:
            for family in each.families:
                told[each.claim.report, family].add((fold(each.claim.where.name), each.first_day, each.month_day))
    single = {key for key, events in told.items() if len(events) == 1}
    return tuple(
        msgspec.structs.replace(each, only=any((each.claim.report, family) in single for family in each.families))
        for each in countered
    )


def _counters(mention: Mention, deniers: set[tuple[str, str]]) -> bool:
    """Whether somebody tells this instead of what he denies in the same report."""
    told = not mention.denies and mention.claim.type == "ASSAULT" and mention.claim.status == "asserted"
    return told and mention.origin is not None and (mention.claim.report, mention.origin) in deniers


def _wordings(trace: Trace) -> dict[tuple[str, str, int], Wording]:
    """(report, part, start of sentence) -> its wording, for all that another report of the same days has too."""
    found: dict[tuple[str, str, int], Wording] = {}
    for copy in trace.copies:
        if copy.days_between is not None and copy.days_between > NEWS_DAYS:
            continue
        for above, below in copy.sentences:
            wording = (copy.upstream, above.start)
            found[copy.upstream, above.part, above.start] = wording
            found[copy.downstream, below.part, below.start] = wording
    return found


def days_of(when: When | None) -> tuple[int | None, int | None]:
    """First and last day as ordinals; (None, None) if they are not known."""
    if when is None or when.earliest is None or when.latest is None:
        return None, None
    first, last = _ordinal(when.earliest), _ordinal(when.latest)
    return (first, last) if first is not None and last is not None and first <= last else (None, None)


def day_of_year(ordinal: int) -> str:
    """Month and day of an ordinal: "02-07"."""
    return date.fromordinal(ordinal).isoformat()[5:]


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def _parties(claim: Claim, name: RoleName) -> frozenset[str]:
    found = (role.entity or fold(role.span.text) for role in claim.role(name))
    return frozenset(party for party in found if party and party not in (*_EMPTY, CIVILIANS) and not party.startswith(UNNAMED))


def _words(claim: Claim, name: RoleName) -> frozenset[str]:
    return frozenset(word for role in claim.role(name) for word in fold(role.span.text).split() if len(word) > 3)


def _tolls(claim: Claim) -> dict[Outcome, Toll]:
    """The widest count of each outcome: parts of others and joint numbers are none."""
    found: dict[Outcome, Toll] = {}
    for count in claim.counts:
        if count.included_in is None and not count.joint and (count.low, count.high) != (None, None):
            toll = Toll(count.low, count.high, count.category, is_vague(count.span.text))
            before = found.get(count.what)
            if before is None or (toll.low or 0) > (before.low or 0):
                found[count.what] = toll
    return found
