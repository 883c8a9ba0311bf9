"""Which actor a name means, whatever the report: exact names first, then the name within the words around it."""

from __future__ import annotations

from functools import lru_cache

from deconflict.packs import Packs, fold
from deconflict.record import Entity
from deconflict.resolve.actor_words import (
    APPOSED,
    BACKED,
    BEFORE,
    BODIES,
    CUT,
    FIGHTERS,
    FORMER,
    JOINED,
    LATELY,
    LOYAL,
    MADE_OF,
    MEDIA,
    MEMBERS,
    PARENTHESIS,
    PARTY,
    POSSESSIVES,
    PREPOSITIONS,
    ROLES,
    THINGS,
    TITLES,
    WORD_OF,
    bare,
    has_capital,
    is_name,
    without_last_possessive,
    without_possessives,
)

WITHOUT_PARTS = frozenset({"state", "person", "civilians"})
"""Kinds whose name, with a noun behind it, means somebody else: "Russian militants" are not Russia."""

HEADED = frozenset({"monitor", "organisation"})
"""Kinds that a pack may name by the person who heads and speaks for them."""

OF_STATES = frozenset({"armed_forces", "government", "agency"})
FIGHTING = frozenset({"armed_group", "armed_forces", "alliance", "generic"})

MOST_WORDS = 14
"""Longer spans are clauses, not names."""


@lru_cache(maxsize=8192)
def named(words: str, packs: Packs, thing: bool = False) -> Entity | None:
    """The one actor that `words` name; None if they name none, or could mean several.

    `thing`: the words may also name what belongs to an actor ("ISIS positions"), as what is hit does and what speaks does not.
    """
    words = words.strip(" .,;:\"'“”‘’")
    if not words or words.count(" ") >= MOST_WORDS or words.partition(" ")[0].lower() in POSSESSIVES:
        return None
    forms = _forms(words)
    for form in forms:
        if found := packs.actors_named(form):
            return found[0] if len(found) == 1 and not _people_of(found[0], form, words) else None
    if JOINED.search(words):
        return None
    return next((entity for form in forms if (entity := _within(form, packs, thing))), None)


def person(words: str, packs: Packs) -> Entity | None:
    """Whom "Observatory chief Jane Doe" speaks for: the person if known by name, else the body of the title."""
    tokens = words.split(" ")
    tail = _name_after_title(tokens)
    if tail is None or not all(_in_title(token) for token in tokens[:tail]):
        return None
    known = _only(packs, " ".join(tokens[tail:]))
    if known or FORMER.search(words):
        return known if known and (known.kind == "person" or known.kind in HEADED) else None
    body = named(" ".join(tokens[:tail]), packs)
    return body if body and not unspecific(body) else None


def without_titles(words: str) -> str:
    """The words from the first that is no title on: "Mr Kerry" as "Kerry"."""
    tokens = words.split(" ")
    first = next((at for at, token in enumerate(tokens) if bare(token) not in TITLES), len(tokens))
    return " ".join(tokens[first:])


def unspecific(entity: Entity) -> bool:
    """Whether the entity is a report's common noun and no party: "witnesses", "militants"."""
    return entity.kind in ("generic", "civilians") and entity.side is None


def _forms(words: str) -> tuple[str, ...]:
    """The words as written, without parentheses, and with the apostrophes that some corpora have lost."""
    plain = PARENTHESIS.sub(" ", words).strip() or words
    mended = without_possessives(plain)
    return tuple(dict.fromkeys((words, plain, mended, without_last_possessive(mended))))


def _people_of(entity: Entity, form: str, words: str) -> bool:
    """Whether the words are a people ("Syrians") and only without their s the state."""
    return entity.kind == "state" and words.endswith("s") and form == words[:-1] and form != entity.name


def _within(words: str, packs: Packs, thing: bool) -> Entity | None:
    return (
        person(words, packs)
        or _titled(words, packs)
        or _medium(words, packs)
        or _described(words, packs, thing)
        or _word_of(words, packs)
        or _by_head(words, packs, thing)
        or _common_noun(words, packs)
        or _loyal(words, packs)
        or _made_of(words, packs, thing)
        or _cut(words, packs, thing)
        or _apposed(words, packs)
        or _lately(words, packs, thing)
    )


def _only(packs: Packs, words: str) -> Entity | None:
    found = packs.actors_named(words)
    return found[0] if len(found) == 1 else None


def _name_after_title(tokens: list[str]) -> int | None:
    """Where the person's name begins that ends the tokens: all capitalised, right behind the last word of a title."""
    for at in range(len(tokens) - 1, 0, -1):
        if not is_name(tokens[at]):
            return None
        title = bare(tokens[at - 1]).rpartition("-")[2]
        if title in ROLES or (title == "state" and tokens[at - 2 : at - 1] == ["of"]):
            return at
    return None


def _in_title(token: str) -> bool:
    return has_capital(token) or bare(token) in TITLES | ROLES | BEFORE | {"for", "to", "news", "media", "army"}


def _titled(words: str, packs: Packs) -> Entity | None:
    """ "Foreign Secretary Jane Doe", if Jane Doe is known."""
    name = without_titles(words)
    known = _only(packs, name) if name and name != words else None
    return known if known and known.kind == "person" else None


def _medium(words: str, packs: Packs) -> Entity | None:
    """ "the country's official news agency ABC", if ABC is a known outlet."""
    before, _, name = words.rpartition(" ")
    known = _only(packs, name) if bare(before.rpartition(" ")[2]) in MEDIA else None
    return known if known and known.kind == "outlet" else None


def _word_of(words: str, packs: Packs) -> Entity | None:
    """ "the President's office": the person it speaks for."""
    name, _, noun = words.rpartition(" ")
    known = _only(packs, name) if bare(noun) in WORD_OF else None
    return known if known and known.kind == "person" else None


def _by_head(words: str, packs: Packs, thing: bool) -> Entity | None:
    """ "ISIS militants": the longest name left after nouns of belonging are taken off the end."""
    tokens = words.split(" ")
    heads = MEMBERS | THINGS if thing else MEMBERS
    for end in range(len(tokens) - 1, 0, -1):
        if bare(tokens[end]) not in heads:
            return None
        name = " ".join(tokens[:end])
        if found := packs.actors_named(name):
            return found[0] if len(found) == 1 and _has_parts(found[0], name, bare(tokens[end])) else None
    return None


def _has_parts(entity: Entity, name: str, head: str) -> bool:
    """Whether "name head" is that entity. Terrorists in general are tied to no party, nor one body to a loose party."""
    if unspecific(entity):
        return head in FIGHTERS and has_capital(name)
    if entity.kind in WITHOUT_PARTS or (entity.kind == "generic" and head in BODIES):
        return False
    if head in FIGHTERS and entity.kind not in FIGHTING:
        return False
    return not head.startswith("terror") or has_capital(name.rpartition(" ")[2])


def _described(words: str, packs: Packs, thing: bool) -> Entity | None:
    """ "heavily armed ISIS": the longest name left after words that describe are taken off the front."""
    tokens = words.split(" ")
    for first in range(1, len(tokens)):
        if bare(tokens[first - 1]) not in BEFORE and not BACKED.match(tokens[first - 1]):
            return None
        name = " ".join(tokens[first:])
        if found := packs.actors_named(name):
            return found[0] if len(found) == 1 and _still(found[0], name, tokens[:first], packs) else None
        if entity := _by_head(name, packs, thing):
            return entity
    return None


def _still(entity: Entity, name: str, before: list[str], packs: Packs) -> bool:
    """Whether the described is who the name alone means: who is backed by somebody, or of a party, may be another."""
    if unspecific(entity):
        return True
    proper = has_capital(name) and name.lower() not in packs.common_words
    if any(_of_party(token) for token in before):
        return proper and entity.kind not in ("state", *OF_STATES)
    backed = any(BACKED.match(token) for token in before)
    return entity.kind != "state" and (proper or not backed or entity.kind in OF_STATES)


def _common_noun(words: str, packs: Packs) -> Entity | None:
    """ "war-weary civilians", "brutal militants": civilians whatever is said of them, others if no party is."""
    tokens = words.split(" ")
    for first in range(max(1, len(tokens) - 2), len(tokens)):
        before, noun = tokens[:first], " ".join(tokens[first:])
        entity = _only(packs, noun) if not has_capital(noun) else None
        if entity and unspecific(entity):
            free = not any(_ties(token, packs) for token in before)
            plain = not any(bare(token) in PREPOSITIONS for token in before)
            return entity if plain and (free or entity.kind == "civilians") else None
    return None


def _ties(token: str, packs: Packs) -> bool:
    """Whether a word before a common noun may name whose they are; a nationality does not."""
    return _of_party(token) or BACKED.match(token) is not None or (has_capital(token) and fold(token) not in packs.demonyms)


def _of_party(token: str) -> bool:
    return bare(token) in PARTY or token.lower().startswith(("pro-", "anti-"))


def _loyal(words: str, packs: Packs) -> Entity | None:
    """ "troops loyal to the president" are his country's armed forces."""
    loyal = LOYAL.match(words)
    whom = named(loyal[1], packs) if loyal else None
    led = whom and whom.country and whom.kind in ("person", "government")
    return packs.entity(f"{whom.country.lower()}.armed_forces") if whom and whom.country and led else None


def _made_of(words: str, packs: Packs, thing: bool) -> Entity | None:
    """ "members of the X", "spokesman for X", "residents of any town"."""
    made = MADE_OF.match(words)
    if made is None or not all(bare(token) in BEFORE or token.isdigit() for token in made[1].split()):
        return None
    head = bare(made[2]).rpartition("-")[2]
    if head not in (MEMBERS | ROLES | THINGS if thing else MEMBERS | ROLES):
        people = _only(packs, made[2])
        return people if people and people.kind == "civilians" else None
    inner = named(made[3], packs) or (_led_by_name(made[3], packs) if head in ROLES else None)
    return inner if inner and inner.kind not in WITHOUT_PARTS and not unspecific(inner) and not FORMER.search(words) else None


def _led_by_name(words: str, packs: Packs) -> Entity | None:
    """The body at the start of "Relief Council Jane Doe": the name of its member follows it."""
    tokens = words.split(" ")
    for end in range(len(tokens) - 1, max(0, len(tokens) - 5), -1):
        if not is_name(tokens[end]):
            return None
        if found := packs.actors_named(" ".join(tokens[:end])):
            return found[0] if len(found) == 1 and found[0].kind not in ("state", "government", "generic") else None
    return None


def _cut(words: str, packs: Packs, thing: bool) -> Entity | None:
    """The actor before "in Idlib", "including women" or a comma. Rebels elsewhere are other rebels."""
    cut = CUT.search(words)
    if cut is None or cut.start() == 0:
        return None
    head = words[: cut.start()]
    found = named(head, packs, thing)
    elsewhere = cut[0].strip() in ("in", "near", "around", "inside", "on", "at") and not has_capital(
        head[1:] if " " in head else head
    )
    return None if found is None or (elsewhere and not unspecific(found) and not has_capital(head)) else found


def _apposed(words: str, packs: Packs) -> Entity | None:
    """ "the regime's key ally Aldova", "hill rebel group Osk Front": who stands behind what is said of them."""
    for noun in APPOSED.finditer(words):
        if not any(bare(token) in PREPOSITIONS for token in words[: noun.start()].split()):
            return _only(packs, words[noun.end() :])
    return None


def _lately(words: str, packs: Packs, thing: bool) -> Entity | None:
    """The actor behind "meanwhile" or "last Monday"."""
    rest = LATELY.sub("", words)
    return named(rest, packs, thing) if rest != words else None
