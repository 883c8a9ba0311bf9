"""Who is said to have acted and who to have been hit: a finding for each, with those who say so and those who deny it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from deconflict.packs import Packs, fold
from deconflict.record import Claim, Finding, FindingStatus, Origin, Report, Role, RoleName, Stance, Trace, Voice, denies

_NOBODY = frozenset({"he", "she", "it", "they", "him", "her", "them", "who", "which", "that", "we", "i", "others"})
_SPEECH = frozenset({"REJECT", "ACCUSE"})


class Party(msgspec.Struct, frozen=True):
    """An actor by `key` (its id, else its folded words), with the name a page shows."""

    key: str
    name: str
    entity: str | None = None
    side: str | None = None


class Mentioned(msgspec.Struct, frozen=True):
    """A party in a claim."""

    party: Party
    claim: Claim
    stance: Stance


def actors(cluster: Sequence[Claim], reports: Mapping[str, Report], trace: Trace, packs: Packs) -> tuple[Finding, ...]:
    """Who acted, by whom it is said, and who denies it. The most often named comes first."""
    deeds = _deeds(cluster)
    said = [each for claim in deeds for each in _mentioned(claim, "actor", packs, _stance(claim))]
    named = {each.party.key for each in said}
    denials = [
        each
        for claim in cluster
        if claim.type == "REJECT" and denies(claim) and claim not in deeds
        for each in _mentioned(claim, "actor", packs, "denies")
        if any(_akin(each.party.key, key, packs) for key in named)
    ]
    return _findings(
        "actor", [*said, *(_about(each, said, packs) for each in denials)], reports, trace, _blame_differs(said, trace)
    )


def recipients(cluster: Sequence[Claim], reports: Mapping[str, Report], trace: Trace, packs: Packs) -> tuple[Finding, ...]:
    """Who or what was hit, by whom it is said."""
    said = [each for claim in _deeds(cluster) for each in _mentioned(claim, "recipient", packs, _stance(claim))]
    return _findings("recipient", said, reports, trace, frozenset())


def related(one: str, other: str, packs: Packs) -> bool:
    """Whether two actor ids are one, or one is part of the other."""
    return one == other or other in _wholes(one, packs) or one in _wholes(other, packs)


def _akin(one: str, other: str, packs: Packs) -> bool:
    return related(one, other, packs) or bool(_wholes(one, packs) & _wholes(other, packs))


def _wholes(actor: str, packs: Packs) -> set[str]:
    """The actors that this one is part of."""
    found: set[str] = set()
    entity = packs.entity(actor)
    while entity is not None and entity.part_of and entity.part_of not in found:
        found.add(entity.part_of)
        entity = packs.entity(entity.part_of)
    return found


def _deeds(cluster: Sequence[Claim]) -> list[Claim]:
    """The claims that tell of the deed itself; words about it only where there is nothing else."""
    return [claim for claim in cluster if claim.type not in _SPEECH] or list(cluster)


def _stance(claim: Claim) -> Stance:
    return "denies" if claim.status == "denied" else "asserts"


def _mentioned(claim: Claim, role: RoleName, packs: Packs, stance: Stance) -> Iterable[Mentioned]:
    parties = {party.key: party for each in claim.role(role) if (party := _party(each, packs)) is not None}
    return [Mentioned(party, claim, stance) for party in parties.values()]


def _party(role: Role, packs: Packs) -> Party | None:
    entity = packs.entity(role.entity) if role.entity else None
    if entity is not None:
        return Party(entity.id, entity.name, entity.id, entity.side)
    words = fold(role.span.text)
    return Party(role.entity or words, role.span.text.strip(), role.entity) if words and words not in _NOBODY else None


def _about(denial: Mentioned, said: Sequence[Mentioned], packs: Packs) -> Mentioned:
    """The denial as one of the party as others name it: a ministry denies what its army is said to have done."""
    keys = {each.party.key: each.party for each in said if _akin(denial.party.key, each.party.key, packs)}
    party = keys.get(denial.party.key) or keys[min(keys)]
    return msgspec.structs.replace(denial, party=party)


def _blame_differs(said: Sequence[Mentioned], trace: Trace) -> frozenset[str]:
    """Parties that one origin names and another does not, naming one of another side instead."""
    blamed: defaultdict[str, set[Party]] = defaultdict(set)
    for each in said:
        if each.stance == "asserts":
            blamed[trace.origin_of.get(each.claim.id, each.claim.id)].add(each.party)
    found = set()
    for origin, parties in blamed.items():
        for other, others in blamed.items():
            if origin != other and _exclude(parties, others):
                found |= {party.key for party in parties | others}
    return frozenset(found)


def _exclude(parties: set[Party], others: set[Party]) -> bool:
    sides = {party.side for party in parties}
    other_sides = {party.side for party in others}
    return None not in sides | other_sides and sides.isdisjoint(other_sides)


def _findings(
    name: str, mentioned: Iterable[Mentioned], reports: Mapping[str, Report], trace: Trace, blamed: frozenset[str]
) -> tuple[Finding, ...]:
    of_party: defaultdict[str, list[Mentioned]] = defaultdict(list)
    for each in mentioned:
        of_party[each.party.key].append(each)
    found = [_finding(name, said, reports, trace, key in blamed) for key, said in of_party.items()]
    return tuple(sorted(found, key=lambda finding: (-len(finding.voices), finding.value or "")))


def _finding(name: str, said: Sequence[Mentioned], reports: Mapping[str, Report], trace: Trace, blamed: bool) -> Finding:
    heard = _voices(said, reports, trace)
    status, rule = _status(heard, blamed)
    value = min((each.party.name for each in said), key=lambda each: (-len(each), each))
    return Finding(name, status, rule, heard, value)


def _status(heard: Sequence[Voice], blamed: bool) -> tuple[FindingStatus, str]:
    assert_, deny = ({voice.origin for voice in heard if voice.stance == stance} for stance in ("asserts", "denies"))
    if deny:
        return ("disputed", "Some name this party and others deny it.") if assert_ else ("denied", "It is only denied.")
    if blamed:
        return "disputed", "Other origins name a party of another side instead."
    return ("agreed", "Several origins name this party.") if len(assert_) > 1 else ("single", "One origin names this party.")


def _voices(said: Sequence[Mentioned], reports: Mapping[str, Report], trace: Trace) -> tuple[Voice, ...]:
    spoken: defaultdict[tuple[str, Stance], list[Mentioned]] = defaultdict(list)
    for each in said:
        spoken[trace.origin_of.get(each.claim.id, each.claim.id), each.stance].append(each)
    found = (_voice(trace.by_id.get(origin), origin, stance, group, reports) for (origin, stance), group in spoken.items())
    return tuple(sorted(found, key=lambda voice: (voice.speaker, voice.origin, voice.stance)))


def _voice(row: Origin | None, origin: str, stance: Stance, group: Sequence[Mentioned], reports: Mapping[str, Report]) -> Voice:
    dates = (reports[each.claim.report].published for each in group if each.claim.report in reports)
    return Voice(
        origin=origin,
        speaker=row.name if row else "not known",
        side=row.side if row else None,
        stance=stance,
        claims=tuple(sorted({each.claim.id for each in group})),
        value=group[0].party.name,
        said=min((date for date in dates if date), default=None),
    )
