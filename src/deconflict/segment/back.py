"""What stands after the story: writers, agencies, related headlines, tags, prompts, the outlet's word about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deconflict.record import Block
from deconflict.segment import bylines, datelines, prompts, teasers
from deconflict.segment.sentences import ends_in_title
from deconflict.segment.words import trimmed

_MOST = 8  # parts after a story; the most in FA-KES is 4
_REACH = 500  # characters before the end in which a byline starts; the longest in FA-KES has 190
_BREAK = re.compile(r"(?:(?<=[a-z0-9%)\"”\s][.!?])|(?<=[A-Z]{2}[.!?])|(?<=[\"”)\]]))\s*(?=\S)|\n\s*(?=\S)")
_TAGS = re.compile(r"\bTags:? (?=\S)")
_TAG_TAIL = re.compile(r"(?<=\s)Tags:? [^.!?\n]{3,300}$")
_STORY = 0.4  # of the text; before it "Related" stands beside the story and not after it


def back_of(text: str, start: int) -> list[Block]:
    """The blocks after the story that starts at `start`, last first."""
    found: list[Block] = []
    end = trimmed(text, start, len(text))[1]
    listed = _related(text, start, end)
    if listed:
        found += listed
        end = trimmed(text, start, listed[-1].start)[1]
    for block in _walk(text, start, end):
        found.append(block)
    return found


def _related(text: str, start: int, end: int) -> list[Block]:
    """Related headlines to the end of the text, with the tags and prompts after them; the last block is the first in the text."""
    at = teasers.related_from(text, start, int(_STORY * len(text))) if text.count("\n", start) < 2 else None
    if at is None:
        return []
    tags = _tag_lists(text, at, end)
    if not tags:
        return [Block("teaser", *trimmed(text, at, end))]
    first = tags[0][0]
    prompt = prompts.trailing(text, end)
    tags_end = prompt if prompt and prompt > first else end
    after = [Block("prompt", prompt, end)] if prompt and prompt > first else []
    return [*after, Block("tags", *trimmed(text, first, tags_end)), Block("teaser", *trimmed(text, at, first))]


def _tag_lists(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + m.start(), end) for m in _TAGS.finditer(text[start:end])]


def _walk(text: str, start: int, end: int) -> Iterator[Block]:
    for _ in range(_MOST):
        block = _last(text, start, end)
        if block is None or block.start <= start:
            return
        yield block
        end = trimmed(text, start, block.start)[1]


def _last(text: str, start: int, end: int) -> Block | None:
    """The part that ends at `end`, if one does."""
    prompt = prompts.trailing(text, end)
    if prompt is not None:
        return Block("prompt", prompt, end)
    window = max(start, end - _REACH)
    update = datelines.LAST_UPDATE.search(text[window:end])
    if update:
        return Block("dateline", window + update.start(), end)
    tags = _TAG_TAIL.search(text, window, end)
    if tags and prompts.is_tag_run(text, tags.start(), end):
        return Block("tags", tags.start(), end)
    described = teasers.own_description_from(text[:end], window)
    if described is not None:
        return Block("prompt", described, end)
    return _byline(text, window, end)


def _byline(text: str, window: int, end: int) -> Block | None:
    breaks = [m.end() for m in _BREAK.finditer(text, window, end) if m.end() < end]
    if breaks and prompts.is_prompt(text[breaks[-1] : end]):
        return Block("prompt", breaks[-1], end)
    for at in breaks:
        if bylines.is_byline(text[at:end]):
            return Block("byline", at, end)
    if breaks and not ends_in_title(text, breaks[-1]) and bylines.is_signature(text[breaks[-1] : end]):
        return Block("byline", breaks[-1], end)
    return None
