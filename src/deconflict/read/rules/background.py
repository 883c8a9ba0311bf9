"""Whether words tell the news or what came before it, and sentences that only explain."""

from __future__ import annotations

import re

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_actors import HEADS
from deconflict.read.rules.lexicon_people import PEOPLE
from deconflict.read.rules.lexicon_times import BEGAN, FULL_MONTHS, PAST_WORDS, WARS
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.times import Moment, chunk_of, has_year
from deconflict.read.rules.words import Line

_OF_YEARS = r"(?:in|over|during|after|of) (?:over |more than |nearly |almost |about )?(?:\w+|a decade)(?: and a half)? years"
_OLD = re.compile(
    rf"\b(?:{_OF_YEARS}|(?:in|since) (?:19|20)\d\d|last year|years? ago|(?:{WARS}) (?:that |which )?(?:{BEGAN}|sprung)|"
    rf"(?:{WARS}) (?:has|have|had) (?:also )?(?:killed|claimed|cost|taken|left|displaced|forced|driven)|"
    r"since the (?:start|beginning|outbreak|conflict|war|uprising|crisis)|so far this|earlier this (?:month|year|week)|"
    rf"the (?:19|20)\d\d (?:\w+ )?(?:{WARS}|massacre|campaign|invasion)|"
    r"previously|over the past (?:\w+ )?(?:years?|months?)|in recent (?:years|months)|in the past(?= *[.\"”]*$)|"
    r"(?:usually|regularly|frequently|routinely|sporadically|repeatedly)|"
    r"(?:been|is|was) (?:locked|gripped|mired|ravaged|wracked|torn|devastated|embroiled) (?:in|by|apart)|"
    r"since Syria'?s (?:\w+ )?(?:conflict|war|uprising)|since then)\b",
    re.IGNORECASE,
)
_OLD_TIME = re.compile(
    rf"\bsince\b.*(?:\b(?:{WARS})\b|(?:19|20)\d\d|\b(?:{FULL_MONTHS})$|then$)|^(?:in |mid-|\w+ )?(?:19|20)\d\d$"
    rf"|^(?:(?:early|late|last|mid|in)[ -])?(?:{FULL_MONTHS}|may)(?: (?:last year|(?:of )?(?:19|20)\d\d))?$"
    rf"|years? ago|last year|\b(?:months|years)$|(?:{WARS})$",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"^\W*(?:this|it) (?:is|was|marks|came as) the (?:\w+ )?(?:first|second|third|latest|deadliest|worst)\b", re.IGNORECASE
)
_EXPLAINS = re.compile(
    r"\b(?:rel(?:ies|y)|depends?) on (?:an? |its |the )?(?:\w+ ){0,3}(?:network|sources|activists|contacts|information)\b"
    r"|\b(?:gathers|collects|obtains|determines) (?:its |their )?(?:information|data|what|whose)\b"
    r"|^\W*(?:[\w-]+ ){1,4}(?:is|are) (?:an? |the )?(?:[\w-]+ ){0,3}"
    r"(?:filled|packed|made|consisting|stuffed|designed|improvised|crude)\b"
    rf"|\bthe (?:{WARS}) (?:{BEGAN}) (?:with|when|after|as)\b",
    re.IGNORECASE,
)
_EXPLAINING = bag("""
    relies rely depends depend gathers collects obtains determines filled packed made consisting stuffed designed improvised crude
""") | frozenset(WARS.split("|"))
_APART = bag("daily previously previous since recently once")
"""Not "earlier", "later", "then": of the tolls of the tuning half nine lose their day to these, and none is spared another's."""
_BEFORE = frozenset({"earlier", "previous", "past"})
_SPANS = frozenset({"day", "days", "hours", "week", "weeks", "month", "months"})
_DESCRIBES = frozenset({"fighting", "battling"})
_MONTHS = FULL_MONTHS.replace("april|", "april|may|").split("|")


def is_apart(line: Line, at: Chunk) -> bool:
    """Whether the words before an event put it at another time than the news ("recently", "two days after")."""
    return not _APART.isdisjoint(line.low[: at.first]) or _days_after(line, at)


def is_background(line: Line, at: Chunk, told: list[Moment], old: bool) -> bool:
    """Whether the event named by words `at` came before the news; `old`: what its sentence tells of it came before."""
    if _describes(line, at) or _days_after(line, at) or not _BEFORE.isdisjoint(line.low[max(0, at.first - 2) : at.first]):
        return True
    if told and told[0].is_day:
        return _months_off(told[0].span.text, line.report.published) > 1
    return bool(old or (told and _OLD_TIME.search(told[0].span.text))) and not _NEW.search(_words(line))


def past_words(line: Line) -> list[Chunk]:
    """The words that tell what came before the news ("since the war began", "in 2011")."""
    if PAST_WORDS.isdisjoint(line.low) and not any(has_year(word) for word in line.low):
        return []
    return [
        chunk_of(line, *match.span())
        for match in _OLD.finditer(line.report.body(line.part), line.sentence.start, line.sentence.end)
    ]


def explains(line: Line) -> bool:
    """Whether the sentence is a stock explanation: what a weapon is, how a monitor works, how the war began."""
    return not _EXPLAINING.isdisjoint(line.low) and bool(_EXPLAINS.search(_words(line)))


def _words(line: Line) -> str:
    return line.report.body(line.part)[line.sentence.start : line.sentence.end]


def _days_after(line: Line, at: Chunk) -> bool:
    words = line.low[: at.first]
    return any(word == "after" and words[i - 1] in _SPANS for i, word in enumerate(words) if i)


def _describes(line: Line, at: Chunk) -> bool:
    """ "rebels fighting the army": the word only tells who they are."""
    before = line.at(at.first - 1)
    return line.low[at.first] in _DESCRIBES and (before in PEOPLE or before in HEADS)


def _months_off(words: str, published: str | None) -> int:
    """How many months a date lies before or after that of the report; 0 if either names none."""
    month = next((number for number, name in enumerate(_MONTHS, 1) if name in words.lower()), None)
    if month is None or not published:
        return 0
    year = re.search(r"(?:19|20)\d\d", words)
    this = int(published[:4]) * 12 + int(published[5:7])
    if year:
        return abs(int(year[0]) * 12 + month - this)
    return min((this - month) % 12, (month - this) % 12)
