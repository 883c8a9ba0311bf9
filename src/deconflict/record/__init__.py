"""The nouns. One definition each serves storage, JSON, JSON Schema and Arrow; steps share nothing else.

All are frozen and slotted; ids are hashes of content, so the same thing read twice is the same row.
"""

from deconflict.record.actor import ActorKind, Entity, Side
from deconflict.record.claim import (
    Attribution,
    Category,
    Claim,
    Count,
    EventType,
    Lying,
    Manner,
    Outcome,
    ReaderName,
    Relation,
    Role,
    RoleName,
    Status,
    When,
    Where,
    ZoneRelation,
)
from deconflict.record.denial import denies, disowns
from deconflict.record.event import Event, Finding, FindingStatus, Grade, Inferred, Stance, Voice
from deconflict.record.identity import content_id
from deconflict.record.issue import Issue
from deconflict.record.link import Link, Reason, Verdict
from deconflict.record.origin import Copy, Origin, OriginKind, Trace
from deconflict.record.quantity import NUMBER, Quantity, is_vague
from deconflict.record.raw import Raw
from deconflict.record.reading import Reading
from deconflict.record.report import Block, BlockKind, Flag, Report, Sentence
from deconflict.record.source import Source
from deconflict.record.span import Part, Span
from deconflict.record.weighed import Weighed

__all__ = [
    "NUMBER",
    "ActorKind",
    "Attribution",
    "Block",
    "BlockKind",
    "Category",
    "Claim",
    "Copy",
    "Count",
    "Entity",
    "Event",
    "EventType",
    "Finding",
    "FindingStatus",
    "Flag",
    "Grade",
    "Inferred",
    "Issue",
    "Link",
    "Lying",
    "Manner",
    "Origin",
    "OriginKind",
    "Outcome",
    "Part",
    "Quantity",
    "Raw",
    "ReaderName",
    "Reading",
    "Reason",
    "Relation",
    "Report",
    "Role",
    "RoleName",
    "Sentence",
    "Side",
    "Source",
    "Span",
    "Stance",
    "Status",
    "Trace",
    "Verdict",
    "Voice",
    "Weighed",
    "When",
    "Where",
    "ZoneRelation",
    "content_id",
    "denies",
    "disowns",
    "is_vague",
]
