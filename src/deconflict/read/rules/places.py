"""Words that say where, without a gazetteer: capitalised phrases behind prepositions and beside words for places."""

from __future__ import annotations

import re

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_places import (
    BEFORE,
    BODIES,
    COUNTRIES,
    DIRECTIONS,
    GENITIVES,
    GIVEN_NAMES,
    GROUPS,
    HOLDING,
    NOT_PLACE_HEADS,
    NOT_PLACES,
    PLACE_NOUNS,
)
from deconflict.read.rules.lexicon_speech import PERSON_TITLES, SPEAKERS
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.words import Line
from deconflict.record import Span

_DISTANCE = (
    r"(?:(?:about|some|around|nearly|roughly)\s+)?(?:\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)\s*(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?)"
    r"(?:\s*\(\d+[^)]{0,20}\))?"
)
_BEARING = r"(?:(?:to\s+the\s+)?(?:north|south|east|west)(?:-?(?:east|west))?|outside|from|away\s+from|inside)(?:\s+(?:of|from))?"
_ANCHOR = (
    r"(?:the\s+)?(?:agreed-on\s+)?(?:capital\s+|city\s+of\s+|town\s+of\s+)?"
    r"(?:[\"“]?[a-z][\w-]*[\"”]?\s+(?:line|border|city|capital|town)|[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3}(?:\s+(?:city|border|line))?|border|capital)"
)
_RELATIVE = re.compile(rf"{_DISTANCE}\s+{_BEARING}\s+{_ANCHOR}")
_SIDE = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?"
_UNNAMED = re.compile(
    rf"(?:(?:several|many|some|two|three|four|five)\s+)?(?:(?:rebel|government|opposition)-held\s+)?"
    rf"(?:towns?|villages?|areas?|suburbs?|districts?|neighbou?rhoods?|positions)\s+(?:{_SIDE}|outside|near|around)(?:\s+of)?\s+the\s+"
    r"(?:[A-Z][a-z]+\s+)?(?:capital|border)\b(?!\s+(?:city\s+)?(?:of\s+)?[A-Z])"
    r"|(?:(?<=near the )|(?<=outside the )|(?<=around the ))(?:[A-Z][a-z]+\s+)?capital\b(?!\s+(?:city\s+)?(?:of\s+)?[A-Z])"
)
"""Places told from a capital or border that has no name here: "several towns east of the capital", "near the capital"."""
_BREATH = 40  # code points between two places of one phrase: places on the tuning half 0.724 at 24, 0.728 at 40, 0.737 at 80
_OF = frozenset({"of", "called", "named"})
_APPOSED = bag("city town village capital suburb province district")
_TAKEN = bag(
    "struck hit shelled bombed pounded seized captured recaptured retook liberated stormed besieged entered recapture capture"
)
_PEOPLES = bag("syrian arab russian turkish kurdish iraqi iranian lebanese israeli american saudi islamic national democratic")
_OFFICES = bag("minister president secretary spokesman general ambassador chief envoy prince king")
_BODIES_INSIDE = bag("agency observatory ministry organisation organization news television network")
_OF_TITLES = frozenset({"to", "on", "for"})
_NO_HEADS = NOT_PLACE_HEADS | BODIES
_SAYING = frozenset({"said", "told", "says", "reported", "added"})
_TAILS = bag("monitor monitors activists sources report reports source")
_SKIPPED = bag("the a an and around 's popular small besieged main nearby strategic same")
_GENERIC = frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"})


def places(line: Line) -> list[Span]:
    """The place words of the line in order of reading; relative ones whole."""
    found: list[tuple[int, Span]] = []
    index = 0
    while index < len(line):
        if _opens(line, index):
            start = _skip(line, index)
            after = _name_end(line, start)
            if after > start:
                found += [(start, span) for span in _spans(line, start, after)]
                index = after
                continue
        index += 1
    return _unique([*_relative(line), *_unnamed(line), *(span for _, span in found)])


def _opens(line: Line, index: int) -> bool:
    """Whether a place name may begin here: behind a preposition of place, "the city of", a genitive, or before "province"."""
    before = line.at(index - 1)
    if (line.capitals[index] and (before in GROUPS or line.low[index] in GROUPS)) or _in_a_title(line, index, before):
        return False
    if not (line.capitals[index] or line.low[index] in DIRECTIONS or line.low[index] in PLACE_NOUNS or line.low[index] == "the"):
        return before in BEFORE and _held(line.low[index])
    if before in BEFORE:
        if before in DIRECTIONS and line.capital(index - 1):
            return False
        return before != "of" or line.at(index - 2) in PLACE_NOUNS or line.at(index - 2) in DIRECTIONS
    if line.low[index] in GENITIVES or (before == "'s" and line.at(index - 2) in COUNTRIES):
        return True
    if before in _APPOSED or before in _TAKEN:
        return line.capitals[index]
    return line.capitals[index] and before != "the" and _place_follows(line, index)


def _in_a_title(line: Line, index: int, before: str) -> bool:
    """ "Committee to Protect ...", "Convention on ...": the preposition is part of the name of a body or a document."""
    return before in _OF_TITLES and line.capital(index - 2) and line.low[index - 2] in NOT_PLACE_HEADS


def _place_follows(line: Line, index: int) -> bool:
    """ "Idlib province": a word for a place right behind the name."""
    after = index
    while line.capital(after) and after < index + 4:
        after += 1
    return line.at(after) in PLACE_NOUNS or line.at(after) == "countryside"


def _held(word: str) -> bool:
    """ "rebel-held", "government-controlled"."""
    return "-" in word and word.rsplit("-", 1)[1] in HOLDING


def _skip(line: Line, index: int) -> int:
    """Past articles, "rebel-held", "northern Syrian city of" to where the name itself begins."""
    start, limit = index, min(len(line), index + 9)
    while start < limit and _before_name(line, start):
        start += 1
    return start


def _before_name(line: Line, index: int) -> bool:
    """Whether the word stands before a place's name and is no part of it."""
    word = line.low[index]
    if word in _SKIPPED or word in PLACE_NOUNS or _held(word) or _nationality(line, index):
        return True
    if word in _OF:
        return line.at(index - 1) in PLACE_NOUNS
    return (word in DIRECTIONS or word in NOT_PLACES) and not _name_behind(line, index)


def _name_behind(line: Line, index: int) -> bool:
    """Whether a direction belongs to the name: "eastern Ghouta", "northern Syria", not "northern city of X"."""
    return line.low[index] in DIRECTIONS and line.capital(index + 1) and line.at(index + 1) not in NOT_PLACES


def _nationality(line: Line, index: int) -> bool:
    """ "Syrian" in "the Syrian town of X"."""
    return (
        line.capitals[index]
        and line.low[index].endswith(("ian", "ish", "ese", "aqi", "raeli", "n-turkish"))
        and index + 1 < len(line)
    )


def _name_end(line: Line, start: int) -> int:
    """The end of the capitalised name at `start`, with "province" and the like; `start` if there is none."""
    after = start
    while after < len(line) and line.low[after] in DIRECTIONS and line.capital(after + 1):
        after += 1
    names = after
    while after < len(line) and line.capitals[after] and not _ends_name(line.low[after]):
        after += 1
    if line.at(start) in GROUPS or (line.at(start) in GIVEN_NAMES and line.at(after) not in PLACE_NOUNS):
        return start
    if line.at(after) in _PEOPLES and line.capital(after):
        return start  # "the Free Syrian Army"
    if _is_article(line, names, after) or not _BODIES_INSIDE.isdisjoint(line.low[names:after]):
        return start
    if after == names or line.low[after - 1] in _NO_HEADS or not _OFFICES.isdisjoint(line.low[names:after]):
        return start
    if line.at(after) in NOT_PLACE_HEADS and line.low[after - 1] not in GENITIVES:
        return start
    if after - names > 2 and line.at(after) in _SAYING and _is_spoken_by_one(line, start, after):
        return after - 2
    if line.at(after) in PLACE_NOUNS:
        after += 1
    elif line.at(after) in DIRECTIONS and line.at(after + 1) in ("countryside", "province", "suburbs", "outskirts", "rural"):
        after += 2
    return after


def _is_article(line: Line, first: int, after: int) -> bool:
    """ "Al" of a name whose rest is no place."""
    return after == first + 1 and line.low[first] in ("al", "el", "abu", "the")


def _is_spoken_by_one(line: Line, start: int, after: int) -> bool:
    """ "An official in Orsa Tarik Belen said": the last two words are his name."""
    if PLACE_NOUNS.isdisjoint(line.low[start:after]) and NOT_PLACE_HEADS.isdisjoint(line.low[start:after]):
        return line.at(start - 2) in SPEAKERS or line.at(start - 2) in PERSON_TITLES
    return False


def _ends_name(word: str) -> bool:
    return word in NOT_PLACES or word in _TAILS or _held(word) or word.endswith(("-linked", "-led", "-backed", "-affiliated"))


def _spans(line: Line, start: int, after: int) -> list[Span]:
    """The name, parted where a country's genitive stands before it: "Syrias Idlib province" is two places."""
    word = line.low[start]
    if word in GENITIVES:
        country = line.report.span(line.starts[start], line.ends[start] - 1, line.part)
        capital_of = (
            after == start + 2 and line.low[start + 1] in PLACE_NOUNS and line.capital(after)
        )  # "Syrias capital Damascus"
        return [country] if after == start + 1 or capital_of else [line.span(start + 1, after), country]
    last = line.low[after - 1]
    if after - start > 1 and last in GENITIVES:
        return [line.span(start, after - 1), line.report.span(line.starts[after - 1], line.ends[after - 1] - 1, line.part)]
    if after - start > 1 and last in COUNTRIES and line.low[start] not in DIRECTIONS:
        return [line.span(start, after - 1), line.span(after - 1, after)]
    return [line.span(start, after)]


def _relative(line: Line) -> list[Span]:
    """ "five miles east of the line" """
    low = set(line.low)
    if low.isdisjoint(("km", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile", "meters", "metres")):
        return []
    body = line.report.body(line.part)
    return [
        line.report.span(match.start(), match.end(), line.part)
        for match in _RELATIVE.finditer(body, line.sentence.start, line.sentence.end)
    ]


def _unnamed(line: Line) -> list[Span]:
    """ "several towns east of the capital": no name, and yet no other place named before."""
    if "capital" not in line.low and "border" not in line.low:
        return []
    body = line.report.body(line.part)
    return [
        line.report.span(match.start(), match.end(), line.part)
        for match in _UNNAMED.finditer(body, line.sentence.start, line.sentence.end)
    ]


def _unique(spans: list[Span]) -> list[Span]:
    """Each place once, those inside another left out; names before bare countries."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.text == other.text or span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept, key=is_wide)


def is_wide(span: Span) -> bool:
    """Whether the span names a country, or a direction in one, and no place in it."""
    words = [word.lower() for word in span.text.split()]
    return words[-1] in COUNTRIES or words[-1] in _GENERIC


def is_relative(span: Span) -> bool:
    """Whether the span tells a place by its distance from another."""
    return bool(_RELATIVE.fullmatch(span.text))


def near(spans: list[Span], line: Line, chunk: Chunk) -> list[Span]:
    """The place nearest to the words `chunk`, those told in one breath with it, and wide ones, which come last."""
    at = line.starts[chunk.first]
    ordered = sorted(spans, key=lambda span: (is_wide(span), abs(span.start - at)))
    kept = ordered[:1]
    for span in sorted(ordered[1:]):
        if is_wide(span) or any(
            0 <= span.start - other.end <= _BREATH or 0 <= other.start - span.end <= _BREATH for other in kept
        ):
            kept.append(span)
    return sorted(kept, key=lambda span: (is_wide(span), abs(span.start - at)))
