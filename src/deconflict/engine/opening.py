"""Everything a run needs, in the order that leaves nothing behind: a new record is made last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deconflict.engine.plan import ReadingDesk, ReadingPlan, chosen_packs
from deconflict.read import DEFAULT
from deconflict.store import Store, create_record


def is_there(path: Path) -> bool:
    """Whether something is kept at the path. An empty file is no record yet, and becomes one by reading into it."""
    return path.is_dir() or (path.exists() and path.stat().st_size > 0)


def opened_to_read(path: Path, packs: Sequence[str | Path], reader: str | None) -> tuple[Store, ReadingPlan, ReadingDesk]:
    """The record at `path`, made if there is none, with the plan to read into it and the plan opened.

    Errors: `BadRequest` for a reader that does not exist, `BadPack`, `BadRecord`, `WriteFailed`; none of them makes a record.
    """
    if is_there(path):
        store = create_record(path)
        try:
            return store, *planned(packs, reader, store)
        except BaseException:
            store.close()
            raise
    plan, desk = planned(packs, reader)
    return create_record(path), plan, desk


def planned(packs: Sequence[str | Path], reader: str | None, store: Store | None = None) -> tuple[ReadingPlan, ReadingDesk]:
    """With those packs, else the record's own. Errors: `BadRequest`, `BadPack`."""
    plan = ReadingPlan.usable(reader or DEFAULT, chosen_packs(packs, store))
    return plan, plan.open()
