"""Writing data to standard output: JSON Lines for programs, tables for people. Messages go to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from deconflict.cli.printable import one_line, printable
from deconflict.errors import WriteFailed

if TYPE_CHECKING:
    import msgspec
    from rich.console import RenderableType

WIDTH_IN_FILE = 160  # columns of a table that goes to a file or another program, which have no width of their own


def json_lines(nouns: Iterable[msgspec.Struct]) -> None:
    """One JSON object a line, as docs/contract.md describes it. Raises WriteFailed."""
    import msgspec

    encode = msgspec.json.Encoder().encode
    for noun in nouns:
        write(encode(noun).decode() + "\n")


def show(*what: RenderableType, wrap: bool = True) -> None:
    """Tables and styled text; colours on a terminal only, and nothing a report says can steer the terminal.

    `wrap=False`: lines are only broken on a terminal, and stay whole in a file.
    """
    from io import StringIO

    from deconflict.cli.drawing import console_of

    on_terminal = sys.stdout.isatty()
    drawn = StringIO()
    console = console_of(drawn, on_terminal=on_terminal, width=None if on_terminal else WIDTH_IN_FILE)
    for item in what:
        console.print(item, soft_wrap=not (wrap or on_terminal))
    write("".join(f"{line.rstrip()}\n" for line in drawn.getvalue().split("\n")[:-1]))


def write(text: str) -> None:
    """To standard output. Raises WriteFailed where that takes no more; a reader that has gone is a BrokenPipeError."""
    with to_stdout():
        sys.stdout.write(text)


@contextmanager
def to_stdout() -> Iterator[None]:
    """Says that it is standard output that could not be written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = f"Standard output cannot be written ({error.strerror or error})."
        raise WriteFailed(reason, "Free some space, or send it elsewhere.") from error


def tell(message: str) -> None:
    """A message of one line, to standard error."""
    click.echo(one_line(message), err=True)


def ending(text: str, most: int) -> str:
    """The last characters of a path or address, where it says which it is."""
    return text if len(text) <= most else "…" + text[1 - most :]


def shorter(text: str, most: int) -> str:
    """One line of at most that many characters."""
    line = " ".join(printable(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
