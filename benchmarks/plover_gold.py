"""The PLOVER gold records: event type, source and target of single sentences that a manual gives as examples of its types.

A sentence bears one gold event; a reader may read several claims in it. The type is found if a claim has it; it is the best
claim's type if the claim whose trigger shares most words with the words of the gold event has it. Sources are compared with
actors, targets with recipients, in the claims of the gold type and in all claims; loosely (at least half of the words of the
shorter are the other's) and exactly (the same words, articles and punctuation apart), one to one. In an event of equals the
records name both sides as sources, as our claims name both as actors.

The records are older than PLOVER 2.0: four of their types are renamed as the manual of 2.0 has it. They are ideal codings by
people; no reader here was trained or tuned on them. The published figure for source and target spans (ConfliBERT .740) is on
other sentences, of the same kind, and by a tagger trained on them.
"""

from __future__ import annotations

import json
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from training.scores import same

from benchmarks import default_reader
from benchmarks.matching import best_total, f1, plain
from deconflict.read.reader import Reader
from deconflict.record import Claim
from deconflict.record.claim import RoleName

RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Types of the records -> of PLOVER 2.0 (its manual, the table of CAMEO's cue categories)."""
NO_EVENT = "DOCUMENT"
PARTS: dict[str, RoleName] = {"source": "actor", "target": "recipient"}


class Gold(NamedTuple):
    """One record: its sentence, type, the words of its event, and those of each source and target."""

    id: str
    text: str
    type: str
    event: str
    source: tuple[str, ...]
    target: tuple[str, ...]


def measure(data: Path) -> dict[str, float]:
    """Figures by name, 0..1, of the default reader on the records in `data`."""
    return figures(records(data / "PLOVER_GSR_CAMEO.txt"), default_reader.reader())


def records(path: Path) -> list[Gold]:
    """The records that hold an event."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [_gold(row) for row in rows if row["event"] != NO_EVENT]


def _gold(row: dict[str, Any]) -> Gold:
    kind = RENAMED.get(row["event"], row["event"])
    return Gold(row["id"], row["text"], kind, row["eventText"], _words(row.get("source")), _words(row.get("target")))


def figures(gold: Sequence[Gold], reader: Reader) -> dict[str, float]:
    """What `reader` gets right."""
    read = [(row, default_reader.claims_in(row.text, row.id, reader)) for row in gold]
    found = {
        "records": float(len(read)),
        "claims_per_record": statistics.mean(len(claims) for _, claims in read),
        "type_found": statistics.mean(any(claim.type == row.type for claim in claims) for row, claims in read),
        "type_of_best_claim": statistics.mean(_type_of_best(row.event, claims) == row.type for row, claims in read),
    }
    for whose, chosen in (("", _of_type), ("any_type_", _all)):
        for how, alike in (("", same), ("exact_", _exactly)):
            found |= _parts(f"{whose}{how}", ((row, chosen(row, claims)) for row, claims in read), alike)
    return found


def _parts(name: str, read: Iterable[tuple[Gold, Sequence[Claim]]], alike: Callable[[str, str], bool]) -> dict[str, float]:
    """F1 of sources, of targets and of both together, under names that begin with `name`."""
    tally: Counter[str] = Counter()
    for row, claims in read:
        for part, role in PARTS.items():
            gold, given = getattr(row, part), _said(claims, role)
            hits = best_total([[int(alike(words, other)) for other in given] for words in gold])
            for key in (part, "both"):
                tally.update({f"{key}_right": hits, f"{key}_gold": len(gold), f"{key}_read": len(given)})
    return {f"{name}{key}_f1": f1(tally[f"{key}_right"], tally[f"{key}_gold"], tally[f"{key}_read"]) for key in (*PARTS, "both")}


def _of_type(row: Gold, claims: Sequence[Claim]) -> Sequence[Claim]:
    return [claim for claim in claims if claim.type == row.type]


def _all(_: Gold, claims: Sequence[Claim]) -> Sequence[Claim]:
    return claims


def _said(claims: Iterable[Claim], role: RoleName) -> list[str]:
    """The words of a role, each place of the sentence once."""
    spans = {(each.span.start, each.span.end): each.span.text for claim in claims for each in claim.role(role)}
    return list(spans.values())


def _type_of_best(event: str, claims: Sequence[Claim]) -> str | None:
    """The type of the claim whose trigger shares most words with the event; None if none shares any."""
    words = set(plain(event).split())
    shared = [len(words & set(plain(claim.trigger.text).split())) for claim in claims]
    return claims[shared.index(max(shared))].type if any(shared) else None


def _exactly(gold: str, read: str) -> bool:
    return plain(gold) == plain(read)


def _words(actors: object) -> tuple[str, ...]:
    """The words of each actor; some records give an empty string, or a remark, where there is none."""
    return tuple(str(actor["actorText"]).strip() for actor in actors) if isinstance(actors, list) else ()
