"""Writes what is generated in docs/: `python -m docs.generate`. A test holds that nothing of it is out of date."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deconflict.cli import main

COMMANDS = Path(__file__).with_name("commands.md")
WIDTH = 100

HEAD = """# Commands

<!-- Written by `make docs` from the commands themselves. -->

Data goes to standard output, messages and progress to standard error, so that `deconflict events war.db --json | head` holds data
only. [The JSON](contract.md) describes the lines of `--json`.

| exit status | means |
|---|---|
| 0 | done |
| 1 | done, but some input was skipped; each with its reason on standard error and as an issue in the record |
| 2 | nothing could be done: bad arguments, an unreadable record, a disk that is full |
| 130 | stopped with Ctrl-C; what was stored stays, and the same command goes on from there |

A record that does not exist is made by `read` and by nothing else. `deconflict --debug COMMAND ...` shows an error's traceback.
"""


def commands() -> str:
    """The reference of all commands, as Markdown."""
    with click.Context(main, info_name="deconflict", **main.context_settings) as context:
        names = main.list_commands(context)
        return HEAD + "".join(section(name, context) for name in names)


def section(name: str, context: click.Context, level: str = "##") -> str:
    """One command with its help, and below it the commands of which it is a group."""
    group = context.command
    command = group.commands[name] if isinstance(group, click.Group) else group
    inner = click.Context(command, info_name=name, parent=context, max_content_width=WIDTH, terminal_width=WIDTH)
    path = inner.command_path.removeprefix("deconflict ")
    below = command.list_commands(inner) if isinstance(command, click.Group) else []
    text = f"\n{level} {path}\n\n```text\n{command.get_help(inner)}\n```\n"
    return text + "".join(section(each, inner, f"{level}#") for each in below)


if __name__ == "__main__":
    COMMANDS.write_text(commands(), encoding="utf-8")
    sys.stdout.write(f"{COMMANDS} is written.\n")
