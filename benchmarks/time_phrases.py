"""Time words resolved: phrases of the corpora with the time a person reads in them (`data/time_phrases`).

Each phrase is asked for in its report: the report's claims are read first, since a time may be told from another event. Once with
the day of publication that the person read (`value`), once with what the program takes for it (`own_anchor`).
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from training.texts import Text, texts

from benchmarks.edtf_days import bare, days, is_about
from deconflict import resolve, segment
from deconflict.packs import Packs, load
from deconflict.read.rules import RuleReader
from deconflict.record import Report, Source, When
from deconflict.resolve import Calendar, Gazetteer

PHRASES = Path(__file__).with_name("data") / "time_phrases" / "phrases.csv"


class Phrase(NamedTuple):
    """Words `start:end` of a report. `anchor`: its day of publication, `edtf`: the time they tell; None: none. `drawn`: how."""

    report: str
    start: int
    end: int
    drawn: str
    anchor: str | None
    edtf: str | None
    words: str

    @property
    def half(self) -> str:
        """ "tune", whose errors are read, or "held", by a hash of the report."""
        return "tune" if hashlib.sha256(self.report.encode()).digest()[0] % 2 == 0 else "held"


class Answer(NamedTuple):
    """What the program makes of a phrase, with the person's day of publication and with its own."""

    phrase: Phrase
    told: When | None
    on_its_own: When | None


def measure(data: Path) -> dict[str, float]:
    """Shares 0..1 by name, for the half that judges (`held_`) and the half that was looked at (`tune_`). `data`: the corpora."""
    found = answers(data)
    figures: dict[str, float] = {"phrases": len(found)}
    for half in ("held", "tune"):
        mine = [answer for answer in found if answer.phrase.half == half]
        figures |= {f"{half}_{name}": value for name, value in _figures(mine).items()}
    return figures


def phrases() -> list[Phrase]:
    """The phrases, by report."""
    with PHRASES.open(encoding="utf-8", newline="") as file:
        return [
            Phrase(row["report"], int(row["start"]), int(row["end"]), row["drawn"], row["anchor"] or None, row["edtf"] or None,
                   row["words"])
            for row in csv.DictReader(file)
        ]  # fmt: skip


def answers(data: Path) -> list[Answer]:
    """What the program makes of each phrase. Raises ValueError if a corpus is not that which the offsets were counted in."""
    known = texts(data)
    by_report: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases():
        by_report[phrase.report].append(phrase)
    return [answer for report, asked in by_report.items() for answer in _answers(known[report], asked)]


def is_right(answer: When | None, gold: str | None) -> bool:
    """The same EDTF, marks of doubt apart, or the same days. About so long ago: a day of it, or days that it shares half with.

    Where the words tell no time, nothing is right, and so is a time without beginning ("until now").
    """
    if gold is None or answer is None:
        return (answer is None or answer.earliest is None) if gold is None else False
    found, meant = days(answer.edtf), days(gold)
    if bare(answer.edtf) == bare(gold) or (meant and (answer.earliest, answer.latest) == (str(meant[0]), str(meant[1]))):
        return True
    if not is_about(gold) or not found or not meant:
        return False
    shared = (min(found[1], meant[1]) - max(found[0], meant[0])).days + 1
    if "/" not in answer.edtf and is_about(answer.edtf) and shared == (found[1] - found[0]).days + 1:
        return True
    return 2 * shared >= max((last - first).days + 1 for first, last in (found, meant))


def is_false(answer: When | None, gold: str | None) -> bool:
    """Whether days are given that lie wholly beside those meant, or where none are told."""
    found = days(answer.edtf) if answer else None
    if not found:
        return False
    meant = days(gold) if gold else None
    return meant is None or found[1] < meant[0] or meant[1] < found[0]


def _figures(mine: Sequence[Answer]) -> Mapping[str, float]:
    dated = [answer for answer in mine if answer.phrase.edtf]
    everyday = [answer for answer in mine if answer.phrase.drawn == "all"]
    rare = [answer for answer in mine if answer.phrase.drawn == "rare"]
    return {
        "value": _share(is_right(told, phrase.edtf) for phrase, told, _ in mine),
        "value_where_told": _share(is_right(told, phrase.edtf) for phrase, told, _ in dated),
        "value_at_random": _share(is_right(told, phrase.edtf) for phrase, told, _ in everyday),
        "value_of_rare_kinds": _share(is_right(told, phrase.edtf) for phrase, told, _ in rare),
        "value_own_anchor": _share(is_right(own, phrase.edtf) for phrase, _, own in mine),
        "false": _share(is_false(told, phrase.edtf) for phrase, told, _ in mine),
    }


def _share(right: Iterator[bool]) -> float:
    found = list(right)
    return sum(found) / len(found)


def _answers(text: Text, asked: list[Phrase]) -> Iterator[Answer]:
    packs, gazetteer = _known()
    plain = Report(text.id, text.id, Source("", text.source), text.title, text.text, "")
    own = resolve.resolve_report(segment.segment(plain), packs, gazetteer)
    given = {phrase.anchor: msgspec.structs.replace(own, published=phrase.anchor) for phrase in asked}
    calendars = {anchor: _calendar(report) for anchor, report in given.items()}
    its_own = _calendar(own)
    for phrase in asked:
        span = own.span(phrase.start, phrase.end)
        said = " ".join(span.text.split())
        if not said.startswith(phrase.words.removesuffix(" ...")):
            raise ValueError(f"{phrase.report}: not the text that the phrases were counted in: {said!r}, not {phrase.words!r}")
        yield Answer(phrase, calendars[phrase.anchor].told((span,)), its_own.told((span,)))


def _calendar(report: Report) -> Calendar:
    packs, gazetteer = _known()
    return Calendar(report, resolve.resolve_claims(report, RuleReader().read(report), packs, gazetteer))


@cache
def _known() -> tuple[Packs, Gazetteer]:
    return load(("world", "syria")), Gazetteer.open()
