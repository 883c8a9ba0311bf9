"""Whom a report names and how: mentions, abbreviations it introduces, and people it introduces with their titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from deconflict.packs import Packs, acronym, fold
from deconflict.record import Entity, Report
from deconflict.resolve.actor_names import named, person
from deconflict.resolve.edits import edits

_LONG = r"(?:the )?(?:[A-Z][\w'’-]*[ -](?:(?:of|for|and|the|in|al) )*){1,6}[A-Z][\w'’-]*"
ABBREVIATED = re.compile(rf"({_LONG}) \(([A-Z][A-Za-z]{{1,6}})\)")
EXPANDED = re.compile(rf"\b([A-Z]{{2,7}}) \(({_LONG})\)")

LONG_ACRONYM = 4
"""From this length on an acronym is rarely used for two bodies; a shorter one spelled out in unknown words is left alone."""

NAME_START = re.compile(r"\b(?:al-|Al-)?[A-Z][\w'’]*(?:\.[A-Z]\.?)*")
LONGEST_NAME = 6
"""Names of actors seldom have more words, and trying more costs time."""

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "his", "their"})
_CLAUSE = re.compile(r"[.,;:!?\"“”\n()] ?|\b(?:and|that|told|said|by|to|with|while|as) ")
_OFFICE = re.compile(
    r",? (?:who is )?(?:the )?((?:head|chief|director|spokes\w+|leader|commander|member) (?:of|for) [^.,;]{3,60})"
)
BEFORE_NAME = 90
"""Characters in front of a name within which its title stands."""


class Mention(msgspec.Struct, frozen=True):
    """Where a name stands and whom it means."""

    start: int
    end: int
    words: str
    entity: Entity

    @property
    def is_person(self) -> bool:
        """Whether the words are a person's name: the name of a person, or one that shares no word with the body it speaks for."""
        own = set(fold(self.entity.name).split())
        body = acronym(self.words) is not None or self.words.isupper() or not own.isdisjoint(fold(self.words).split())
        return self.entity.kind == "person" or (self.entity.kind in ("monitor", "organisation") and not body)


def abbreviations(report: Report, packs: Packs, body: Callable[[str], Entity | None]) -> dict[str, Entity | None]:
    """What acronyms mean in this report: those it explains, and (as None) those it uses for what no pack knows.

    `body`: the provisional actor that words name which no pack knows.
    """
    meant: dict[str, Entity | None] = dict.fromkeys(_drifting(report))
    if "(" in report.text:
        pairs = [(found[1], found[2]) for found in ABBREVIATED.finditer(report.text)]
        pairs += [(found[2], found[1]) for found in EXPANDED.finditer(report.text)]
        for words, short in pairs:
            entity = _abbreviated(words, short, packs)
            own_name = _initials(words).endswith(short) and len(short) < LONG_ACRONYM
            if entity or own_name or not packs.actors_named(short):
                meant[short] = entity or (None if short in meant else body(_spelling(words, short)))
    return meant


def mentions(text: str, packs: Packs) -> Iterator[Mention]:
    """Where the text names whom, by names that begin with a capital letter."""
    end = 0
    for start in NAME_START.finditer(text):
        if start.start() >= end and (acronym(start[0]) or fold(start[0]).split(" ")[0] in packs.first_words):
            found = _longest_name(text[start.start() : start.start() + 70].split()[:LONGEST_NAME], packs)
            if found:
                words, entity = found
                end = start.start() + len(words)
                if entity:
                    yield Mention(start.start(), end, words, entity)


def ending_in(noun: str, text: str, packs: Packs) -> Iterator[tuple[int, Entity]]:
    """Where the text names whom by a name that ends in the noun ("Relief Council" for "council")."""
    for found in re.finditer(rf"\b{noun}\b", text, re.IGNORECASE):
        words = text[max(0, found.start() - BEFORE_NAME) : found.end()].split()[-LONGEST_NAME:]
        if entity := _at_end(words, packs):
            yield found.start(), entity


def introductions(name: str, text: str, packs: Packs) -> Iterator[Entity]:
    """Whom the text introduces by that surname: "Observatory chief Jane Doe", "Jane Doe, head of the Observatory"."""
    for found in re.finditer(rf"\b{re.escape(name)}\b", text):
        tokens = [*_CLAUSE.split(text[max(0, found.start() - BEFORE_NAME) : found.start()])[-1].split(), *name.split(" ")]
        titled = (person(" ".join(tokens[first:]), packs) for first in range(len(tokens) - 1))
        if entity := next(filter(None, titled), None):
            yield entity
        office = _OFFICE.match(text[found.end() : found.end() + BEFORE_NAME])
        if office and (entity := _at_start(office[1], packs)):
            yield entity


def _drifting(report: Report) -> Iterator[str]:
    """Acronyms of a report whose acronyms drift that may be slips of the one it introduces."""
    for flag in report.flags:
        if flag.kind == "acronym_drift":
            own, *slips = (span.text for span in flag.spans)
            yield from slips
            yield from {short for short in re.findall(r"\b[A-Z]{3,5}\b", report.text) if edits(short, own) == 1}


def _abbreviated(words: str, short: str, packs: Packs) -> Entity | None:
    """The actor of the end of `words` that the acronym stands for: all of them, or as many as it has letters."""
    found = packs.actors_named(words)
    tokens = words.split(" ")
    for first in range(1, len(tokens)):
        end = " ".join(tokens[first:])
        if not found and (_initials(end) == short or sum(token[:1].isupper() for token in tokens[first:]) == len(short)):
            found = packs.actors_named(end)
    return found[0] if len(found) == 1 else None


def _spelling(words: str, short: str) -> str:
    """The end of `words` whose initials are the acronym; nothing if none is."""
    tokens = words.split(" ")
    ends = (" ".join(tokens[first:]) for first in range(len(tokens)))
    return next((end for end in ends if _initials(end) == short.upper()), "")


def _initials(words: str) -> str:
    return "".join(word[0] for word in re.split(r"[ -]", words) if word[:1].isupper())


def _longest_name(tokens: list[str], packs: Packs) -> tuple[str, Entity | None] | None:
    for length in range(len(tokens), 0, -1):
        words = " ".join(tokens[:length]).rstrip(".,;:\"'”)")
        if found := packs.actors_named(words):
            return words, found[0] if len(found) == 1 else None
    return None


def _at_end(tokens: list[str], packs: Packs) -> Entity | None:
    """The actor of the longest end of the words, of two or more, that is a name and no bare noun with its article."""
    for first in range(len(tokens) - 1):
        if tokens[first].lower() not in _ARTICLES and (found := packs.actors_named(" ".join(tokens[first:]))):
            return found[0] if len(found) == 1 else None
    return None


def _at_start(words: str, packs: Packs) -> Entity | None:
    tokens = words.split(" ")
    return next((entity for end in range(len(tokens), 2, -1) if (entity := named(" ".join(tokens[:end]), packs))), None)
