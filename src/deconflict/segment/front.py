"""What stands before the story: dateline, headline, byline, share counter, place, in whatever order the outlet has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deconflict.record import Block, BlockKind
from deconflict.segment import bylines, datelines, prompts, teasers
from deconflict.segment.headlines import Title, guessed_end
from deconflict.segment.runs import end_of_title_run
from deconflict.segment.words import skip_space, trimmed

_MOST = 12  # parts before a story; the most in FA-KES is 7
_BETWEEN = re.compile(r"[\s|.:–—-]*")
_NAMES_REACH = 80  # characters that the names after "by" may take
_LEAD_REACH = 600  # characters within which a standfirst ends; the longest in FA-KES has 320
_DATED_REACH = 220  # characters within which the date after a headline starts
_NEEDS_DATE = re.compile(r"\b(?:on|of|since|until|till|from|by|dated|in|the|late|early|for|and|between)\s*$", re.IGNORECASE)
_STOP = re.compile(r"[.?!](?:\s|$)")
_HEADLINE_WORDS = 4


def front_of(text: str, title: Title) -> list[Block]:
    """The blocks before the story, in order."""
    found = list(_walk(text, title))
    start = found[-1].end if found else 0
    return found + _standfirst(text, skip_space(text, start), bool(found))


def _walk(text: str, title: Title) -> Iterator[Block]:
    position, seen = skip_space(text, 0), []
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
    for date in datelines.DATE.finditer(text, position, position + _DATED_REACH):
        before = text[position : date.start()]
        if _STOP.search(before) or "\n" in before.strip() or datelines.date_at(text, date.start()) is None:
            return None
        end = _without_agency(text, position, date.start())
        if len(text[position:end].split()) < _HEADLINE_WORDS or _NEEDS_DATE.search(text[position:end]):
            return None
        return end
    return None


def _without_agency(text: str, position: int, end: int) -> int:
    agency = re.search(rf"\s(?:{bylines.AGENCY}[/ ]*)+$", text[position:end].rstrip())
    return position + agency.start() if agency else trimmed(text, position, end)[1]


def _place(text: str, position: int, seen: list[BlockKind]) -> Block | None:
    if "place" in seen:
        return None
    end = datelines.place_at(text, position, "dateline" in seen)
    return Block("dateline", *trimmed(text, position, end)) if end else None


def _standfirst(text: str, start: int, set_off: bool) -> list[Block]:
    """A standfirst that the story says again, and the tags or the place that set it off from the story."""
    end = teasers.repeated_lead(text, start)
    if end is not None:
        return [Block("teaser", *trimmed(text, start, end))]
    if not set_off:
        return []
    return _set_off_by(text, start, "tags", prompts.tags_in(text, min(len(text), start + _LEAD_REACH))) or _set_off_by(
        text, start, "dateline", datelines.place_inside(text[: start + _LEAD_REACH])
    )


def _set_off_by(text: str, start: int, kind: BlockKind, marks: list[tuple[int, int]]) -> list[Block]:
    for at, end in marks:
        if at >= start:
            told_again = at > start and teasers.is_restated(text, start, at, within=teasers.AFTER + end - at)
            lead = [Block("teaser", *trimmed(text, start, at))] if told_again else []
            return [*lead, Block(kind, *trimmed(text, at, end))]
    return []
