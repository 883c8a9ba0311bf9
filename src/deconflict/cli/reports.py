"""`deconflict reports`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deconflict.cli import out
from deconflict.cli.opening import json_option, opened, record_argument

if TYPE_CHECKING:
    from rich.table import Table

    from deconflict.store import Store


@click.command()
@record_argument
@json_option
def reports(record: Path, as_json: bool) -> None:
    """List the reports of a record."""
    with opened(record) as store:
        if as_json:
            out.json_lines(store.reports())
        else:
            out.show(table(store))


def table(store: Store) -> Table:
    """One row a report."""
    from rich.table import Table
    from rich.text import Text

    drawn = Table("id", "published", "source", "title or first words", "doubts", "from", box=None, header_style="bold")
    for report in store.reports():
        published = f"{report.published[:10]} ({report.published_from})" if report.published else "not known"
        title = out.shorter(report.title or report.text, 60)
        doubts = ", ".join(dict.fromkeys(flag.kind for flag in report.flags))
        cells = (report.id[:10], published, report.source.name, title, doubts, out.ending(report.key, 40))
        drawn.add_row(*(Text(cell) for cell in cells))
    return drawn
