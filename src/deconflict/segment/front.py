"""What stands before the story: dateline, headline, byline, share counter, place, in whatever order the outlet has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deconflict.record import Block, BlockKind
from deconflict.segment import bylines, datelines, prompts
from deconflict.segment.headlines import Title, guessed_end
from deconflict.segment.runs import end_of_title_run
from deconflict.segment.words import skip_space, trimmed

_MOST = 12  # parts before a story; the most in FA-KES is 7
_BETWEEN = re.compile(r"[\s|.:–—-]*")
_NAMES_REACH = 80  # characters that the names after "by" may take
_DATED_REACH = 220  # characters within which the date after a headline starts
_NEEDS_DATE = re.compile(r"\b(?:on|of|since|until|till|from|by|dated|in|the|late|early|for|and|between)\s*$", re.IGNORECASE)
_STOP = re.compile(r"[.?!](?:\s|$)")
_HEADLINE_WORDS = 4
_AGENCIES = re.compile(rf"(?:\s(?:{bylines.AGENCY}[/ ]*))+$")


def front_of(text: str, title: Title) -> list[Block]:
    """The blocks before the story, in order."""
    return list(_walk(text, title))


def _walk(text: str, title: Title) -> Iterator[Block]:
    position = skip_space(text, 0)
    seen: list[BlockKind] = []
    for _ in range(_MOST):
        block = _next(text, position, title, seen)
        if block is None or block.end <= position:
            return
        yield block
        seen.append(block.kind)
        position = _after(text, block.end)


def _after(text: str, end: int) -> int:
    """The first place after `end` that is no mark between parts."""
    between = _BETWEEN.match(text, end)
    return between.end() if between else end


def _next(text: str, position: int, title: Title, seen: list[BlockKind]) -> Block | None:
    """The part that starts at `position`, if one does."""
    ends: tuple[tuple[BlockKind, int | None], ...] = (
        ("prompt", prompts.lead_at(text, position)),
        ("dateline", datelines.date_at(text, position)),
        ("headline", title.end_at(text, position)),
        ("tags", prompts.label_at(text, position)),
        ("byline", _byline_end(text, position, title, seen)),
    )
    for kind, end in ends:
        if end is not None:
            return Block(kind, position, end)
    return _guessed(text, position, seen) or _place(text, position, seen)


def _byline_end(text: str, position: int, title: Title, seen: list[BlockKind]) -> int | None:
    names = bylines.by_at(text, position) if seen[-1:] == ["dateline"] else None
    if names is None:
        return bylines.lead_at(text, position, seen[-1:] == ["headline"])
    limit = min(len(text), names + _NAMES_REACH)
    for at in (m.end() for m in re.finditer(r"\s+", text[names:limit])):
        if title.end_at(text, names + at):
            return trimmed(text, position, names + at)[1]
    return trimmed(text, position, end_of_title_run(text, names, limit))[1]


def _guessed(text: str, position: int, seen: list[BlockKind]) -> Block | None:
    """A headline that no title vouches for: in title case after the date, or at the very start with agency and date after it."""
    if "headline" in seen:
        return None
    if "dateline" in seen:
        end = guessed_end(text, position)
        return Block("headline", position, end) if end else None
    end = _end_before_date(text, position)
    return Block("headline", position, end) if end else None


def _end_before_date(text: str, position: int) -> int | None:
    date = datelines.DATE.search(text, position, position + _DATED_REACH)
    if not date or datelines.date_at(text, date.start()) is None:
        return None
    before = text[position : date.start()].rstrip()
    headline = _AGENCIES.sub("", before)
    named = headline != before or (date[0][0].isalpha() and not before.endswith(","))
    if not named or _STOP.search(before) or "\n" in before or _NEEDS_DATE.search(headline) or text[date.end() :][:1] in ".,;)":
        return None
    return position + len(headline) if len(headline.split()) >= _HEADLINE_WORDS else None


def _place(text: str, position: int, seen: list[BlockKind]) -> Block | None:
    if "place" in seen:
        return None
    end = datelines.place_at(text, position, "dateline" in seen)
    return Block("dateline", *trimmed(text, position, end)) if end else None
