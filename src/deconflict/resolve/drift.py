"""Doubts about a whole report: names and acronyms that change from line to line, as they do in texts garbled by machines."""

from __future__ import annotations

from deconflict.packs import Packs
from deconflict.record import Flag, Report
from deconflict.resolve.drifting_acronyms import acronym_drift
from deconflict.resolve.drifting_names import garbled_names


def drift_flags(report: Report, packs: Packs) -> tuple[Flag, ...]:
    """A flag for a person whose name is spelled in ever new ways, one for a body whose acronym is; usually none."""
    return tuple(flag for flag in (garbled_names(report), acronym_drift(report, packs)) if flag)
