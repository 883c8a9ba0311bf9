"""A paragraph behind a number: hanging on a terminal of any width, one line in a file so that a line can be searched for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table
from rich.text import Text

NARROW = 60  # columns; below it a paragraph hangs by two, for the words need the room


@dataclass(frozen=True)
class Paragraph:
    """`head` stands in front, ending at column `indent`."""

    head: str
    text: Text
    indent: int = 4

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[RenderableType]:
        if not options.is_terminal:
            yield Text.assemble(f"{self.head:>{self.indent}} ", self.text)
            return
        hang = self.indent if options.max_width >= NARROW else min(self.indent, 2)
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=max(hang, len(self.head)), justify="right", style="dim")
        grid.add_column(overflow="fold")
        grid.add_row(self.head, self.text)
        yield grid
