"""TempEval-3, task A: time expressions found and given a value, on TimeML documents where their folder is there.

Expressions are found with the rule reader's grammar of time words, which looks for the times of events and leaves durations and
sets ("for two weeks", "every day") alone; these count as missed. `value_f1` is the published figure: expressions that overlap a
gold one and have its value, of all found and all gold. The part of the day is left out on either side.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.matching import f1
from benchmarks.timeml import Document, Timex, documents, matches, value
from deconflict.read.rules.times import times
from deconflict.read.rules.words import line_of
from deconflict.record import Report, Source, Span
from deconflict.resolve import Calendar
from deconflict.segment import segment

FOLDER = "tempeval-3"


def measure(data: Path) -> dict[str, float]:
    """Figures 0..1; none, and a line that says why, if the folder is not there. `data`: the corpora."""
    found = list(documents(data / FOLDER))
    if not found:
        print(f"tempeval: no .tml files under {data / FOLDER}; get TempEval-3 (TimeML) and put it there. Not measured.")
        return {}
    return scored(found)


def scored(found: list[Document]) -> dict[str, float]:
    """How many documents and expressions, how many are found at all, and found with the right value."""
    gold = read = touched = right = 0
    for document in found:
        ours = list(_read(document))
        pairs = list(_pairs(ours, document.timexes))
        gold, read, touched = gold + len(document.timexes), read + len(ours), touched + len(pairs)
        right += sum(matches(said, timex) for said, timex in pairs)
    return {
        "documents": len(found),
        "expressions": gold,
        "found_f1": f1(touched, gold, read),
        "value_f1": f1(right, gold, read),
        "value_of_found": right / touched if touched else 0.0,
    }


def _read(document: Document) -> Iterator[tuple[Span, str | None]]:
    """Each expression found in the text, with its value."""
    plain = Report(document.id, document.id, Source("", ""), "", document.text, "", published=document.written)
    report = segment(plain)
    calendar = Calendar(report, ())
    for sentence in report.sentences:
        for moment in times(line_of(report, sentence), ()):
            told = calendar.told([moment.span])
            yield moment.span, value(told) if told else None


def _pairs(ours: list[tuple[Span, str | None]], gold: tuple[Timex, ...]) -> Iterator[tuple[str | None, Timex]]:
    """Each gold expression with the first of ours that overlaps it and is not taken."""
    free = list(ours)
    for timex in sorted(gold):
        found = next((each for each in free if each[0].start < timex.end and timex.start < each[0].end), None)
        if found:
            free.remove(found)
            yield found[1], timex
