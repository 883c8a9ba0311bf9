"""The command line: one file a command. Data goes to standard output, messages and progress to standard error.

Exit status: 0 done; 1 done, but some input was skipped; 2 nothing could be done; 130 stopped with Ctrl-C.
Nothing heavy is imported before a command runs, so that `deconflict --help` answers at once.
"""

from __future__ import annotations

import click

from deconflict import __version__
from deconflict.cli.claims import claims
from deconflict.cli.doctor import doctor
from deconflict.cli.events import events
from deconflict.cli.export import export
from deconflict.cli.gazetteer import gazetteer
from deconflict.cli.group import OneSentenceErrors
from deconflict.cli.issues import issues
from deconflict.cli.pack import pack
from deconflict.cli.read import read
from deconflict.cli.report import report
from deconflict.cli.reports import reports
from deconflict.cli.schema import schema
from deconflict.cli.show import show


@click.group(cls=OneSentenceErrors, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="deconflict", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the whole traceback of an error.")
def main(debug: bool) -> None:
    """Read reports about armed conflict and keep one record of what they claim, and according to whom."""
    _ = debug  # read by the group's error handling


for command in (read, reports, claims, events, issues, show, report, export, gazetteer, pack, schema, doctor):
    main.add_command(command)
