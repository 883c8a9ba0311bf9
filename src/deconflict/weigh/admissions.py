"""Whether a party owns to what it is said to have done. Nothing else confirms an act, so doubt counts against it."""

from __future__ import annotations

from collections.abc import Sequence

from deconflict.packs import Packs
from deconflict.record import Claim, Entity, Origin, Trace
from deconflict.weigh.parties import related

CAN_ANSWER = frozenset({"government", "armed_forces", "armed_group", "alliance", "agency", "person"})
"""Kinds of actor that can answer for an act. A monitor or an outlet of the same side cannot. Nor can a state: of 39 admissions
found in FA-KES without this rule, read by eye, those by a country's or capital's name alone were mostly places misread."""

SPEECH_ACTS = frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN"})
"""Who threatens or accuses is the speaker by the nature of the act; that confirms nothing."""


def admitted(cluster: Sequence[Claim], against: set[str], trace: Trace, packs: Packs) -> bool:
    """Whether a speaker says that it, or a body it belongs to or commands, did this, and nobody of its side denies it.

    `against`: ids of the claims that deny the event, or a part in it.
    """
    denying = {origin.side for claim in against if (origin := trace.by_id.get(trace.origin_of.get(claim, "")))}
    deeds = (each for each in cluster if each.id not in against and each.status == "asserted" and each.type not in SPEECH_ACTS)
    return any(_owns_to(claim, trace.by_id.get(trace.origin_of.get(claim.id, "")), denying, packs) for claim in deeds)


def _owns_to(claim: Claim, origin: Origin | None, denying: set[str | None], packs: Packs) -> bool:
    if origin is None or origin.kind != "speaker" or origin.side in denying or not _says_it_here(claim, packs):
        return False
    speaker = packs.entity(origin.entity) if origin.entity else None
    actors = (packs.entity(role.entity) for role in claim.role("actor") if role.entity)
    return speaker is not None and speaker.kind in CAN_ANSWER and any(_own(speaker, actor, packs) for actor in actors if actor)


def _says_it_here(claim: Claim, packs: Packs) -> bool:
    """Whether the speaker stands in the claim's own sentence with a word of saying, and is no place's name ("Damascus") too."""
    for link in claim.attribution[-1:]:
        here = link.speaker is not None and link.cue is not None and link.speaker.within(claim.sentence)
        return here and link.speaker is not None and not packs.places_named(link.speaker.text)
    return False


def _own(speaker: Entity, actor: Entity, packs: Packs) -> bool:
    """Whether the actor is the speaker, or one is part of the other, and they are on one side of the conflict."""
    return speaker.side == actor.side != "neutral" and related(speaker.id, actor.id, packs)
