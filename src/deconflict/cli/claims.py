"""`deconflict claims`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deconflict.cli import out
from deconflict.cli.opening import json_option, opened, record_argument
from deconflict.cli.wording import bounds, parties, speakers

if TYPE_CHECKING:
    from rich.table import Table

    from deconflict.store import Store


@click.command()
@record_argument
@click.option("--event", metavar="ID", help="Only the claims of this event; the beginning of its id will do.")
@json_option
def claims(record: Path, event: str | None, as_json: bool) -> None:
    """List the claims of a record, or of one event."""
    with opened(record) as store:
        if as_json:
            out.json_lines(store.claims(event))
        else:
            out.show(table(store, event))


def table(store: Store, event: str | None) -> Table:
    """One row a claim."""
    from rich.table import Table
    from rich.text import Text

    drawn = Table("id", "type", "status", "says", "when", "where", "how many", "who to whom", "in which words", box=None)
    for claim in store.claims(event):
        tolls = ", ".join(f"{count.what} {bounds(count.low, count.high, count.approximate)}" for count in claim.counts)
        where, when = claim.where.name if claim.where else "", claim.when.edtf if claim.when else ""
        words = out.shorter(claim.sentence.text, 70)
        cells = (claim.id[:10], claim.type, claim.status, speakers(claim), when, where, tolls, parties(claim), words)
        drawn.add_row(*(Text(cell) for cell in cells))
    return drawn
