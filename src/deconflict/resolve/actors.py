"""Actors: the words of a claim's roles and speakers to the ids of those who are meant. A wrong id is worse than none."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from deconflict.packs import Packs, fold
from deconflict.record import Attribution, Claim, Entity, Report, Role, Span
from deconflict.resolve.actor_context import Context
from deconflict.resolve.actor_joined import parted
from deconflict.resolve.actor_names import named
from deconflict.resolve.actor_own_names import OwnNames
from deconflict.resolve.gazetteer import ALTERNATE, Gazetteer

PLAYERS = frozenset({"actor", "recipient"})


def with_actors(report: Report, claims: tuple[Claim, ...], packs: Packs, gazetteer: Gazetteer | None = None) -> tuple[Claim, ...]:
    """The claims with the actor's id at each role and speaker whose words name one; words that join several become a role each.

    Who is named and known to no pack gets a provisional id (`record.actor`). Others stay None.
    """
    resolver = _Resolver(report, claims, packs, gazetteer)
    return tuple(
        msgspec.structs.replace(
            claim,
            roles=tuple(each for role in claim.roles for each in resolver.roles(role, claim)),
            attribution=tuple(resolver.speaker(link, claim) for link in claim.attribution),
        )
        for claim in claims
    )


class _Resolver:
    """Resolves one report's spans, each wording without context once."""

    def __init__(self, report: Report, claims: Iterable[Claim], packs: Packs, gazetteer: Gazetteer | None) -> None:
        self.report = report
        self.packs = packs
        self.gazetteer = gazetteer
        self.context = Context(report, packs, self._is_place)
        self.known: dict[tuple[str, bool, str | None], Entity | None] = {}
        claims = tuple(claims)
        self.places = {fold(role.span.text) for claim in claims for role in claim.role("place")}
        self.own_names = OwnNames(report, claims, packs, self._is_place)

    def roles(self, role: Role, claim: Claim) -> tuple[Role, ...]:
        """The role with its actor's id, or one for each of the actors it joins."""
        if role.entity or role.role not in PLAYERS:
            return (role,)
        thing, day = role.role == "recipient", self._day(claim)
        entity = self._entity(role.span, thing, False, day)
        if entity is None:
            return parted(role, self.report, self.packs, lambda words: self._known(words, thing, day))
        return (msgspec.structs.replace(role, entity=entity.id),)

    def speaker(self, link: Attribution, claim: Claim) -> Attribution:
        """The link of the chain with its speaker's id."""
        if link.entity or link.speaker is None:
            return link
        entity = self._entity(link.speaker, False, True, self._day(claim))
        return msgspec.structs.replace(link, entity=entity.id) if entity else link

    def _entity(self, span: Span, thing: bool, speaks: bool, day: str | None) -> Entity | None:
        if self.context.depends(span):
            return self.context.entity(span, speaks)
        return self._known(span.text, thing, day) or self.own_names.of(span, speaks)

    def _known(self, words: str, thing: bool, day: str | None) -> Entity | None:
        key = (words, thing, day)
        if key not in self.known:
            self.known[key] = self._by_name(*key)
        return self.known[key]

    def _by_name(self, words: str, thing: bool, day: str | None) -> Entity | None:
        """By the office held that day, else by the words alone, else by who was introduced under that surname."""
        if day and (holder := self.packs.office_held(words, day)):
            return holder
        entity = named(words, self.packs, thing)
        if entity:
            return entity if self.context.at_home(words, entity) else None
        return self.context.introduced(words)

    def _day(self, claim: Claim) -> str | None:
        """The day for which an office is asked; of what lies back only the body is known that the office belongs to."""
        return None if claim.background else self.report.published

    def _is_place(self, name: str) -> bool:
        if fold(name) in self.places or self.packs.places_named(name):
            return True
        return self.gazetteer is not None and any(place.tier <= ALTERNATE for place in self.gazetteer.find(name))
