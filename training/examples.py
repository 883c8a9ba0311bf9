"""From annotated reports to what the model learns from: sections with the label of every word."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from deconflict.read.neural.chunks import Reading, readings
from deconflict.read.neural.nodes import number_spans
from deconflict.read.neural.scheme import (
    BEGIN,
    CATEGORIES,
    INSIDE,
    LINKS,
    MODE_LABELS,
    NODES,
    OUTCOMES,
    STATUSES,
    TYPES,
)
from deconflict.read.neural.tagger import Encode, Ints
from deconflict.record import Report, Sentence, Source
from deconflict.record.report import READ_BLOCKS
from deconflict.segment import segment
from training.texts import Text, texts

Row = dict[str, Any]
IGNORED = -100
ANNOTATIONS = Path(__file__).parent / "annotations" / "claims.jsonl"


SECTION = 800  # pieces of an example: most reports are one


@dataclass
class Example:
    """One section of a report with its labels. N pieces, T triggers.

    `trigger` (N,), `nodes` (NODES, N), `outcomes` (N, OUTCOMES), `category` (N,) by piece, IGNORED where nothing is learnt;
    `spans` the words of each trigger, `links` (T, LINKS, N), `classes` (T, 5): type, mode, status, background, direct.
    `numbers`: by word range, of what counts and what does not, (N,) tags of the counted, or nothing to learn.
    """

    report: str
    reading: Reading
    trigger: Ints
    nodes: Ints
    outcomes: Ints
    category: Ints
    links: Ints
    classes: Ints
    numbers: dict[tuple[int, int], Ints] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)


def rows(split: str | None = None, path: Path = ANNOTATIONS) -> list[Row]:
    """The annotated reports of one split, or all."""
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in found if split is None or row["split"] == split]


def reports(annotated: Sequence[Row], corpora: Path) -> dict[str, Report]:
    """The segmented report of each row. Raises ValueError if a text is not the one annotated."""
    known = texts(corpora)
    for row in annotated:
        if hashlib.sha256(known[row["report"]].text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['report']} is not the text that was annotated")
    return {row["report"]: report_of(known[row["report"]]) for row in annotated}


def report_of(text: Text) -> Report:
    """The segmented report of a text."""
    return segment(Report(text.id, text.id, Source("", text.source), text.title, text.text, ""))


def read_sentences(report: Report) -> list[Sentence]:
    """The sentences that are read."""
    return [part for part in report.sentences if part.part == "text" and part.kind in READ_BLOCKS]


def examples(annotated: Sequence[Row], of: dict[str, Report], encode: Encode) -> Iterator[Example]:
    """The sections of all rows with their labels."""
    for row in annotated:
        report = of[row["report"]]
        for reading in readings(report, read_sentences(report), encode, SECTION):
            example = _example(row, reading)
            for span in number_spans(reading, report.text, list(example.numbers)):
                example.numbers.setdefault(span, np.full(len(reading.sentence_at), IGNORED, dtype=np.int64))
            yield example


def _example(row: Row, reading: Reading) -> Example:
    size = len(reading.sentence_at)
    trigger, nodes = (np.full((rank, size), IGNORED, dtype=np.int64) for rank in (1, len(NODES)))
    trigger[:, reading.piece_at] = nodes[:, reading.piece_at] = 0
    example = Example(
        row["report"], reading, trigger[0], nodes, np.zeros((size, len(OUTCOMES)), dtype=np.int64),
        np.full(size, IGNORED, dtype=np.int64), *(np.zeros(0, dtype=np.int64),) * 2,
    )  # fmt: skip
    links, classes = [], []
    for claim in row["claims"]:
        at = _words(reading, claim["trigger"])
        if at and at not in example.spans:
            example.spans.append(at)
            links.append(_links(claim, reading))
            classes.append(_classes(claim))
            _put(example.trigger, reading, at, 1 + TYPES.index(claim["type"]), 1 + len(TYPES) + TYPES.index(claim["type"]))
        _nodes(example, claim)
    example.links = np.array(links, dtype=np.int64).reshape(-1, len(LINKS), size)
    example.classes = np.array(classes, dtype=np.int64).reshape(-1, 5)
    return example


def _nodes(example: Example, claim: Row) -> None:
    """Everything the claim names, wherever in the chunk it stands."""
    reading = example.reading
    for name in ("speaker", "cue", "actor", "recipient", "instrument", "place", "time"):
        for span in claim[name]:
            _put(example.nodes[NODES.index(name)], reading, _words(reading, span), BEGIN, INSIDE)
    for count in claim["counts"]:
        at = _words(reading, count["span"])
        _put(example.nodes[NODES.index("count")], reading, at, BEGIN, INSIDE)
        _put(example.nodes[NODES.index("of")], reading, _words(reading, count.get("of")), BEGIN, INSIDE)
        if at:
            example.numbers.setdefault(at, np.zeros(len(reading.sentence_at), dtype=np.int64))
            _put(example.numbers[at], reading, _words(reading, count.get("of")), BEGIN, INSIDE)
        for word in reading.words[slice(*at)] if at else ():
            example.outcomes[word.piece, OUTCOMES.index(count["what"])] = 1
            example.category[word.piece] = CATEGORIES.index(count["category"])


def _links(claim: Row, reading: Reading) -> Ints:
    """(LINKS, N) tags of what belongs to the claim."""
    tags = np.full((len(LINKS), len(reading.sentence_at)), IGNORED, dtype=np.int64)
    tags[:, reading.piece_at] = 0
    tags[LINKS.index("of")] = IGNORED
    named = {name: claim[name] for name in LINKS if name not in ("count", "of")}
    named["count"] = [count["span"] for count in claim["counts"]]
    for name, spans in named.items():
        for span in spans:
            _put(tags[LINKS.index(name)], reading, _words(reading, span), BEGIN, INSIDE)
    return tags


def _classes(claim: Row) -> list[int]:
    mode = (claim["type"], claim["mode"])
    return [
        1 + TYPES.index(claim["type"]),
        1 + MODE_LABELS.index(mode) if mode in MODE_LABELS else 0,
        STATUSES.index(claim["status"]),
        int(claim["background"]),
        IGNORED if claim["manner"] is None else int(claim["manner"] == "direct"),
    ]


def _words(reading: Reading, span: Row | None) -> tuple[int, int] | None:
    """The words `first:after` of the reading that the span covers; None if it stands elsewhere."""
    if span is None or span["in"] != "text":
        return None
    within = [at for at, word in enumerate(reading.words) if word.start < span["end"] and span["start"] < word.end]
    return (within[0], within[-1] + 1) if within else None


def _put(tags: Ints, reading: Reading, at: tuple[int, int] | None, begin: int, inside: int) -> None:
    """Write a span into tags, unless a longer one stands there already."""
    if at is None:
        return
    pieces = [word.piece for word in reading.words[slice(*at)]]
    if any(tags[piece] > 0 for piece in pieces):
        return
    tags[pieces[0]], tags[pieces[1:]] = begin, inside
