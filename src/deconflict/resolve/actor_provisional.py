"""Somebody named whom no pack knows: a provisional actor, whose id is its name, so that it is the same in every report.

Two reports that mean two people by one name would be made one, so only full names count: never a surname, a nickname of one
word ("Abu Omar"), a common noun or a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from deconflict.packs import Packs, fold
from deconflict.record import Entity
from deconflict.record.actor import provisional
from deconflict.resolve.actor_name_words import BODY, CALENDAR, CAPITALISED, COMMON, HALF_NAMES, LINKING, PEOPLES, PLACE, WITHIN
from deconflict.resolve.actor_words import (
    BEFORE,
    MEMBERS,
    PARENTHESIS,
    PARTY,
    PREPOSITIONS,
    ROLES,
    THINGS,
    TITLES,
    bare,
    is_name,
    without_last_possessive,
)
from deconflict.resolve.edits import edits

LONGEST = 7
_ACRONYM = re.compile(r"^[A-Z]{2,}s?$")
_ENDS = re.compile(r"^[\s\"'“”‘’.,;:]+|[\s\"'“”‘’.,;:]+$")

IsPlace = Callable[[str], bool]


def body_named(words: str, packs: Packs, is_place: IsPlace) -> Entity | None:
    """The body of its own that capitalised words name: "Dorrin Relief Command"."""
    tokens = _plain(words).split()
    tokens = tokens[1:] if tokens and tokens[0].lower() in ("the", "a", "an") else tokens
    capitals = [token for token in tokens if token[:1].isupper()]
    if not 2 <= len(capitals) <= len(tokens) <= LONGEST or len(capitals) + _small(tokens) < len(tokens):
        return None
    if not is_body(" ".join(capitals)) or not any(_own(token, packs) for token in capitals):
        return None
    of = tokens.index("of") if "of" in tokens else len(tokens)
    if (
        _ACRONYM.match(tokens[-1])
        or not CALENDAR.isdisjoint(map(bare, tokens))
        or any(_is_nation(token, packs) for token in tokens[of + 1 : -1])
    ):
        return None
    name = " ".join(tokens)
    return None if bare(tokens[-1]) in PLACE or is_place(name) or _of_others(tokens, packs) else _new(name, packs)


def person_named(words: str, packs: Packs, is_place: IsPlace) -> Entity | None:
    """The person whom words name in full, titles and what is said of them left out: "activist Ada Osk", "Ada Osk a teacher"."""
    tokens = _name_within(_plain(words).split(), packs, is_place)
    if not 2 <= len(tokens) <= 5 or not all(map(_in_name, tokens)) or tokens[-1].endswith("-"):
        return None
    plain = [bare(token) for token in tokens]
    if (plain[0] in HALF_NAMES and len(tokens) < 3) or not tokens[0][:1].isupper() or not _NO_PERSON.isdisjoint(plain):
        return None
    if any(_is_nation(token, packs) or _is_body(token, packs) for token in tokens):
        return None
    name = " ".join(tokens)
    return None if is_place(name) or _of_others(tokens, packs) else _new(name, packs)


def is_body(name: str) -> bool:
    """Whether a name holds a noun of bodies, and so is no person's."""
    return any(bare(token) in BODY for token in name.split())


def is_titled(words: str) -> bool:
    """Whether the words in front of a name say that it is a person's: "lieutenant", "activist"."""
    last = bare(words.rpartition(" ")[2])
    return last in TITLES | ROLES | {"activist", "journalist", "resident", "photographer", "civilian", "fighter", "pilot"}


_NO_PERSON = MEMBERS | THINGS | ROLES | PARTY | PLACE | BODY | CALENDAR | CAPITALISED


def _in_name(token: str) -> bool:
    return is_name(token) and token.strip("-’'").replace("-", "a").isalpha()


def _plain(words: str) -> str:
    """The words without what stands in parentheses or around them; nothing where all are capitals and so none tells a name."""
    plain = _ENDS.sub("", PARENTHESIS.sub(" ", words))
    return "" if plain.isupper() else plain


def _name_within(tokens: Sequence[str], packs: Packs, is_place: IsPlace) -> list[str]:
    """The run of capitalised words behind titles and descriptions, up to where it is said who that is."""
    led = (at for at, token in enumerate(tokens) if not (_leads(token, packs) or _located(tokens, at, is_place)))
    first = next(led, len(tokens))
    end = next((at for at, token in enumerate(tokens) if at > first and token in LINKING), len(tokens))
    return list(tokens[first:end])


def _leads(token: str, packs: Packs) -> bool:
    """Whether a word in front of a person's name is no part of it. Towns stand there for their lost comma."""
    plain = bare(token)
    described = token == token.lower() and token.lower() not in PREPOSITIONS | {"al", "bin", "ibn", "de"}
    return described or plain in TITLES | ROLES | BEFORE | PEOPLES or bool(packs.places_named(token))


def _located(tokens: Sequence[str], at: int, is_place: IsPlace) -> bool:
    """ "governor of Osk" in front of a name: the town of the office."""
    return at > 0 and tokens[at - 1] in ("of", "in", "from") and is_place(tokens[at])


def _small(tokens: Sequence[str]) -> int:
    return sum(token in WITHIN for token in tokens)


def _own(token: str, packs: Packs) -> bool:
    """Whether a word makes a name one body's alone: "Foreign Ministry" is every state's."""
    plain = bare(token)
    return plain not in BODY | COMMON | BEFORE | MEMBERS | ROLES | TITLES | PARTY | CALENDAR and not _is_nation(token, packs)


def _is_nation(token: str, packs: Packs) -> bool:
    return any(fold(form) in packs.demonyms for form in (token, without_last_possessive(token)))


def _is_body(token: str, packs: Packs) -> bool:
    """Whether a word alone is an acronym or names somebody who is no person."""
    return _ACRONYM.match(token) is not None or any(entity.kind != "person" for entity in packs.actors_named(token))


def _of_others(tokens: Sequence[str], packs: Packs) -> bool:
    """Whether the words begin or end with another actor's name: what a lost comma has joined, or a part of a known body.

    A surname alone is shared by many.
    """
    ends = [" ".join(tokens[:end]) for end in range(1, len(tokens) + 1)] + [" ".join(tokens[at:]) for at in range(1, len(tokens))]
    forms = {form for words in ends for form in (words, without_last_possessive(words))}
    others = ((entity, " " in words) for words in forms for entity in packs.actors_named(words))
    return any(entity.kind != "state" and (in_full or entity.kind != "person") for entity, in_full in others)


def _new(name: str, packs: Packs) -> Entity | None:
    folded = fold(name)
    return provisional(name, folded) if " " in folded and not _like_known(folded, packs) else None


@lru_cache(maxsize=4096)
def _like_known(folded: str, packs: Packs) -> bool:
    """Whether a known name holds the words, or may be what they misspell: then who is meant is left open."""
    return any(_holds(known, folded) or _near(known, folded) for known in packs.actor_names if known)


def _holds(known: str, folded: str) -> bool:
    return folded in known and f" {folded} " in f" {known} "


def _near(known: str, folded: str) -> bool:
    return abs(len(known) - len(folded)) <= 1 and known[0] == folded[0] and edits(known, folded) <= 1
