"""A body whose acronym changes from line to line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from deconflict.packs import Packs, fold
from deconflict.record import Flag, Report, Span
from deconflict.resolve.edits import edits

ACRONYM = re.compile(r"\b[A-Z]{3,5}\b")
INTRODUCED = re.compile(r"((?:[A-Z][\w'’-]*[ -](?:(?:of|for|and|the|in) )*){1,5}[A-Z][\w'’-]*) \(([A-Z]{3,5})\)")
EXPLAINED = re.compile(r"\b([A-Z]{3,5}) \(((?:the )?(?:[A-Z][\w'’-]*[ -](?:(?:of|for|and|the|in) )*){1,5}[A-Z][\w'’-]*)\)")

MIN_DRIFTED = 2
"""One odd acronym is a slip of the keyboard, or another body. Over the 709 reports of FA-KES none has two."""


class Introduced(msgspec.Struct, frozen=True):
    """An acronym and what the report says it stands for."""

    short: str
    words: str
    span: Span

    @property
    def spelled(self) -> bool:
        """Whether the acronym is the initials of the words."""
        return _initials(self.words) == self.short


def acronym_drift(report: Report, packs: Packs) -> Flag | None:
    """The flag if two or more acronyms in the report look like slips of one that it introduces; None otherwise."""
    introduced = list(_introduced(report))
    for body in introduced:
        drifted = dict(_drifted(body, introduced, report, packs))
        if len(drifted) >= MIN_DRIFTED:
            reason = f"What is introduced as {body.words} ({body.short}) is also called {', '.join(drifted)}."
            return Flag("acronym_drift", reason, (body.span, *drifted.values()))
    return None


def _introduced(report: Report) -> Iterator[Introduced]:
    for found in INTRODUCED.finditer(report.text):
        yield Introduced(found[2], _spelling_words(found[1], found[2]), report.span(*found.span(2)))
    for found in EXPLAINED.finditer(report.text):
        yield Introduced(found[1], found[2], report.span(*found.span(1)))


def _spelling_words(words: str, short: str) -> str:
    """The end of `words` whose initials are the acronym, else all of them."""
    parts = words.split(" ")
    ends = [" ".join(parts[first:]) for first in range(len(parts))]
    return next((end for end in reversed(ends) if _initials(end) == short), words)


def _initials(words: str) -> str:
    return "".join(word[0] for word in re.split(r"[ -]", words) if word[:1].isupper())


def _drifted(body: Introduced, introduced: list[Introduced], report: Report, packs: Packs) -> Iterator[tuple[str, Span]]:
    """Acronyms that stand for the body and are not its own, each with where it stands first."""
    if not body.spelled:
        return
    explained = {other.short: other for other in introduced}
    for found in ACRONYM.finditer(report.text):
        short = found[0]
        if short == body.short:
            continue
        own = explained.get(short)
        slip = _misexplained(own, body, packs) if own else edits(short, body.short) == 1 and not packs.actors_named(short)
        if slip:
            yield short, report.span(*found.span())


def _misexplained(own: Introduced, body: Introduced, packs: Packs) -> bool:
    """Whether the report gives another acronym for the body's own words, or for words so like them that no pack knows them."""
    if own.spelled:
        return False
    if fold(own.words) == fold(body.words):
        return True
    shared = set(fold(own.words).split()) & set(fold(body.words).split())
    return len(shared) >= len(fold(body.words).split()) - 1 and not packs.actors_named(own.words)
