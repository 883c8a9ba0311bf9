"""Where a claim comes from: a reprint is no second witness."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from deconflict.record.span import Span

OriginKind = Literal["speaker", "wording", "outlet"]


class Origin(msgspec.Struct, frozen=True):
    """The furthest voice upstream of some claims: a named speaker, else the earliest report of a shared wording, else the outlet.

    `entity` is the speaker's actor id or the outlet's source id; `reason` is written for the reader of the record.
    """

    id: str
    kind: OriginKind
    name: str
    entity: str | None = None
    side: str | None = None
    report: str | None = None
    reason: str = ""


class Copy(msgspec.Struct, frozen=True):
    """The same wording in two reports; `upstream` is the earlier or credited one. `share`: of the downstream words, 0..1.

    `days_between`: days from the one's publication to the other's; None if a date is not known.
    """

    upstream: str
    downstream: str
    sentences: tuple[tuple[Span, Span], ...]
    share: float
    reason: str = ""
    days_between: int | None = None


class Trace(msgspec.Struct, frozen=True, dict=True):
    """All origins, the origin of each claim (claim id -> origin id), and the copies they were found by."""

    origins: tuple[Origin, ...]
    origin_of: dict[str, str]
    copies: tuple[Copy, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Origin]:
        """The origins by their ids, made once: weighing looks them up for every event."""
        return {origin.id: origin for origin in self.origins}
