"""The guard: what the words at a span do not support is not emitted."""

from __future__ import annotations

import re

from deconflict.record import NUMBER, Claim, Quantity, Report

_AGED = re.compile(r"\b(?:aged?|ages)\s+$", re.IGNORECASE)
_UNIT = re.compile(
    r"[-\s]*(?:years?|months?|weeks?|days?|hours?|minutes?|km|kilomet\w+|miles?|met\w+|percent|per cent|%)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_BEFORE_A_YEAR = re.compile(rf"\b(?:(?:in|since|of|by|until|during)\s+|{_IN_MONTH}\W*\d*\W*)$", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf"\s+{_IN_MONTH}\b(?!\s+(?:have|be))", re.IGNORECASE)
_NEAR = 14  # characters looked at on either side of a number


def number_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where in `start:end` the number stands whose words set bounds; None if it is a date, an age, a measure or no number.

    The number there is taken with the words that bound it ("at least 32"), and without any others ("13 and").
    """
    if Quantity.of(text[start:end]) is None or _measures(text, start, end):
        return None
    around = next((m for m in NUMBER.finditer(text, max(0, start - 40), end + 20) if m.start() < end and start < m.end()), None)
    return around.span() if around else (start, end)


def _measures(text: str, start: int, end: int) -> bool:
    words, before, behind = text[start:end], text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if _AGED.search(before) or _UNIT.match(behind):
        return True
    if _YEAR.fullmatch(words):
        return bool(_BEFORE_A_YEAR.search(before))
    return words.isdecimal() and int(words) <= 31 and bool(_MONTH_BEHIND.match(behind))


def stands(report: Report, claim: Claim) -> bool:
    """Whether every span says what the report says, and every count's bounds follow from its words."""
    if not all(report.says(span) for span in claim.spans()):
        return False
    return all(
        (quantity := Quantity.of(count.span.text)) is not None and (quantity.low, quantity.high) == (count.low, count.high)
        for count in claim.counts
    )
