"""Reading in the program's own process: for few reports, where starting others would take longer than reading."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from deconflict.engine.desk import Desk, attempt, too_long
from deconflict.record import Issue, Raw, Reading


class _TooLong(BaseException):
    """Not an `Exception`, so that no library on the way swallows it."""


def read_here(desk: Desk, raw: Raw, seconds: float) -> Reading | Issue:
    """The reading, or the issue of a report that cannot be read or takes longer than `seconds`."""
    try:
        with _time_limit(seconds):
            return attempt(desk, raw)
    except _TooLong:
        return too_long(raw, seconds)


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Ends the block after `seconds`. On Unix in the main thread; elsewhere nothing could interrupt it and there is no limit."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _raise_too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)  # again each second, should the first be swallowed
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:  # for the alarm that goes off at the very end, in the line above
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _raise_too_long(_signum: int, _frame: FrameType | None) -> None:
    raise _TooLong
