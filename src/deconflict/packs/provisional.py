"""Those whom reports name and no pack knows, and who of them a pack has come to know since the reports were read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from deconflict.packs.folding import fold
from deconflict.packs.pack import Packs
from deconflict.record import Claim, Entity
from deconflict.record.actor import provisional, provisional_words


def with_provisional(packs: Packs, claims: Iterable[Claim]) -> Packs:
    """The packs with everybody to whom the claims give a provisional id: by that id whom a pack knows by the name, else the name.

    A name is spelled as most claims spell it in full.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for actor, words in _named(claims):
        spellings[actor][words.strip()] += 1
    found = {actor: _who(actor, spelled, packs) for actor, spelled in sorted(spellings.items())}
    return msgspec.structs.replace(packs, entities={**packs.entities, **found}) if found else packs


def _named(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """Provisional ids and the words that got them."""
    for claim in claims:
        spans = [(role.entity, role.span) for role in claim.roles]
        spans += [(link.entity, link.speaker) for link in claim.attribution if link.speaker]
        yield from ((actor, span.text) for actor, span in spans if actor and provisional_words(actor) is not None)


def _who(actor: str, spelled: Counter[str], packs: Packs) -> Entity:
    name = provisional_words(actor) or ""
    known = packs.actors_named(name)
    if len(known) == 1 and known[0].kind != "generic":
        return known[0]
    in_full = [words for words in spelled if fold(words) == name]
    return provisional(min(in_full, key=lambda words: (-spelled[words], words), default=name.title()), name)
