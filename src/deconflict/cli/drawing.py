"""A console that draws what it is given and lets nothing in it through to the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from deconflict.cli.printable import printable


class SafeConsole(Console):
    """Every piece of text passes through here on its way out, whoever wrote it."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else printable(text), style, control)


def console_of(file: TextIO, *, on_terminal: bool, width: int | None) -> Console:
    """A console for that file; with colours if they go to a terminal."""
    return SafeConsole(file=file, force_terminal=on_terminal, width=width, highlight=False)
