"""Writing data to standard output: JSON Lines for programs, tables for people."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import msgspec
    from rich.console import RenderableType

WIDTH_IN_FILE = 160  # columns of a table that goes to a file or another program, which have no width of their own


def json_lines(nouns: Iterable[msgspec.Struct]) -> None:
    """One JSON object a line, as docs/contract.md describes it."""
    import msgspec

    encode = msgspec.json.Encoder().encode
    for noun in nouns:
        sys.stdout.write(encode(noun).decode() + "\n")


def show(*what: RenderableType) -> None:
    """Tables and styled text; colours on a terminal only."""
    from io import StringIO

    from rich.console import Console

    on_terminal = sys.stdout.isatty()
    drawn = StringIO()
    console = Console(file=drawn, force_terminal=on_terminal, width=None if on_terminal else WIDTH_IN_FILE, highlight=False)
    for item in what:
        console.print(item)
    lines = drawn.getvalue().splitlines()
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in lines)


def tell(message: str) -> None:
    """A message, to standard error."""
    click.echo(message, err=True)


def ending(text: str, most: int) -> str:
    """The last characters of a path or address, where it says which it is."""
    return text if len(text) <= most else "…" + text[1 - most :]


def shorter(text: str, most: int) -> str:
    """One line of at most that many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
