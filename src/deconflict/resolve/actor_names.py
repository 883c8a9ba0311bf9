"""Which actor a name means, whatever the report: exact names first, then the name within the words around it."""

from __future__ import annotations

from deconflict.packs import Packs
from deconflict.record import Entity
from deconflict.resolve.actor_words import (
    BACKED,
    BEFORE,
    CUT,
    JOINED,
    MADE_OF,
    MEMBERS,
    PARENTHESIS,
    ROLES,
    THINGS,
    TITLES,
    bare,
    has_capital,
    is_name,
    without_stripped_possessives,
)

UNSPECIFIC = frozenset({"generic", "civilians"})
"""Kinds of entity that are a report's common nouns and no named party."""

WITHOUT_PARTS = frozenset({"state", "person", *UNSPECIFIC})
"""Kinds whose name, with a noun behind it, means somebody else: "Russian militants" are not Russia."""

MOST_WORDS = 14
"""Longer spans are clauses, not names."""


def named(words: str, packs: Packs, thing: bool = False) -> Entity | None:
    """The one actor that `words` name; None if they name none, or could mean several.

    `thing`: the words may also name what belongs to an actor ("ISIS positions"), as what is hit does and what speaks does not.
    """
    words = words.strip(" .,;:\"'“”‘’")
    if not words or words.count(" ") >= MOST_WORDS:
        return None
    for form in _forms(words):
        if found := packs.actors_named(form):
            return found[0] if len(found) == 1 else None
    if JOINED.search(words):
        return None
    return next((entity for form in _forms(words) if (entity := _within(form, packs, thing))), None)


def person(words: str, packs: Packs) -> Entity | None:
    """Whom "Observatory chief Rami Abdel Rahman" speaks for: the person if known by name, else the body of the title."""
    tokens = words.split(" ")
    tail = _name_after_title(tokens)
    if tail is None:
        return None
    known = packs.actors_named(" ".join(tokens[tail:]))
    return known[0] if len(known) == 1 else named(" ".join(tokens[:tail]), packs)


def without_titles(words: str) -> str:
    """The words from the first that is no title on: "Mr Kerry" as "Kerry"."""
    tokens = words.split(" ")
    first = next((at for at, token in enumerate(tokens) if bare(token) not in TITLES), len(tokens))
    return " ".join(tokens[first:])


def _forms(words: str) -> tuple[str, ...]:
    """The words as written, without parentheses, and with the apostrophes that some corpora have lost."""
    plain = PARENTHESIS.sub(" ", words).strip() or words
    return tuple(dict.fromkeys((words, plain, without_stripped_possessives(plain))))


def _within(words: str, packs: Packs, thing: bool) -> Entity | None:
    return (
        person(words, packs)
        or _titled(words, packs)
        or _by_head(words, packs, thing)
        or _described(words, packs, thing)
        or _made_of(words, packs, thing)
        or _cut(words, packs, thing)
    )


def _name_after_title(tokens: list[str]) -> int | None:
    """Where the person's name begins that ends the tokens: all capitalised, right behind the last word of a title."""
    for at in range(len(tokens) - 1, 0, -1):
        if not is_name(tokens[at]):
            return None
        if bare(tokens[at - 1]) in ROLES:
            return at
    return None


def _titled(words: str, packs: Packs) -> Entity | None:
    """ "Foreign Secretary Jane Doe", if Jane Doe is known."""
    name = without_titles(words)
    found = packs.actors_named(name) if name and name != words else ()
    return found[0] if len(found) == 1 and found[0].kind == "person" else None


def _by_head(words: str, packs: Packs, thing: bool) -> Entity | None:
    """ "ISIS militants": the longest name left after nouns of belonging are taken off the end."""
    tokens = words.split(" ")
    heads = MEMBERS | THINGS if thing else MEMBERS
    for end in range(len(tokens) - 1, 0, -1):
        if bare(tokens[end]) not in heads:
            return None
        name = " ".join(tokens[:end])
        found = packs.actors_named(name) or packs.actors_named(_undescribed(name))
        if found:
            return found[0] if len(found) == 1 and _has_parts(found[0], name, tokens[end]) else None
    return None


def _has_parts(entity: Entity, name: str, head: str) -> bool:
    """Whether "name head" is still that entity. A party called terrorists in general terms is never tied to a named one."""
    named_terrorists = not bare(head).startswith("terrorist") or has_capital(name.rpartition(" ")[2])
    return entity.kind not in WITHOUT_PARTS and named_terrorists


def _described(words: str, packs: Packs, thing: bool) -> Entity | None:
    name = _undescribed(words)
    if name == words or not name:
        return None
    found = packs.actors_named(name)
    if not found:
        return _by_head(name, packs, thing)
    proper = has_capital(name)
    same = len(found) == 1 and (proper or found[0].kind in UNSPECIFIC or not _backed(words))
    return found[0] if same and found[0].kind != "state" else None


def _undescribed(words: str) -> str:
    """The words without those in front that only describe: "heavily armed ISIS" as "ISIS"."""
    tokens = words.split(" ")
    first = next((at for at, token in enumerate(tokens) if bare(token) not in BEFORE and not BACKED.match(token)), len(tokens))
    return " ".join(tokens[first:])


def _backed(words: str) -> bool:
    return any(BACKED.match(token) for token in words.split(" "))


def _made_of(words: str, packs: Packs, thing: bool) -> Entity | None:
    """ "members of the X", "spokesman for X"."""
    made = MADE_OF.match(words)
    if made is None or bare(made[1]) not in (MEMBERS | ROLES | THINGS if thing else MEMBERS | ROLES):
        return None
    inner = named(made[2], packs) or person(f"member {made[2]}", packs) or _led_by_name(made[2], packs)
    return (
        inner if inner and (inner.kind not in WITHOUT_PARTS or bare(made[1]) in ROLES) and inner.kind not in UNSPECIFIC else None
    )


def _led_by_name(words: str, packs: Packs) -> Entity | None:
    """The body at the start of "Local Council Jane Doe": a member's name follows it."""
    tokens = words.split(" ")
    for end in range(len(tokens) - 1, max(0, len(tokens) - 5), -1):
        if not is_name(tokens[end]):
            return None
        found = packs.actors_named(" ".join(tokens[:end]))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _cut(words: str, packs: Packs, thing: bool) -> Entity | None:
    """The actor before "in Idlib", "including women" or a comma."""
    cut = CUT.search(words)
    if cut is None or cut.start() == 0:
        return None
    head = words[: cut.start()]
    found = named(head, packs, thing)
    common = not has_capital(head[1:] if " " in head else head)
    elsewhere = cut[0].strip() in {"in", "near", "around", "inside", "on", "at"} and common
    return None if found is None or (elsewhere and found.kind not in UNSPECIFIC) else found
