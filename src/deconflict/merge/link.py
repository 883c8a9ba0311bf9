"""Links between claims: candidates by blocks, a verdict on each pair."""

from __future__ import annotations

from collections.abc import Iterable

from deconflict.merge.blocks import pairs
from deconflict.merge.copies import copied
from deconflict.merge.judge import judge
from deconflict.merge.mention import Mention, mentions
from deconflict.record import Claim, Link, Trace


def link(claims: Iterable[Claim], trace: Trace) -> tuple[Link, ...]:
    """The links between claims that may speak of one event, sorted. The order of claims changes nothing."""
    found = mentions(claims, trace)
    again = copied(found)
    first = tuple(mention for at, mention in enumerate(found) if at not in again)
    compared = [(found[original], found[at]) for at, original in again.items()]
    compared += [(first[one], first[other]) for one, other in pairs(first)]
    links = (judge(*_ordered(one, other)) for one, other in compared)
    return tuple(sorted((link for link in links if link is not None), key=lambda link: (link.a, link.b)))


def _ordered(one: Mention, other: Mention) -> tuple[Mention, Mention]:
    return (one, other) if one.claim.id < other.claim.id else (other, one)
