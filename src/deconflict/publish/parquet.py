"""The claims as Parquet, nested as they are; the columns are derived from the nouns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

from deconflict import __version__
from deconflict.errors import PublishRefused
from deconflict.publish.published import Published
from deconflict.publish.writing import writing
from deconflict.record import Claim

if TYPE_CHECKING:
    import pyarrow as pa


def write_parquet(published: Published, path: Path) -> int:
    """Writes the claims to `path`, each with the id of its event, and returns how many. Raises PublishRefused, WriteFailed."""
    if not published.claims:
        raise PublishRefused("The record holds no claims, so there is nothing to write.", "Read some reports first.")
    import pyarrow as pa  # slow to load
    import pyarrow.parquet as pq

    about = {"deconflict": __version__, "noun": "claim", "title": published.title, "made_at": published.made_at}
    table = pa.Table.from_pylist(_rows(published), schema=claim_schema().with_metadata(about))
    with writing(path) as temporary:
        pq.write_table(table, temporary, compression="zstd")
    return int(table.num_rows)


def claim_schema() -> pa.Schema:
    """The columns of a claim and, last, `event`."""
    import pyarrow as pa

    return pa.schema([*_fields(Claim), pa.field("event", pa.string())])


def arrow_type(info: inspect.Type) -> pa.DataType:
    """The Arrow type that holds a noun's type."""
    import pyarrow as pa

    match info:
        case inspect.StrType() | inspect.LiteralType():
            return pa.string()
        case inspect.IntType():
            return pa.int64()
        case inspect.FloatType():
            return pa.float64()
        case inspect.BoolType():
            return pa.bool_()
        case inspect.UnionType(types=types):
            return arrow_type(next(kind for kind in types if not isinstance(kind, inspect.NoneType)))
        case inspect.VarTupleType(item_type=item):
            return pa.list_(arrow_type(item))
        case inspect.StructType(cls=noun):
            return pa.struct(_fields(noun))
    raise TypeError(f"No Arrow type is set for {info}.")


def _fields(noun: type) -> list[pa.Field[Any]]:
    import pyarrow as pa

    info = inspect.type_info(noun)
    fields = info.fields if isinstance(info, inspect.StructType) else ()
    return [pa.field(field.encode_name, arrow_type(field.type)) for field in fields]


def _rows(published: Published) -> list[dict[str, Any]]:
    event_of = {claim: event.id for event in published.events for claim in event.claims}
    return [{**msgspec.to_builtins(claim), "event": event_of.get(claim.id)} for claim in published.claims]
