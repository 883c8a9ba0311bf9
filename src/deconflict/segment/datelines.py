"""Datelines: when and where a report says it was written.

Dates come in every order and spelling, some glued by lost commas ("Jul 012016"), with the time before or after. A date counts
as a dateline only where a report puts one: on a line of its own, or at its start with a new sentence after it.
"""

from __future__ import annotations

import re

from deconflict.segment.bylines import AGENCY
from deconflict.segment.patterns import listed
from deconflict.segment.runs import OPENERS

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_ZONE = r"(?:UTC|GMT|KSA|BST|CET|CEST|EET|EST|EDT|PST|PDT|MSK|IST)(?:\s?[+-]\s?\d{1,2})?"
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|[0-2]\d[0-5]\d(?!\d)"
_TIME = rf"(?:(?:at\s+)?(?:{_CLOCK})(?:\s?\(?{_ZONE}\)?)?|{_ZONE}\s+\d{{1,2}}[:.]\d\d(?:\s*-\s*{_ZONE}\s+\d{{1,2}}[:.]\d\d)?)"
_DATE = (
    rf"(?:(?:{_DAY})?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s*{_YEAR})"
    rf"|\d{{1,2}}[-./]\d{{1,2}}[-./](?:{_YEAR}|\d\d)|{_YEAR}[-./]\d\d[-./]\d\d(?:T[\d:.]+Z?(?:[+-]\d\d:?\d\d)?)?)(?!\d)"
)
_LABEL = (
    r"(?:(?:first\s+)?(?:posted|published|updated|last\s+updated?|date(?:\s+of\s+publication)?|created|modified)"
    r"\s*(?:on|at)?\s*:?\s*)"
)
_UPDATE = rf"\s*\(\s*updated:?\s*(?:{_TIME}\s*)?(?:{_DATE})?(?:\s*{_TIME})?\s*\)|\)"

DATE = re.compile(rf"(?i:{_LABEL})?(?i:(?:{_TIME}\s+)?{_DATE}(?:,?\s*[-–|]?\s*{_TIME})?(?:{_UPDATE})?)")
LAST_UPDATE = re.compile(rf"\bLast Updated?:?\s*(?:at\s+|on\s+)?(?i:{_DATE}(?:[,\s]*{_TIME})?)(?:\s+\d+)?\s*$")

_BUREAUS = listed(
    """Aden Aleppo Algiers Amman Ankara Baghdad Beirut Berlin Brussels Cairo Damascus Doha Dubai Erbil Geneva Gaza Istanbul Jeddah
    Jerusalem Kabul Khartoum Kiev Kyiv London Manama Moscow Nairobi Nicosia Paris Riyadh Sanaa Tehran Tripoli Tunis Vienna
    Washington"""
)
_CREDIT = rf"\({AGENCY}(?:(?:[/ ,-]| and )+{AGENCY})*\)"
_ANY_CREDIT = r"\([A-Z][\w.]*(?:[ /-][A-Za-z][\w.]*){0,4}\)"
_CAPITALS = r"[A-Z]{3,}(?:['’-][A-Z]+)*(?:[ -][A-Z]{2,})*"
_PLACES = rf"{_CAPITALS}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?(?:/{_CAPITALS})?"
_SHORT_DATE = rf"(?i:(?:{_DAY})?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+(?:{_YEAR}|\d\d))?)(?!\d)"
_DASH = r"\s*(?:--?|[–—]|:)\s*"
PLACE = re.compile(
    rf"(?:{_PLACES}|[A-Z][\w'’-]+(?:,?\s[A-Z][\w'’-]+){{0,2}})(?:,?\s+{_SHORT_DATE})?,?\s*{_CREDIT}(?:{_DASH}|(?=\s+[A-Z0-9\"“]))"
    rf"|{_PLACES}(?:,?\s+{_SHORT_DATE})?,?\s*{_ANY_CREDIT}{_DASH}"
    rf"|{_PLACES}(?:,?\s+{_SHORT_DATE})?,?(?:\s+(?:--?|[–—])\s*|(?:--?|[–—])\s+)(?=[A-Z0-9\"“\[])"
    rf"|{_PLACES},?\s+{_SHORT_DATE}\s*[-–—:]*(?=\s*[A-Z0-9\"“])"
    r"|(?:[A-Z][a-z]+[ ,/]{1,2}){0,2}[A-Z][a-z]+\s?[-–—]{1,2}\s(?=[A-Z\"“])"
)
_CAPITAL_PLACE = re.compile(r"(?P<name>[A-Z]{4,}(?:['’-][A-Z]+)*)(?:,? (?:[A-Z]{4,}|[A-Z][a-z]+))?(?= [A-Z0-9\"“])")
_BUREAU = re.compile(rf"(?:{'|'.join(sorted(_BUREAUS))})(?= [A-Z0-9\"“])")
_NEXT = re.compile(r"\s*(\w+)")
_NOT_PLACES = listed("ISIS ISIL DAESH NATO UNICEF OPCW UNESCO CENTCOM SANA REUTERS TASS SOHR UNHCR UNRWA URGENT BREAKING UPDATE")
_DATED = re.compile(rf"(?<=\s){AGENCY}\s+(?i:{_DATE})(?=\s+[A-Z0-9\"“])")
_INSIDE = re.compile(rf"(?<=[.!?\"”] ){_CAPITALS}(?: [A-Z][a-z]+ \d{{1,2}})? {_CREDIT}\s*[-–—]*(?= [A-Z0-9\"“])")


REACH = 600
"""Characters within which a standfirst and the dateline after it end; the longest in FA-KES has 320."""


def date_at(text: str, position: int) -> int | None:
    """Where a dateline's date that starts at `position` ends; None if there is none, or if a sentence goes on after it."""
    found = DATE.match(text, position)
    if not found or _goes_on(text, found.end()):
        return None
    return found.end()


def place_at(text: str, position: int, after_date: bool) -> int | None:
    """Where a dateline's place ("BEIRUT, Oct 3 (Reuters) -") that starts at `position` ends; None if there is none.

    Without an agency, a date or a dash after it, a place is one only directly after a date, and in capitals or a city of bureaus.
    """
    found = PLACE.match(text, position)
    if found and found.end() - position <= 80:
        return found.end()
    return _bare_place(text, position) if after_date else None


def inside(text: str, start: int) -> list[tuple[int, int]]:
    """Datelines after a standfirst: place and agency ("MOSCOW (Sputnik)"), or agency and date ("AFP Friday 2 May 2014").

    The second form counts only near `start`, where the story begins.
    """
    found = [(m.start(), m.end()) for m in _INSIDE.finditer(text, start)] if "(" in text else []
    dated = _DATED.search(text, start, start + REACH)
    return [(dated.start(), dated.end()), *found] if dated else found


def is_dateline(line: str) -> bool:
    """Whether a whole line is a date, with or without its label."""
    return bool(DATE.fullmatch(line.strip(" |-–—.")))


def _bare_place(text: str, position: int) -> int | None:
    found = _CAPITAL_PLACE.match(text, position)
    if found and not _is_acronym(text, found["name"]):
        return found.end() if _opens(text, found.end()) else found.end("name")
    bureau = _BUREAU.match(text, position)
    return bureau.end() if bureau else None


def _opens(text: str, position: int) -> bool:
    """Whether the next word opens sentences, so that the word before it still belongs to the place ("QAMAR Kelvat At least")."""
    following = _NEXT.match(text, position)
    return following is not None and following[1] in OPENERS


def _is_acronym(text: str, name: str) -> bool:
    """Whether capitals are a name of their own: a known acronym, or one that the text writes so again."""
    return name in _NOT_PLACES or text.count(name) > 1


def _goes_on(text: str, after: int) -> bool:
    """Whether the date is part of a sentence: a small letter follows it."""
    rest = text[after : after + 3].lstrip(" ,")
    return rest[:1].islower() and not text.startswith((" by ", " at "), after)
