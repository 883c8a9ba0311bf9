"""The parts of a text: what each detector found, the story in between, nothing left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from deconflict.record import Block
from deconflict.segment import bylines, captions, datelines, prompts, teasers
from deconflict.segment.back import back_of
from deconflict.segment.front import front_of
from deconflict.segment.headlines import Title
from deconflict.segment.lines import kinds_of
from deconflict.segment.units import Unit
from deconflict.segment.words import skip_space, trimmed

_SETS_OFF = ("caption", "tags", "dateline")


def blocks_of(text: str, title: str, units: Sequence[Unit]) -> tuple[Block, ...]:
    """Blocks in order, that do not overlap and together hold all of `text` but white space.

    The front and the back of the report claim their words first, then its lines, then what stands inside the story.
    """
    known = Title(title)
    found = front_of(text, known)
    start = skip_space(text, found[-1].end if found else 0)
    found = _joined(found, back_of(text, start))
    found = _joined(found, _lines(units, known))
    found = _joined(found, _inside(text, found, start))
    found = _joined(found, _standfirst(text, found, start))
    return tuple(_filled(text, found))


def _lines(units: Sequence[Unit], title: Title) -> list[Block]:
    return [Block(kind, unit.start, unit.end) for unit, kind in zip(units, kinds_of(units, title), strict=True) if kind]


def _inside(text: str, found: Sequence[Block], start: int) -> list[Block]:
    """Places, tags, captions and pull quotes inside the story's own stretches."""
    marks = [Block("dateline", at, end) for at, end in datelines.inside(text, start)]
    marks += [Block("byline", at, end) for at, end in bylines.inside(text, start)]
    marks += [Block("tags", at, end) for at, end in prompts.tags_in(text, start, start + datelines.REACH)]
    marks += [Block("teaser", at, end) for at, end in teasers.pull_quotes(text)]
    taken = _joined(found, marks)
    for left, right in _gaps(text, taken, start):
        for at, end in captions.inside(text, left, right):
            marks.append(Block("caption", at, end))
            marks += _place_after(text, end, right)
    return [Block(mark.kind, *trimmed(text, mark.start, mark.end)) for mark in marks]


def _place_after(text: str, end: int, right: int) -> list[Block]:
    """The dateline's place, where a picture stands between it and the date."""
    start = skip_space(text, end)
    place = datelines.place_at(text, start, after_date=True) if start < datelines.REACH else None
    return [Block("dateline", start, place)] if place and place <= right else []


def _standfirst(text: str, found: Sequence[Block], start: int) -> list[Block]:
    """A standfirst: words at the story's start that it opens with again, or says again after a picture, tags or a place."""
    first = next((block for block in found if block.start >= start), None)
    if first and first.kind in _SETS_OFF and teasers.set_off(text, start, first.start, first.end, first.kind == "caption"):
        return [Block("teaser", *trimmed(text, start, first.start))]
    end = teasers.repeated_lead(text, start)
    return [Block("teaser", *trimmed(text, start, end))] if end else []


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
    joined: list[Block] = []
    first = [(block.start, 0, block) for block in found]
    later = [(block.start, 1, block) for block in more if block.start < block.end and not _claimed(found, block)]
    for _, added, block in sorted(first + later, key=lambda entry: entry[:2]):
        if not added or not joined or joined[-1].end <= block.start:
            joined.append(block)
    return joined


def _claimed(found: Sequence[Block], block: Block) -> bool:
    """Whether one of `found`, which are in order and apart, overlaps `block`."""
    at = bisect_left(found, block.end, key=lambda other: other.start)
    return at > 0 and found[at - 1].end > block.start


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
