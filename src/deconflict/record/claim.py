"""A claim: one mention of one event in one sentence, with all the report ties to it. Every value stands on a span."""

from __future__ import annotations

from typing import Literal

import msgspec

from deconflict.record.identity import content_id
from deconflict.record.span import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""PLOVER 2.0 event types."""

RoleName = Literal["actor", "recipient", "instrument", "place", "time"]
Outcome = Literal[
    "killed", "wounded", "missing", "detained", "displaced", "deployed", "withdrawn", "destroyed", "struck", "sorties", "other"
]
Category = Literal["civilian", "combatant", "mixed", "unknown"]
Status = Literal["asserted", "denied", "negated", "planned", "possible", "demanded"]
Manner = Literal["direct", "indirect"]
Lying = Literal["inside", "possibly", "outside", "beside", "at"]
"""To a zone: inside, possibly, outside; to a line: beside it on one side, or at it, on either."""


class ReaderName(msgspec.Struct, frozen=True):
    """A reader and its version; another version is another reading."""

    name: str
    version: str


class Role(msgspec.Struct, frozen=True):
    """Who or what takes part in the event, in the report's words; `entity` is the actor's id where one is known."""

    role: RoleName
    span: Span
    entity: str | None = None


class Count(msgspec.Struct, frozen=True):
    """A number the claim states. `low..high` are the bounds its words set; None: no bound on that side.

    `of` are the counted, as written. `joint`: one number given for several outcomes together ("50 killed and wounded").
    `included_in` is the span of the count of which this one is a part ("10 killed, including 3 children").
    """

    span: Span
    what: Outcome
    low: int | None = None
    high: int | None = None
    approximate: bool = False
    of: Span | None = None
    category: Category = "unknown"
    joint: bool = False
    included_in: Span | None = None


class Attribution(msgspec.Struct, frozen=True):
    """A link of the chain of speakers, and the words that say they say it. `entity` is the speaker's id where one is known."""

    speaker: Span | None
    cue: Span | None = None
    entity: str | None = None
    manner: Manner = "indirect"


class Relation(msgspec.Struct, frozen=True):
    """A place told from another: `distance_km` from `anchor` towards `bearing_deg` (0 north, 90 east). None: not said.

    `outline`: corners of the area those words leave open, as (longitude, latitude), the first one not repeated; () if unknown.
    """

    anchor: str
    distance_km: float | None = None
    bearing_deg: float | None = None
    words: str = ""
    outline: tuple[tuple[float, float], ...] = ()


class ZoneRelation(msgspec.Struct, frozen=True):
    """How a place lies to a zone or line of a pack, and whether that is what the report says of it.

    `distance_km`: from the place's point to the zone's border, or to the line. `doubt_km`: the place's radius and the zone's own
    error together; within it, a place is `possibly` inside, or `at` a line, its side not known. `side`: in which direction from
    the zone an outside place lies ("north-west"), or on which side of a line. `in_force`: None if the time is not known well
    enough. `said`: the words that say how the place lies; `fits`: whether it does, None if that cannot be told.
    """

    zone: str
    lies: Lying
    distance_km: float
    doubt_km: float
    side: str | None = None
    in_force: bool | None = None
    said: Span | None = None
    fits: bool | None = None


class Where(msgspec.Struct, frozen=True):
    """A resolved place: a point (WGS 84 degrees) within `radius_km`.

    `precision` as UCDP GED where_prec: 1 exact place, 2 near it, 3 second-order division, 4 first-order division,
    5 line or area between places, 6 country, 7 international. `lat`, `lon` are None where the name is known and the point is not.
    `zones`: ids of the zones in force that hold it for certain; `lies`: how it lies to each zone or line that is near.
    """

    name: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: int
    geonameid: int | None = None
    admin1: str | None = None
    country: str | None = None
    relation: Relation | None = None
    zones: tuple[str, ...] = ()
    lies: tuple[ZoneRelation, ...] = ()


class When(msgspec.Struct, frozen=True):
    """A resolved time. `edtf` is Extended Date/Time Format level 1 (ISO 8601-2); `XXXX-02-07` where the year is not known.

    `precision`: 1 exact day, 2 two to six days, 3 week, 4 month, 5 longer. `anchor` says what a relative time was counted from.
    """

    edtf: str
    earliest: str | None
    latest: str | None
    precision: int
    anchor: str | None = None


class Claim(msgspec.Struct, frozen=True):
    """What one sentence says happened. `attribution` is outermost first; empty: the outlet itself says it.

    `origin` is None until the record has been traced; it is no part of the claim's id. `confidence` is 0..1.
    """

    report: str
    type: EventType
    trigger: Span
    sentence: Span
    mode: str | None = None
    roles: tuple[Role, ...] = ()
    counts: tuple[Count, ...] = ()
    status: Status = "asserted"
    background: bool = False
    attribution: tuple[Attribution, ...] = ()
    where: Where | None = None
    when: When | None = None
    origin: str | None = None
    confidence: float = 0.5
    reader: ReaderName = ReaderName("", "")
    id: str = ""

    def spans(self) -> tuple[Span, ...]:
        """Every span the claim stands on."""
        counted = [span for count in self.counts for span in (count.span, count.of, count.included_in) if span]
        spoken = [span for link in self.attribution for span in (link.speaker, link.cue) if span]
        return (self.trigger, self.sentence, *(role.span for role in self.roles), *counted, *spoken)

    def role(self, name: RoleName) -> tuple[Role, ...]:
        """The roles of that name, in the order of reading."""
        return tuple(role for role in self.roles if role.role == name)

    def identified(self) -> Claim:
        """The claim with its id: a hash of report, reader and everything read, so another reading is another row."""
        blank = msgspec.structs.replace(self, id="", confidence=0.0, origin=None)
        return msgspec.structs.replace(self, id=content_id("c", msgspec.json.encode(blank, order="deterministic").decode()))
