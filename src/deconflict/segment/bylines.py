"""Bylines: who wrote, edited or first published a report."""

from __future__ import annotations

import re

from deconflict.segment.patterns import any_of
from deconflict.segment.prompts import SECTIONS

AGENCY = any_of(
    "AFP|Agence France[- ]Presse|AP|The Associated Press|Associated Press|Reuters|REUTERS|UPI|DPA|dpa|EFE|ANSA|PTI|Kyodo",
    "Xinhua|SANA|NNA|TASS|Interfax|RIA Novosti|Sputnik|Anadolu Agency|Agencies",
)
_NAME = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|and|al|de|bin|von))*"
_LEAD = re.compile(
    any_of(
        r"Reuters Staff|(?:News|Web) Desk|Staff (?:Writer|Reporter)s?",
        r"By [A-Z][\w.'’-]+(?:,? (?:[A-Z][\w.'’-]+|and)){1,8}(?=\s*\n)",
        rf"(?:(?:Regional|Local|World|Politics)\s)?{AGENCY}\s?[-–—](?=\s)",
    )
)
_PHOTOGRAPHER = re.compile(
    rf"(?:REUTERS|Sputnik|AP Photo|AFP|Flickr|RIA Novosti)[ /][A-Z][\w.-]+(?: [A-Z][\w.-]+){{0,3}}?(?=\s+{SECTIONS}\s+\d)"
    r"|(?:AA|AP|AFP|EPA|Reuters) [Pp]hoto(?=\s+[A-Z])"
)
_AGENCY_ALONE = re.compile(rf"(?:\(?{AGENCY}\)?(?:\s?[/&]\s?{AGENCY})*)(?=\s+[A-Z0-9\"“]|\s*\n)")
_BY = re.compile(r"by\s+(?=[A-Z])", re.IGNORECASE)
_NAMES_SENTENCE = re.compile(r"(?:[A-Z][\w'’-]+ ){1,8}[A-Z][\w'’-]+\.(?=\s)")

_DOING = "[Rr]eporting|[Ww]riting|[Ee]diting|Edited|Written|Compiled|Translated"
_TAIL = re.compile(
    any_of(
        rf"\(?(?:Additional |Further )?(?:{_DOING})(?: and (?:reporting|writing|editing))? by\b[^\n]*",
        r"\(\s?(?:Sources?|Via|With)\b:?[^()\n]{0,120}\)",
        r"Sources?:?\s+[A-Z]\w+(?: (?:and|agencies|[A-Z]\w+))*",
        r"Agencies contributed(?: to this (?:report|story|article)\.?)?",
        rf"[-–—]{{1,2}}\s?{AGENCY}|[-–—]\s[A-Z]{{3,}}",
        rf"\({AGENCY}(?:[/, ]+(?:and )?{AGENCY})*\)|{AGENCY}(?:/{AGENCY})*",
    )
)
_SIGNER = r"[A-Z][\w.'’]*(?:[-’'][\w.]+)*|al-[A-Z]\w+|and|[A-Z]\."
_SIGNED = re.compile(rf"(?:{_SIGNER})(?:\s*[/ &,]\s*(?:{_SIGNER}))*")
_CREDIT_INSIDE = re.compile(r"(?<=[.!?\"”] )\([A-Z]{2,6}\)\s?[-–—]{1,2}(?= [A-Z\"“])")
_CODE = re.compile(r"(?:[A-Z]{2,8}\s)?\d{1,3}(?:-\d{1,3})?|[A-Z]{2,8}(?:\s\d{1,3})?")
_MOST_NAMES = 8  # words of a signature


def lead_at(text: str, position: int, after_headline: bool) -> int | None:
    """Where a byline before the story ends ("AFP", "Reuters Staff", "NNA -"); None if none starts at `position`.

    Directly after a headline an agency's name alone is one, and so is a sentence of names only.
    """
    found = _LEAD.match(text, position) or _PHOTOGRAPHER.match(text, position)
    if not found and after_headline:
        found = _AGENCY_ALONE.match(text, position) or _names_only(text, position)
    return found.end() if found else None


def by_at(text: str, position: int) -> int | None:
    """Where the names start in "by Ann Person" at `position`."""
    found = _BY.match(text, position)
    return found.end() if found else None


def inside(text: str, start: int) -> list[tuple[int, int]]:
    """Agencies named before a later paragraph: "(MNA) - The ministry"."""
    return [(m.start(), m.end()) for m in _CREDIT_INSIDE.finditer(text, start)] if ") " in text else []


def is_byline(line: str) -> bool:
    """Whether a whole line says who wrote or published."""
    words = line.strip()
    return len(words) <= 250 and bool(_TAIL.fullmatch(words) or re.fullmatch(rf"By {_NAME}(?:, {_NAME}){{0,4}}", words))


def is_signature(words: str) -> bool:
    """Whether the words after the last stop of a report are its writers' names or a desk's code ("M. Doe/A. Roe", "218-11")."""
    if words.endswith("."):
        return " and " in words and len(words.split()) <= _MOST_NAMES and bool(_SIGNED.fullmatch(words[:-1]))
    return len(words.split()) <= _MOST_NAMES and bool(_SIGNED.fullmatch(words) or _CODE.fullmatch(words))


def _names_only(text: str, position: int) -> re.Match[str] | None:
    return _NAMES_SENTENCE.match(text, position)
