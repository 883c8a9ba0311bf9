"""Offices and who held them when: "US Defense Secretary" is another person in 2014 than in 2017."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from deconflict.packs.actors import ActorTable
from deconflict.packs.folding import fold
from deconflict.packs.tables import Row, rows
from deconflict.record import Entity


class Term(msgspec.Struct, frozen=True):
    """A person's time in an office, ISO days, both inclusive; None: open on that side."""

    person: str
    since: str | None = None
    until: str | None = None

    def holds(self, day: str) -> bool:
        """Whether the person was in office on that ISO day."""
        return (self.since or "") <= day and (self.until is None or day <= self.until)


class OfficeTable(msgspec.Struct):
    """Folded words of an office -> the terms of those who held it. A later pack's word replaces that of an earlier one."""

    terms: dict[str, tuple[Term, ...]] = msgspec.field(default_factory=dict)


def read_offices(folder: Path, pack: str, actors: ActorTable, offices: OfficeTable) -> None:
    """Adds what the pack's `offices.csv` tells, and the persons no `actors.csv` has told of. Raises BadPack."""
    found: dict[str, list[Term]] = {}
    for row in rows(folder, "offices.csv"):
        if not actors.knows(row["actor"]):
            raise row.wrong(f"actor {row['actor']!r} is no actor of this pack or one before it.")
        term = Term(_person(row, pack, actors), _day(row, "from"), _day(row, "to"))
        if term.since and term.until and term.until < term.since:
            raise row.wrong(f"the term ends on {term.until}, before it begins on {term.since}.")
        for words in {fold(name) for name in (row["name"], *row.names("words"))}:
            found.setdefault(words, []).append(term)
    offices.terms.update({words: tuple(terms) for words, terms in found.items()})


def holder(terms: Sequence[Term], day: str) -> str | None:
    """Who held the office on that ISO day; None if nobody is known to have, or two are, as on the day they changed."""
    held = {term.person for term in terms if term.holds(day)}
    return next(iter(held)) if len(held) == 1 else None


def _person(row: Row, pack: str, actors: ActorTable) -> str:
    """The person's id; who is told of here alone becomes an actor with the side and country of the office's body."""
    if row["person"] not in actors.entities:
        if not row["person"] or not row["person_name"]:
            raise row.wrong(f"person {row['person']!r} is no actor, and no person_name says who it is.")
        state = actors.entities.get(row["actor"].split(".", 1)[0])
        known = actors.entities.get(row["actor"]) or state
        side, country = (known.side or (state.side if state else None), known.country) if known else (None, None)
        person = Entity(row["person"], row["person_name"], "person", side, country, row["actor"], pack)
        actors.entities[person.id] = person
        actors.names.setdefault(fold(person.name), (person.id,))
    return row["person"]


def _day(row: Row, column: str) -> str | None:
    """The cell as an ISO day."""
    if not row[column]:
        return None
    try:
        return date.fromisoformat(row[column]).isoformat()
    except ValueError:
        raise row.wrong(f"{column} {row[column]!r} is no day like 2017-05-18.") from None
