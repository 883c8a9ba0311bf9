"""Reading in several processes at once. Each has one report at a time, so a crash or a standstill is tied to its report.

Own processes rather than multiprocessing's: those import the user's main script again, which needs a guard in it.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from typing import BinaryIO

import msgspec

from deconflict.engine.desk import Plan, failed
from deconflict.engine.frames import Answer, receive, send
from deconflict.errors import OurBug, WriteFailed
from deconflict.record import Issue, Raw, Reading
from deconflict.settings import Settings

Outcome = Reading | Issue


class Child:
    """One reading process, as the program sees it."""

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

    def read(self, raw: Raw) -> Outcome:
        """The answer, or the issue of a report at which the process ended. Errors: `WriteFailed` if the disk takes no more."""
        self._await_ready()
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

    def is_alive(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def end(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._requests, self._answers):
            with suppress(OSError):  # what it had not taken yet is lost with it
                pipe.close()

    def _await_ready(self) -> None:
        if self._ready:
            return
        try:
            receive(self._answers)
        except (OSError, EOFError) as error:
            raise OurBug("a reading process did not start.") from error
        self._ready = True

    def _ended(self, raw: Raw, after: float) -> Issue:
        status = self._process.wait()
        if after >= self._seconds:
            return failed(raw, f"The reader did not come to an end of it within {self._seconds:g} seconds.")
        return failed(raw, f"The process reading it ended with status {status}, perhaps for want of memory.")

    @property
    def _requests(self) -> BinaryIO:
        return self._process.stdin  # type: ignore[return-value]  # both are pipes

    @property
    def _answers(self) -> BinaryIO:
        return self._process.stdout  # type: ignore[return-value]


class Children:
    """As many reading processes as there are workers. One that ended at a report is replaced."""

    def __init__(self, plan: Plan, settings: Settings) -> None:
        self._plan, self._settings = plan, settings
        self._all = [Child(plan, settings.seconds_per_report) for _ in range(settings.workers)]
        self._idle: SimpleQueue[Child] = SimpleQueue()
        for child in self._all:
            self._idle.put(child)
        self._ending = False

    def read_all(self, raws: Iterable[Raw]) -> Generator[tuple[Raw, Outcome]]:
        """The outcomes in the order of the inputs; only a bounded number of inputs is taken in advance."""
        threads = ThreadPoolExecutor(self._settings.workers)
        waiting: deque[tuple[Raw, Future[Outcome]]] = deque()
        most = self._settings.workers * self._settings.in_flight_per_worker
        try:
            for raw in raws:
                waiting.append((raw, threads.submit(self._read, raw)))
                if len(waiting) >= most:
                    yield _next(waiting)
            while waiting:
                yield _next(waiting)
        finally:
            self._end()
            threads.shutdown(cancel_futures=True)

    def _read(self, raw: Raw) -> Outcome:
        child = self._idle.get()
        try:
            outcome = child.read(raw)
            if not child.is_alive() and not self._ending:
                child.end()
                child = Child(self._plan, self._settings.seconds_per_report)
                self._all.append(child)
            return outcome
        finally:
            self._idle.put(child)

    def _end(self) -> None:
        self._ending = True
        for child in self._all:
            child.end()


def _next(waiting: deque[tuple[Raw, Future[Outcome]]]) -> tuple[Raw, Outcome]:
    raw, future = waiting.popleft()
    return raw, future.result()
