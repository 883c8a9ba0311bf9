"""The chain of speakers of each claim, outermost first."""

from __future__ import annotations

from deconflict.read.rules.context import Context
from deconflict.read.rules.drafts import Draft
from deconflict.read.rules.lexicon_grammar import QUOTES
from deconflict.read.rules.parties import Chunk
from deconflict.read.rules.speakers import Voice, opens_clause
from deconflict.read.rules.words import Line
from deconflict.record import Attribution, Manner, Span

_PRONOUNS = frozenset({"he", "she", "it", "they", "we"})


def attribution(draft: Draft, context: Context) -> tuple[Attribution, ...]:
    """Who says this claim: the nearest speaker whose words it stands in, and whom they cite."""
    spoken = [voice for voice in draft.voices if not _is_trigger(voice, draft)]
    voice = _voice_of(draft, spoken)
    if voice is None:
        return ()
    chain = [_link(draft.line, voice, draft, context)]
    chain += [_link(draft.line, inner, draft, context) for inner in spoken if inner.inner and inner is not voice]
    return tuple(link for link in chain if link.speaker or link.cue)


def _is_trigger(voice: Voice, draft: Draft) -> bool:
    return voice.cue.first <= draft.trigger.at.first < voice.cue.after


def _voice_of(draft: Draft, spoken: list[Voice]) -> Voice | None:
    """A leading speaker before the trigger, nearest first; else one who follows it; else any."""
    outer = [voice for voice in spoken if not voice.inner] or spoken
    at = draft.trigger.at.first
    before = [voice for voice in outer if voice.leading and voice.cue.first < at]
    behind = [voice for voice in outer if voice.cue.first > at and _may_follow(draft, voice)]
    if behind and before and "according" in draft.line.low[behind[0].cue.first : behind[0].cue.after]:
        return behind[0]
    return before[-1] if before else behind[0] if behind else None


def _may_follow(draft: Draft, voice: Voice) -> bool:
    """Whether the speaker behind the trigger says what stands before him: "12 died, a medic said"; not in "...; a medic said"."""
    if voice.blames or (voice.leading and voice.speaker and opens_clause(draft.line, voice.speaker.first)):
        return False
    return voice.cue.first > draft.until or not voice.leading


def _link(line: Line, voice: Voice, draft: Draft, context: Context) -> Attribution:
    speaker = line.span(*voice.speaker) if voice.speaker else _spoke_last(line, voice, draft, context)
    if voice.speaker and context.speaker and _is_the_statement(line, voice.speaker) and context.number - context.spoken_at <= 1:
        speaker = context.speaker
    return Attribution(speaker, line.span(*voice.cue), manner=_manner(line, draft))


def _is_the_statement(line: Line, speaker: Chunk) -> bool:
    """ "The statement said": who gave it is named in the sentence before, or stays unknown."""
    return speaker.after == speaker.first + 1 and line.phrase(speaker.first - 1, 2) == "the statement"


def _spoke_last(line: Line, voice: Voice, draft: Draft, context: Context) -> Span | None:
    """Whom "he" or "adding" goes on with: the speaker before in the sentence, else in the report."""
    earlier = [other for other in draft.voices if other.speaker and not other.inner and other.cue.first < voice.cue.first]
    if earlier and earlier[-1].speaker:
        return line.span(*earlier[-1].speaker)
    before = set(line.low[max(0, voice.cue.first - 3) : voice.cue.first])
    if before.isdisjoint(_PRONOUNS):
        return None
    one = not before.isdisjoint(("he", "she"))
    return None if one and context.speaker and _are_many(context.speaker) else context.speaker


def _are_many(speaker: Span) -> bool:
    """ "activists", "local residents": "he" is none of them."""
    last = speaker.text.split()[-1]
    return last.islower() and last.endswith("s")


def _manner(line: Line, draft: Draft) -> Manner:
    """Direct if the trigger stands inside quotation marks."""
    opened = sum(1 for word in line.low[: draft.trigger.at.first] if word in QUOTES)
    return "direct" if opened % 2 else "indirect"


def last_speaker(line: Line, voices: list[Voice], context: Context) -> None:
    """Remember who spoke last by name, for "he added" in what follows."""
    named = [voice for voice in voices if voice.speaker and line.low[voice.speaker.first] != "statement"]
    if named and named[-1].speaker:
        context.spoken_at = context.number
        context.speaker = line.span(*named[-1].speaker)
