"""A reading process: takes a plan, then one report after another, and answers each. Run as `python -m deconflict.engine.child`.

Its own process group keeps Ctrl-C away from it; it ends when the program that started it ends, however that comes about.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import sys
import threading
import time
from typing import BinaryIO

import msgspec

from deconflict.engine.desk import Desk, attempt
from deconflict.engine.frames import Answer, receive, send
from deconflict.errors import WriteFailed
from deconflict.record import Issue, Raw

READY = b"ready"
SECONDS_ALONE = 0.5


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers until nobody asks any more."""
    plan, seconds = pickle.loads(receive(requests))  # noqa: S301 - from the program that started this process
    desk = plan.open()
    desk.load()
    send(answers, READY)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - os.devnull is no path on every system
        while True:
            raw = msgspec.msgpack.decode(receive(requests), type=Raw)
            faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)  # ends even a reader stuck in C code
            answer = _answer(desk, raw)
            faulthandler.cancel_dump_traceback_later()
            send(answers, answer)


def _answer(desk: Desk, raw: Raw) -> bytes:
    try:
        outcome = attempt(desk, raw)
    except WriteFailed as error:
        return msgspec.msgpack.encode(Answer(refused=(error.message, error.advice)))
    return msgspec.msgpack.encode(Answer(issue=outcome) if isinstance(outcome, Issue) else Answer(reading=outcome))


def end_with(parent: int) -> None:
    """Ends this process within a second of that one, even in the middle of a report."""
    while os.getppid() == parent:
        time.sleep(SECONDS_ALONE)
    os._exit(0)


def main() -> None:
    """Keeps the real standard output for answers; whatever else is printed goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    try:
        serve(sys.stdin.buffer, answers)
    except (EOFError, BrokenPipeError):
        os._exit(0)


if __name__ == "__main__":
    main()
