"""The labels the model gives, and where each stands among its outputs. Training and reading share this file."""

from __future__ import annotations

from typing import get_args

from deconflict.record import Category, Outcome, Status
from deconflict.record.claim import EventType

TYPES: tuple[EventType, ...] = get_args(EventType)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
CATEGORIES: tuple[Category, ...] = get_args(Category)
STATUSES: tuple[Status, ...] = get_args(Status)

MODES: dict[EventType, tuple[str, ...]] = {
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
        "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    ),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "ACCUSE": ("allege", "disapprove", "investigate"),
    "PROTEST": ("demo",),
}  # fmt: skip
"""PLOVER modes by type, as far as the annotations know them."""

MODE_LABELS: tuple[tuple[EventType, str], ...] = tuple((kind, mode) for kind, modes in MODES.items() for mode in modes)

NODES = ("count", "of", "speaker", "cue", "actor", "recipient", "instrument", "place", "time")
"""What a sentence is searched for, triggers apart; each by begin, inside, outside."""

LINKS = ("actor", "recipient", "instrument", "place", "time", "speaker", "cue", "count", "of")
"""What is searched for again with one trigger marked, and only what belongs to it; the last with one number marked."""

OUTSIDE, BEGIN, INSIDE = 0, 1, 2

TRIGGER_AT = slice(0, 1 + 2 * len(TYPES))
"""Outside, then begin of each type, then inside of each type."""
NODES_AT = slice(TRIGGER_AT.stop, TRIGGER_AT.stop + 3 * len(NODES))
COUNT_AT = slice(NODES_AT.start, NODES_AT.start + 3)
"""The first of the nodes: numbers that count."""
OUTCOMES_AT = slice(NODES_AT.stop, NODES_AT.stop + len(OUTCOMES))
CATEGORIES_AT = slice(OUTCOMES_AT.stop, OUTCOMES_AT.stop + len(CATEGORIES))
NODE_OUTPUTS = CATEGORIES_AT.stop

TYPE_AT = slice(0, 1 + len(TYPES))
"""No claim at all, then the types."""
MODE_AT = slice(TYPE_AT.stop, TYPE_AT.stop + 1 + len(MODE_LABELS))
"""No mode, then the modes."""
STATUS_AT = slice(MODE_AT.stop, MODE_AT.stop + len(STATUSES))
BACKGROUND_AT = STATUS_AT.stop
DIRECT_AT = BACKGROUND_AT + 1
COUNTS_AT = DIRECT_AT + 1
"""From here for a marked number: whether it counts at all, its outcomes, whom."""
TALLY_AT = slice(COUNTS_AT + 1, COUNTS_AT + 1 + len(OUTCOMES))
WHOM_AT = slice(TALLY_AT.stop, TALLY_AT.stop + len(CATEGORIES))
CLASS_OUTPUTS = WHOM_AT.stop

TRIGGER_MARK, NUMBER_MARK = 0, 1

LINK_OUTPUTS = 3 * len(LINKS)


def outline() -> dict[str, list[str]]:
    """The labels in the order of the outputs, as they stand beside a model: another order is another model."""
    return {
        "types": list(TYPES),
        "modes": [f"{kind}/{mode}" for kind, mode in MODE_LABELS],
        "outcomes": list(OUTCOMES),
        "categories": list(CATEGORIES),
        "statuses": list(STATUSES),
        "nodes": list(NODES),
        "links": list(LINKS),
    }
