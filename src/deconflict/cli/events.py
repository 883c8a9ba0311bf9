"""`deconflict events`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deconflict.cli import out
from deconflict.cli.opening import json_option, opened, record_argument
from deconflict.cli.wording import found

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

    drawn = Table("id", "when", "where", "type", "event", "toll", "status", "reports", "origins", box=None, header_style="bold")
    for event in store.events():
        tolls = "\n".join(f"{name} {found(finding)}" for name, finding in event.tolls.items())
        where, when = event.where.name if event.where else "not known", event.when.edtf if event.when else "not known"
        kind = f"{event.type} ({event.mode})" if event.mode else event.type
        cells = (event.id[:10], when, where, kind, event.title, tolls, event.status, str(event.reports), str(event.origins))
        drawn.add_row(*(Text(cell) for cell in cells))
    return drawn
