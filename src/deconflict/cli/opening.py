"""Opening the record a command was given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deconflict.cli.out import tell

if TYPE_CHECKING:
    from deconflict.store import Store

record_argument = click.argument("record", metavar="FILE", type=click.Path(path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="JSON Lines, as in docs/contract.md, instead of a table.")


def opened(path: Path) -> Store:
    """The record, to be looked at. Says so if a run was broken off before its events were weighed."""
    from deconflict.store import open_record

    store = open_record(path)
    if not store.is_weighed():
        tell(f"{path}: The last run is under way or was broken off before the events were weighed; `deconflict read` does so.")
    return store
