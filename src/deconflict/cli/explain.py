"""`deconflict read --explain`: how the reader reads, shown report by report; nothing is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from deconflict.cli import out
from deconflict.cli.group import DONE, SOME_SKIPPED
from deconflict.cli.watching import said

if TYPE_CHECKING:
    from pathlib import Path

    from deconflict.engine.plan import ReadingDesk
    from deconflict.record import Issue, Raw, Reading


def explained(inputs: Iterable[Raw | Issue], reader: str | None, packs: Sequence[str | Path]) -> int:
    """Shows each report as soon as it is read, and says of each input that cannot be read why. Returns the exit status."""
    from deconflict.cli.not_known import Known
    from deconflict.cli.reading_text import ReadingText
    from deconflict.engine.opening import planned
    from deconflict.record import Issue

    plan, desk = planned(packs, reader)
    if plan.instead:
        out.tell(plan.instead)
    known = Known(desk.packs, desk.gazetteer)
    skipped = False
    for item in inputs:
        outcome = _outcome(item, desk)
        if isinstance(outcome, Issue):
            out.tell(said("skipped", outcome))
            skipped = True
        else:
            out.show(*ReadingText(outcome, known), wrap=False)
    return SOME_SKIPPED if skipped else DONE


def _outcome(item: Raw | Issue, desk: ReadingDesk) -> Reading | Issue:
    """The reading of an input, or the issue that says why there is none."""
    from deconflict.engine.desk import holds_no_text
    from deconflict.engine.here import read_here
    from deconflict.record import Issue
    from deconflict.settings import Settings

    if isinstance(item, Issue):
        return item
    return holds_no_text(item) or read_here(desk, item, Settings().seconds_per_report)
