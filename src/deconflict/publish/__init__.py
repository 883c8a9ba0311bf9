"""What leaves the record as a file: the page for people, and one export per format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from deconflict.publish.geojson import write_geojson
from deconflict.publish.parquet import write_parquet
from deconflict.publish.published import Landmark, Published
from deconflict.publish.table import write_table
from deconflict.publish.writing import writing

EXPORTS: dict[str, Callable[[Published, Path], int]] = {
    "csv": write_table,
    "geojson": write_geojson,
    "parquet": write_parquet,
}
"""By name of format: writes the file whole or not at all, and returns how many rows it holds."""


def page(published: Published, path: Path) -> None:
    """Writes the record as one HTML file that opens offline. Raises WriteFailed."""
    from deconflict.publish.webpage import render  # the template engine and the charts are slow to load

    with writing(path) as temporary:
        temporary.write_bytes(render(published))


__all__ = ["EXPORTS", "Landmark", "Published", "page"]
