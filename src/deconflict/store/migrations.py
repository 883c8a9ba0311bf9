"""How a record of an older version becomes one of this version.

A new record gets the tables of `tables.py` at once and the newest version number. An older one goes through the numbered steps
after its own number. tests/store holds the schema of each version that was ever released, and that both ways end in the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from deconflict.store import tables
from deconflict.store.tables import metadata

Step = Callable[[Connection], None]


def to_2_settles_issues(connection: Connection) -> None:
    """Issues can be settled, and reports be found by the bytes they were made of."""
    tables.settled.create(connection)
    for index in tables.reports.indexes:
        index.create(connection)


STEPS: tuple[Step, ...] = (to_2_settles_issues,)
"""STEPS[0] leads from version 1 to version 2, and so on: functions named `to_2_what_it_changes`."""

FIRST = 1
VERSION = FIRST + len(STEPS)
"""The version of the records this program writes; stands in the file as `user_version`."""


def create(connection: Connection) -> None:
    """All tables, in an empty database."""
    metadata.create_all(connection)


def steps_after(version: int, steps: Sequence[Step] = STEPS) -> tuple[tuple[int, Step], ...]:
    """The steps a record of that version still lacks, each with the version it leads to."""
    return tuple((FIRST + number, step) for number, step in enumerate(steps, 1) if FIRST + number > version)
