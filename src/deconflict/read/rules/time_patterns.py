"""The grammar of time words: a day or date, and a stretch of time."""

from __future__ import annotations

import re

from deconflict.read.rules.lexicon_times import BEGAN, CAMPAIGNS, DAYS, FULL_MONTHS, MONTHS, PARTS, SEASONS, UNITS, WARS

BEGUN = "begun"
"""The group of `PERIOD` to quote from, where it is not the whole: "began" in "the war that began in March 2011"."""

_YEAR = r"(?:19|20)\d\d(?!\d)"
_DAY_FIRST = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})\b\.?(?:,?\s+\d{{4}})?"
_MONTH_FIRST = rf"(?:{MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s+\d{{4}})?"
_DATE = rf"(?:{_DAY_FIRST}|{_MONTH_FIRST})"
_HOUR = (
    r"(?:(?:early|late|earlier|later|overnight|dawn|morning|afternoon|evening|night|noon|midday|midnight|hours)\s+"
    r"(?:(?:of|on|into)\s+)?)"
)
_AND_DAY = rf"(?:\s+and\s+(?:into\s+)?(?:{DAYS}|{PARTS})\b(?:\s+(?:{PARTS})\b)?)?"
_WEEKDAY = rf"(?:(?:{DAYS})\b(?:,?\s+(?:{PARTS})\b)?{_AND_DAY}(?:,?\s+{_DATE})?)"
_PART = r"(?:(?:early|late|mid)[\s-]+)?"
_MONTH_YEAR = rf"{_PART}(?:{MONTHS})\b\.?\s+(?:of\s+)?(?:{_YEAR}|(?:last|this)\s+year\b)"
_NAMED = (
    rf"{_HOUR}{{0,3}}(?:{_WEEKDAY}|{_DATE}|(?:yesterday|today|tonight)\b(?:\s+(?:{PARTS})\b)?)"
    rf"|{_MONTH_YEAR}|(?:{SEASONS})\s+(?:of\s+)?{_YEAR}|(?:early|late|mid)[\s-]+(?:{_YEAR}|(?:{FULL_MONTHS})\b)"
    rf"|(?:last|this|next|past|previous|same)\s+(?:{DAYS}|{PARTS}|week|month|year|weekend|{MONTHS}|{SEASONS})\b"
    rf"|(?:[\w-]+\s+)?\w+\s+(?:{UNITS})\s+ago\b"
)
POINT = re.compile(
    rf"(?<!\w)(?:{_NAMED}|overnight\b|(?:early|earlier|late|later)\s+(?:this|last)\s+(?:week|month|year)\b|(?:at|over)\s+the\s+weekend\b"
    rf"|(?:that|the\s+(?:same|previous|following))\s+(?:day|night|evening|morning|week|month)\b"
    rf"|(?:\w+\s+)?(?:day|days|week|weeks|month|months)\s+(?:earlier|later)\b|(?:the|a)\s+(?:day|night)\s+before\b|in\s+recent\s+(?:{UNITS})\b"
    rf"|(?<=in\s){_YEAR}|(?<=in\s|he\s|.a\s)(?:{FULL_MONTHS}|(?-i:May))\b(?:\s+(?:last|this)\s+year\b)?)",
    re.IGNORECASE,
)
STREET = re.compile(r" (?:Street|Square|Bridge|Road|Avenue|School|Hospital|Brigade|Movement)\b")
ONE_DAY = re.compile(
    rf"\b(?:(?:{DAYS})|yesterday|today|tonight|overnight|last night|this (?:morning|afternoon|evening)"
    rf"|(?:{MONTHS})\.? \d{{1,2}}(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS}))\b",
    re.IGNORECASE,
)
_LATE = r"(?:early\s+|late\s+|mid-|mid\s+)?"
_NEARLY = r"(?:(?:in|on|from|back\s+in|at|nearly|almost|about|over|more\s+than|some)\s+){0,2}"
_DATED = rf"{_NEARLY}(?:{_NAMED}|{_LATE}{_YEAR}|{_LATE}(?:{FULL_MONTHS})\b)"
_ANY = r"(?:(?!(?:and|when|while|which|who|but|said|killed|killing|including|after|according)\b)[^\s,.;:()\"“”]+\s+)"
_SINCE = (
    rf"since\s+(?:{_DATED}|then\b|{_ANY}{{1,12}}?{_DATED}|{_ANY}{{1,9}}?(?:{BEGAN})\b"
    rf"|(?:its|the)\s+(?:start|beginning|outbreak|onset)\s+of\s+{_ANY}{{0,4}}?(?:{WARS}|{CAMPAIGNS})\b|{_ANY}{{1,5}}?(?:{WARS})\b)"
)
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|couple\s+of|many)"
_LOOSE = r"(?:over|more\s+than|nearly|almost|about|around|some|roughly)"
_WITHIN = r"(?:over|in|during|for|within|throughout)"
_WITHIN_COUNT = (  # "in three days"
    rf"(?:in|over|within|during)\s+(?:{_LOOSE}\s+)?(?:the\s+)?{_COUNT}\s+(?:days|weeks|months|hours)\b"
)
_PAST = (  # "in the past two days", "the last three weeks", "over the past year"
    rf"(?:{_WITHIN}\s+)?(?:the\s+)?(?:past|last|previous)\s+(?:(?!of\b)[\w-]+\s+){{0,2}}?"
    rf"(?:days|weeks|months|years|hours|{_COUNT}\s+(?:day|week|month|year|hour))\b"
    rf"|{_WITHIN}\s+the\s+(?:past|last|previous)\s+(?:day|week|month|year|hour)\b"
)
_LASTING = (  # "in the six-year conflict", "over three years of turmoil"
    rf"(?:{_WITHIN}\s+)?(?:the\s+|a\s+)?(?:{_LOOSE}\s+)?{_COUNT}(?:-and-a-half)?[-\s](?:day|week|month|year)s?(?:-long|-old)?"
    rf"\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?(?:{WARS})\b"
)
_BEGINNING = (  # "the war that began in March 2011"
    rf"(?:{WARS}),?\s+{_ANY}{{0,3}}?(?:that\s+|which\s+)?(?P<{BEGUN}>(?:{BEGAN})\s+{_ANY}{{0,6}}?{_DATED})"
)
_BETWEEN = rf"(?:between|from)\s+(?:{_NAMED})\s+(?:and|to|until|till|through)\s+(?:{_NAMED}|\d{{1,2}}\b)"
_SO_FAR = r"so\s+far\s+this\s+(?:week|month|year)\b"
PERIOD = re.compile(rf"(?<!\w)(?:{_SINCE}|{_BEGINNING}|{_PAST}|{_SO_FAR}|{_LASTING}|{_WITHIN_COUNT}|{_BETWEEN})", re.IGNORECASE)
"""A stretch of time, from its first word on."""
