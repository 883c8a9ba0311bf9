"""How much of what is not the story is found, how much of the story is lost, and how well sentences are cut.

Boilerplate: dev-tolls.json gives, for 17 reports, the strings that a person took out as not of the story. A character of them is
found if it lies in a block that is not read; a character of the story is lost if it does. Strings that stand only in the title
count for neither.
Sentences: the boundaries of the GUM news and interviews, and the sentences that annotators quoted from 145 reports.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from deconflict.record import Report, Source
from deconflict.record.report import READ_BLOCKS
from deconflict.segment import segment


def measure(annotation: Path) -> dict[str, float]:
    """`boilerplate_found`, `story_lost` (shares of characters), `sentence_f1`, `sentence_agreement`. `annotation`: the folder."""
    reports = json.loads((annotation / "dev-tolls.json").read_text(encoding="utf-8"))
    figures = measure_boilerplate((row["text"], row["title"], row["boilerplate"]) for row in reports)
    figures |= measure_agreement(annotation / "claims")
    return figures | measure_sentences(annotation.parent / "corpora" / "gum-news")


def measure_boilerplate(reports: Iterable[tuple[str, str, Sequence[str]]]) -> dict[str, float]:
    """The two shares over (text, title, boilerplate strings); white space does not count."""
    found = boilerplate = lost = story = 0
    for text, title, strings in reports:
        unread, marked = _unread(segmented(text, title)), _marked(text, strings)
        visible = {i for i, character in enumerate(text) if not character.isspace()}
        boilerplate += len(marked & visible)
        found += len(marked & unread & visible)
        story += len(visible - marked)
        lost += len((visible - marked) & unread)
    return {"boilerplate_found": found / max(1, boilerplate), "story_lost": lost / max(1, story)}


def measure_sentences(data: Path) -> dict[str, float]:
    """F1 of sentence ends over the CoNLL-U documents under `data`; paragraphs are joined as the corpus marks them."""
    right = ours = theirs = 0
    for path in sorted(data.rglob("*.conllu")):
        text, gold = _document(path.read_text(encoding="utf-8").splitlines())
        cut = {s.end for s in segmented(text, "").sentences if s.part == "text"}
        right, ours, theirs = right + len(cut & gold), ours + len(cut), theirs + len(gold)
    return {"sentence_f1": 2 * right / max(1, ours + theirs)}


def measure_agreement(claims: Path) -> dict[str, float]:
    """The share of distinct quoted sentences of `claims.json` that are one of our sentences, marks at their ends apart."""
    reports = {row["id"]: row for row in json.loads((claims / "texts.json").read_text(encoding="utf-8"))}
    same = quoted = 0
    for row in json.loads((claims / "claims.json").read_text(encoding="utf-8")):
        report = segmented(reports[row["report"]]["text"], reports[row["report"]]["title"] or "")
        ours = {_bare(report.body(s.part)[s.start : s.end]) for s in report.sentences}
        theirs = {_bare(_words(claim["sentence"])) for claim in row["claims"]}
        same, quoted = same + len(ours & theirs), quoted + len(theirs)
    return {"sentence_agreement": same / max(1, quoted)}


def segmented(text: str, title: str) -> Report:
    """A report of `text`, segmented."""
    return segment(Report("r", "r", Source("source:none", "none"), title, text, ""))


def _unread(report: Report) -> set[int]:
    return {i for block in report.blocks if block.kind not in READ_BLOCKS for i in range(block.start, block.end)}


def _marked(text: str, strings: Iterable[str]) -> set[int]:
    marked: set[int] = set()
    for string in strings:
        at = text.find(string)
        while at >= 0:
            marked.update(range(at, at + len(string)))
            at = text.find(string, at + len(string))
    return marked


def _words(quoted: str | Mapping[str, Any]) -> str:
    return quoted if isinstance(quoted, str) else str(quoted["text"])


def _bare(sentence: str) -> str:
    return " ".join(sentence.split()).strip(" .\"“”'")


def _document(lines: Sequence[str]) -> tuple[str, set[int]]:
    """The running text of a CoNLL-U document, and where its sentences end."""
    text, ends = "", set()
    for line in [*lines, ""]:
        if line.startswith("# newpar") and "newpar_block" not in line and text:
            text = text.rstrip(" ") + "\n\n"
        elif line == "":
            ends.add(len(text.rstrip()))
        else:
            text += "".join(_token(line))
    return text.rstrip(), ends - {0}


def _token(line: str) -> Iterator[str]:
    columns = line.split("\t")
    if len(columns) == 10 and columns[0].isdigit():
        yield columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
