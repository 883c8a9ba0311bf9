"""`deconflict events`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deconflict.cli import out
from deconflict.cli.opening import json_option, opened, record_argument
from deconflict.cli.wording import found, toll

if TYPE_CHECKING:
    from rich.table import Table

    from deconflict.store import Store


@click.command()
@record_argument
@json_option
def events(record: Path, as_json: bool) -> None:
    """List the events of a record."""
    with opened(record) as store:
        if as_json:
            out.json_lines(store.events())
        else:
            out.show(table(store))


def table(store: Store) -> Table:
    """One row an event."""
    from rich.table import Table
    from rich.text import Text

    drawn = Table("id", "event", "toll", "status", "reports", "origins", box=None, header_style="bold")
    for event in store.events():
        tolls = "\n".join(f"{toll(name)} {found(finding)}" for name, finding in event.tolls.items())
        cells = (event.id[:10], event.title, tolls, event.status, str(event.reports), str(event.origins))
        drawn.add_row(*(Text(cell) for cell in cells))
    return drawn
