"""Reads many reports on this machine, in the order given."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from itertools import chain, islice

from deconflict.engine.children import Children
from deconflict.engine.desk import Desk, Plan
from deconflict.engine.here import read_here
from deconflict.record import Issue, Raw, Reading
from deconflict.settings import Settings


def read_all(raws: Iterable[Raw], desk: Desk, plan: Plan, settings: Settings) -> Generator[tuple[Raw, Reading | Issue]]:
    """Each input with its reading, or the issue that says why there is none. `desk` is `plan` opened in this process."""
    ahead = iter(raws)
    first = list(islice(ahead, settings.in_process_up_to + 1)) if settings.workers > 1 else []
    if len(first) <= settings.in_process_up_to:
        for raw in chain(first, ahead):
            yield raw, read_here(desk, raw, settings.seconds_per_report)
    else:
        yield from Children(plan, settings).read_all(chain(first, ahead))
