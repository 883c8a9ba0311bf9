"""Dates, places, numbers and types in words, for a reader who does not know the codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from deconflict.publish.marks import MarkedPart
from deconflict.record import When, Where

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

WHERE_PRECISION = {
    1: "the place itself",
    2: "near this place",
    3: "known only to the district",
    4: "known only to the province",
    5: "along a line or in an area between places",
    6: "known only to the country",
    7: "across borders",
}
WHEN_PRECISION = {1: "", 2: "within two to six days", 3: "within a week", 4: "within a month", 5: "over a month or more"}

TYPES = {
    "AGREE": "Agreement", "CONSULT": "Talks", "SUPPORT": "Support", "CONCEDE": "Concession", "COOPERATE": "Cooperation",
    "AID": "Aid", "RETREAT": "Withdrawal or release", "REQUEST": "Demand", "ACCUSE": "Accusation or inquiry",
    "REJECT": "Rejection or denial", "THREATEN": "Threat", "PROTEST": "Protest", "SANCTION": "Sanction",
    "MOBILIZE": "Movement of forces", "COERCE": "Coercion", "ASSAULT": "Armed violence",
}  # fmt: skip
PARTS: dict[MarkedPart, str] = {
    "count": "number", "trigger": "event", "actor": "by", "recipient": "against", "speaker": "speaker", "cue": "says so",
    "place": "place", "time": "time", "instrument": "with", "counted": "counted",
}  # fmt: skip
"""What words were read as, in the order of the legend."""

NO_PACK = "named by reports, in no pack"
"""What is known of the side of an actor whose name only reports give."""

STATUSES = {
    "agreed": "the voices agree",
    "ranged": "the voices give a range",
    "disputed": "the voices contradict each other",
    "denied": "denied",
    "single": "one voice only",
}
FLAGS = {
    "garbled_names": "names change within the report",
    "acronym_drift": "acronyms change within the report",
    "repost": "a repost of another outlet",
    "spun": "another outlet's report, reworded",
    "undated": "carries no date",
    "truncated": "cut off",
    "not_english": "not in English",
    "stitched": "put together from several reports",
    "impossible_date": "names a day that does not exist",
}
KNOWN_FROM = {
    "metadata": "from the metadata",
    "dateline": "from the dateline",
    "url": "from the address",
    "inferred": "inferred",
    "given": "as given by the user",
}
BLOCKS = {
    "headline": "headline", "dateline": "dateline", "caption": "caption", "byline": "byline", "teaser": "teaser of another story",
    "tags": "tags", "prompt": "page furniture", "other": "not part of the story",
}  # fmt: skip
"""Kinds of block that are greyed: none of them is read for claims."""


def counted(n: int, thing: str, things: str = "") -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{n:,} {thing if n == 1 else things or thing + 's'}"


def plain(code: str) -> str:
    """A code as words: `garbled_names` is "garbled names"."""
    return code.replace("_", " ").replace(":", ", ")


def bounds(low: int | None, high: int | None, approximate: bool = False) -> str:
    """What `low..high` means: "at least 32", "30 to 40"; None: no bound on that side."""
    about = "about " if approximate else ""
    if low is None and high is None:
        return "number not given"
    if low == high:
        return f"{about}{low:,}"
    if high is None:
        return f"at least {about}{low:,}"
    return f"at most {about}{high:,}" if low is None else f"{about}{low:,} to {high:,}"


def date(edtf: str) -> str:
    """An EDTF level 1 expression: "18 May 2017", "May 2017", "7 February, year not known"; one it does not know, unchanged."""
    if "/" in edtf:
        first, last = (_point(end) for end in edtf.split("/", 1))
        return f"{first} to {last}" if first and last else f"from {first}" if first else f"until {last}"
    return _point(edtf)


def _point(edtf: str) -> str:
    if edtf in {"", ".."}:
        return ""
    found = re.fullmatch(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.+\-Z]*)?([~?%]?)", edtf)
    if not found:
        return edtf
    year, month, day, doubt = found.groups()
    words = " ".join(part for part in (_day(day), _month(month), _year(year)) if part)
    words = words.replace(" year not known", ", year not known")
    return f"about {words}" if doubt in {"~", "%"} else f"{words} (uncertain)" if doubt else words


def _day(day: str | None) -> str:
    return str(int(day)) if day and day.isdigit() else ""


def _month(month: str | None) -> str:
    if not month or not month.isdigit():
        return ""
    return _SEASONS.get(month) or (_MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else "")


def _year(year: str) -> str:
    if year == "XXXX":
        return "year not known"
    return f"{year.replace('X', '0')}s" if "X" in year else str(int(year))


def when(time: When | None) -> str:
    """The day or days of an event, or that they are not known."""
    return date(time.edtf) if time else "Date not known"


def moment(iso: str) -> str:
    """An ISO date-time as "20 November 2026, 17:06 UTC"; a date alone as a date; anything else unchanged."""
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    clock = f", {at:%H:%M} {at.tzname() or ''}".rstrip() if "T" in iso or " " in iso else ""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}{clock}"


def where(place: Where | None, countries: Mapping[str, str]) -> str:
    """The place with what contains it; a relative place keeps the report's words. `countries`: names by code."""
    if place is None:
        return "Place not known"
    relation = place.relation.words if place.relation else ""
    country = countries.get(place.country or "", place.country)
    parts = dict.fromkeys(part for part in (relation, place.name, place.admin1, country) if part)
    return ", ".join(parts)


def how_near(place: Where | None) -> str:
    """How exactly the place is known."""
    if place is None:
        return ""
    words = WHERE_PRECISION.get(place.precision, "")
    if place.lat is None:
        return f"{words}, no coordinates known".lstrip(", ")
    return f"{words}, within {place.radius_km:,.0f} km" if place.radius_km and 1 < place.precision < 6 else words
