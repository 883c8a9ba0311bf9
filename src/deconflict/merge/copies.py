"""Claims that copies of one sentence repeat: linked to one of them, so that ten thousand copies are ten thousand links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from deconflict.merge.mention import Mention


def copied(mentions: Sequence[Mention]) -> dict[int, int]:
    """Place of a claim -> place of the first claim that says the same of the same, in a copy of the same sentence."""
    first: dict[Hashable, int] = {}
    again: defaultdict[Hashable, int] = defaultdict(int)
    found: dict[int, int] = {}
    for at, mention in enumerate(mentions):
        if mention.wording is None:
            continue
        said = _said(mention)
        within = (mention.claim.report, said)
        again[within] += 1
        key = (*said, again[within])
        if key in first:
            found[at] = first[key]
        else:
            first[key] = at
    return found


def _said(mention: Mention) -> tuple[Hashable, ...]:
    claim = mention.claim
    place = claim.where.name if claim.where else None
    tolls = tuple(sorted((what, toll.low, toll.high) for what, toll in mention.tolls.items()))
    return mention.wording, claim.type, claim.mode, claim.status, mention.first_day, mention.last_day, place, repr(tolls)
