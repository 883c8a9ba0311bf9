"""Reads many reports on this machine, in the order given."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import chain

from deconflict.engine.children import Children
from deconflict.engine.desk import Desk, Plan
from deconflict.engine.here import read_here
from deconflict.ingest import with_language
from deconflict.record import Issue, Raw, Reading
from deconflict.settings import Settings


def read_all(raws: Iterable[Raw], desk: Desk, plan: Plan, settings: Settings) -> Generator[tuple[Raw, Reading | Issue]]:
    """Each input with its reading, or the issue that says why there is none. `desk` is `plan` opened in this process."""
    ahead = iter(raws)
    first, are_many = _begin(ahead, settings)
    if are_many:
        yield from Children(plan, settings).read_all(map(with_language, chain(first, ahead)))  # tables of languages: once
        return
    for number, raw in enumerate(chain(first, ahead)):
        if not number:
            desk.load()
        yield raw, read_here(desk, raw, settings.seconds_per_report)


def _begin(raws: Iterator[Raw], settings: Settings) -> tuple[list[Raw], bool]:
    """The first inputs, and whether there are so many that several processes read them faster."""
    first: list[Raw] = []
    characters = 0
    for raw in raws if settings.workers > 1 else ():
        first.append(raw)
        characters += len(raw.content)
        if len(first) > settings.in_process_up_to or (len(first) > 1 and characters > settings.characters_ahead):
            return first, True
    return first, False
