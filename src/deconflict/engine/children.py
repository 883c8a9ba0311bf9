"""Reading in several processes at once. Each has one report at a time, so a crash or a standstill is tied to its report."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Lock

from deconflict.engine.child_process import Child, Outcome
from deconflict.engine.desk import Plan
from deconflict.errors import OurBug
from deconflict.record import Raw
from deconflict.settings import Settings

STARTS = 3
"""How often a process may end before its first report until that is taken for a fault of the program."""

Waiting = deque[tuple[Raw, Future[Outcome]]]


class Children:
    """As many reading processes as there are workers. One that has ended, at a report or between two, is replaced."""

    def __init__(self, plan: Plan, settings: Settings) -> None:
        self._plan, self._settings = plan, settings
        self._all: list[Child] = []
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._changing = Lock()
        self._ending = False

    def read_all(self, raws: Iterable[Raw]) -> Generator[tuple[Raw, Outcome]]:
        """The outcomes in the order of the inputs; only a bounded number of inputs is taken in advance."""
        threads = ThreadPoolExecutor(self._settings.workers)
        waiting: Waiting = deque()
        try:
            for _ in range(self._settings.workers):
                self._idle.put(self._another())
            for raw in raws:
                waiting.append((raw, threads.submit(self._read, raw)))
                while self._are_enough(waiting):
                    yield _next(waiting)
            while waiting:
                yield _next(waiting)
        finally:
            self._end()
            threads.shutdown(cancel_futures=True)

    def _are_enough(self, waiting: Waiting) -> bool:
        """Long inputs wait in smaller numbers, but as many as can be read at once always do."""
        workers = self._settings.workers
        if len(waiting) >= workers * self._settings.in_flight_per_worker:
            return True
        return len(waiting) >= workers and sum(len(raw.content) for raw, _ in waiting) > self._settings.characters_ahead

    def _read(self, raw: Raw) -> Outcome:
        child = self._idle.get()
        try:
            child = self._standing(child)
            return child.read(raw)
        finally:
            self._idle.put(child)

    def _standing(self, child: Child) -> Child:
        """The process once it can be asked; another in its place if it has ended. Errors: `OurBug` if none starts."""
        for _ in range(STARTS):
            if child.is_ready():
                return child
            child = self._another(child)
        raise OurBug("a reading process did not start.")

    def _another(self, ended: Child | None = None) -> Child:
        with self._changing:
            if ended in self._all:
                self._all.remove(ended)
                ended.end()
            if self._ending:
                raise OurBug("a reading process was asked for after the end.")
            child = Child(self._plan, self._settings.seconds_per_report)
            self._all.append(child)
            return child

    def _end(self) -> None:
        with self._changing:
            self._ending = True
            for child in self._all:
                child.end()


def _next(waiting: Waiting) -> tuple[Raw, Outcome]:
    raw, future = waiting.popleft()
    return raw, future.result()
