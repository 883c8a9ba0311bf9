"""Who speaks before a "he said" or "it added": the last one the report let speak, if a person or a body as the pronoun asks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

import msgspec

from deconflict.record import Entity
from deconflict.resolve.actor_mentions import Mention

PERSONS = frozenset({"he", "she"})
THING = "it"

_SAYS = (
    r"said|says|told|added|adds|reported|reports|announced|claimed|claims|stated|warned|confirmed|denied|explained|noted|stressed"
    r"|blamed|blames|accused|accuses|emphasized|described|voiced"
)
SAYING = re.compile(rf"\b(?:{_SAYS})\b(?! by\b)")
_BETWEEN = re.compile(
    r"^\W*(?:\w+['’]?s? (?:director|head|chief|spokes\w+) )?(?:(?:state|news|rights|monitoring|media) )*"
    r"(?:(?:agency|channel|television|tv|group|monitor|organi[sz]ation|network|website|watchdog|newspaper) )?"
    r"(?:(?:has|had|have|also|later|earlier|then|further|repeatedly|meanwhile|on \w+day|\w+day) ?)*$"
)
"""What may stand between a speaker and the verb."""

_AFTER = re.compile(r"^ (?:the )?(?:[\w-]+['’]?s? ){0,4}?$")
_SURNAME = re.compile(r"\b((?:[A-Z][\w’'-]+ ){1,2})(?:(?:also|later|earlier|then) )?$")
_PRONOUN = re.compile(r"\b(he|she|it)\W(?:\w+ ){0,2}$", re.IGNORECASE)
_LOCATED = re.compile(r"\b(?:in|of|from|near|to|for|at|across|inside)(?: the)?(?: \w+ern)? $")
_QUOTED = re.compile(r"[\"”’'],?\s*$")
_SENTENCE = re.compile(r"[.!?]\W|\n")

FAR = 900
"""Characters back to the last speaker: about five sentences of news."""


class Turn(msgspec.Struct, frozen=True):
    """A verb of saying at `at` and who says it; `who` None: somebody the words do not tell."""

    at: int
    who: Entity | None
    is_person: bool = False


def turns(text: str, mentions: Sequence[Mention], introduced: Callable[[str], Entity | None]) -> tuple[Turn, ...]:
    """Who speaks, verb by verb; a pronoun speaks for the speaker before it. `introduced`: whom a surname means."""
    found: list[Turn] = []
    ends = [mention.end for mention in mentions]
    for verb in SAYING.finditer(text):
        start = _sentence_start(text, verb.start())
        if pronoun := _PRONOUN.search(text, start, verb.start()):
            who = spoken_before(found, pronoun.start(), pronoun[1].lower())
            found.append(Turn(verb.start(), who, pronoun[1].lower() in PERSONS))
        else:
            quoted = _QUOTED.search(text[max(0, verb.start() - 4) : verb.start()])
            mention = (_behind if quoted else _before)(text, verb, mentions, ends)
            found.append(Turn(verb.start(), mention.entity, mention.is_person) if mention else _surnamed(text, verb, introduced))
    return tuple(found)


def _surnamed(text: str, verb: re.Match[str], introduced: Callable[[str], Entity | None]) -> Turn:
    """The turn of a person whose surname stands right before the verb, else of somebody the words do not tell."""
    surname = _SURNAME.search(text, max(0, verb.start() - 60), verb.start())
    return Turn(verb.start(), introduced(surname[1].strip()) if surname else None, is_person=True)


def spoken_before(found: Sequence[Turn], at: int, pronoun: str) -> Entity | None:
    """Who spoke last before `at`, if "he" fits a person and "it" a body."""
    last = next((turn for turn in reversed(found) if turn.at < at), None)
    if last is None or last.who is None or at - last.at > FAR:
        return None
    return last.who if last.is_person == (pronoun in PERSONS) else None


def _before(text: str, verb: re.Match[str], mentions: Sequence[Mention], ends: Sequence[int]) -> Mention | None:
    """The name right before the verb, and no country in which somebody speaks."""
    at = bisect_left(ends, verb.start() + 1) - 1
    near = mentions[at] if at >= 0 else None
    if near is None or not _BETWEEN.match(text[near.end : verb.start()]):
        return None
    located = near.entity.kind in ("state", "government") and _LOCATED.search(text[max(0, near.start - 20) : near.start])
    return None if located else near


def _behind(text: str, verb: re.Match[str], mentions: Sequence[Mention], ends: Sequence[int]) -> Mention | None:
    """The name behind a verb that follows a quotation, with a title between: "…" said Council director Ada Osk."""
    following = list(_following(text, verb.end(), mentions[bisect_left(ends, verb.end()) :]))
    return next((each for each in following if each.is_person), next(iter(following), None))


def _following(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Names that follow, with nothing but a few words between them."""
    for mention in mentions[:2]:
        if not _AFTER.match(text[start : mention.start]):
            return
        yield mention
        start = mention.end


def _sentence_start(text: str, at: int) -> int:
    return next((at - len(piece) for piece in [_SENTENCE.split(text[max(0, at - FAR) : at])[-1]]), at)
