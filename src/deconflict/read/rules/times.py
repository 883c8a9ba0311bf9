"""Words that say when."""

from __future__ import annotations

import re

from deconflict.read.rules.lexicon_times import DAYS, FULL_MONTHS, MONTHS, PARTS, SEASONS, UNITS
from deconflict.read.rules.words import Line
from deconflict.record import Span

_YEAR = r"(?:,?\s+\d{4})?"
_DAY_FIRST = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})\b\.?{_YEAR}"
_MONTH_FIRST = rf"(?:{MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d){_YEAR}"
_DATE = rf"(?:{_DAY_FIRST}|{_MONTH_FIRST})"
_DAY = rf"(?:(?:{DAYS})\b(?:,?\s+(?:{PARTS})\b)?(?:,?\s+{_DATE})?)"
_TIME = re.compile(
    rf"(?<!\w)(?:(?:since|late|early|earlier|from)\s+(?:on\s+)?)?(?:{_DAY}|{_DATE}"
    rf"|(?:mid-|early\s+|late\s+)?(?:{MONTHS})\b\.?\s+(?:of\s+)?\d{{4}}(?!\d)"
    rf"|(?:yesterday|today|tonight|overnight)\b(?:\s+(?:{PARTS})\b)?"
    rf"|(?:last|this|next|past|previous|same)\s+(?:{DAYS}|{PARTS}|week|month|year|weekend|{MONTHS}|{SEASONS})\b"
    rf"|(?:the\s+)?(?:past|last|previous)\s+(?:\w+\s+){{0,2}}(?:{UNITS})\b"
    rf"|\w+\s+(?:{UNITS})\s+ago\b"
    rf"|(?<=in\s)(?:19|20)\d\d(?!\d)|(?<=since\s)(?:19|20)\d\d(?!\d)|(?<=in\s)(?:{FULL_MONTHS})\b)",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:(?:in|over|during|after|of) (?:over |more than |nearly |almost |about )?(?:\w+|a decade)(?: and a half)? years\b|"
    r"since (?:\w+ )?(?:19|20)\d\d|(?:in|since) (?:19|20)\d\d|last (?:year|month|week)|years? ago|"
    r"(?:conflict|war|uprising|unrest|crisis|fighting|violence|revolt) (?:began|broke out|erupted|started)|"
    r"since the (?:start|beginning|outbreak|conflict|war|uprising|crisis)|so far this|earlier this (?:month|year|week)|"
    r"previously|over the past (?:\w+ )?(?:years?|months?)|in recent (?:years|months|weeks)|"
    r"since Syria'?s (?:\w+ )?(?:conflict|war|uprising))\b",
    re.IGNORECASE,
)


def times(line: Line) -> list[Span]:
    """The time words of the line in order."""
    body = line.report.body(line.part)
    found = [
        line.report.span(match.start(), match.end(), line.part)
        for match in _TIME.finditer(body, line.sentence.start, line.sentence.end)
    ]
    return [span for span in found if span.text.lower() != "may"]


def tells_before(line: Line) -> bool:
    """Whether the sentence tells what came before the news ("since the war began", "in 2011")."""
    body = line.report.body(line.part)
    return bool(_OLD.search(body, line.sentence.start, line.sentence.end))
