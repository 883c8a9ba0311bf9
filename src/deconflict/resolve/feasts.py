"""Months of the Islamic calendar and feasts named in text: "Ramadan 1438", "the month of Muharram", "Eid al-Fitr", "Christmas".

Counted by the calendar of Umm al-Qura (package `hijridate`, 1924 to 2077). Elsewhere a month begins when its moon is sighted, a
day earlier or later, so every such time is marked as approximate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from deconflict.record import When
from deconflict.resolve import edtf

_RABI, _JUMADA = r"rab[iī]['’]?", r"jum[aā]da"
_FIRST = r"\s+(?:al-?\s?(?:awwal|ula|oula|[uū]l[aā])|i|1)\b"
_SECOND = r"\s+(?:al-?\s?(?:thani|akhir|akhira|akhirah|thaniya)|ii|2)\b"
_MONTHS = (
    "muharram", "safar", _RABI + _FIRST, _RABI + _SECOND, _JUMADA + _FIRST, _JUMADA + _SECOND, "rajab", r"sha['’]?b[aā]n",
    "rama[dz][aā]n", "shawwal",
    r"(?:dhu|zul|thul)[\s-]?(?:al-)?(?:qi?['’]?dah?|qaada)", r"(?:dhu|zul|thul)[\s-]?(?:al-)?hij?jah?",
)  # fmt: skip
_MONTH = "|".join(f"(?P<m{number}>{name})" for number, name in enumerate(_MONTHS, start=1))
_HIJRI = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_MONTH})(?![\w-])"
    r"(?:[\s,]+(?P<year>1[34]\d\d)(?!\d)(?:\s*A\.?H)?)?",
    re.IGNORECASE,
)
_SAID_TO_BE_A_MONTH = re.compile(
    r"\b(?:month|start|beginning|end|eve|during|in|first|last|day|days|week) (?:of )?(?:the )?(?:muslim |islamic |holy )*"
    r"(?:fasting )?(?:month )?(?:of )?$",
    re.IGNORECASE,
)
_FEAST = re.compile(
    r"\b(?:(?P<adha>(?:eid|id|feast)[\s-]+(?:ul|al|el)[\s-]?adha|feast of (?:the )?sacrifice)"
    r"|(?P<fitr>(?:eid|id)[\s-]+(?:ul|al|el)[\s-]?fitr|(?:feast|holiday) (?:marking|of) the end of ramadan)"
    r"|(?P<ashura>ashura)|(?P<eve>christmas eve)|(?P<christmas>christmas)|(?P<newyear>new year(?:'?s)?(?: day)))\b",
    re.IGNORECASE,
)
_MOVING = {"adha": (12, 10, 4), "fitr": (10, 1, 3), "ashura": (1, 10, 1)}
"""Feast -> month and first day of the Islamic calendar, and how many days it lasts."""
_FIXED = {"eve": (12, 24), "christmas": (12, 25), "newyear": (1, 1)}
_DAY = timedelta(days=1)
BEFORE_A_FEAST = timedelta(days=31)
"""How long before it a feast is news of its own, and not the last one is meant."""
_FIRST_YEAR, _LAST_YEAR = 1343, 1500
"""The years that the package has."""


class Stretch(NamedTuple):
    """Days `first..last`, both inclusive."""

    first: date
    last: date


def of_feast(words: str, today: date | None, ahead: bool) -> When | None:
    """The days of the month or feast that the words name: of its year, else the last up to `today`, or the next if `ahead`."""
    if match := _FEAST.search(words):
        name = str(match.lastgroup)
        stretches = _fixed(name, today) if name in _FIXED else _islamic(*_MOVING[name], today)
        return _told(_nearest(stretches, today, ahead, True), today, _edge(words[: match.start()]), 0 if name in _FIXED else 1)
    match = _HIJRI.search(words)
    if not match or not _is_a_month(match, words):
        return None
    number = next(number for number in range(1, 13) if match[f"m{number}"])
    day, year = (int(match[name]) if match[name] else None for name in ("day", "year"))
    if year:
        return _told(_days_of(year, number, day), None, "", 1)
    return _told(_nearest(_islamic(number, day, 1, today), today, ahead, False), today, "", 1)


def _is_a_month(match: re.Match[str], words: str) -> bool:
    """Whether a month is meant and no person's name: with a year, called a month, or the whole of the words."""
    if match["year"] or _SAID_TO_BE_A_MONTH.search(words[: match.start()] if not match["day"] else "in "):
        return True
    return match.span() == (0, len(words))


def _edge(before: str) -> str:
    """Of the days of a feast: "first" for its first day, "eve" for the day before; "" for all."""
    found = re.search(r"\b(first day|eve) of (?:the )?(?:\w+ ){0,3}$", before, re.IGNORECASE)
    return "" if not found else "eve" if found[1].lower() == "eve" else "first"


def _told(found: Stretch | None, anchor: date | None, edge: str, margin: int) -> When | None:
    """The stretch, or its `edge`, give or take `margin` days."""
    if found is None:
        return None
    first, last = found
    if edge:
        first = last = first - _DAY if edge == "eve" else first
    told = edtf.both_roughly(edtf.of_days(first, last, anchor))
    precision = max(told.precision, 1 + margin)
    return msgspec.structs.replace(
        told, earliest=str(first - margin * _DAY), latest=str(last + margin * _DAY), precision=precision
    )


def _nearest(stretches: Iterable[Stretch], today: date | None, ahead: bool, feast: bool) -> Stretch | None:
    """The next that has not ended, if ahead; else the last that has begun, or a feast that is soon and nearer."""
    if today is None:
        return None
    if ahead:
        return min((each for each in stretches if each.last >= today), default=None)
    known = list(stretches)
    last = max((each for each in known if each.first <= today + _DAY), default=None)
    soon = [each for each in known if feast and _DAY < each.first - today <= BEFORE_A_FEAST]
    return min([*soon, *([last] if last else [])], key=lambda each: abs((each.first - today).days), default=None)


def _fixed(name: str, today: date | None) -> Iterator[Stretch]:
    month, day = _FIXED[name]
    for year in (today.year - 1, today.year, today.year + 1) if today else ():
        yield Stretch(date(year, month, day), date(year, month, day))


def _islamic(month: int, day: int | None, days: int, today: date | None) -> Iterator[Stretch]:
    """Such days of the years around today, `days` of them from `day` on; the whole month if that is None."""
    about = int((today.year - 622) * 33 / 32) if today else 0
    for year in range(about - 1, about + 3):
        if begun := _days_of(year, month, day):
            yield begun if day is None else Stretch(begun.first, begun.first + (days - 1) * _DAY)


def _days_of(year: int, month: int, day: int | None) -> Stretch | None:
    """A month of an Islamic year, or one day of it; None for years that the package does not have."""
    from hijridate import Hijri  # takes a tenth of a second to load, and few reports need it

    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    month_length = Hijri(year, month, 1).month_length()
    if day is not None and not 1 <= day <= month_length:
        return None
    begun = date(*Hijri(year, month, day or 1).to_gregorian().datetuple())
    return Stretch(begun, begun if day else begun + (month_length - 1) * _DAY)
