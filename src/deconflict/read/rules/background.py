"""Whether words tell the news or what came before it, and sentences that only explain."""

from __future__ import annotations

import re

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_times import WARS
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.words import Line

_OLD = re.compile(
    r"\b(?:(?:in|over|during|after|of) (?:over |more than |nearly |almost |about )?(?:\w+|a decade)(?: and a half)? years\b|"
    r"since (?:\w+ )?(?:19|20)\d\d|(?:in|since) (?:19|20)\d\d|last (?:year|month|week)|years? ago|"
    rf"(?:{WARS}) (?:began|broke out|erupted|started)|"
    r"since the (?:start|beginning|outbreak|conflict|war|uprising|crisis)|so far this|earlier this (?:month|year|week)|"
    r"previously|over the past (?:\w+ )?(?:years?|months?)|in recent (?:years|months|weeks)|"
    r"since Syria'?s (?:\w+ )?(?:conflict|war|uprising))\b",
    re.IGNORECASE,
)

_APART = bag("earlier previously previous later subsequently afterwards then since recently once")
_SPANS = frozenset({"day", "days", "hours", "week", "weeks", "month", "months"})


def is_apart(line: Line, at: Chunk) -> bool:
    """Whether the words before an event put it at another time than the news ("just days after air strikes killed ...")."""
    words = line.low[: at.first]
    return not _APART.isdisjoint(words) or any(word == "after" and words[i - 1] in _SPANS for i, word in enumerate(words) if i)


def tells_before(line: Line) -> bool:
    """Whether the sentence tells what came before the news ("since the war began", "in 2011")."""
    body = line.report.body(line.part)
    return bool(_OLD.search(body, line.sentence.start, line.sentence.end))
