"""Who speaks in a claim: the furthest voice upstream that the report names.

A chain of speakers is read from the inside out: "the agency reported, citing residents" comes from the residents, and "activists
told the monitor" from the monitor, which is named and answers for it. Outlets within the chain carry words like the outlet that
printed them, so they count only if nobody else is left.
"""

from __future__ import annotations

import re

import msgspec

from deconflict.packs import Packs, fold
from deconflict.record import Attribution, Claim, Entity, OriginKind, Side, Source
from deconflict.record.actor import provisional_words
from deconflict.trace.anonymous import Anonymous, anonymous

SPEECH_ACTS = frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN"})
"""Types whose actor says the thing: who denies or accuses is the one who speaks."""

NO_NAME = frozenset({"", "unknown"})
"""What stands where a report's outlet is not known. Two such reports need not be of one outlet."""

NOT_CARRIERS = frozenset({"monitor", "organisation", "government", "armed_forces", "armed_group"})
"""Kinds of source that gather what they publish themselves; all other known sources carry what others say."""


_SAID_OF = re.compile(r"^(?:the )?\w+-based |(?: news agency| agency| monitoring group| monitor| group| organi[sz]ation)$", re.I)


class Speaker(msgspec.Struct, frozen=True):
    """A voice. `key` is the same for all its names; empty for a "he" or "the statement" that continues who spoke before."""

    key: str
    name: str
    kind: OriginKind
    entity: str | None = None
    side: Side | None = None
    named: bool = True

    @property
    def by_words(self) -> bool:
        """Whether the name is known only as the report spells it."""
        return self.key.startswith("name:")


def outlet(source: Source, packs: Packs) -> Speaker | None:
    """The outlet as a voice; None if nobody knows which outlet it is. An outlet that is an actor too is that actor."""
    if source.name.strip().casefold() in NO_NAME:
        return None
    actor = packs.entity(source.id) or _only(packs.actors_named(source.name))
    if actor is not None:
        return of_entity(actor)
    return Speaker(f"source:{source.id}", source.name, "outlet", source.id, source.side)


def of_entity(entity: Entity) -> Speaker:
    """The known actor as a voice."""
    kind: OriginKind = "outlet" if entity.kind == "outlet" else "speaker"
    return Speaker(_key(entity.id), entity.name, kind, entity.id, entity.side)


def _key(actor: str) -> str:
    """An actor's key; who is known to no pack is known by the words alone, as if without id."""
    words = provisional_words(actor)
    return f"name:{words}" if words else f"entity:{actor}"


def speaker_of(claim: Claim, packs: Packs) -> Speaker | None:
    """The furthest voice upstream in the claim's own chain; None if it has none."""
    chain = [speaker for link in _chain(claim) if (speaker := _speaker(link, packs)) is not None]
    inside_out = chain[::-1]
    people = [speaker for speaker in inside_out if speaker.kind == "speaker"]
    named = next((speaker for speaker in people if speaker.named), None)
    return named or next(iter(people), None) or next(iter(inside_out), None)


def _chain(claim: Claim) -> tuple[Attribution, ...]:
    """The chain outermost first; in a speech act its author is the innermost link."""
    authors = claim.role("actor") if claim.type in SPEECH_ACTS else ()
    return (*claim.attribution, *(Attribution(role.span, entity=role.entity) for role in authors[:1]))


def _speaker(link: Attribution, packs: Packs) -> Speaker | None:
    if link.speaker is None:
        return None
    words = link.speaker.text
    entity = packs.entity(link.entity) if link.entity else None
    if entity is not None and entity.kind not in ("generic", "civilians"):
        return of_entity(entity)
    unnamed = anonymous(words)
    if unnamed is not None:
        return _unnamed(unnamed, entity, packs)
    if link.entity is None and packs.places_named(words):
        return None  # a dateline taken for a speaker
    known = _known(words, packs) if link.entity is None else None
    return known or _by_words(words, link.entity, entity)


def _by_words(words: str, id_: str | None, entity: Entity | None) -> Speaker | None:
    key = _key(id_) if id_ else f"name:{fold(words)}"
    side = entity.side if entity else None
    return Speaker(key, words.strip(), "speaker", id_, side) if fold(words) else None


def _unnamed(who: Anonymous, generic: Entity | None, packs: Packs) -> Speaker | None:
    """A body speaks for whom it belongs to; of a crowd only kind, qualifier and side are known."""
    owner = _only(packs.actors_named(who.whose)) or _only(packs.actors_named(who.qualifier))
    if who.sort == "voice" or (who.sort == "body" and not (who.qualifier or who.whose)):
        return Speaker("", who.kind, "speaker", named=False)
    if owner is not None and (who.sort == "body" or (who.whose and owner.kind != "state")):
        return of_entity(owner)
    side = generic.side if generic else owner.side if owner else None
    name = " ".join(word for word in (who.qualifier, who.kind) if word)
    return Speaker(f"crowd:{name}:{side or ''}", f"{name}, not named", "speaker", None, side, named=False)


def _known(words: str, packs: Packs) -> Speaker | None:
    """The actor or outlet of that name, also where the report says what it is ("the Britain-based ... monitor")."""
    for name in dict.fromkeys((words, _SAID_OF.sub("", words))):
        actor = _only(packs.actors_named(name)) if name != words else None
        if found := of_entity(actor) if actor else _known_outlet(name, packs):
            return found
    return None


def _known_outlet(words: str, packs: Packs) -> Speaker | None:
    source = packs.source_named(words)
    if source.kind is None:
        return None
    voice = outlet(source, packs)
    return msgspec.structs.replace(voice, kind="speaker") if voice and source.kind in NOT_CARRIERS else voice


def _only(entities: tuple[Entity, ...]) -> Entity | None:
    """The one actor of that name; None if the name is unknown or ambiguous."""
    return entities[0] if len(entities) == 1 else None
