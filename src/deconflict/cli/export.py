"""`deconflict export`"""

from __future__ import annotations

from pathlib import Path

import click

from deconflict.cli import out
from deconflict.cli.opening import opened, record_argument
from deconflict.cli.output import place_of, written
from deconflict.cli.wording import counted
from deconflict.errors import BadRequest

BINARY = ("parquet",)


@click.command()
@record_argument
@click.option("--as", "form", required=True, metavar="FORMAT", help="csv (events), geojson (events) or parquet (claims).")
@click.option(
    "-o", "--output", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The file to write; - writes it out."
)
def export(record: Path, form: str, output: Path) -> None:
    """Write the record in a format of the field."""
    from deconflict.cli.publishing import published_of
    from deconflict.publish import EXPORTS

    if form not in EXPORTS:
        raise BadRequest(f"There is no format {form!r}.", f"Choose one of: {', '.join(sorted(EXPORTS))}.")
    with opened(record) as store, written(output, binary=form in BINARY) as path:
        rows = EXPORTS[form](published_of(store, record), path)
    out.tell(f"{counted(rows, 'rows')} {'is' if rows == 1 else 'are'} {place_of(output)}")
