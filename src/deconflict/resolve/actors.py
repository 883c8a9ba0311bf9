"""Actors: the words of a claim's roles and speakers to the ids of those the packs know. A wrong id is worse than none."""

from __future__ import annotations

import msgspec

from deconflict.packs import Packs
from deconflict.record import Attribution, Claim, Entity, Report, Role, Span
from deconflict.resolve.actor_context import Context
from deconflict.resolve.actor_names import named

PLAYERS = frozenset({"actor", "recipient"})


def with_actors(report: Report, claims: tuple[Claim, ...], packs: Packs) -> tuple[Claim, ...]:
    """The claims with the actor's id at each role and speaker whose words name one the packs know. Others stay None."""
    resolver = _Resolver(Context(report, packs), packs)
    return tuple(
        msgspec.structs.replace(
            claim,
            roles=tuple(map(resolver.role, claim.roles)),
            attribution=tuple(map(resolver.speaker, claim.attribution)),
        )
        for claim in claims
    )


class _Resolver:
    """Resolves one report's spans, each wording without context once."""

    def __init__(self, context: Context, packs: Packs) -> None:
        self.context = context
        self.packs = packs
        self.known: dict[tuple[str, bool], Entity | None] = {}

    def role(self, role: Role) -> Role:
        """The role with its actor's id."""
        if role.entity or role.role not in PLAYERS:
            return role
        entity = self._entity(role.span, thing=role.role == "recipient", speaks=False)
        return msgspec.structs.replace(role, entity=entity.id) if entity else role

    def speaker(self, link: Attribution) -> Attribution:
        """The link of the chain with its speaker's id."""
        if link.entity or link.speaker is None:
            return link
        entity = self._entity(link.speaker, thing=False, speaks=True)
        return msgspec.structs.replace(link, entity=entity.id) if entity else link

    def _entity(self, span: Span, thing: bool, speaks: bool) -> Entity | None:
        if self.context.depends(span):
            return self.context.entity(span, speaks)
        key = (span.text, thing)
        if key not in self.known:
            self.known[key] = self._by_name(span.text, thing)
        return self.known[key]

    def _by_name(self, words: str, thing: bool) -> Entity | None:
        """By the words alone, else by who was introduced under that surname."""
        entity = named(words, self.packs, thing)
        if entity:
            return entity if self.context.at_home(words, entity) else None
        return self.context.introduced(words)
