"""`deconflict show`"""

from __future__ import annotations

from pathlib import Path

import click

from deconflict.cli import out
from deconflict.cli.opening import opened, record_argument


@click.command()
@record_argument
@click.argument("event", metavar="ID")
def show(record: Path, event: str) -> None:
    """Show one event: each finding, who says so, in which words.

    The beginning of its ID will do. In each sentence the words are marked with what they were read as.
    """
    from deconflict.cli.event_text import Shown, text_of

    with opened(record) as store:
        chosen = store.event(event)
        claims = {claim.id: claim for claim in store.claims(chosen.id)}
        wanted = {claim.report for claim in claims.values()}
        reports = {report.id: report for report in store.reports() if report.id in wanted}
        out.show(*text_of(Shown(chosen, claims, reports, store.knowledge())))
