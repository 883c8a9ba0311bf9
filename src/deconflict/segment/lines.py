"""What each line of a page is, where the text still has its lines: the way a reader tells them apart, by place and shape."""

from __future__ import annotations

from collections.abc import Sequence

from deconflict.record import BlockKind
from deconflict.segment import bylines, captions, datelines, prompts, teasers
from deconflict.segment.headlines import Title, repeated_lines
from deconflict.segment.units import Unit

_TOP = 8  # lines before the first prose that can be a page's head
_SECTION = 3  # words of a section's name
_HEADLINE = 30  # words of a headline
_PROSE = 6  # words from which a line with a stop is prose
_HEADS = 5  # lines that could end the story are tried: pages have fewer, and the work stays linear
_COMMENTS = 1  # times the story's length that comments under it may have; more, and the link to them stood above the story


def kinds_of(units: Sequence[Unit], title: Title) -> list[BlockKind | None]:
    """The kind of each line; None where it is the story's own."""
    if len(units) < 2:
        return [None] * len(units)
    kinds = [_plain_kind(unit, title) for unit in units]
    top = _first_prose(units)
    for i, kind in _head(units, kinds, top):
        kinds[i] = kind
    end = _end_of_story(units, kinds, top)
    for i, found in captions.lines(units[top:end]).items():
        kinds[top + i] = kinds[top + i] or _caption_kind(found)
    _mark_repeats(units, kinds)
    after = _after_kind(units, end)
    kinds[end:] = [kind or after for kind in kinds[end:]]
    _mark_listed(units, kinds, top)
    return [kind or ("quotation" if _is_quotation(unit) else None) for kind, unit in zip(kinds, units, strict=True)]


def _plain_kind(unit: Unit, title: Title) -> BlockKind | None:
    """What a line is by its words alone."""
    words = unit.item
    if len(words) > 300:
        return None
    if prompts.is_tags(words):
        return "tags"
    if prompts.is_prompt(words):
        return "prompt"
    if teasers.is_list_head(words):
        return "other"
    if teasers.is_related(words):
        return "teaser"
    if title.is_line(words):
        return "headline"
    if datelines.is_dateline(words):
        return "dateline"
    return "byline" if bylines.is_byline(words) else None


def _first_prose(units: Sequence[Unit]) -> int:
    return next((i for i, unit in enumerate(units) if unit.stopped and unit.length >= _PROSE and not unit.bulleted), 0)


def _head(units: Sequence[Unit], kinds: Sequence[BlockKind | None], top: int) -> list[tuple[int, BlockKind]]:
    """The lines before the first prose that their words alone do not explain: sections and headlines."""
    if top > _TOP:
        return []
    heads = [i for i in range(top) if not kinds[i] and units[i].length <= _HEADLINE and not units[i].stopped]
    return [(i, _head_kind(units[i], titled="headline" in kinds or i != heads[-1])) for i in heads]


def _head_kind(unit: Unit, titled: bool) -> BlockKind:
    """A short line is a section's name if the headline stands elsewhere."""
    if captions.is_credited(unit):
        return "caption"
    return "tags" if unit.bulleted or (titled and unit.length <= _SECTION) else "headline"


def _caption_kind(found: str) -> BlockKind:
    return "headline" if found == "headline" else "caption"


def _mark_repeats(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """A line without a stop that stands twice is a headline or a caption, wherever it stands."""
    again = repeated_lines([unit.words for unit in units if not unit.stopped and not unit.bulleted])
    for i, unit in enumerate(units):
        if kinds[i] is None and unit.words in again and _SECTION < unit.length <= _HEADLINE:
            kinds[i] = "headline"


def _end_of_story(units: Sequence[Unit], kinds: list[BlockKind | None], top: int) -> int:
    """The index of the first line after the story: comments or a list of other stories; how many lines there are, if none."""
    heads = [i for i, unit in enumerate(units) if i > top and kinds[i] and _may_be_last(unit)]
    for i in heads[:_HEADS]:
        rest = [other for j, other in enumerate(units[i + 1 :], i + 1) if kinds[j] is None]
        if rest and _is_over(units[i], rest, sum(len(unit.words) for unit in units[:i])):
            return i
    return len(units)


def _mark_listed(units: Sequence[Unit], kinds: list[BlockKind | None], top: int) -> None:
    """Headlines of other stories directly under "Don't miss", where the story goes on after them."""
    listing = False
    for i, unit in enumerate(units[top:], top):
        listing = teasers.is_list_head(unit.item) or (listing and not unit.stopped)
        if listing and kinds[i] in (None, "caption", "headline"):
            kinds[i] = "teaser"


def _may_be_last(unit: Unit) -> bool:
    return prompts.is_comments(unit.item) or teasers.is_list_head(unit.item)


def _is_over(unit: Unit, rest: Sequence[Unit], before: int) -> bool:
    if prompts.is_comments(unit.item):
        return teasers.lists_stories(rest) or sum(len(other.words) for other in rest) <= _COMMENTS * before
    return teasers.lists_stories(rest)


def _after_kind(units: Sequence[Unit], end: int) -> BlockKind:
    return "teaser" if teasers.lists_stories(units[end + 1 :]) else "other"


def _is_quotation(unit: Unit) -> bool:
    """Whether a whole paragraph is one quotation."""
    words = unit.words
    return len(words) > 2 and words[0] in '"“«' and words[-1] in '"”»' and words.count('"') <= 2 and words.count("“") <= 1
