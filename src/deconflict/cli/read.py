"""`deconflict read`"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deconflict.cli.group import DONE, SOME_SKIPPED, STOPPED
from deconflict.cli.out import shorter, tell
from deconflict.cli.wording import counted
from deconflict.errors import BadRequest

if TYPE_CHECKING:
    from deconflict.engine.reading import Run, Summary
    from deconflict.ingest import IngestOptions
    from deconflict.record import Issue, Raw
    from deconflict.settings import Settings

DAY = 86_400  # seconds


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--record", metavar="FILE", type=click.Path(path_type=Path), help="The record; made if missing.")
@click.option("--explain", is_flag=True, help="Show the reports with what is read in them; no record is written.")
@click.option("--columns", default="", metavar="ROLE=NAME,...", help="A table's text, title, source, published, id, url.")
@click.option("--published", metavar="DATE", help="The day (YYYY-MM-DD) on which all these reports were published.")
@click.option("--reader", metavar="NAME", help="Who reads: neural or rules.  [default: neural]")
@click.option("--pack", "packs", multiple=True, metavar="NAME|DIR", help="What is known about the conflict. May be repeated.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read.  [default: one per processor]")
@click.option(
    "--time-limit", type=click.IntRange(1, DAY), metavar="SECONDS", help="The longest a report may take.  [default: 60]"
)
def read(
    paths: tuple[str, ...],
    record: Path | None,
    explain: bool,
    columns: str,
    published: str | None,
    reader: str | None,
    packs: tuple[str, ...],
    workers: int | None,
    time_limit: int | None,
) -> int:
    """Read reports into a record and weigh what it holds.

    PATH is a file, a folder, a pattern, or - for standard input: text, Markdown, HTML, CSV, TSV, JSON Lines, Parquet.
    Reading the same input again adds nothing.

    With --explain instead of --record: each report with the words marked that were read as something, and below each
    sentence its claims.
    """
    from deconflict.cli.explain import explained
    from deconflict.ingest import IngestOptions, inputs

    if record and explain:
        raise click.UsageError("--explain keeps nothing: leave out --record, or leave out --explain.")
    if not (record or explain):
        raise click.UsageError("Missing option '--record' (or '--explain', to look at what is read and keep nothing).")
    one_must_exist(paths)
    options = IngestOptions.of(columns, published)
    found = inputs(paths, options, sys.stdin.buffer)
    if record is None:
        return explained(found, reader, packs)
    again = [path for path in paths if path != "-"]  # what can be gone through twice, to know how much there is
    return keep(besides(record, found), lambda: how_many(again, options), record, reader, packs, settings_of(workers, time_limit))


def keep(
    found: Iterable[Raw | Issue],
    count: Callable[[], int | None],
    record: Path,
    reader: str | None,
    packs: Sequence[str],
    settings: Settings,
) -> int:
    """Reads the inputs into the record and tells how it goes; `count` says how many they are. Returns the exit status."""
    from deconflict.cli.watching import Watching
    from deconflict.engine.opening import opened_to_read
    from deconflict.engine.reading import Run

    store, plan, desk = opened_to_read(record, packs, reader)
    if plan.instead:
        tell(plan.instead)
    with store, Watching(count) as watch:
        run = Run(store, plan, desk, settings, watch)
        try:
            summary = run.read(found)
        except KeyboardInterrupt:
            watch.close()
            tell(stopped(run))
            return STOPPED
    tell(in_one_line(summary, watch.notes, record))
    return SOME_SKIPPED if summary.skipped else DONE


def how_many(paths: Sequence[str], options: IngestOptions) -> int | None:
    """How many inputs there are, None if that cannot be told: all but a pipe may be unreadable."""
    from deconflict.ingest import inputs

    try:
        return sum(1 for _ in inputs(paths, options))
    except BadRequest:
        return None


def one_must_exist(paths: Sequence[str]) -> None:
    """Errors: `BadRequest` if no path can be anything, so that a mistyped one makes no record."""
    for path in paths:
        if path == "-" or "://" in path or os.path.exists(path) or any_match(path):  # noqa: PTH110 - takes any name
            return
    raise BadRequest(
        f"{'No file matches' if glob.has_magic(paths[0]) else 'There is no file or folder'} {shorter(paths[0], 120)!r}.",
        "Check the path; a text can be piped in with - as the path.",
    )


def any_match(pattern: str) -> bool:
    """Whether a pattern that the shell left to the program matches anything."""
    return glob.has_magic(pattern) and "\0" not in pattern and next(glob.iglob(pattern, recursive=True), None) is not None  # noqa: PTH207


def besides(record: Path, found: Iterable[Raw | Issue]) -> Iterator[Raw | Issue]:
    """All inputs but the record's own files, which may lie in the folder that is read."""
    from deconflict.record import Issue

    own = {f"{record.absolute()}{ending}" for ending in ("", "-wal", "-shm", "-journal")}
    return (item for item in found if not (isinstance(item, Issue) and str(Path(item.input).absolute()) in own))


def settings_of(workers: int | None, seconds: int | None = None) -> Settings:
    """As many workers as asked for, else one per processor; at most so many seconds a report."""
    import msgspec

    from deconflict.settings import Settings

    machine = Settings.of_machine()
    given = {"workers": workers, "seconds_per_report": seconds}
    return msgspec.structs.replace(machine, **{name: value for name, value in given.items() if value is not None})


def in_one_line(summary: Summary, notes: int, record: Path) -> str:
    """What a run did and what the record holds; where it says why something was skipped or is doubtful."""
    did = [counted(summary.new, "new reports"), f"{summary.known} known"]
    did += [f"{summary.read_again} read anew"] if summary.read_again else []
    did += [f"{summary.skipped} skipped"] if summary.skipped else []
    did += [counted(notes, "notes")] if notes else []
    why = f" Why: `deconflict issues {record}`." if summary.skipped or notes else ""
    added = "" if summary.new or summary.read_again else " Nothing was added."
    holds = ", ".join(counted(number, name) for name, number in summary.holds.items())
    return f"{', '.join(did)}.{added} The record holds {holds}. {summary.seconds:.1f} s.{why}"


def stopped(run: Run) -> str:
    """What to tell who pressed Ctrl-C."""
    return f"Stopped. What was stored stays ({counted(run.stored, 'reports')}); the same command goes on from here."
