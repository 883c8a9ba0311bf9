"""From links to events: claims are joined from the strongest link down, never against a contradiction or across many days."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from deconflict.merge.families import Family, families, is_period
from deconflict.merge.mention import days_of
from deconflict.merge.places import PROVINCE, is_namesake, is_point
from deconflict.packs import fold
from deconflict.record import Claim, Link, When, Where

MACHINE = "machine"

MOST_DAYS = 3
"""Between the days of one event: links may not chain the attacks of a week into one. The acceptance of merging asks for it."""

MOST_KM = 40.0
"""Across the towns of one event, corner to corner of the box around them: two towns of a province stay two, even where a claim
that gives only the province is linked to both."""

_KM_PER_DEGREE = 111.2


class Extent(msgspec.Struct, frozen=True):
    """How far some claims reach: the latest first day, the earliest last day, the box around their towns, the provinces that
    their towns lie in and those given without a town, and the families that all of them may belong to."""

    starts: float = -math.inf
    ends: float = math.inf
    south: float = math.inf
    north: float = -math.inf
    west: float = math.inf
    east: float = -math.inf
    of_towns: frozenset[str] = frozenset()
    of_provinces: frozenset[str] = frozenset()
    families: frozenset[Family] = frozenset()

    def joined(self, other: Extent) -> Extent:
        """The extent of both."""
        return Extent(
            max(self.starts, other.starts), min(self.ends, other.ends),
            min(self.south, other.south), max(self.north, other.north),
            min(self.west, other.west), max(self.east, other.east),
            self.of_towns | other.of_towns, self.of_provinces | other.of_provinces, self.families & other.families,
        )  # fmt: skip

    def is_one_event(self) -> bool:
        """Whether one event can reach so far."""
        if self.starts - self.ends > MOST_DAYS or not self.families or not self._in_one_province():
            return False
        if self.south > self.north:
            return True
        wide = (self.east - self.west) * math.cos(math.radians((self.south + self.north) / 2))
        return math.hypot(self.north - self.south, wide) * _KM_PER_DEGREE <= MOST_KM

    def _in_one_province(self) -> bool:
        """Whether a province given without a town is the only such, and one that the towns lie in. Towns are bound by the box."""
        return len(self.of_provinces) < 2 and (not self.of_towns or self.of_provinces <= self.of_towns)


def clusters(claims: Iterable[Claim], links: Iterable[Link]) -> tuple[tuple[Claim, ...], ...]:
    """Every claim in one cluster, each sorted by id, clusters by their first. The order of claims and links is no matter."""
    by_id = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id)}
    known = [link for link in links if link.a in by_id and link.b in by_id]
    judged = _outranked(known)
    groups = _Groups(by_id, (link for link in judged if link.verdict == "different"))
    for link in sorted((link for link in judged if link.verdict == "same"), key=_strongest_first):
        groups.join(link.a, link.b, by_person=link.by != MACHINE)
    return tuple(tuple(by_id[each] for each in members) for members in groups.members())


def _outranked(links: Sequence[Link]) -> list[Link]:
    """The links that stand: a person's word on a pair silences the machine's."""
    decided = {(link.a, link.b) for link in links if link.by != MACHINE}
    return [link for link in links if link.by != MACHINE or (link.a, link.b) not in decided]


def _strongest_first(link: Link) -> tuple[bool, float, str, str]:
    return link.by == MACHINE, -link.score, link.a, link.b


class _Groups:
    """Disjoint groups of claims that know which other groups they may not join."""

    def __init__(self, claims: Mapping[str, Claim], apart: Iterable[Link]) -> None:
        self._parent = {claim: claim for claim in claims}
        self._extent = {claim.id: _extent(claim) for claim in claims.values()}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for link in apart:
            self._apart[link.a].add(link.b)
            self._apart[link.b].add(link.a)

    def join(self, one: str, other: str, by_person: bool) -> None:
        """Makes one group of two, unless a contradiction or their extent forbids it; a person may join across any extent."""
        small, large = sorted((self._find(one), self._find(other)), key=lambda each: (len(self._apart[each]), each))
        if small == large or large in self._apart[small]:
            return
        extent = self._extent[small].joined(self._extent[large])
        if not by_person and not extent.is_one_event():
            return
        self._parent[small] = large
        self._extent[large] = extent
        for stranger in self._apart.pop(small):
            self._apart[stranger].discard(small)
            self._apart[stranger].add(large)
            self._apart[large].add(stranger)

    def members(self) -> list[list[str]]:
        """The groups, each in the order of ids, sorted by the first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for claim in self._parent:
            found[self._find(claim)].append(claim)
        return sorted(found.values())

    def _find(self, claim: str) -> str:
        while self._parent[claim] != claim:
            self._parent[claim] = self._parent[self._parent[claim]]
            claim = self._parent[claim]
        return claim


def _extent(claim: Claim) -> Extent:
    starts, ends = _days(claim.when) if not is_period(claim) else (-math.inf, math.inf)
    where, may_be = claim.where, frozenset(families(claim))
    province = _province(where)
    if where is None or where.lat is None or where.lon is None or not is_point(where) or is_namesake(where):
        alone = province if where is not None and (where.precision == PROVINCE or is_namesake(where)) else frozenset[str]()
        return Extent(starts, ends, of_provinces=alone, families=may_be)
    return Extent(starts, ends, where.lat, where.lat, where.lon, where.lon, of_towns=province, families=may_be)


def _province(where: Where | None) -> frozenset[str]:
    return frozenset({fold(where.admin1)} if where and where.admin1 else ())


def _days(when: When | None) -> tuple[float, float]:
    first, last = days_of(when)
    return (-math.inf if first is None else first, math.inf if last is None else last)
