"""CEAF-RME with phi 3, a measure of template filling (Chen et al., "Iterative Document-level Information Extraction", EACL 2023).

Incidents read are put beside incidents of the key, and the fillers of two such incidents beside each other, each one to one and
so that as many as possible agree. A filler read agrees with a filler of the key if it is one of its names, and type of incident
and role are the same. Precision is the share of the fillers read that agree, recall that of the fillers of the key.
Here a filler read is one name; for such readings phi 3, the number of names shared, is 0 or 1.

Written from the definition, and checked on the outputs that IterX's authors publish (github.com/wanmok/iterx,
resources/model_outputs: four models, 200 messages): F1 of every message is as they print it; over all it is .397 to .448. The
program beside those outputs divides by names instead of fillers, which would make .340 of .439.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from benchmarks.matching import best_total, f1
from benchmarks.muc4 import Filler, Template


class Incident(NamedTuple):
    """An incident as read: its type, and the fillers of each role, as `plain` writes them."""

    type: str
    fillers: Mapping[str, tuple[str, ...]]


Documents = Iterable[tuple[Sequence[Template], Sequence[Incident]]]
"""Of each message the incidents of its key and those read."""


class Agreement(NamedTuple):
    """How many agree, are in the key, are read."""

    right: int
    gold: int
    read: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return f1(self.right, self.gold, self.read)

    @property
    def precision(self) -> float:
        """The share of what is read that agrees."""
        return self.right / max(1, self.read)

    @property
    def recall(self) -> float:
        """The share of what is in the key that was read."""
        return self.right / max(1, self.gold)


def fillers(documents: Documents, roles: Sequence[str]) -> Agreement:
    """Over all documents and the given roles together."""
    right = gold = read = 0
    for every, incidents in documents:
        templates = _distinct(every)
        right += best_total([[_shared(template, incident, roles) for template in templates] for incident in incidents])
        gold += sum(len(template.fillers.get(role, ())) for template in templates for role in roles)
        read += sum(len(incident.fillers.get(role, ())) for incident in incidents for role in roles)
    return Agreement(right, gold, read)


def types(documents: Documents) -> Agreement:
    """Incidents read beside incidents of the key whose type they have; fillers do not matter."""
    right = gold = read = 0
    for templates, incidents in documents:
        right += best_total([[int(incident.type in template.types) for template in templates] for incident in incidents])
        gold, read = gold + len(templates), read + len(incidents)
    return Agreement(right, gold, read)


def _distinct(templates: Sequence[Template]) -> list[Template]:
    """As published: of incidents that differ in neither type nor fillers, one."""
    return list({(one.types, tuple(sorted(one.fillers.items()))): one for one in templates}.values())


def _shared(template: Template, incident: Incident, roles: Sequence[str]) -> int:
    if incident.type not in template.types:
        return 0
    return sum(_agreeing(template.fillers.get(role, ()), incident.fillers.get(role, ())) for role in roles)


def _agreeing(gold: Sequence[Filler], read: Sequence[str]) -> int:
    return best_total([[int(name in known) for known in gold] for name in read])
