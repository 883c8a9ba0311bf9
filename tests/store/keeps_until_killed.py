"""Keeps readings in the record named by the first argument, one after another, until it is killed. Run by test_killed.py."""

import sys
from pathlib import Path

from deconflict.record import Claim, ReaderName, Reading, Report, Source, content_id
from deconflict.store import create_record

READER = ReaderName("fake", "1")


def reading(number: int) -> Reading:
    text = f"Shelling hit the harbour, bulletin {number} says. " + "It went on all night. " * 50
    report = Report(content_id("r", text), str(number), Source("source:x", "X"), "", text, str(number))
    spans = [report.span(at, at + 5) for at in range(0, 500, 25)]
    claims = tuple(Claim(report.id, "ASSAULT", span, report.span(0, 40), reader=READER).identified() for span in spans)
    return Reading(report, claims, READER)


if __name__ == "__main__":
    with create_record(Path(sys.argv[1])) as store:
        number = store.last_reading()
        while True:
            store.keep(reading(number), f"n-{number}", "m-1")
            number += 1
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
