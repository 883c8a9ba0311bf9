"""The parts of a text: what each detector found, the story in between, nothing left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deconflict.record import Block
from deconflict.segment import captions, datelines, teasers
from deconflict.segment.back import back_of
from deconflict.segment.front import front_of
from deconflict.segment.headlines import Title
from deconflict.segment.lines import kinds_of
from deconflict.segment.units import Unit
from deconflict.segment.words import trimmed

_PLACE_REACH = 700  # characters within which a dateline's place may follow a caption


def blocks_of(text: str, title: str, units: Sequence[Unit]) -> tuple[Block, ...]:
    """Blocks in order, that do not overlap and together hold all of `text` but white space.

    The front and the back of the report claim their words first, then its lines, then what stands inside the story.
    """
    known = Title(title)
    found = front_of(text, known)
    start = found[-1].end if found else 0
    found = _joined(found, back_of(text, start))
    found = _joined(found, _lines(units, known))
    found = _joined(found, _inside(text, found, start))
    return tuple(_filled(text, found))


def _lines(units: Sequence[Unit], title: Title) -> list[Block]:
    return [Block(kind, unit.start, unit.end) for unit, kind in zip(units, kinds_of(units, title), strict=True) if kind]


def _inside(text: str, found: Sequence[Block], start: int) -> list[Block]:
    """Captions, places and pull quotes inside the story's own stretches."""
    inside: list[Block] = []
    for left, right in _gaps(text, found, start):
        for at, end in captions.inside(text, left, right):
            inside.append(Block("caption", *trimmed(text, at, end)))
            place = datelines.place_at(text, trimmed(text, end, right)[0], after_date=True) if end < _PLACE_REACH else None
            if place:
                inside.append(Block("dateline", *trimmed(text, end, place)))
    inside += [Block("dateline", at, end) for at, end in datelines.place_inside(text)]
    inside += [Block("teaser", at, end) for at, end in teasers.pull_quotes(text)]
    return inside


def _gaps(text: str, found: Sequence[Block], start: int) -> Iterable[tuple[int, int]]:
    """The stretches from `start` on that no block has claimed."""
    at = start
    for block in found:
        if block.start > at:
            yield at, block.start
        at = max(at, block.end)
    if at < len(text):
        yield at, len(text)


def _joined(found: Sequence[Block], more: Iterable[Block]) -> list[Block]:
    """`found` with those of `more` that overlap none before them, in order."""
    joined = list(found)
    for block in sorted(more, key=lambda block: block.start):
        if block.start < block.end and not _claimed(joined, block):
            joined.append(block)
    return sorted(joined, key=lambda block: block.start)


def _claimed(joined: Sequence[Block], block: Block) -> bool:
    return any(other.start < block.end and block.start < other.end for other in joined)


def _filled(text: str, found: Sequence[Block]) -> list[Block]:
    """`found` with the story as body blocks between; marks alone between two blocks go to the one before them."""
    filled: list[Block] = []
    for block in [*found, Block("other", len(text), len(text))]:
        start, end = trimmed(text, filled[-1].end if filled else 0, block.start)
        if start < end:
            _add_gap(text, filled, start, end)
        if block.start < block.end:
            filled.append(block)
    return filled


def _add_gap(text: str, filled: list[Block], start: int, end: int) -> None:
    if filled and not any(character.isalnum() for character in text[start:end]):
        filled[-1] = Block(filled[-1].kind, filled[-1].start, end)
    else:
        filled.append(Block("body", start, end))
