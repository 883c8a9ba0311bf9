"""A record as a Python object: `with deconflict.open(FILE) as record: ...`"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar, cast

import msgspec

from deconflict.engine.opening import is_there, opened_to_read, planned
from deconflict.engine.reading import Run, Silent, Summary
from deconflict.errors import BadRequest
from deconflict.ingest import ColumnRole, IngestOptions, inputs
from deconflict.record import Claim, Event, Issue, Report
from deconflict.record.arrow import table_of
from deconflict.settings import Settings
from deconflict.store import Store, check_place, open_record

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Noun = TypeVar("Noun", bound=msgspec.Struct)
Paths = str | Path | Sequence[str | Path]


class View(Generic[Noun]):
    """All reports, claims, events or issues of a record: to go through again and again, to count, to take along as a table."""

    def __init__(self, noun: type[Noun], rows: Callable[[], Iterator[Noun]], count: Callable[[], int]) -> None:
        self._noun, self._rows, self._count = noun, rows, count

    def __iter__(self) -> Iterator[Noun]:
        return self._rows()

    def __len__(self) -> int:
        return self._count()

    def to_arrow(self) -> pa.Table:
        """A `pyarrow.Table`, one row each, nested as the nouns are."""
        return table_of(self._noun, self)

    def to_pandas(self) -> pd.DataFrame:
        """A `pandas.DataFrame`, one row each. Errors: `BadRequest` where pandas is not installed."""
        try:
            import pandas  # noqa: F401 - optional, and only pyarrow uses it
        except ImportError as error:
            raise BadRequest("pandas is not installed.", "Install it with `pip install pandas`, or use to_arrow().") from error
        return self.to_arrow().to_pandas()


class Record:
    """An open record; a new one is made when something is first read into it.

    `packs`: names or folders on top of the world's; none: those it was read with, else all shipped ones.
    Errors: `BadRecord`, `WriteFailed`.
    """

    def __init__(self, path: Path, packs: Sequence[str | Path] = ()) -> None:
        self._path, self._packs = path, tuple(packs)
        self._store: Store | None = open_record(path) if is_there(path) else None
        if self._store is None:
            check_place(path)

    @property
    def reports(self) -> View[Report]:
        """The reports, each as its newest reading sees it."""
        return self._view("reports", Report, lambda store: store.reports())

    @property
    def claims(self) -> View[Claim]:
        """The claims of the newest readings, with their origins."""
        return self._view("claims", Claim, lambda store: store.claims())

    @property
    def events(self) -> View[Event]:
        """The events, weighed."""
        return self._view("events", Event, lambda store: store.events())

    @property
    def issues(self) -> View[Issue]:
        """What was skipped or left without claims, and why."""
        return self._view("issues", Issue, lambda store: store.issues())

    def read(
        self,
        paths: Paths,
        *,
        columns: Mapping[str, str] | None = None,
        published: str | None = None,
        reader: str | None = None,
        settings: Settings | None = None,
    ) -> Summary:
        """Reads files, folders and patterns into the record and weighs it anew. What is known already is not read again.

        `columns` says which column of a table is what: `{"text": "body", "title": "headline"}`. `published` is an ISO date for
        every report. Reads in this process unless `settings` has more workers. If the default reader, or the one named, cannot
        read on this machine, another does, with a warning. Errors: `BadRequest`, `WriteFailed`.
        """
        named = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
        options = IngestOptions(cast("dict[ColumnRole, str]", dict(columns or {})), published)
        found = inputs(named, options)
        if self._store is None:
            self._store, plan, desk = opened_to_read(self._path, self._packs, reader)
        else:
            plan, desk = planned(self._packs, reader, self._store)
        if plan.instead:
            warnings.warn(plan.instead, stacklevel=2)
        return Run(self._store, plan, desk, settings or Settings(), Silent()).read(found)

    def close(self) -> None:
        """Lets go of the file."""
        if self._store is not None:
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _view(self, name: str, noun: type[Noun], rows: Callable[[Store], Iterator[Noun]]) -> View[Noun]:
        def all_rows() -> Iterator[Noun]:
            return rows(self._store) if self._store is not None else iter(())

        return View(noun, all_rows, lambda: self._store.counts()[name] if self._store is not None else 0)


def record_at(path: Path, packs: Sequence[str | Path] = ()) -> Record:
    """The record in that file; a new one, made when something is read, if there is none. Errors: `BadRecord`, `WriteFailed`."""
    return Record(path, packs)
