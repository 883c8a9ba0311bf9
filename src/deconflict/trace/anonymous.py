"""Speakers whom a report does not name: of what kind they are, and whose."""

from __future__ import annotations

from typing import Literal

import msgspec

from deconflict.packs import fold

Sort = Literal["crowd", "body", "voice"]
"""crowd: many may speak ("activists"); body: speaks for whom it belongs to ("army spokesman"); voice: "he", "the statement"."""

_CROWDS = {
    "activists": "activist activists campaigner campaigners",
    "witnesses": "witness witnesses eyewitness eyewitnesses bystanders survivor survivors",
    "residents": "resident residents local locals inhabitant inhabitants villager villagers people relatives relative families",
    "medics": "medic medics doctor doctors nurse nurses paramedics hospital hospitals surgeon",
    "rescuers": "rescuer rescuers volunteers volunteer firefighters",
    "police": "police policeman policemen",
    "officials": "official officials authorities authority officer officers diplomat diplomats minister ministers governor mayor",
    "sources": "source sources informants insiders",
    "journalists": "journalist journalists reporter reporters correspondent correspondents photographer media press",
    "fighters": "fighter fighters rebel rebels militant militants insurgents soldiers soldier commander commanders opposition",
    "monitors": "monitor monitors observers monitoring",
    "analysts": "analyst analysts expert experts observer",
    "reports": "report reports estimates accounts news",
}
_CROWD_OF = {word: kind for kind, words in _CROWDS.items() for word in words.split()}
_BODY_WORDS = "spokesman spokeswoman spokesperson spokespersons statement communique ministry"
_BODIES = frozenset(_BODY_WORDS.split())
_VOICE_WORDS = "he she it they who this that group organisation organization agency"
_VOICES = frozenset(_VOICE_WORDS.split())
_EMPTY_WORDS = """
a an the some several many other others local two three unnamed anonymous unidentified one its his their initial earlier same and
senior on ground
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_PLACED = (" of ", " in ", " from ", " at ", " near ", " with ", " on ", " who ", " for ")


class Anonymous(msgspec.Struct, frozen=True):
    """A speaker without a name: `kind` is the word for them, `qualifier` what else is said ("turkish"), `whose` follows "of"."""

    sort: Sort
    kind: str
    qualifier: str = ""
    whose: str = ""


def anonymous(words: str) -> Anonymous | None:
    """What kind of unnamed speaker the words mean; None if they are a name."""
    folded = fold(words)
    head_words, whose = _cut(folded)
    parts = head_words.split()
    if not parts:
        return None
    if len(parts) > 1 and parts[-1] not in _BODIES and f" {parts[-1].capitalize()}" in words:
        return None  # "the Conflict Monitor" is a name, "a conflict monitor" is not
    head, qualifier = parts[-1], " ".join(word for word in parts[:-1] if word not in _EMPTY)
    if head in _BODIES:
        return Anonymous("body", head, qualifier, whose)
    if head in _VOICES and not qualifier:
        return Anonymous("voice", head)
    return Anonymous("crowd", _CROWD_OF[head], qualifier, whose) if head in _CROWD_OF else None


def _cut(folded: str) -> tuple[str, str]:
    """What stands before the first preposition, and what follows "of" or "for"."""
    at = min((found for word in _PLACED if (found := folded.find(word)) > 0), default=len(folded))
    before, rest = folded[:at], folded[at:]
    return before, rest.split(" ", 2)[2] if rest.startswith((" of ", " for ")) and rest.count(" ") > 1 else ""
