"""Numbers in a line that may count people or things, with the noun they count."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from deconflict.read.rules.ages import is_age
from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_grammar import FUNCTION, SUBORDINATORS, VERBS
from deconflict.read.rules.lexicon_outcomes import RESULTS
from deconflict.read.rules.lexicon_people import NOT_COUNTED, PEOPLE, SINGLE, SORTIES, THINGS
from deconflict.read.rules.lexicon_times import MONTHS
from deconflict.read.rules.shares import is_share, is_whole, tells_symptoms
from deconflict.read.rules.words import Line
from deconflict.record import NUMBER

_REACH = 6  # words from a number to its noun: the tuning half is the same from 3 to 8
_PASSED = frozenset(
    {"of", "the", "its", "their", "those", "these", "more", "other", "additional", "further", "his", "our", "such"}
)
_MEMBERS = bag("""
    members member leaders leader heads head commanders commander officials fighters soldiers militants
""")
_NAMES_A_NUMBER = bag("""
    resolution article no number chapter page aged age paragraph section channel room unit brigade
""")
_MONTHS = frozenset(MONTHS.split("|"))
_YEAR = re.compile(r"(?:19|20)\d\d")
POSSESSIVES = frozenset({"his", "her", "their", "its"})
_BREAKS = SUBORDINATORS | {"most", "mostly", "some"}
_ARTICLES = frozenset({"a", "an", "another"}) | POSSESSIVES


@dataclass(frozen=True, slots=True)
class Number:
    """Words `first:after` are the number; `of` is the noun counted (word range); `head` is the first word after both.

    `known`: the noun is in a table of people or things. `single`: "a civilian", where article and noun are the number.
    `shared`: only some of them are told of ("most of the 50").
    """

    first: int
    after: int
    head: int
    of: tuple[int, int] | None = None
    noun: str = ""
    known: bool = False
    single: bool = False
    shared: bool = False


def numbers(line: Line) -> list[Number]:
    """The candidates of the line in order; measures, dates and names with numbers left out."""
    begins = {start: index for index, start in enumerate(line.starts)}
    stops = {end: index + 1 for index, end in enumerate(line.ends)}
    found: dict[int, Number] = {}
    for match in NUMBER.finditer(line.report.body(line.part), line.sentence.start, line.sentence.end):
        first, after = begins.get(match.start()), stops.get(match.end())
        if first is not None and after is not None:
            number = _with_noun(line, _start(line, first, after), after)
            if number and not _names_something(line, number) and not _counts_nobody(line, number):
                found[number.first] = replace(number, shared=is_whole(line, number.first))
    for number in _singles(line):
        if not any(number.first <= other < number.after for other in found):
            found[number.first] = number
    ordered = sorted(found.values(), key=lambda number: number.first)
    return [n for i, n in enumerate(ordered) if i == 0 or n.first >= ordered[i - 1].after]


def _start(line: Line, first: int, after: int) -> int:
    """Where the number begins: "from 30 to 42", "by 12 to 42" state 42, where it stands now."""
    if line.at(first - 1) in ("from", "by") and "to" in line.low[first:after]:
        return line.low.index("to", first) + 1
    return first


def _with_noun(line: Line, first: int, after: int) -> Number | None:
    """The number with its noun; None if it measures something else."""
    start = after
    while line.at(start) in _PASSED and start < after + 2 and line.phrase(start, 2) not in ("of them", "of whom", "of those"):
        start += 1
    index, head = start, None
    while index < min(start + _REACH, len(line)):
        word = line.low[index]
        if (word in NOT_COUNTED and head is None) or (word == "head" and line.at(index + 2) in NOT_COUNTED):
            return None
        if head is not None and word in PEOPLE and line.low[head] in PEOPLE and line.low[head].endswith("s"):
            break  # "killing 10 civilians activist groups said", commas lost
        if word in PEOPLE or word in THINGS or word in SORTIES:
            head = index
        elif head is not None or word in FUNCTION or word in _BREAKS or word in VERBS or word in RESULTS:
            break
        index += 1
    if head is not None:
        return Number(first, after, head + 1, _noun_words(line, start, head), line.low[head], True)
    if start < index <= start + 3 and line.low[index - 1].endswith("s") and line.low[index - 1].isalpha():
        return Number(first, after, index, (start, index), line.low[index - 1])
    return Number(first, after, after if line.at(after) not in ("more", "others", "other") else after + 1)


def _noun_words(line: Line, start: int, head: int) -> tuple[int, int] | None:
    """The words of the noun; "members of the guard" whole; "others" and "more" left out."""
    after = head + 1
    if line.low[head] in ("others", "other", "dead"):
        return None
    if line.low[head] in _MEMBERS and line.at(after) in ("of", "from"):
        end = after + 1 + (line.at(after + 1) in ("the", "a", "its"))
        while line.capital(end) or (end > after + 2 and line.at(end) in ("group", "forces", "army", "militia", "movement")):
            end += 1
        if line.capital(end - 1) or line.at(end - 1) in ("group", "forces", "army", "militia", "movement"):
            after = end
    return start, after


def _names_something(line: Line, number: Number) -> bool:
    """Whether the number is a date, a year, or part of a name ("Resolution 2139")."""
    before, word, behind = line.at(number.first - 1), line.at(number.first), line.at(number.after)
    if before in _NAMES_A_NUMBER or before in _MONTHS or (behind in _MONTHS and behind != "may"):
        return True
    if behind == "may" and line.capital(number.after):
        return True
    return number.after == number.first + 1 and bool(_YEAR.fullmatch(word)) and not number.known


def _counts_nobody(line: Line, number: Number) -> bool:
    """Whether the number is an age, a rank, a share, or "nobody" who does something else ("nobody knows how many died")."""
    if line.low[number.after - 1] in ("nobody", "one") and line.low[number.first] in ("nobody", "no"):
        behind = line.at(number.after)
        return behind not in FUNCTION and behind not in RESULTS and behind != "else"
    return (
        (number.of is None and is_age(line, number.first, number.after))
        or is_share(line, number.first, number.after)
        or tells_symptoms(line, number.first, number.after)
    )


def _singles(line: Line) -> list[Number]:
    """ "a civilian", "another soldier": an article and a noun for one person."""
    found = []
    for index, word in enumerate(line.low):
        if word not in _ARTICLES:
            continue
        for head in range(index + 1, min(index + 5, len(line))):
            noun = line.low[head]
            if noun in SINGLE and line.at(head + 1) not in SINGLE and line.at(head + 1) not in PEOPLE:
                found.append(Number(index, head + 1, head + 1, (index + 1, head + 1), noun, True, True))
                break
            if noun in FUNCTION or noun in VERBS or (noun in RESULTS and noun not in SINGLE):
                break
    return found
