"""What a page says to its visitor: share, subscribe, comment, read more; and the labels it files a report under."""

from __future__ import annotations

import re

from deconflict.segment.patterns import any_of
from deconflict.segment.runs import end_of_tag_run

_LEAD = re.compile(
    any_of(
        r"Get short URL(?:\s\d+(?![\w.,:/-]))*|Print Tweet(?: Views \d+)?|Views \d+|SEND(?: https?\S+)?",
        r"Video(?= [A-Z])|title:",
        r"(?:Share|Tweet|Print|Email)\b(?=\s*\n|\s+(?:Share|Tweet|Print|Email)\b)",
    )
)
_TOPIC = re.compile(r"Topic [A-Z][^.\n]{3,90}?\(\d+\)(?:\s\d+)*")
SECTIONS = r"(?:Middle East|World|Europe|Africa|Asia(?: & Pacific)?|Americas|Politics|Region(?:al)?|News)"
_SECTION = re.compile(rf"{SECTIONS}(?=\s+\d)")

_SHARED = "share|tweet|print|e-?mail|save|pin|whats ?app|telegram"
_LINE = re.compile(
    any_of(
        r"(?:leave|post) (?:a|your) (?:reply|comment)|(?:view |add |show )?(?:\d+ )?comments?(?: \(\d+\))?",
        r"join the (?:conversation|discussion)|slideshow ?\(\d+ images?\)|photo gallery|view gallery|play video",
        rf"(?:\d+ )?(?:shares?|views?|likes?)|(?:{_SHARED})(?:[ |,/]+(?:{_SHARED}|this|article|on|via|facebook|twitter))*",
        r"facebook|twitter|instagram|follow (?:us|@)\b.{0,60}|(?:sign up|subscribe)\b.{0,120}|get short url[\d ]*",
        r"(?:read|see|watch) (?:more|also|next)\b.{0,160}|more(?: on this| from)\b.{0,60}|continue reading.{0,40}",
        r"advertisement|story continues below.{0,40}|click (?:here|to)\b.{0,80}|accept (?:all )?cookies",
        r"skip to (?:main )?content",
        r"all rights reserved\.?|(?:copyright|©).{0,120}|our standards: ?the .{3,30} trust principles\.?|english bulletin",
        "watch(?: live)?|listen|back to top|next|previous|home|menu|search|log ?in|register",
    )
    + "[.:!]?",
    re.IGNORECASE,
)
_TAGS_LINE = re.compile(
    any_of(
        r"(?:tags?|categories|category|keywords|topics?|filed under|sections?|posted in|labels?)\s*:.{0,300}",
        "most (?:popular|read|viewed)",
    ),
    re.IGNORECASE,
)
_SURE_TRAIL = re.compile(
    any_of(
        r"our standards: ?the thomson reuters trust principles\.|community standards ?discussion.{0,80}",
        r"comment via facebook.{0,40}|leave (?:a|your) (?:reply|comment)|never miss a story again.{0,120}",
        "(?-i:Read Also|Read More)",
        r"warning graphic content|this article is an edited translation.{0,60}|more ?images?|\(click to enlarge\)",
        r"copyright (?:©|\(c\)|\d).{0,80}|all rights reserved\.?",
    )
    + "$",
    re.IGNORECASE,
)
_SHORT_TRAIL = re.compile(
    r"(?:read (?:also|more)|also|twitter|facebook|english bulletin|most popular|launched in [a-z]\w+|\.\.\. \d{1,4})$",
    re.IGNORECASE,
)
_TAGS = re.compile(r"(?:(?<=[.!?\"”')\]] )|(?<=\n)|^)Tags:?\s+(?=\S)")
_WORD_START = re.compile(r"\s(?=\S)|(?<=[.!?])(?=[A-Z])")
_STOP_BEFORE = re.compile(r"[.!?\"”')\]]\s+$|\n\s*$")
_REACH = 160  # characters before the end in which a trailing prompt starts; the longest has 120
_LONGEST_TAGS = 400  # characters
_COMMENTS = re.compile(
    r"(?:leave (?:a|your) (?:reply|comment)|post (?:a|your) comment|(?:\d+ )?comments?(?: \(\d+\))?)[.:]?", re.IGNORECASE
)


def lead_at(text: str, position: int) -> int | None:
    """Where a share counter or the like that starts at `position`, before the story, ends; None if there is none."""
    found = _LEAD.match(text, position)
    return found.end() if found else None


def label_at(text: str, position: int) -> int | None:
    """Where a topic or section label that starts at `position` ends; None if there is none."""
    found = _TOPIC.match(text, position) or _SECTION.match(text, position)
    return found.end() if found else None


def is_prompt(line: str) -> bool:
    """Whether a whole line speaks to the visitor."""
    return len(line) <= 200 and bool(_LINE.fullmatch(line))


def is_comments(line: str) -> bool:
    """Whether a line opens the visitors' comments, after which no story comes."""
    return len(line) <= 40 and bool(_COMMENTS.fullmatch(line))


def is_tags(line: str) -> bool:
    """Whether a whole line files the report under words."""
    return bool(_TAGS_LINE.fullmatch(line))


def trailing(text: str, end: int) -> int | None:
    """Where a prompt starts that ends at `end`; None if none does. Short ones count only after a stop."""
    window = max(0, end - _REACH)
    for found in _WORD_START.finditer(text, window, end):
        at = found.end()
        if _SURE_TRAIL.match(text, at, end) or (
            _STOP_BEFORE.search(text, max(0, at - 12), at) and _SHORT_TRAIL.match(text, at, end)
        ):
            return at
    return None


def tags_in(text: str, start: int, limit: int) -> list[tuple[int, int]]:
    """The lists after the word "Tags" in `text[start:limit]`, in text without line breaks around them."""
    if "Tags" not in text:
        return []
    found = [m.start() for m in _TAGS.finditer(text, start, limit)]
    return [(at, _tags_end(text, at)) for at in found]


def is_tag_run(text: str, start: int, end: int) -> bool:
    """Whether the tags that start at `start` go on to `end`, and no sentence begins among them."""
    return end_of_tag_run(text, start, end) == end


def _tags_end(text: str, start: int) -> int:
    line = text.find("\n", start)
    return end_of_tag_run(text, start, min(line if line > 0 else len(text), start + _LONGEST_TAGS))
