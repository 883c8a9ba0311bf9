"""What belongs to a trigger, as words of the report: who, whom, with what, where, when, who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from deconflict.read.neural.chunks import Reading
from deconflict.read.neural.decode import Spans
from deconflict.read.neural.ties import Tied
from deconflict.record import Claim, Report, Span
from deconflict.record.claim import RoleName

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October)\b"
_NAME = re.compile(rf"(?: (?!{_DAY}|November\b|December\b)[A-Z][\w-]*\b(?!['’]))+")
_OPEN = frozenset({"of", "from", "in", "near", "the", "al"})
ROLES: tuple[RoleName, ...] = ("actor", "recipient", "instrument", "place", "time")
FILLED: tuple[RoleName, ...] = ("actor", "place", "time")
"""Roles that another reader fills where this one leaves them empty. On split dev places of tolls go from 0.779 to 0.816, actors
from 0.719 to 0.756, roles of all claims from 0.687 to 0.689; recipients would lose 0.008."""
NEAR = ("actor", "recipient", "instrument", "time", "speaker")
"""Not looked for elsewhere if the sentence itself names one, and never twice elsewhere: speakers of two sentences are seldom a
chain. Right as a whole on split dev: actors 0.568 to 0.579, times 0.725 to 0.749, chains of speakers 0.762 to 0.772. A place
elsewhere may hold the one that is named here: for places it would be 0.467 to 0.463."""
CARRIED_ON = {"time": re.compile(""), "place": re.compile(r"\b(?:of|from)\b")}
"""Roles that another reader may see go on further, and what in its words says that they do. To the letter, on split dev: times
0.650 to 0.663; places would fall from 0.533 to 0.526 if "Aleppo city" always outdid "Aleppo"."""


def parts(report: Report, reading: Reading, tied: Tied, named: Mapping[str, Spans]) -> dict[str, list[Span]]:
    """By role, and for "speaker" and "cue", the words. `named`: what the first look saw, by kind."""
    linked = {name: whole(tied.look.spans(name), named[name]) for name in (*ROLES, "speaker", "cue")}
    linked["place"] = _joined(linked["place"], reading, report)
    for name in NEAR:
        linked[name] = _of_one_sentence(linked[name], reading, tied.trigger.first)
    found = {name: [reading.span(report, *span) for span in spans] for name, spans in linked.items()}
    found["speaker"] = [_named_in_full(report, span, found["cue"]) for span in found["speaker"]]
    for name in FILLED:
        found[name] = list(_with(tied.second, name, found[name]))
    found["time"] = _one_time(report, found["time"])
    if found["cue"] and not found["speaker"]:
        found["speaker"] = _heard(tied.second)
    return found


def whole(linked: Spans, named: Spans) -> Spans:
    """Each span as a whole name, where the first look saw the name it is a piece of; a name once.

    Spans that are the annotated ones to the letter, on split dev: places 0.513 to 0.533, actors 0.574 to 0.587, speakers 0.660 to
    0.679.
    """
    whole = (next((name for name in named if name[0] <= first and after <= name[1]), (first, after)) for first, after in linked)
    return list(dict.fromkeys(whole))


def _joined(places: Spans, reading: Reading, report: Report) -> Spans:
    """One place where a second begins right where the first breaks off: "south of the border city of" and "Rivertown"."""
    joined: Spans = []
    for first, after in sorted(places):
        last = joined[-1] if joined else (0, 0)
        if joined and last[1] == first and reading.span(report, first - 1, first).text.lower() in _OPEN:
            joined[-1] = (last[0], after)
        else:
            joined.append((first, after))
    return joined


def _one_time(report: Report, times: list[Span]) -> list[Span]:
    """Times that touch or lie in each other as one: "for" and "several days", "Monday" in "dawn on Monday".

    On split dev times go from 0.741 to 0.760, both halves by 0.016 or more.
    """
    one: list[Span] = []
    for time in sorted(times):
        last = one[-1] if one else None
        if last and last.part == time.part and not report.body(time.part)[last.end : time.start].strip():
            one[-1] = report.span(last.start, max(last.end, time.end), last.part)
        else:
            one.append(time)
    return one


def _of_one_sentence(linked: Spans, reading: Reading, trigger: int) -> Spans:
    """What stands in the trigger's sentence; if nothing does, the nearest."""
    own = reading.words[trigger].sentence
    here = [span for span in linked if reading.words[span[0]].sentence == own]
    return here or sorted(linked, key=lambda span: abs(span[0] - trigger))[:1]


def _named_in_full(report: Report, speaker: Span, cues: list[Span]) -> Span:
    """The speaker to the end of the capitals before words of saying: "Sarvena Conflict Monitor said" for "Sarvena Conflict".

    Elsewhere capitals run on into the next name, where commas are lost: "according to the Monitor Northern forces".
    """
    rest = _NAME.match(report.body(speaker.part), speaker.end) if speaker.text[:1].isupper() else None
    if rest is None or not any(cue.start == rest.end() + 1 for cue in cues):
        return speaker
    return report.span(speaker.start, rest.end(), speaker.part)


def _heard(other: Claim | None) -> list[Span]:
    """Who spoke, for another reader.

    Asked where there are words of saying and nobody who says them: on split dev speakers of tolls go from 0.858 to 0.868, of all
    events from 0.837 to 0.843. Asked where there are no words of saying either, it makes up more speakers than it finds.
    """
    return [link.speaker for link in other.attribution if link.speaker] if other else []


def _with(other: Claim | None, name: RoleName, spans: list[Span]) -> Iterator[Span]:
    """The spans, each as far as another reader sees it go on ("five miles east of ..."); the other's, if there are none."""
    others = [role.span for role in other.role(name)] if other else []
    says_so = CARRIED_ON.get(name)
    longer = [one for one in others if says_so and says_so.search(one.text)]
    for span in spans:
        yield next((one for one in longer if one.start == span.start and one.end > span.end), span)
    if not spans:
        yield from others
