"""The claims as Parquet, nested as they are; the columns are derived from the nouns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from deconflict import __version__
from deconflict.errors import PublishRefused
from deconflict.publish.published import Published
from deconflict.publish.writing import writing
from deconflict.record import Claim
from deconflict.record.arrow import schema_of

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

    return schema_of(Claim).append(pa.field("event", pa.string()))


def _rows(published: Published) -> list[dict[str, Any]]:
    event_of = {claim: event.id for event in published.events for claim in event.claims}
    return [{**msgspec.to_builtins(claim), "event": event_of.get(claim.id)} for claim in published.claims]
