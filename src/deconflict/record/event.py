"""An event as the record shows it: computed from claims and links, never stored as truth."""

from __future__ import annotations

from typing import Literal

import msgspec

from deconflict.record.claim import EventType, When, Where

FindingStatus = Literal["agreed", "ranged", "disputed", "denied", "single"]
Stance = Literal["asserts", "denies"]
EventStatus = Literal["asserted", "disputed", "denied", "planned"]


class Voice(msgspec.Struct, frozen=True):
    """One origin's word on one property, through all its claims. `value` for words, `low..high` for numbers."""

    origin: str
    speaker: str
    side: str | None
    stance: Stance
    claims: tuple[str, ...]
    value: str | None = None
    low: int | None = None
    high: int | None = None
    approximate: bool = False
    said: str | None = None
    superseded_by: str | None = None


class Finding(msgspec.Struct, frozen=True):
    """How far the voices agree on one property of an event. `rule` says in words how the value or low/best/high came about."""

    property: str
    status: FindingStatus
    rule: str
    voices: tuple[Voice, ...]
    value: str | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None


class Inferred(msgspec.Struct, frozen=True):
    """A time that a claim has from its event, since its own words leave the year open. `rule` says in words where it is from."""

    claim: str
    report: str
    edtf: str
    rule: str


class Grade(msgspec.Struct, frozen=True):
    """How well the event is attested, and the rule that says so."""

    label: str
    rule: str


class Event(msgspec.Struct, frozen=True):
    """A set of claims joined by live links, weighed. `reports`, `origins`: how many; `sides`: of the origins.

    `inferred`: the times of claims of undated reports, where other claims of the event give the year.
    """

    id: str
    type: EventType
    mode: str | None
    title: str
    status: EventStatus
    where: Where | None
    when: When | None
    actors: tuple[Finding, ...]
    recipients: tuple[Finding, ...]
    tolls: dict[str, Finding]
    claims: tuple[str, ...]
    reports: int
    origins: int
    sides: tuple[str, ...]
    grade: Grade
    background: bool = False
    inferred: tuple[Inferred, ...] = ()
