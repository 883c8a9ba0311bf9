"""How much of the machine a run may take: made once at the edge (command line or Python), passed down, read nowhere else."""

from __future__ import annotations

import os

import msgspec


class Settings(msgspec.Struct, frozen=True):
    """`workers`: processes that read. A report that takes longer than `seconds_per_report` is skipped with an Issue.

    Up to `in_process_up_to` new reports are read in the program's own process. Measured on two cores with FA-KES: a process takes
    0.35 s to start before it reads, a report 6 ms to be read, so two processes are ahead from some 115 reports on.
    At most `in_flight_per_worker` reports wait per worker, and no more than `characters_ahead` but for those that are being read,
    which bounds memory whatever the size of the input. More than that is also too much for the program's own process: some ten
    saved pages, at 30 to 50 ms each.
    """

    workers: int = 1
    seconds_per_report: float = 60.0
    in_process_up_to: int = 100
    in_flight_per_worker: int = 4
    characters_ahead: int = 2_000_000

    @classmethod
    def of_machine(cls) -> Settings:
        """One worker per processor that this process may use."""
        usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        return cls(workers=usable or 1)
