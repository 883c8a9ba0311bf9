"""What every command has in common: errors become one sentence and an exit status."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from typing import Any

import click

from deconflict.cli.out import tell, to_stdout
from deconflict.errors import DeconflictError, OurBug, WriteFailed

DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
DONE, SOME_SKIPPED, NOTHING_DONE, STOPPED = 0, 1, 2, 130


class OneSentenceErrors(click.Group):
    """Runs a command, which returns its exit status; says in one sentence what went wrong."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """In the order of work rather than of the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            status = super().invoke(ctx)
            with to_stdout():
                sys.stdout.flush()
        except BrokenPipeError:  # whoever read our output (`| head`) has had enough
            _write_nowhere()
            status = DONE
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            status = STOPPED
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if ctx.params.get("debug"):
                traceback.print_exc()
            tell(one_sentence(error))
            _drop_what_cannot_be_written(error)
            status = NOTHING_DONE
        ctx.exit(status or DONE)


def one_sentence(error: Exception) -> str:
    """What the user is told of an error."""
    if isinstance(error, OSError) and error.errno in DISK_FULL:
        return f"deconflict: The disk takes no more ({error.strerror}). Free some space, then run the same command again."
    if isinstance(error, DeconflictError) and not isinstance(error, OurBug):
        return f"deconflict: {error}"
    what = " ".join(str(error).split()) or "no further word"
    return (
        f"This is a bug in deconflict ({type(error).__name__}: {what}). Please report it; `deconflict --debug ...` shows where."
    )


def _drop_what_cannot_be_written(error: Exception) -> None:
    if isinstance(error, WriteFailed):
        try:
            sys.stdout.flush()
        except OSError:
            _write_nowhere()


def _write_nowhere() -> None:
    """What is still to be written must not fail again when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
