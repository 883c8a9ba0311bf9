"""Several actors in one span: "Russian and Syrian warplanes" are two air forces, each with its own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec

from deconflict.packs import Packs, fold
from deconflict.record import Entity, Report, Role, Span
from deconflict.resolve.actor_names import unspecific

AND = re.compile(r",? and |,? as well as | & ")
COMMA = re.compile(r", |,? and |,? as well as | & ")
EITHER = re.compile(r"\b(?:or|either|neither|nor|between)\b")
HYPHENED = re.compile(r"^(?:the )?([A-Z][\w.]*)-([A-Z][a-z]+)((?: [a-z-]+)*)$")
FOLLOWERS = re.compile(r"^(?:(?:its|their|his|other|the) )?(?:[\w-]+ )?(?:allies|ally|backers|supporters|partners)$")
"""Who goes with a party and is not told: "its allies"."""

Named = Callable[[str], Entity | None]


class Part(msgspec.Struct, frozen=True):
    """A stretch `start:end` of the words and whom it means; None: a follower nobody names."""

    start: int
    end: int
    entity: Entity | None


def parted(role: Role, report: Report, packs: Packs, named: Named) -> tuple[Role, ...]:
    """The role for each of the actors its words join, or the role itself. All must be plain; "or" leaves open which it was."""
    parts = tuple(_parts(role.span.text, packs, named))
    if not parts:
        return (role,)
    ids = {part.entity.id for part in parts if part.entity}
    if len(ids) == 1 and all(part.entity for part in parts):
        return (msgspec.structs.replace(role, entity=ids.pop()),)
    return tuple(_role(role, part, report) for part in parts)


def _role(role: Role, part: Part, report: Report) -> Role:
    at: Span = role.span
    span = report.span(at.start + part.start, at.start + part.end, at.part)
    return Role(role.role, span, part.entity.id if part.entity else None)


def _parts(words: str, packs: Packs, named: Named) -> Iterator[Part]:
    if EITHER.search(words):
        return
    found = _hyphened(words, packs, named) or _listed(words, packs, named)
    if all(part.entity or FOLLOWERS.match(words[part.start : part.end]) for part in found) and any(
        part.entity and not unspecific(part.entity) for part in found
    ):
        yield from found


def _hyphened(words: str, packs: Packs, named: Named) -> list[Part]:
    """ "US-Russian", "Syrian-Russian warplanes": two states, or two bodies of one kind."""
    found = HYPHENED.match(words)
    if found is None or not all(fold(found[at]) in packs.demonyms for at in (1, 2)):
        return []
    return [
        Part(found.start(1), found.end(1), named(found[1] + found[3])),
        Part(found.start(2), len(words), named(found[2] + found[3])),
    ]


def _listed(words: str, packs: Packs, named: Named) -> list[Part]:
    """The members of a list; commas part them only where an "and" ends it, for they also set off what is said of one."""
    breaks = list(AND.finditer(words))
    if not breaks or words.count(" ") > 14:
        return []
    edges = [(0, 0), *(found.span() for found in COMMA.finditer(words)), (len(words), len(words))]
    spans = [(left[1], right[0]) for left, right in pairwise(edges)]
    *firsts, last = [words[start:end] for start, end in spans]
    entities = [*(_first(each, last, packs, named) for each in firsts), named(last)]
    return [Part(start, end, entity) for (start, end), entity in zip(spans, entities, strict=True)]


def _first(words: str, last: str, packs: Packs, named: Named) -> Entity | None:
    """Whom a member before the last means; a bare nationality shares the last one's noun: "Russian (and Syrian warplanes)"."""
    if fold(words) in packs.demonyms and not words.startswith(("the ", "The ")) and not _is_noun(words, packs):
        shared = (named(f"{words} {noun}") for noun in _nouns(last.split(" ")))
        if entity := next((each for each in shared if each and each.kind != "state"), None):
            return entity
    return named(words)


def _nouns(tokens: Sequence[str]) -> Iterator[str]:
    yield from (" ".join(tokens[at:]) for at in range(1, len(tokens)))


def _is_noun(words: str, packs: Packs) -> bool:
    """Whether the words are the state's own name, which shares no noun: "Russia and Syrian forces"."""
    state = packs.entity(packs.demonyms[fold(words)])
    return state is not None and fold(state.name) == fold(words)
