"""`deconflict issues`"""

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
def issues(record: Path, as_json: bool) -> None:
    """List what was skipped, doubtful or without claims, and why."""
    with opened(record) as store:
        if as_json:
            out.json_lines(store.issues())
        else:
            out.show(table(store))


def table(store: Store) -> Table:
    """One row an issue."""
    from rich.table import Table
    from rich.text import Text

    drawn = Table("kind", "skipped", "why", "what to do", box=None, header_style="bold")
    for issue in store.issues():
        reason = issue.reason if issue.input in issue.reason else f"{issue.input}: {issue.reason}"
        cells = (issue.kind, "yes" if issue.skipped else "no", reason, issue.advice)
        drawn.add_row(*(Text(cell) for cell in cells))
    return drawn
