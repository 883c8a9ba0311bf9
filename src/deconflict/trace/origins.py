"""The origin of each claim: a named speaker, else whom the text is credited to, else the first to print it, else the outlet."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from deconflict.packs import Packs
from deconflict.record import Claim
from deconflict.trace.direction import Standing, first_of
from deconflict.trace.speakers import Speaker, outlet
from deconflict.trace.spellings import is_spelling_of
from deconflict.trace.wordings import Wording

SPELLINGS = 8
"""Of the speakers whom the copies of one sentence name, so many are tried: with ten thousand copies, each garbling the name anew,
the earliest are the nearest to what was said."""

WORDING_SPEAKER = "the same sentence names its speaker in another report"


class Sighting(msgspec.Struct, frozen=True):
    """One claim's way to its origin: the voice, and by what it was found (`how`), with the report that stands first for it."""

    claim: str
    report: str
    speaker: Speaker
    how: str
    upstream: str | None = None


class Upstream(msgspec.Struct, frozen=True):
    """What stands first of a wording that several reports share: the report, and the outlets that any of them credits."""

    first: str
    credited: tuple[Speaker, ...]


class Tracks(msgspec.Struct, frozen=True):
    """What the way upstream is read from: where each sentence belongs, what stands first of it, who reprints whom.

    `at`: (report, part) -> starts of its sentences in order, and the wording of each, -1 for none.
    """

    upstream: Mapping[int, Upstream]
    at: Mapping[tuple[str, str], tuple[tuple[int, ...], tuple[int, ...]]]
    reprinted: Mapping[str, str]
    standing: Mapping[str, Standing]
    packs: Packs

    @classmethod
    def of(
        cls, wordings: Sequence[Wording], reprinted: Mapping[str, str], standing: Mapping[str, Standing], packs: Packs
    ) -> Tracks:
        """The tracks that the wordings leave."""
        sharers = ((number, wording.reports()) for number, wording in enumerate(wordings))
        upstream = {
            number: Upstream(first_of(reports, standing), _credits(reports, standing, packs))
            for number, reports in sharers
            if len(reports) > 1
        }
        return cls(upstream, _places(wordings), reprinted, standing, packs)

    def wording_of(self, claim: Claim) -> int | None:
        """The wording of the claim's sentence, if another report has it too."""
        starts, numbers = self.at.get((claim.report, claim.sentence.part), ((), ()))
        found = bisect_right(starts, claim.sentence.start) - 1
        return numbers[found] if found >= 0 and numbers[found] in self.upstream else None

    def credits_of(self, report: str) -> tuple[Speaker, ...]:
        """The outlets that the report credits."""
        return _credits((report,), self.standing, self.packs)


def sightings(claims: Iterable[Claim], voices: Mapping[str, Speaker], tracks: Tracks) -> list[Sighting]:
    """The way to its origin for each claim."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    by_wording: defaultdict[int, list[Claim]] = defaultdict(list)
    wording_of = {claim.id: tracks.wording_of(claim) for claim in ordered}
    for claim in ordered:
        if (number := wording_of[claim.id]) is not None:
            by_wording[number].append(claim)
    named = {number: _speakers(said, voices, tracks) for number, said in by_wording.items()}
    return [_sighting(claim, voices.get(claim.id), wording_of[claim.id], named, tracks) for claim in ordered]


def _sighting(
    claim: Claim, speaker: Speaker | None, wording: int | None, named: Mapping[int, Sequence[tuple[str, Speaker]]], tracks: Tracks
) -> Sighting:
    copies = named.get(wording, ()) if wording is not None else ()
    if speaker is not None:
        return Sighting(claim.id, claim.report, _usual_spelling(speaker, copies), "speaker")
    same_act = {other.key: other for type_, other in copies if type_ == claim.type}
    if len(same_act) == 1:
        return Sighting(claim.id, claim.report, next(iter(same_act.values())), WORDING_SPEAKER)
    return _unspoken(claim, wording, tracks)


def _usual_spelling(speaker: Speaker, copies: Sequence[tuple[str, Speaker]]) -> Speaker:
    """The speaker as the earliest copy of the sentence spells the name; one that a pack knows is known by any name."""
    if not speaker.by_words:
        return speaker
    names = (other for _, other in copies[:SPELLINGS] if other.by_words and is_spelling_of(speaker.key, other.key))
    return next(names, speaker)


def _unspoken(claim: Claim, wording: int | None, tracks: Tracks) -> Sighting:
    """Nobody is named: the text's own voice, followed upstream through credits, shared wording and reprints."""
    shared = tracks.upstream[wording] if wording is not None else None
    report = shared.first if shared else claim.report
    report = tracks.reprinted.get(report, report)
    for credited in (tracks.credits_of(claim.report), tracks.credits_of(report), shared.credited if shared else ()):
        if len(credited) == 1:
            return Sighting(claim.id, claim.report, credited[0], "credit", report)
    source = tracks.standing[report].source if report in tracks.standing else None
    voice = (outlet(source, tracks.packs) if source else None) or Speaker(f"report:{report}", "outlet not known", "outlet")
    return Sighting(claim.id, claim.report, voice, "outlet" if report == claim.report else "wording", report)


def _credits(reports: Iterable[str], standing: Mapping[str, Standing], packs: Packs) -> tuple[Speaker, ...]:
    """The outlets that the reports credit, each once, in the order of their names."""
    named = {source.id: source for report in reports if report in standing for source, _ in standing[report].credits}
    found = (outlet(named[source], packs) for source in sorted(named))
    return tuple({voice.key: voice for voice in found if voice}.values())


def _speakers(claims: Sequence[Claim], voices: Mapping[str, Speaker], tracks: Tracks) -> list[tuple[str, Speaker]]:
    """Who speaks in the copies of a sentence, with the type of what they say, the earliest report's speaker first."""

    def by_time(claim: Claim) -> tuple[tuple[str, str, str], str]:
        standing = tracks.standing.get(claim.report)
        return (standing.order() if standing else ("", "", claim.report)), claim.id

    found: dict[tuple[str, str], Speaker] = {}
    for claim in sorted(claims, key=by_time):
        if claim.id in voices:
            found.setdefault((claim.type, voices[claim.id].key), voices[claim.id])
    return [(type_, speaker) for (type_, _), speaker in found.items()]


def _places(wordings: Sequence[Wording]) -> dict[tuple[str, str], tuple[tuple[int, ...], tuple[int, ...]]]:
    found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for mention in wording.mentions:
            place = found[mention.report, mention.sentence.part]
            place += [(mention.sentence.start, number), (mention.sentence.end, -1)]
    return {key: _columns(sorted(rows)) for key, rows in found.items()}


def _columns(rows: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(start for start, _ in rows), tuple(number for _, number in rows)
