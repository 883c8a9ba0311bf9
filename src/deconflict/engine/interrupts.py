"""Ctrl-C while a run goes on: at once, but never in the middle of storing, and never lost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Self


class Interrupts:
    """Python drops a `KeyboardInterrupt` that comes while it clears memory away, and a database driver may turn one into an error
    of its own. So it is remembered that one came, and the run ends at the next report if it has not ended yet."""

    def __init__(self) -> None:
        self._came = self._held = self._ours = False

    def __enter__(self) -> Self:
        if (
            threading.current_thread() is threading.main_thread()
            and signal.getsignal(signal.SIGINT) is signal.default_int_handler
        ):
            signal.signal(signal.SIGINT, self._come)
            self._ours = True
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        if error is None or isinstance(error, Exception):
            self.check()

    def _come(self, _signal: int, _frame: FrameType | None) -> None:
        self._came = True
        if not self._held:
            raise KeyboardInterrupt

    @contextmanager
    def held(self) -> Iterator[None]:
        """The block is gone through to its end first."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        self.check()

    def check(self) -> None:
        """Errors: `KeyboardInterrupt` if Ctrl-C was pressed since the run began."""
        if self._came:
            raise KeyboardInterrupt
