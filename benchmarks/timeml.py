"""TimeML: texts with marked time expressions, and our times as its values."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from deconflict.record import When

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


class Timex(NamedTuple):
    """A marked expression `start:end` of the text. `kind`: DATE, TIME, DURATION or SET; `value` as TimeML writes it."""

    start: int
    end: int
    kind: str
    value: str


class Document(NamedTuple):
    """A text with its day of writing (an ISO date; None if it has none) and its time expressions."""

    id: str
    written: str | None
    text: str
    timexes: tuple[Timex, ...]


def documents(folder: Path) -> Iterator[Document]:
    """Every `.tml` file under the folder, in order of name."""
    for path in sorted(folder.rglob("*.tml")):
        yield document(path.stem, path.read_text(encoding="utf-8"))


def document(id: str, markup: str) -> Document:  # noqa: A002
    """One TimeML document. Raises ValueError if it has no TEXT."""
    root = ET.fromstring(markup)
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{id}: no TEXT element; this is not TimeML as TempEval-3 has it.")
    found: list[Timex] = []
    text = "".join(_pieces(body, 0, found))
    created = [each.get("value", "")[:10] for each in root.iter("TIMEX3") if each.get("functionInDocument") == "CREATION_TIME"]
    written = created[0] if created and re.fullmatch(r"\d{4}-\d\d-\d\d", created[0]) else None
    return Document(id, written, text, tuple(found))


def _pieces(element: ET.Element, start: int, found: list[Timex]) -> Iterator[str]:
    """The text of an element from `start` on; its time expressions are added to `found`."""
    at = start
    for words in _own_words(element, at, found):
        at += len(words)
        yield words
    if element.tag == "TIMEX3":
        found.append(Timex(start, at, element.get("type", ""), element.get("value", "")))


def _own_words(element: ET.Element, start: int, found: list[Timex]) -> Iterator[str]:
    at = start
    if element.text:
        at += len(element.text)
        yield element.text
    for child in element:
        for words in (*_pieces(child, at, found), child.tail or ""):
            at += len(words)
            yield words


def value(when: When) -> str | None:
    """The value TimeML gives that time; None if it has no name for it. Of "since X" it marks X alone, and so of "until X"."""
    edtf = re.sub(r"[~?%]", "", when.edtf)
    first, _, last = edtf.partition("/")
    if last and first == "..":
        return _of_one(last)
    if last in ("", ".."):
        return _of_one(first)
    if last == when.anchor:
        return _of_one(first)
    return _of_days(first, last)


def matches(ours: str | None, gold: Timex) -> bool:
    """Whether the value is the gold's, the hour or part of the day left out, which is finer than our times."""
    return ours is not None and ours == gold.value.partition("T")[0] and gold.kind in ("DATE", "TIME")


def _of_one(edtf: str) -> str:
    if edtf.endswith("X"):
        return edtf.rstrip("X")
    return edtf[:5] + _SEASONS.get(edtf[5:], edtf[5:])


def _of_days(first: str, last: str) -> str | None:
    """A week or weekend; other stretches have no name."""
    if not (re.fullmatch(r"\d{4}-\d\d-\d\d", first) and re.fullmatch(r"\d{4}-\d\d-\d\d", last)):
        return None
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    year, week, day = begin.isocalendar()
    if day == 1 and (end - begin).days == 6:
        return f"{year}-W{week:02}"
    return f"{year}-W{week:02}-WE" if day == 6 and (end - begin).days == 1 else None
