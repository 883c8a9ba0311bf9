"""The voice of each claim within its own report: who is named, who "he" is, and which short name belongs to which full one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from deconflict.packs import Packs
from deconflict.record import Claim
from deconflict.trace.speakers import Speaker, speaker_of
from deconflict.trace.spellings import fuller_name

NEXT_SENTENCE = 5
"""Characters between two sentences of which one follows the other: a full stop, a quotation mark, white space."""


def voices(claims: Iterable[Claim], packs: Packs) -> dict[str, Speaker]:
    """Claim id -> who speaks. Claims that nobody is named for are not in it."""
    of_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_report[claim.report].append(claim)
    found: dict[str, Speaker] = {}
    for said in of_report.values():
        ordered = sorted(said, key=lambda claim: (claim.sentence.part, claim.sentence.start, claim.trigger.start, claim.id))
        found |= _full_names(_continued(ordered, packs))
    return found


def _continued(ordered: Sequence[Claim], packs: Packs) -> dict[str, Speaker]:
    """The speakers; "he said" and "the statement" continue the one who spoke in the same or the sentence before."""
    found: dict[str, Speaker] = {}
    last: tuple[Claim, Speaker] | None = None
    for claim in ordered:
        speaker = speaker_of(claim, packs)
        if speaker is not None and not speaker.key:
            speaker = last[1] if last and follows(last[0], claim) else None
        if speaker is not None:
            found[claim.id] = speaker
            last = (claim, speaker)
    return found


def follows(claim: Claim, later: Claim) -> bool:
    """Whether the later claim stands in the same sentence or in the next one."""
    return claim.sentence.part == later.sentence.part and later.sentence.start - claim.sentence.end <= NEXT_SENTENCE


def _full_names(found: Mapping[str, Speaker]) -> dict[str, Speaker]:
    names = sorted({speaker.key for speaker in found.values() if speaker.by_words})
    fuller = {
        name: "name:" + fuller_name(name.removeprefix("name:"), (each.removeprefix("name:") for each in names)) for name in names
    }
    display = {speaker.key: speaker.name for speaker in sorted(found.values(), key=lambda each: each.name)}
    return {claim: _renamed(speaker, fuller.get(speaker.key, speaker.key), display) for claim, speaker in found.items()}


def _renamed(speaker: Speaker, key: str, display: Mapping[str, str]) -> Speaker:
    return speaker if speaker.key == key else msgspec.structs.replace(speaker, key=key, name=display.get(key, speaker.name))
