"""Step 2 as a whole: a report's blocks, and the sentences in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from deconflict.record import Block, Report, Sentence
from deconflict.segment.blocks import blocks_of
from deconflict.segment.sentences import sentences_in
from deconflict.segment.units import Unit, units_of
from deconflict.segment.words import trimmed

_SET_OFF = re.compile(r"\t[ ]*\t\s*")  # two tabs set apart what had lines of its own


def segment(report: Report) -> Report:
    """`report` with its blocks and sentences; its text and all else as before.

    Blocks are in order, do not overlap, and hold all of the text but white space. Each sentence lies in one block; the title is
    one sentence of its own. Raises nothing: any string can be segmented, an empty one has no blocks.
    """
    units = units_of(report.text)
    blocks = blocks_of(report.text, report.title, units)
    sentences = (*_title_sentence(report.title), *_sentences(report.text, blocks, units))
    return msgspec.structs.replace(report, blocks=blocks, sentences=sentences)


def _title_sentence(title: str) -> Iterator[Sentence]:
    start, end = trimmed(title, 0, len(title))
    if start < end:
        yield Sentence(start, end, "headline", "title")


def _sentences(text: str, blocks: Sequence[Block], units: Sequence[Unit]) -> Iterator[Sentence]:
    for block, start, end in _stretches(text, blocks, units):
        for left, right in sentences_in(text, start, end):
            yield Sentence(left, right, block.kind)


def _stretches(text: str, blocks: Sequence[Block], units: Sequence[Unit]) -> Iterator[tuple[Block, int, int]]:
    """The stretches that no sentence crosses: where blocks and paragraphs overlap."""
    first = 0
    for block in blocks:
        while first < len(units) and units[first].end <= block.start:
            first += 1
        for unit in _from(units, first):
            if unit.start >= block.end:
                break
            for left, right in _set_apart(text, max(block.start, unit.start), min(block.end, unit.end)):
                yield block, left, right


def _from(units: Sequence[Unit], first: int) -> Iterator[Unit]:
    return (units[i] for i in range(first, len(units)))


def _set_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if "\t" in text:
        for tabs in _SET_OFF.finditer(text, start, end):
            yield start, tabs.start()
            start = tabs.end()
    yield start, end
