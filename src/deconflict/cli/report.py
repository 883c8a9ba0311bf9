"""`deconflict report`"""

from __future__ import annotations

from pathlib import Path

import click

from deconflict.cli import out
from deconflict.cli.opening import opened, record_argument
from deconflict.cli.output import place_of, written


@click.command()
@record_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="PAGE.html",
    type=click.Path(path_type=Path),
    help="The file to write; - writes it out.",
)
def report(record: Path, output: Path) -> None:
    """Write the record as one page that opens offline."""
    from deconflict import publish
    from deconflict.cli.publishing import published_of

    with opened(record) as store, written(output, binary=False) as path:
        publish.page(published_of(store, record), path)
    out.tell(f"The page is {place_of(output).removeprefix('in ')}")
