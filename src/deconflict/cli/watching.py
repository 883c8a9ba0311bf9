"""How a run of reading goes on: skipped inputs as they come up, and a bar on a terminal if it takes long."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from deconflict.cli.out import tell
from deconflict.cli.printable import one_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from deconflict.record import Issue

SKIPPED_SHOWN = 20  # of more, a screenful says no more than their number
NO_CLAIMS = "no_claims"  # of a calm report, which needs no attention
SECONDS_WITHOUT_BAR = 2.0  # what is done sooner needs no bar


class Watching:
    """Tells of skipped inputs on standard error. `count` says how many inputs there are; only a bar asks, in the background."""

    def __init__(self, count: Callable[[], int | None]) -> None:
        self._count = count
        self._began = monotonic()
        self._on_terminal = sys.stderr.isatty()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._done = self._skipped = 0
        self.notes = 0

    def done(self) -> None:
        """One more input is through."""
        self._done += 1
        if self._bar is None and self._on_terminal and monotonic() - self._began > SECONDS_WITHOUT_BAR:
            self._start_bar()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done)

    def noted(self, issue: Issue) -> None:
        """An input was skipped, or there is a doubt about it. Of doubts only letters that may be wrong are said at once."""
        if issue.skipped:
            self._skipped += 1
            if self._skipped <= SKIPPED_SHOWN:
                self._tell(said("skipped", issue))
        elif issue.kind != NO_CLAIMS:
            self.notes += 1
            if issue.kind == "encoding" and self.notes <= SKIPPED_SHOWN:
                self._tell(said("note", issue))

    def weighing(self) -> None:
        """All inputs are through; the record is weighed."""
        self.close()
        if self._on_terminal and monotonic() - self._began > SECONDS_WITHOUT_BAR:
            tell("Weighing ...")

    def close(self) -> None:
        """Takes the bar away, and says how many more were skipped than shown."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
        if self._skipped > SKIPPED_SHOWN:
            tell(f"... and {self._skipped - SKIPPED_SHOWN} more were skipped; `deconflict issues` says why.")
            self._skipped = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _tell(self, line: str) -> None:
        if self._bar is None:
            tell(line)
        else:
            self._bar.console.print(one_line(line), markup=False, highlight=False, soft_wrap=True)

    def _start_bar(self) -> None:
        self._bar = bar()
        self._task = self._bar.add_task("reading", total=None, completed=self._done)
        self._bar.start()
        threading.Thread(target=self._learn_total, daemon=True).start()

    def _learn_total(self) -> None:
        total = self._count()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=total)


def said(what: str, issue: Issue) -> str:
    """One line about an issue."""
    which = "" if issue.input in issue.reason else f"{issue.input}: "
    return f"{what}: {which}{issue.reason} {issue.advice}".rstrip()


def bar() -> Progress:
    """How many of how many, how fast, how long still; on standard error, gone when done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Reports a second, once that is known."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f} reports/s" if task.speed else "")

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
