"""What one reader made of one report: the whole result of Phase A."""

from __future__ import annotations

import msgspec

from deconflict.record.claim import Claim, ReaderName
from deconflict.record.issue import Issue
from deconflict.record.report import Report


class Reading(msgspec.Struct, frozen=True):
    """A report with its claims. If there are none, an issue says why."""

    report: Report
    claims: tuple[Claim, ...]
    reader: ReaderName
    issues: tuple[Issue, ...] = ()
