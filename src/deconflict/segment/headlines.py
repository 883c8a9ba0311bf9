"""Headlines that stand in the text: the report's own title, repeated lines, and words in the manner of a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deconflict.segment.words import Word, same_run, words_of

_SITE = re.compile(r"\s+[|–—-]\s+|\s\|\s|(?<=\w)-\s")
_CLOSE = re.compile(r"[\"'”’)]*\s?[.!?…]*[\"'”’]*")
_LEAST = 3  # words: two are too easily the start of a sentence
_SHARE = 0.75  # of the title's words; titles in tables are cut off or carry the writer's name
_MAY_LACK = 2  # words that the text lacks at the title's start: a label, or a number that a copier dropped
_LONGEST = 30  # words; the longest title in FA-KES has 27
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)|\s\.(?=\s)")


class Title:
    """A report's title, ready to be looked for in its text: whole, and without the site's name before or after it."""

    def __init__(self, title: str) -> None:
        parts = [title, *(part for part in _SITE.split(title) if part)]
        runs = [words_of(part)[:_LONGEST] for part in parts]
        self.variants = [run for run in runs if len(run) >= _LEAST]
        self.folded = {tuple(word.folded for word in run) for run in runs if run}

    def end_at(self, text: str, position: int) -> int | None:
        """Where the title that stands at `position` ends, its stop included; None if it does not stand there."""
        if not self.variants:
            return None
        here = words_of(text, position, position + 12 * _LONGEST)
        ends = [end for variant in self.variants if (end := _matched(text, variant, here))]
        return max(ends, default=None)

    def is_line(self, line: str) -> bool:
        """Whether a whole line is the title."""
        return tuple(word.folded for word in words_of(line)) in self.folded


def guessed_end(text: str, position: int) -> int | None:
    """Where a headline in title case ("Ten Hurt in Market Fire.") that starts at `position` ends; None if there is none."""
    stop = _SENTENCE_END.search(text, position, position + 250)
    if not stop:
        return None
    words = [text[word.start : word.end] for word in words_of(text, position, stop.start())]
    if text[position : stop.start()].isupper():
        return None
    long_words = [word for word in words if len(word) >= 4 and not word.isdigit()]
    if not 4 <= len(words) <= _LONGEST or len(long_words) < 3:
        return None
    capitals = sum(word[0].isupper() for word in long_words)
    return stop.end() if capitals >= 0.8 * len(long_words) else None


def repeated_lines(lines: Sequence[str]) -> set[str]:
    """Lines without a stop that occur more than once: a page's headline, printed twice."""
    seen: set[str] = set()
    again: set[str] = set()
    for line in lines:
        (again if line in seen else seen).add(line)
    return again


def _matched(text: str, variant: list[Word], here: list[Word]) -> int | None:
    for lacking in range(min(_MAY_LACK, len(variant) - _LEAST) + 1):
        count = same_run(variant[lacking:], here)
        if count >= _LEAST and count >= _SHARE * len(variant):
            return _end(text, here, count)
    return None


def _end(text: str, here: list[Word], count: int) -> int | None:
    """The end of the matched words with their stop; None if the sentence goes on, so that they only open it."""
    last = here[count - 1].end
    close = _CLOSE.match(text, last)
    if close and close[0].strip():
        return close.end()
    if count < len(here) and text[here[count].start].islower() and "\n" not in text[last : here[count].start]:
        return None
    return last
