"""What only the report can tell: its abbreviations, surnames, "the group", and whose government "the government" is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from deconflict.packs import Packs, acronym, fold
from deconflict.record import Entity, Report, Span
from deconflict.resolve.actor_mentions import Mention, abbreviations, ending_in, introductions, mentions
from deconflict.resolve.actor_names import named, unspecific, without_titles
from deconflict.resolve.actor_provisional import IsPlace, body_named
from deconflict.resolve.actor_speech import PERSONS, THING, Turn, spoken_before, turns
from deconflict.resolve.actor_words import has_capital, is_name

NOUNS = frozenset(
    """coalition observatory army front council ministry committee alliance network league party movement union
    brigade regime government military opposition commission institute parliament administration
    department embassy""".split()  # noqa: SIM905
) | {"air force", "state media", "state television", "state tv", "foreign ministry", "interior ministry", "defence ministry"}
"""A noun alone is what the report has called by a name ending in it."""

MONITORS = frozenset({"monitor"})
OUTLETS = frozenset({"outlet"})
BODIES = frozenset({"monitor", "organisation"})
"""A human rights organisation is not what reports call "a monitor"; it may be "the rights group"."""

KINDS: dict[str, frozenset[str]] = {
    "monitor": MONITORS,
    "war monitor": MONITORS,
    "monitoring group": MONITORS,
    "monitoring organisation": MONITORS,
    "monitoring organization": MONITORS,
    "watchdog": BODIES,
    "rights group": BODIES,
    "agency": OUTLETS,
    "news agency": OUTLETS,
    "organisation": BODIES,
    "organization": BODIES,
    "group": BODIES,
}
"""A descriptive noun, said to speak, means one of these kinds."""

ARMED = frozenset({"armed_group"})
"""Kinds that "the group" is when it acts or is hit; so is a group that speaks where the report names no other kind of group."""

FORWARD = frozenset({"monitor", "war monitor", "monitoring group"})
"""Headlines and first sentences say "a monitor" before they name it."""

ARTICLES = frozenset({"the", "a", "an", "that", "this"})

PRONOUNS = frozenset("he she they it we i you who them him her us his its their".split())  # noqa: SIM905

NEAR = 400
"""Characters before "the group" within which its name counts as just mentioned: about two sentences of news."""


class Context:
    """One report, asked about spans whose words alone do not say who is meant. Looks things up only when asked."""

    def __init__(self, report: Report, packs: Packs, is_place: IsPlace) -> None:
        self.report = report
        self.packs = packs
        self.is_place = is_place
        self._called: dict[str, tuple[tuple[int, Entity], ...]] = {}

    def depends(self, span: Span) -> bool:
        """Whether only the report can tell who is meant."""
        words = span.text.strip()
        if words in self._abbreviations:
            return True
        folded = fold(words)
        return acronym(words) is None and (folded in NOUNS or folded in KINDS or folded in PRONOUNS)

    def entity(self, span: Span, speaks: bool) -> Entity | None:
        """Who is meant, where it is plain."""
        words = span.text.strip()
        if words in self._abbreviations:
            return self._abbreviations[words]
        folded = fold(words)
        if folded in PRONOUNS:
            return self._spoken(span, folded) if speaks else None
        if folded in KINDS:
            return self._of_kind(span, folded, speaks)
        return self._noun(span, folded) if folded in NOUNS else None

    def at_home(self, words: str, entity: Entity) -> bool:
        """Whether a common noun that a pack ties to a party ("rebels") may be so here: the report must speak of the country."""
        return unspecific(entity) or not self._common(words) or self._speaks_of_home

    def introduced(self, words: str) -> Entity | None:
        """Whom a surname alone means: who was introduced with first name and title ("Observatory chief Jane Doe")."""
        name = without_titles(words.strip())
        if not name or name.count(" ") > 2 or not name[-1].isalpha() or not all(is_name(token) for token in name.split(" ")):
            return None
        return _only(introductions(name, self.report.text, self.packs)) or _only(self._persons_called(fold(name)))

    def _persons_called(self, surname: str) -> Iterator[Entity]:
        """The known persons whom the report names in full by a name that ends in the surname."""
        for mention in self._mentions:
            if mention.entity.kind == "person" and fold(mention.words).endswith(f" {surname}"):
                yield mention.entity

    def _spoken(self, span: Span, pronoun: str) -> Entity | None:
        """Who "he" or "it" is that speaks: who spoke before, if nobody else did since."""
        told = span.part == "text" and (pronoun in PERSONS or pronoun == THING)
        return spoken_before(self._turns, span.start, pronoun) if told else None

    def _of_kind(self, span: Span, folded: str, speaks: bool) -> Entity | None:
        if not speaks and folded != "group":
            return None
        if not self._alone(span):
            return self._with_words_before(span)
        end = len(self.report.text) if folded in FORWARD else self._start(span)
        earlier = [(mention.start, mention.entity) for mention in self._mentions if mention.start < end]
        for kinds in (KINDS[folded], ARMED) if speaks and folded == "group" else (KINDS[folded] if speaks else ARMED,):
            fitting = [(at, entity) for at, entity in earlier if entity.kind in kinds]
            if fitting:
                return _nearest(fitting, end)
        return None

    def _alone(self, span: Span) -> bool:
        """Whether nothing but an article describes the noun; "extremist group" is not "the group"."""
        word = next(iter(self._before(span)[-1:]), ".")
        return not word[-1].isalnum() or word.lower() in ARTICLES or word.endswith("-based") or " " in span.text.strip()

    def _with_words_before(self, span: Span) -> Entity | None:
        """Who the noun with up to three words before it is: a reader may have kept the last word of "Daesh terrorist group"."""
        tokens = self._before(span)[-3:]
        wider = (named(" ".join([*tokens[first:], span.text]), self.packs) for first in range(len(tokens)))
        return next((entity for entity in wider if entity and not unspecific(entity)), None)

    def _before(self, span: Span) -> list[str]:
        return self.report.body(span.part)[max(0, span.start - 60) : span.start].split()

    def _noun(self, span: Span, noun: str) -> Entity | None:
        """The one the report has called by a name ending in the noun; where a pack ties the noun to another, it stays open."""
        end = self._start(span)
        if noun not in self._called:
            self._called[noun] = tuple(ending_in(noun, self.report.text, self.packs))
        called = [(at, entity) for at, entity in self._called[noun] if at < end]
        tied = named(noun, self.packs)
        tied = tied if tied and self.at_home(noun, tied) else None
        nearest = _nearest(called, end) if called else tied
        return nearest if nearest and (tied is None or nearest.id in (tied.id, self.report.source.id)) else None

    def _common(self, words: str) -> bool:
        """Whether the words are a common noun, also at the start of a sentence."""
        first = words.split(" ", 1)[0].lower()
        return not has_capital(words) or (not has_capital(words[1:]) and first in self.packs.common_words)

    def _start(self, span: Span) -> int:
        return span.start if span.part == "text" else len(self.report.text)

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        return tuple(mentions(self.report.text, self.packs))

    @cached_property
    def _turns(self) -> tuple[Turn, ...]:
        return turns(self.report.text, self._mentions, self.introduced)

    @cached_property
    def _abbreviations(self) -> dict[str, Entity | None]:
        return abbreviations(self.report, self.packs, lambda words: body_named(words, self.packs, self.is_place))

    @cached_property
    def _speaks_of_home(self) -> bool:
        home = self.packs.home_names
        return not home or any(name in self.report.text or name in self.report.title for name in home)


def _only(entities: Iterable[Entity]) -> Entity | None:
    found = {entity.id: entity for entity in entities}
    return next(iter(found.values())) if len(found) == 1 else None


def _nearest(mentioned: list[tuple[int, Entity]], end: int) -> Entity | None:
    """The only one mentioned, or the only one mentioned just before `end`."""
    return _only(entity for _, entity in mentioned) or _only(entity for at, entity in mentioned if end - NEAR <= at)
