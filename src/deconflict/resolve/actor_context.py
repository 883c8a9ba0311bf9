"""What only the report can tell: abbreviations it introduces, surnames, "the group", and whose government "the government" is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deconflict.packs import Packs, acronym, fold
from deconflict.record import Entity, Report, Span
from deconflict.resolve.actor_names import named, person, without_titles
from deconflict.resolve.actor_words import has_capital, is_name

NOUNS = frozenset(
    """coalition observatory army front council ministry committee alliance network league party movement union brigade
    regime government military opposition commission institute parliament administration forces troops department embassy""".split()  # noqa: SIM905
)
"""A noun alone is whatever the report has called by a name that ends in it: "the ministry"."""

KINDS: dict[str, frozenset[str]] = {
    "monitor": frozenset({"monitor"}),
    "monitoring group": frozenset({"monitor"}),
    "monitoring organisation": frozenset({"monitor"}),
    "monitoring organization": frozenset({"monitor"}),
    "war monitor": frozenset({"monitor"}),
    "watchdog": frozenset({"monitor"}),
    "rights group": frozenset({"monitor"}),
    "agency": frozenset({"outlet"}),
    "news agency": frozenset({"outlet"}),
    "group": frozenset({"monitor", "organisation", "armed_group"}),
    "organisation": frozenset({"monitor", "organisation"}),
    "organization": frozenset({"monitor", "organisation"}),
}
"""A descriptive noun is a mention of one of these kinds."""

ARTICLES = frozenset({"the", "a", "an", "this", "that"})
ANYWHERE = frozenset({"monitor", "war monitor", "monitoring group", "watchdog"})
"""Headlines and first sentences say "a monitor" before they name it."""

PRONOUNS = frozenset("he she they it we i you who them him her us his its their".split())  # noqa: SIM905

ABBREVIATED = re.compile(r"((?:[A-Z][\w'’-]*[ -](?:(?:of|for|and|the|in|al) )*){1,6}[A-Z][\w'’-]*) \(([A-Z][A-Za-z]{1,6})\)")
EXPANDED = re.compile(r"\b([A-Z]{2,7}) \(((?:the )?(?:[A-Z][\w'’-]*[ -](?:(?:of|for|and|the|in|al) )*){1,6}[A-Z][\w'’-]*)\)")

NAME_START = re.compile(r"\b(?:al-|Al-)?[A-Z][\w'’]*(?:\.[A-Z]\.?)*")
LONGEST_NAME = 6
NEAR = 400
"""Characters before "the group" within which its name counts as just mentioned: about two sentences of news."""

LONG_ACRONYM = 4
"""From this length on an acronym is rarely used for two bodies; a shorter one spelled out in unknown words is left alone."""


class Context:
    """One report, asked about spans whose words alone do not say who is meant. Looks things up only when asked."""

    def __init__(self, report: Report, packs: Packs) -> None:
        self.report = report
        self.packs = packs
        self._mentions: list[tuple[int, Entity]] | None = None
        self._abbreviations: dict[str, Entity | None] | None = None
        self._home: bool | None = None

    def depends(self, span: Span) -> bool:
        """Whether only the report can tell who is meant."""
        words = fold(span.text)
        if acronym(span.text):
            return span.text.strip() in self._introduced_abbreviations()
        return words in NOUNS or words in KINDS or words in PRONOUNS or span.text.strip() in self._introduced_abbreviations()

    def entity(self, span: Span) -> Entity | None:
        """Who is meant, where it is plain."""
        words = fold(span.text)
        if span.text.strip() in self._introduced_abbreviations():
            return self._introduced_abbreviations()[span.text.strip()]
        if words in KINDS:
            return self._nearest(
                [(at, entity) for at, entity in self._named() if entity.kind in KINDS[words]], span, words in ANYWHERE
            )
        return self._noun(span, words) if words in NOUNS else None

    def at_home(self, words: str, entity: Entity) -> bool:
        """Whether a common noun that a pack ties to a party ("rebels") may be tied to it in this report: it must speak of the country."""
        return (
            not self._common(words)
            or entity.kind in ("generic", "civilians")
            or not self.packs.countries
            or self._speaks_of_home()
        )

    def _common(self, words: str) -> bool:
        """Whether the words are a common noun, also at the start of a sentence."""
        first = words.split(" ", 1)[0].lower()
        return not has_capital(words) or (not has_capital(words[1:]) and first in self.packs.common_words)

    def introduced(self, words: str) -> Entity | None:
        """Whom a surname alone means: who was introduced with first name and title ("Observatory chief Rami Abdel Rahman")."""
        name = without_titles(words.strip())
        if not name or name.count(" ") > 2 or not all(is_name(token) for token in name.split(" ")) or not name[-1:].isalpha():
            return None
        found = {entity.id: entity for entity in self._introductions(name)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _introductions(self, name: str) -> Iterator[Entity]:
        text = self.report.text
        for at in re.finditer(rf"\b{re.escape(name)}\b", text):
            before = re.split(
                r"[.,;:!?\"“”\n()] ?|\b(?:and|that|told|said|by|to|with|while|as) ", text[max(0, at.start() - 90) : at.start()]
            )[-1]
            tokens = [token for token in before.split(" ") if token]
            for first in range(len(tokens)):
                if entity := person(" ".join([*tokens[first:], *name.split(" ")]), self.packs):
                    yield entity
                    break
            after = re.match(
                r",? (?:who is )?(?:the )?((?:head|chief|director|spokesman|spokeswoman|leader|commander|member) (?:of|for) [^.,;]{3,60})",
                text[at.end() : at.end() + 90],
            )
            if after and (entity := _longest(after[1], self.packs)):
                yield entity

    def _noun(self, span: Span, noun: str) -> Entity | None:
        """The one the report has called by a name ending in the noun, else the one the pack ties it to."""
        named_so = re.compile(rf"((?:[\w.'’-]+ ){{0,4}}[\w.'’-]+) {noun}\b", re.IGNORECASE)
        earlier = []
        for match in named_so.finditer(self.report.text, 0, span.start if span.part == "text" else len(self.report.text)):
            if entity := _longest_ending(match[1], self.packs, noun):
                earlier.append((match.start(), entity))
        if earlier:
            return self._nearest(earlier, span)
        entity = named(noun, self.packs)
        return entity if entity and self.at_home(noun, entity) else None

    def _nearest(self, mentions: list[tuple[int, Entity]], span: Span, anywhere: bool = False) -> Entity | None:
        """The only one mentioned, or the only one mentioned just before."""
        end = span.start if span.part == "text" and not anywhere else len(self.report.text)
        earlier = [(at, entity) for at, entity in mentions if at < end]
        for since in (0, end - NEAR):
            ids = {entity.id: entity for at, entity in earlier if at >= since}
            if len(ids) == 1:
                return next(iter(ids.values()))
        return None

    def _named(self) -> list[tuple[int, Entity]]:
        """Where the report names whom, by names that begin with a capital."""
        if self._mentions is None:
            self._mentions = list(_mentions(self.report.text, self.packs))
        return self._mentions

    def _introduced_abbreviations(self) -> dict[str, Entity | None]:
        if self._abbreviations is None:
            self._abbreviations = dict(_abbreviations(self.report.text, self.packs))
        return self._abbreviations

    def _speaks_of_home(self) -> bool:
        if self._home is None:
            words = f"{self.report.title} {self.report.text}"
            self._home = any(name in words for name in self.packs.home_names)
        return self._home


def _abbreviations(text: str, packs: Packs) -> Iterator[tuple[str, Entity | None]]:
    """Abbreviations the text explains. One explained by words no pack knows is not the one the packs know."""
    if "(" not in text:
        return
    pairs = [(found[1], found[2]) for found in ABBREVIATED.finditer(text)]
    pairs += [(found[2], found[1]) for found in EXPANDED.finditer(text)]
    for words, short in pairs:
        entity = _longest_ending(words, packs)
        known = packs.actors_named(short)
        if entity or not known or len(short) < LONG_ACRONYM:
            yield short, entity


def _longest_ending(words: str, packs: Packs, noun: str = "") -> Entity | None:
    """The actor of the longest end of `words`, with the noun behind it, that is a name."""
    tokens = words.split(" ")
    for first in range(len(tokens)):
        found = packs.actors_named(" ".join([*tokens[first:], noun]).strip()) if tokens[first].lower() not in ARTICLES else ()
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _longest(words: str, packs: Packs) -> Entity | None:
    """The actor of the longest start of `words`."""
    tokens = words.split(" ")
    return next((entity for end in range(len(tokens), 2, -1) if (entity := named(" ".join(tokens[:end]), packs))), None)


def _mentions(text: str, packs: Packs) -> Iterator[tuple[int, Entity]]:
    end = 0
    for start in NAME_START.finditer(text):
        if start.start() < end or not (acronym(start[0]) or fold(start[0]).split(" ")[0] in packs.first_words):
            continue
        tokens = re.findall(r"\S+", text[start.start() : start.start() + 70])[:LONGEST_NAME]
        for length in range(len(tokens), 0, -1):
            words = " ".join(tokens[:length]).rstrip(".,;:\"'”)")
            if found := packs.actors_named(words):
                if len(found) == 1:
                    yield start.start(), found[0]
                end = start.start() + len(words)
                break
