"""Which claims can speak of one event at all: families of event types, and days set apart from longer periods."""

from __future__ import annotations

import re

from deconflict.record import Claim, Role, denies

Family = str
"""violence, detention, control, movement, talk, aid, protest, sanction."""

_DETENTION = frozenset({"abduct", "arrest", "deport"})
_FAMILY = {
    "ASSAULT": "violence", "COERCE": "control", "MOBILIZE": "movement", "RETREAT": "movement", "AID": "aid", "PROTEST": "protest",
    "SANCTION": "sanction",
}  # fmt: skip
_ABOUT_DEEDS: tuple[Family, ...] = ("control", "detention", "talk", "violence")

PERIOD_PRECISION = 3
"""A time known to the week or worse is a period ("last month", "in 2016"), and what happened in it no event of a day."""

_SINCE = re.compile(r"\bsince\b(?:[^.;,]|\.(?=\S)){0,80}$", re.I)
_SUMS_UP = re.compile(r"\b(?:since|past|last|so far|during|within|over)\b", re.I)


def families(claim: Claim) -> tuple[Family, ...]:
    """The families the claim may belong to. A denial or accusation belongs to talk, and to the deeds it is about."""
    if claim.type == "ACCUSE" or (claim.type == "REJECT" and denies(claim)):
        return _ABOUT_DEEDS
    if claim.mode in _DETENTION:
        return ("detention",)
    return (_FAMILY.get(claim.type, "talk"),)


def is_period(claim: Claim) -> bool:
    """Whether the claim sums up a longer time ("more than 100,000 killed in the conflict") and tells of no event of a day."""
    when = claim.when
    if when is None:
        return claim.background and bool(claim.counts)
    times = claim.role("time")
    summed = when.earliest != when.latest and any(_SUMS_UP.search(role.span.text) for role in times)
    return when.precision >= PERIOD_PRECISION or summed or any(_since(claim, role) for role in times)


def _since(claim: Claim, role: Role) -> bool:
    """Whether the time is one from which on the claim counts ("since a ceasefire ended on 19 September")."""
    before = claim.sentence.text[: max(0, role.span.start - claim.sentence.start)] if role.span.within(claim.sentence) else ""
    return bool(claim.counts) and bool(_SINCE.search(f"{before} {role.span.text}"))
