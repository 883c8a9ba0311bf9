"""Teasers: standfirsts that the story says again, and the headlines of other stories that a page lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deconflict.segment.patterns import any_of
from deconflict.segment.units import Unit
from deconflict.segment.words import Word, same_run, words_of

_LINE = re.compile(
    any_of(
        "(?:latest|breaking|top|trending|more|related|recent|other|world) (?:news|stories|articles|posts|headlines|topics)",
        "(?:latest|related|more|trending) (?:videos?|reading)|related|trending(?: now)?|recommended(?: for you)?",
        "popular(?: now)?",
        r"you (?:may|might) (?:also )?(?:like|be interested in)|most (?:popular|read|viewed|shared)",
        r"more (?:from|in|on)\b.{0,40}",
        "editor'?s picks?|don'?t miss|up next|also read|see also|elsewhere",
    ),
    re.IGNORECASE,
)
_RELATED_LINE = re.compile(r"(?:related|also read|see also|read (?:also|more))\s*:\s*\S.{0,200}", re.IGNORECASE)
_RELATED = re.compile(
    r"(?:\.\.\. \d{1,5} )?(?:Topic [A-Z][^.\n]{3,90}?\(\d+\) )?\bRelated (?:News |Articles |Stories )?(?=[A-Z0-9\"“])"
)
_OWN_DESCRIPTION = re.compile(
    r"(?<![\w-])(?:[A-Z][\w-]+ ){2,8}(?:is|are) (?:the|a)(?: world'?s)? (?:premier|leading|largest|official)\b[^.]{0,60}"
    r"(?:newspaper|news agency|broadcaster|news site|news website|daily)\b"
)
_NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DIGITS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS, 2)}
_CONTENT = 4  # letters from which a word tells something, numbers at any length
_FIRST = 5  # words that must return for a standfirst to be said again word for word
_WITHIN = 90  # words within which they do; the longest standfirst in FA-KES has 54
_NEXT = 0.8  # of a standfirst's words that the next sentence repeats if nothing sets it off: SANA's "A source at ..." stays below
_SET_OFF_SHARE = 0.5  # of its content words that the story says again if layout sets it off
_PICTURE_SHARE = (
    0.65  # if only a picture does: of TRT's standfirsts in FA-KES all but two reach it, a first paragraph of Reuters' 0.60
)
_LONGEST = 450  # characters of a standfirst; the longest in FA-KES has 320
_AFTER = 1500  # characters after a standfirst in which the story must say it again
_SET_OFF = re.compile(r"\t[ \t]*([^\t\n]{20,500}?)[ ]*(?=\t)")
_PULLED = 10  # words of a pull quote that must stand in the story too
_HEADED = 0.34  # of the lines after "Latest news" that are headlines, so that the rest is a list of teasers


def repeated_lead(text: str, start: int) -> int | None:
    """Where a standfirst that starts at `start` ends, if the story then opens with the same words again; None if it does not."""
    words = words_of(text, start, start + 1200)[: 2 * _WITHIN]
    opening = [word.folded for word in words[:_FIRST]]
    for at in range(_FIRST, min(_WITHIN, len(words) - _FIRST)):
        if words[at].folded == opening[0] and [word.folded for word in words[at : at + _FIRST]] == opening:
            return _repeated(text, words, at)
    return None


def _repeated(text: str, words: Sequence[Word], at: int) -> int | None:
    """The end of the standfirst `words[:at]` if from `at` on most of it is repeated, or restated with all its numbers."""
    start, end = words[0].start, words[at].start
    if "\n" in text[start:end].strip():
        return None
    end -= text[end - 1] in '"“'
    same = same_run(words[:at], words[at:])
    near = 2 * (end - start) + 100
    return end if same >= _NEXT * at or is_restated(text, start, end, end, _NEXT, near) else None


def set_off(text: str, start: int, end: int, after: int, by_picture: bool) -> bool:
    """Whether `start:end`, which layout sets off from the story that begins at `after`, is a standfirst that it says again.

    A picture alone sets off less surely than tags or a dateline: some outlets place it after the story's first paragraph.
    """
    share = _PICTURE_SHARE if by_picture else _SET_OFF_SHARE
    return end - start <= _LONGEST and is_restated(text, start, end, after, share, _AFTER)


def is_restated(text: str, start: int, end: int, after: int, share: float, within: int) -> bool:
    """Whether the `within` characters from `after` say what `start:end` says: its numbers and `share` of its content words."""
    told = {word.folded for word in words_of(text, start, end)}
    again = {word.folded for word in words_of(text, after, after + within)}
    content = {word for word in told if len(word) >= _CONTENT}
    return bool(content) and _numbers(told) <= _numbers(again) and len(content & again) >= share * len(content)


def _numbers(words: set[str]) -> set[str]:
    return {_DIGITS.get(word, word) for word in words if word in _DIGITS or word[0].isdigit()}


def related_from(text: str, start: int, least: int) -> int | None:
    """Where related headlines begin after `start`, in text without line breaks; None if none reach beyond `least`."""
    if "Related" not in text:
        return None
    return next((found.start() for found in _RELATED.finditer(text, start) if found.end() >= least), None)


def own_description_from(text: str, start: int) -> int | None:
    """Where the outlet's description of itself starts at a report's end; None if there is none."""
    found = _OWN_DESCRIPTION.search(text, start)
    return found.start() if found else None


def is_list_head(line: str) -> bool:
    """Whether a whole line stands over other stories ("Latest News")."""
    return len(line) <= 60 and bool(_LINE.fullmatch(line.strip(" :")))


def is_related(line: str) -> bool:
    """Whether a whole line points to another story."""
    return bool(_RELATED_LINE.fullmatch(line))


def lists_stories(units: Sequence[Unit]) -> bool:
    """Whether the lines after "Latest News" are other stories: many headlines, or no line that is prose."""
    headed = sum(not unit.stopped for unit in units)
    return bool(units) and headed >= _HEADED * len(units)


def pull_quotes(text: str) -> list[tuple[int, int]]:
    """Words of the story that the page shows again in large letters, set off by tabs."""
    if "\t" not in text:
        return []
    told = " ".join(word.folded for word in words_of(text))
    found = [(m.start(1), m.end(1)) for m in _SET_OFF.finditer(text)]
    return [(start, end) for start, end in found if _told_twice(told, text, start, end)]


def _told_twice(told: str, text: str, start: int, end: int) -> bool:
    opening = [word.folded for word in words_of(text, start, end)[:_PULLED]]
    return len(opening) == _PULLED and told.count(" ".join(opening)) > 1
