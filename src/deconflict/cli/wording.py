"""Numbers, parties and findings in words, for tables and for `show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deconflict.record import Claim, Finding


def bounds(low: int | None, high: int | None, approximate: bool = False) -> str:
    """`4`, `4-9`, `4 or more`, `up to 9`, `about 100`, `some`."""
    about = "about " if approximate else ""
    if low is None and high is None:
        return "some"
    if low == high:
        return f"{about}{low:,}"
    if high is None:
        return f"{about}{low:,} or more"
    return f"{about}up to {high:,}" if low is None else f"{about}{low:,}-{high:,}"


def counted(number: int, plural: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{number:,} {plural.removesuffix('s') if number == 1 else plural}"


def toll(name: str) -> str:
    """`killed`, or `killed (civilian)`."""
    what, _, category = name.partition(":")
    return f"{what} ({category})" if category else what


def found(finding: Finding) -> str:
    """A finding's number or word, and how far the voices agree on it."""
    if finding.value is not None:
        return f"{finding.value} ({finding.status})"
    return f"{bounds(finding.low, finding.high)} ({finding.status})"


def speakers(claim: Claim) -> str:
    """Who says it, outermost first; nobody named: the outlet itself."""
    named = [link.speaker.text if link.speaker else "not named" for link in claim.attribution]
    return ", who quotes ".join(named) or "the outlet"


def parties(claim: Claim) -> str:
    """Who did it to whom, in the report's words."""
    actors = ", ".join(role.span.text for role in claim.role("actor"))
    recipients = ", ".join(role.span.text for role in claim.role("recipient"))
    return f"{actors} → {recipients}" if actors or recipients else ""
