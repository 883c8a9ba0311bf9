"""When each event of one sentence was, as far as the sentence says so, and whether it came before the news."""

from __future__ import annotations

from deconflict.read.rules.background import explains, is_apart, is_background, past_words
from deconflict.read.rules.drafts import Draft
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.times import has_year, is_of_another, time_of, times
from deconflict.read.rules.words import Line

_OF_A_WAR = 5_000  # dead or displaced: on the tuning half tallies are up to 1,400 or from 160,000
_SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT"})


def date(line: Line, drafts: list[Draft]) -> None:
    """Give the drafts of one line the times it tells of them, and mark those of what came before."""
    events = [draft.trigger.at for draft in drafts]
    moments = times(line, _saying(line, drafts))
    past = past_words(line)
    stock = explains(line)
    of_a_war = any((count.low or 0) >= _OF_A_WAR for draft in drafts for count in draft.counts)
    for draft in drafts:
        at = draft.trigger.at
        told = time_of(line, at, moments, events, draft.trigger.type in _SPEECH)
        if of_a_war:
            told = [
                moment for moment in told if moment.period or moment.is_day or has_year(moment.span.text)
            ]  # no sum is of the month it is told in
        draft.times = [moment.span for moment in told]
        draft.on_a_day = any(moment.is_day for moment in told)
        draft.in_passing = any(moment.period and moment.at.first <= at.first < moment.at.after for moment in moments)
        draft.apart = is_apart(line, at)
        old = any(not is_of_another(line, at, chunk, events) for chunk in past) or (stock and not draft.counts)
        draft.background = of_a_war or is_background(line, at, told, old)


def _saying(line: Line, drafts: list[Draft]) -> list[tuple[Chunk, Chunk | None]]:
    """Every word of saying with its speaker; "claimed" and acts of speech are such words too."""
    found: list[tuple[Chunk, Chunk | None]] = [(voice.cue, voice.speaker) for voice in drafts[0].voices]
    found += [(draft.trigger.at, None) for draft in drafts if draft.trigger.type in _SPEECH]
    return found + [(Chunk(i, i + 1), None) for i, word in enumerate(line.low) if word == "claimed"]
