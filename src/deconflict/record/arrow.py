"""The nouns as Arrow tables. The columns are derived from the nouns, once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_ONCE = 1_000


def table_of(noun: type[msgspec.Struct], nouns: Iterable[msgspec.Struct]) -> pa.Table:
    """One row a noun; made in batches, so that no second copy of all of them is in memory."""
    import pyarrow as pa  # slow to load

    schema, waiting = schema_of(noun), iter(nouns)
    batches = []
    while rows := [row_of(item) for item in islice(waiting, ROWS_AT_ONCE)]:
        batches.append(pa.RecordBatch.from_pylist(rows, schema=schema))
    return pa.Table.from_batches(batches, schema=schema)


def schema_of(noun: type[msgspec.Struct]) -> pa.Schema:
    """The columns of a noun."""
    import pyarrow as pa

    info = inspect.type_info(noun)
    if not isinstance(info, inspect.StructType):
        raise TypeError(f"{noun} is no noun.")
    return pa.schema(_fields(info))


def arrow_type(info: inspect.Type) -> pa.DataType:
    """The Arrow type that holds a noun's type. Errors: `TypeError` for one that none is set for."""
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
        case inspect.TupleType(item_types=(item, *others)) if all(other == item for other in others):
            return pa.list_(arrow_type(item), 1 + len(others))
        case inspect.DictType(key_type=key, value_type=value):
            return pa.map_(arrow_type(key), arrow_type(value))
        case inspect.StructType():
            return pa.struct(_fields(info))
    raise TypeError(f"No Arrow type is set for {info}.")


def _fields(info: inspect.StructType) -> list[pa.Field[Any]]:
    import pyarrow as pa

    return [pa.field(field.encode_name, arrow_type(field.type)) for field in info.fields]


def row_of(value: Any) -> Any:
    """A noun as the plain values that fill its Arrow type."""
    if isinstance(value, msgspec.Struct):
        return {shown: row_of(getattr(value, name)) for name, shown in _names(type(value))}
    if isinstance(value, tuple):
        return [row_of(item) for item in value]
    if isinstance(value, dict):
        return [(key, row_of(item)) for key, item in value.items()]
    return value


@cache
def _names(noun: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """Each field's name in Python and in JSON."""
    return tuple((field.name, field.encode_name) for field in msgspec.structs.fields(noun))
