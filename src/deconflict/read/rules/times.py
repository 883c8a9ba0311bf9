"""Words that say when, and which of them are only the day on which somebody spoke."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_times import TIME_WORDS
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.time_patterns import BEGUN, ONE_DAY, PERIOD, POINT, STREET
from deconflict.read.rules.words import Line
from deconflict.record import Span


class Moment(NamedTuple):
    """Time words `at` of a line. `period`: a stretch of time ("since March"); `said`: the day somebody spoke, no event's."""

    at: Chunk
    span: Span
    period: bool = False
    said: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is one day or night, by weekday, by date or from today."""
        return not self.period and bool(ONE_DAY.search(self.span.text))


_SPOKEN_BETWEEN = bag("""
    on late early in a an the to at statement statements release press conference news briefing interview telephone phone
    reporters by via from state television tv twitter its his her their earlier later also that written video audio recording
    posted youtube online separate email telephoned journalists agency daily report
""")
_STATEMENTS = frozenset({"statement", "report", "interview", "briefing", "announcement", "tweet", "address"})
_MEETINGS = bag("meeting session summit conference vote election visit toll")
"""Before a day they have it for themselves ("hold a meeting on Wednesday", "an earlier toll on Sunday of 15")."""
_SAID = frozenset({"said", "says", "added"})
_MEASURES = bag("many more high higher fewer less deadlier bloodier worse bad deadly bloody")
_BREAKS = bag("when while after before as but ; where which that who since although")
_RELATIVE = frozenset({"which", "who", "where", "whose", "that"})
_TELLS_OF = frozenset({"reported", "documented", "recorded", "reports"})
_OF_ITSELF = frozenset({"it", "its", "they", "he", "she"})
""" "On Monday the observatory reported raids", "on Monday the army said it fired": the day is taken for the event's."""
_SPOKEN_REACH = 10  # words from a word of saying to the day it was said; times on the tuning half 0.825 up to 6, 0.830 to 16


def times(line: Line, saying: Iterable[tuple[Chunk, Chunk | None]]) -> list[Moment]:
    """The time words of the line in order; `saying`: each word of saying in it with its speaker."""
    if TIME_WORDS.isdisjoint(line.low) and not any(has_year(word) or "-year" in word or "-month" in word for word in line.low):
        return []
    body = line.report.body(line.part)
    found: list[Moment] = []
    for pattern, period in ((PERIOD, True), (POINT, False)):
        for match in pattern.finditer(body, line.sentence.start, line.sentence.end):
            start = match.start(BEGUN) if period and match[BEGUN] else match.start()
            named = STREET.match(body, match.end())  # "April 7th Street"
            if not named and not any(start < other.span.end and other.span.start < match.end() for other in found):
                found.append(_moment(line, start, match.end(), period))
    spoken = list(saying)
    return [moment._replace(said=_is_said(line, moment, spoken)) for moment in sorted(found, key=lambda moment: moment.at)]


def has_year(word: str) -> bool:
    """Whether the word is a year of this or the last century."""
    return len(word) == 4 and word[:2] in ("19", "20")


def _moment(line: Line, start: int, end: int, period: bool) -> Moment:
    return Moment(chunk_of(line, start, end), line.report.span(start, end, line.part), period)


def chunk_of(line: Line, start: int, end: int) -> Chunk:
    """The words that hold the code points `start:end` of the report."""
    return Chunk(bisect_right(line.starts, start) - 1, bisect_left(line.ends, end) + 1)


def _is_said(line: Line, moment: Moment, saying: list[tuple[Chunk, Chunk | None]]) -> bool:
    """Whether the time is when somebody spoke: "said in a statement on Monday", "the ministry on Monday said"."""
    if line.at(moment.at.after) in _STATEMENTS or _is_compared(line, moment):
        return True
    if moment.period or line.at(moment.at.after) == "'s" or line.low[moment.at.after - 1].endswith("days"):
        return False
    before = line.at(moment.at.first - 1 - (line.at(moment.at.first - 1) == "on"))
    if before in _SAID or before in _MEETINGS:
        return True
    inner = {index for _, speaker in saying if speaker for index in range(*speaker)}
    return any(_between(line, moment, cue, speaker) for cue, speaker in saying if cue.first not in inner)


def _is_compared(line: Line, moment: Moment) -> bool:
    """ "twice as many as on Friday", "more than on Friday": the day is another's."""
    index = moment.at.first - 1
    while line.at(index) in ("on", "in", "of", "the", "those", "during"):
        index -= 1
    if line.phrase(index - 1, 2) in ("compared with", "compared to"):
        return True
    if line.at(index - 1) in ("against", "versus", "from") and line.at(index).isdigit():
        return True
    return line.at(index) in ("than", "as") and not _MEASURES.isdisjoint(line.low[max(0, index - 4) : index])


def _between(line: Line, moment: Moment, cue: Chunk, speaker: Chunk | None) -> bool:
    """Whether nothing but the speaker, the one told and small words stand between the word of saying and the time."""
    named = range(*speaker) if speaker else range(0)
    if cue.after <= moment.at.first:
        told = line.low[cue.after - 1] in ("told", "tells")
        gap = [i for i in range(cue.after, moment.at.first) if i not in named]
        return len(gap) <= _SPOKEN_REACH and all(line.low[i] in _SPOKEN_BETWEEN or (told and line.capitals[i]) for i in gap)
    leads = moment.at.first <= 1 and not (speaker and speaker.first < moment.at.first)
    if leads and (line.low[cue.first] in _TELLS_OF or line.at(cue.after) in _OF_ITSELF):
        return False
    gap = [i for i in range(moment.at.after, cue.first) if i not in named]
    ours = not speaker or moment.at.after <= speaker.first or speaker.after <= moment.at.first
    opens = speaker is not None and (speaker.after <= moment.at.first or leads)
    return ours and opens and all(line.low[i] in ("the", "a", "an", ",", "has", "have", "also", "had") for i in gap)


def time_of(line: Line, at: Chunk, moments: list[Moment], events: list[Chunk], speaks: bool = False) -> list[Moment]:
    """The time told of the event named by words `at`: the nearest in its clause. `speaks`: the event is an act of speech."""
    told = [moment for moment in moments if speaks or not moment.said or _names(line, moment, at)]
    own = [moment for moment in told if not is_of_another(line, at, moment.at, events)]
    return sorted(own, key=lambda moment: _distance(line, at, moment.at))[:1]


def _names(line: Line, moment: Moment, at: Chunk) -> bool:
    """ "described the February 7 attack as": the day is part of the attack's name, whatever word of saying stands before."""
    return moment.at.after == at.first and line.at(moment.at.first - 1) in ("the", "a", "an", "this", "that")


def is_of_another(line: Line, at: Chunk, words: Chunk, events: list[Chunk]) -> bool:
    """Whether `words` stand in a relative clause that tells of another event ("shells hit Orsa, which was besieged in 2013")."""
    behind = at.first < words.first
    opening = _RELATIVE if behind else _RELATIVE - {"that"}
    for index in range(words.first - 1, at.first if behind else -1, -1):
        if line.low[index] in opening:
            return any(index < event.first < words.first and event != at for event in events)
    return False


def _distance(line: Line, at: Chunk, other: Chunk) -> tuple[bool, int]:
    low, high = sorted((at, other))
    between = line.low[low.after : high.first]
    return not _BREAKS.isdisjoint(between), len(between)
