"""What of a report's words was read as what: one list of marks for everything that shows a claim in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deconflict.record import Claim, Count, Span

MarkedPart = Literal["trigger", "actor", "recipient", "instrument", "place", "time", "count", "counted", "speaker", "cue"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a claim stands on. `label` has no space in it; `count` is set for words of number."""

    span: Span
    part: MarkedPart
    label: str
    count: Count | None = None


def marks_of(claim: Claim) -> Iterator[Mark]:
    """Every part of the claim, the trigger first. Words that are counted and play a role besides are marked as the role."""
    yield Mark(claim.trigger, "trigger", kind_of(claim))
    yield from (Mark(role.span, role.role, role.role) for role in claim.roles)
    playing = {role.span for role in claim.roles}
    for count in claim.counts:
        yield Mark(count.span, "count", f"{count.what}={bounds(count)}", count)
        if count.of and count.of not in playing and not count.of.overlaps(count.span):
            yield Mark(count.of, "counted", "counted")
    for link in claim.attribution:
        if link.speaker:
            yield Mark(link.speaker, "speaker", "speaker")
        if link.cue:
            yield Mark(link.cue, "cue", "cue")


def kind_of(claim: Claim) -> str:
    """`ASSAULT/aerial`, `ASSAULT`."""
    return f"{claim.type}/{claim.mode}" if claim.mode else claim.type


def bounds(count: Count) -> str:
    """`12`, `12..` at least, `..20` at most, `28..35`, `~100` about, `?` where the words set no bound."""
    low, high = count.low, count.high
    about = "~" if count.approximate else ""
    if low is None and high is None:
        return f"{about}?"
    if low == high:
        return f"{about}{low}"
    return f"{about}{'' if low is None else low}..{'' if high is None else high}"
