"""Whether the words around a toll say that it did not happen, may have, will, or is not confirmed."""

from __future__ import annotations

import re
from typing import Literal

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_grammar import AUXILIARIES
from deconflict.read.rules.tallies import Tally
from deconflict.read.rules.words import Line
from deconflict.record import Quantity

Doubt = Literal["negated", "denied", "possible", "planned", "unreal"]
"""A status, or `unreal`: what would have been, and was not."""

_HARM = frozenset({"killed", "wounded", "missing", "detained", "displaced", "other"})
_NONE = bag("no nobody none no-one not zero 0")
_MODAL = frozenset({"may", "might", "could", "feared", "would"})
_AHEAD = _MODAL | {"will", "likely", "expected"}
_INTENTIONS = bag("""
    plan plans planned planning vowed vows threatened threatens threatening intends intended intending wants wanted ordered aims
    aimed aim pledged promised going ready prepared preparing sought seeking trying tried attempted attempting attempt attempts
    hoped hopes plot plotted plotting bid conspired conspiring swore
""")
_UNDONE = bag("failed prevented preventing averted avoided foiled thwarted")
_MISSED = frozenset({"nearly", "almost", "narrowly"})
_LEFT = bag("leave leaves left leaving cause causes caused causing")
_WORDS_OF_DOUBT = bag("""
    confirm confirmed confirmation verify verified corroborate unconfirmed rumours rumors rumour rumor unclear clear whether none
    true wrong false untrue incorrect mistaken baseless fabricated inaccurate exaggerated rejected dismissed refuted denied denies
    denying truth evidence proof deny fear fears feared rule ruled
""")
_TO_THE_TOLL = r"(?:(?!\b(?:but|while|although|however|said|says|saying|adding|and|which|who|during|since|when|after)\b)[^;.])*$"
_UNCONFIRMED = re.compile(
    r"\b(?:(?:not|cannot|couldn't|unable to|impossible to|yet to) (?:be )?(?:been )?(?:able to )?(?:independently |immediately )?"
    r"(?:confirm|confirmed|verify|verified|corroborate)"
    r"|no (?:\w+ ){0,2}(?:confirmation|evidence|proof)|unconfirmed|rumou?rs?"
    r"|fear(?:s|ed)?(?: that)?(?= *$)|not (?:deny|denied|ruled? out)"
    r"|neither confirmed nor denied|(?:un|not )clear (?:if|whether)|not known (?:if|whether)"
    rf"|if (?:it is |this is |they are )?(?:confirmed|true|verified|correct))\b{_TO_THE_TOLL}"
)
_REFUTED = re.compile(
    r"\b(?:none of (?:the|these|those) (?:\w+ )?(?:reports?|claims?|allegations?|accusations?|rumou?rs)|no truth (?:to|in)"
    r"|(?:not true|untrue|false|wrong) that|(?<!was )(?<!were )(?<!been )(?<!nor )(?:denied|denies|denying)"
    r"|(?:rejected|dismissed|refuted) (?:as \w+ )?(?:the |any |those |these |such )?(?:\w+ )?"
    rf"(?:reports?|claims?|allegations?|accusations?|that|suggestions?))\b{_TO_THE_TOLL}"
)
_SAID_SO = re.compile(r"\b(?:reports?|claims?|allegations?|figures?|rumou?rs?|accusations?)\b[^;]*$")
_WRONG = re.compile(
    r"^[^;]*?\b(?:was|were|is|are|as|proved|had been) (?:\w+ly )?(?:wrong|false|untrue|not true"
    r"|incorrect|mistaken|baseless|fabricated|inaccurate|exaggerated)\b"
)
_IF_TRUE = re.compile(r"\bif (?:it is |this is )?(?:confirmed|true|verified)\b")


def counts_nobody(line: Line, tally: Tally) -> bool:
    """Whether the number says that there were none."""
    if line.low[tally.number.first] not in _NONE:
        return False
    quantity = Quantity.of(line.span(tally.number.first, tally.number.after).text)
    return quantity is not None and quantity.high == 0


def doubt_of(line: Line, tally: Tally) -> Doubt | None:
    """What the words of the toll's own clause say against it; None: nothing."""
    if tally.outcome not in _HARM:
        return None
    first, after = min(tally.number.first, tally.anchor[0]), max(tally.number.after, tally.anchor[1])
    return _of_verb(line, tally) or doubt_around(line, first, after)


def _of_verb(line: Line, tally: Tally) -> Doubt | None:
    """ "may have killed", "plans to kill", "would have been killed"."""
    at = tally.anchor[0]
    if not _AHEAD.isdisjoint(line.low[tally.anchor[1] : tally.number.first]):
        return "possible"  # "the toll could rise to 30"
    if tally.number.first < at and line.at(tally.number.first - 1) in _LEFT:
        at = tally.number.first - 1
    first = at
    while first > 0 and line.low[first - 1] in AUXILIARIES:
        first -= 1
    chain = [word for word, name in zip(line.low[first:at], line.capitals[first:at], strict=True) if not (word == "may" and name)]
    counted = tally.number.head if tally.number.first < at else 0
    if line.at(at - 1) in _MISSED or not _UNDONE.isdisjoint(line.low[max(counted, at - 3) : at]):
        return "unreal"
    words = " ".join(chain)
    if "would have" in words or re.search(r"\b(?:was|were) to have\b", words):
        return "unreal"
    if "to" in chain and not _INTENTIONS.isdisjoint(line.low[max(0, first - 4) : at]) and "have" not in chain:
        return "planned"
    if not _MODAL.isdisjoint(chain):
        return "possible"
    if "will" in chain:
        return "planned"
    return "negated" if {"not", "never"} & set(chain) else None


def doubt_around(line: Line, first: int, after: int) -> Doubt | None:
    """What is said of the report of it: "could not confirm that", "none of the reports of", "reports of 12 deaths were false"."""
    if _WORDS_OF_DOUBT.isdisjoint(line.low):
        return None
    before, behind = " ".join(line.low[:first]), " ".join(line.low[after:])
    if _UNCONFIRMED.search(before):
        return "possible"
    if _REFUTED.search(before) or (_SAID_SO.search(before) and _WRONG.search(behind)):
        return "denied"
    return "possible" if _IF_TRUE.search(behind) else None
