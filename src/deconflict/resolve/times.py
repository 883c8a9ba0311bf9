"""When: time words and what they are counted from, to a time in EDTF.

The rules are tried in order, the plainest first; the first that applies decides. Words that name no time of their own ("then",
"recently") give None, and so does a relative time in a report without a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from deconflict.record import When
from deconflict.resolve import edtf, spans_of_time
from deconflict.resolve.anchor import Anchor
from deconflict.resolve.beside import beside, is_beside
from deconflict.resolve.dates import MONTH
from deconflict.resolve.feasts import of_feast
from deconflict.resolve.long_times import of_days_of_month, of_decade, of_season, of_years
from deconflict.resolve.named_days import of_calendar, of_weekday

Rule = Callable[[str, Anchor], When | None]

LONGEST = 200
"""Characters of words that tell a time; the longest of 368 phrases has 81. Longer ones are misread, and would take long."""

_BEGAN = "began|begun|started|erupted|broke out|flared"
_SINCE = re.compile(rf"(?:\b(?:since|starting|beginning)|^(?:{_BEGAN}))\b(.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(.+?)\s+(?:and|to|until|till|through)\s+(.+)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|before|by|up to|prior to|through)\s+(?:late\s+)?(.+)", re.IGNORECASE)
_END_OF = re.compile(r"(?:the\s+)?end of\s+(.+)", re.IGNORECASE)
_PARTS = {"early": "early", "start of": "early", "beginning of": "early", "mid": "mid", "middle of": "mid", "late": "late",
          "end of": "late"}  # fmt: skip
_PART = re.compile(
    rf"\b(early|mid|late|start of|beginning of|middle of|end of)[\s-]+(?:in\s+|the\s+)?"
    rf"((?:{MONTH}|(?:19|20)\d\d(?!['’]?s)|(?:last|this|next|the)\s+(?:week|month|year)).*)",
    re.IGNORECASE,
)


def when(words: Sequence[str], published: str | None, ahead: bool = False) -> When | None:
    """The time that `words` (one entry for each time role) tell, in a report of that ISO date; the most exact one decides."""
    anchor = Anchor(date.fromisoformat(published[:10]) if published else None, ahead)
    return most_exact([told(phrase, anchor) for phrase in words])


def most_exact(found: Sequence[When | None]) -> When | None:
    """The most exact time; one whose days are known before one without a year."""
    return min((each for each in found if each), key=lambda each: (each.precision, each.earliest is None), default=None)


def told(phrase: str, anchor: Anchor) -> When | None:
    """The time of one phrase."""
    plain = " ".join(phrase.replace("’", "'").split())
    if len(plain) > LONGEST:
        return None
    if is_beside(plain):
        return beside(plain, anchor, told)
    return next((found for rule in _RULES if (found := rule(plain, anchor))), None)


def _open_or_bounded(words: str, anchor: Anchor) -> When | None:
    """ "since X", "began in X", "until X", "between X and Y", "from X to Y"."""
    if match := _SINCE.search(words):
        first = told(match[1], anchor)
        return _up_to_anchor(first, anchor) if first else None
    if match := _BETWEEN.search(words):
        return _from_to(match[1], match[2], anchor)
    if match := _UNTIL.match(words):
        return _until(match[1], anchor)
    return None


def _up_to_anchor(first: When, anchor: Anchor) -> When:
    begun = anchor.day and first.earliest and first.earliest <= str(anchor.day)
    if begun and first.earliest == str(anchor.day):
        return first
    return edtf.from_to(first, edtf.of_day(anchor.day) if anchor.day and begun else None, anchor.day)


def _from_to(first_words: str, last_words: str, anchor: Anchor) -> When | None:
    last = told(last_words, anchor)
    year = re.search(r"\b(?:19|20)\d\d\b", last_words)
    dateless = not re.search(r"\b(?:19|20)\d\d\b", first_words) and year
    first = told(f"{first_words} {year[0]}" if dateless and year else first_words, anchor)
    if first and last and first.earliest and last.latest and first.earliest > last.latest:
        return edtf.doubtful(edtf.from_to(last, first))
    if first and last:
        return edtf.from_to(first, last)
    return edtf.until(last) if last else first


def _until(words: str, anchor: Anchor) -> When | None:
    """Up to a time; up to its last day for "the end of June"."""
    end = _END_OF.match(words)
    last = told(re.sub(r"^the (?=week|month|year)", "this ", end[1], flags=re.IGNORECASE) if end else words, anchor)
    if last is None:
        return None
    return edtf.until(edtf.last_day(last) if end else last)


def _part_of(words: str, anchor: Anchor) -> When | None:
    """ "early 2014", "late July", "late last week", "the end of last year", "earlier this month"."""
    match = _PART.search(words)
    if match and match[1].lower() in ("start of", "beginning of") and match[2].lower().startswith("the "):
        return None  # its first day, which the relative times know
    whole = told(re.sub(r"^the ", "this ", match[2], flags=re.IGNORECASE), anchor) if match else None
    return edtf.third(whole, _PARTS[match[1].lower()]) if match and whole else None


def _feast(words: str, anchor: Anchor) -> When | None:
    return of_feast(words, anchor.day, anchor.ahead)


def _relative(words: str, anchor: Anchor) -> When | None:
    return spans_of_time.counted_from(anchor.day, words) if anchor.day else None


_RULES: tuple[Rule, ...] = (
    of_days_of_month, _open_or_bounded, of_years, of_decade, of_season, _part_of, _feast, of_calendar, of_weekday, _relative,
)  # fmt: skip
