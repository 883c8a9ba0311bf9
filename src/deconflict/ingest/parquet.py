"""Parquet, one piece of a row group at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import msgspec

from deconflict.ingest import faults
from deconflict.ingest.content import Content
from deconflict.ingest.rows import Row
from deconflict.record import Issue

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_ROWS = 256  # at a time: half a megabyte of reports of 2,000 characters


class ParquetTable(msgspec.Struct, frozen=True):
    """A Parquet file; its columns are those of the outermost level. `numbers`: which of them hold numbers or dates only."""

    content: Content
    columns: tuple[str, ...]
    numbers: frozenset[str] = frozenset()
    is_ours: bool = False

    @classmethod
    def open(cls, content: Content) -> ParquetTable | Issue:
        """Its column names, an Issue if it is no Parquet. Raises OSError."""
        import pyarrow as pa

        if not content.size():
            return faults.empty(content.name)
        try:
            with _file(content) as file:
                schema = file.schema_arrow
                numbers = frozenset(field.name for field in schema if _is_number(field.type))
                return cls(content, tuple(schema.names), numbers, b"deconflict" in (schema.metadata or {}))
        except pa.ArrowException as error:
            return faults.unreadable(content.name, error)

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.content.name

    def rows(self, wanted: Collection[str]) -> Iterator[Row | Issue]:
        """Its rows, counted from 1. A damaged part ends it."""
        import pyarrow as pa

        number = 0
        try:
            with _file(self.content) as file:
                for batch in file.iter_batches(batch_size=_ROWS, columns=sorted(wanted)):
                    for cells in batch.to_pylist():
                        number += 1
                        yield Row(number, cells)
        except (pa.ArrowException, OSError, ValueError) as error:  # ValueError: a time finer than Python's
            yield faults.unreadable(f"{self.name} after row {number}", error)


def _is_number(kind: pa.DataType) -> bool:
    from pyarrow import types

    return bool(types.is_primitive(kind))


def _file(content: Content) -> pq.ParquetFile:
    """`pre_buffer` off, so that only the row group being read is in memory."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    return pq.ParquetFile(content.path or pa.BufferReader(content.data), pre_buffer=False)
