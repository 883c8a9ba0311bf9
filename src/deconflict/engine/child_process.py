"""One reading process, as the program that asks it sees it.

Started anew rather than with multiprocessing: that imports the user's main script again, which needs a guard in it.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from contextlib import suppress
from typing import BinaryIO

import msgspec

from deconflict.engine.desk import Plan, failed, too_long
from deconflict.engine.frames import Answer, receive, send
from deconflict.errors import OurBug, WriteFailed
from deconflict.record import Issue, Raw, Reading

Outcome = Reading | Issue


class Child:
    """Takes one report at a time; ends at a report that it cannot cope with."""

    def __init__(self, plan: Plan, seconds: float) -> None:
        self._seconds = seconds
        self._process = subprocess.Popen(
            [sys.executable, "-m", "deconflict.engine.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._ready = False
        with suppress(OSError):  # if it has ended already, that is found when it is first asked
            send(self._requests, pickle.dumps((plan, seconds)))

    def is_ready(self) -> bool:
        """Whether it can be asked; waits until it has started."""
        if not self._ready:
            with suppress(OSError, EOFError):
                receive(self._answers)
                self._ready = True
        return self._ready and self._process.poll() is None

    def read(self, raw: Raw) -> Outcome:
        """The answer, or the issue of a report at which the process ended. Errors: `WriteFailed` if the disk takes no more."""
        began = time.monotonic()
        try:
            send(self._requests, msgspec.msgpack.encode(raw))
            answer = msgspec.msgpack.decode(receive(self._answers), type=Answer)
        except (OSError, EOFError):
            return self._ended(raw, time.monotonic() - began)
        if answer.refused:
            raise WriteFailed(*answer.refused)
        outcome = answer.reading or answer.issue
        if outcome is None:
            raise OurBug("a reading process gave an empty answer.")
        return outcome

    def end(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._requests, self._answers):
            with suppress(OSError):  # what it had not taken yet is lost with it
                pipe.close()

    def _ended(self, raw: Raw, after: float) -> Issue:
        status = self._process.wait()
        if after >= self._seconds:
            return too_long(raw, self._seconds)
        how = f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"
        return failed(raw, f"The process reading it {how}, perhaps for want of memory.")

    @property
    def _requests(self) -> BinaryIO:
        return self._process.stdin  # type: ignore[return-value]  # both are pipes

    @property
    def _answers(self) -> BinaryIO:
        return self._process.stdout  # type: ignore[return-value]
