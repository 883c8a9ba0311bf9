"""A pack's states, bodies, actors and outlets, gathered over all packs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from pathlib import Path

import msgspec

from deconflict.errors import BadPack
from deconflict.packs.bodies import Body, split_id
from deconflict.packs.folding import acronym, fold
from deconflict.packs.manifest import NEUTRAL
from deconflict.packs.tables import OnWrong, Row, refuse, rows
from deconflict.record import Entity, Source

ACTOR_KINDS = frozenset(
    {
        "state",
        "government",
        "armed_forces",
        "armed_group",
        "alliance",
        "agency",
        "monitor",
        "outlet",
        "organisation",
        "person",
        "civilians",
        "generic",
    }
)
SOURCE_KINDS = frozenset(
    {"agency", "state_media", "private_media", "party_media", "opposition_media", "monitor", "official", "aggregator"}
)


_REMARK = re.compile(r" \([^)]*\)$")
"""What a name adds in parentheses for the reader is no part of it."""


class ActorTable(msgspec.Struct):
    """What the packs read so far know. A later pack's row or name replaces an earlier one."""

    entities: dict[str, Entity] = msgspec.field(default_factory=dict)
    sources: dict[str, Source] = msgspec.field(default_factory=dict)
    bodies: dict[str, Body] = msgspec.field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    acronyms: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    demonyms: dict[str, str] = msgspec.field(default_factory=dict)
    body_words: dict[str, str] = msgspec.field(default_factory=dict)
    source_names: dict[str, str] = msgspec.field(default_factory=dict)
    common_words: set[str] = msgspec.field(default_factory=set)
    proper_words: set[str] = msgspec.field(default_factory=set)

    def knows(self, actor: str) -> bool:
        """Whether the id is an actor's, or that of a body of a state."""
        state, body = split_id(actor)
        return actor in self.entities or (state in self.entities and body in self.bodies)


class _Naming(msgspec.Struct):
    """The names one pack gives: two of its actors may share one, and it is ambiguous then."""

    names: dict[str, dict[str, None]] = msgspec.field(default_factory=dict)
    acronyms: dict[str, dict[str, None]] = msgspec.field(default_factory=dict)
    common_words: set[str] = msgspec.field(default_factory=set)
    proper_words: set[str] = msgspec.field(default_factory=set)

    def name(self, actor: str, names: Iterable[str]) -> None:
        for words in names:
            short = acronym(words)
            bearers = self.acronyms if short else self.names
            bearers.setdefault(short or fold(words), {})[actor] = None
            first, _, rest = fold(words).partition(" ")
            if words == words.lower():
                self.common_words.add(first)
            elif not rest:
                self.proper_words.add(first)


def read_actors(folder: Path, pack: str, sides: Set[str], table: ActorTable, on_wrong: OnWrong = refuse) -> None:
    """Adds to `table` what the pack knows of actors and outlets. What is wrong with a row is handed to `on_wrong`."""
    naming = _Naming()
    wholes = list[tuple[Row, str]]()
    for file, read in _READERS.items():
        for row in rows(folder, file, on_wrong):
            try:
                _check_side(row, sides)
                read(row, pack, table, naming)
            except BadPack as wrong:
                on_wrong(wrong)
            if "part_of" in row.cells and file != "bodies.csv" and row["part_of"]:
                wholes.append((row, row["part_of"]))
    for row, whole in wholes:
        if not table.knows(whole):
            on_wrong(row.wrong(f"part_of {whole!r} is no actor of this pack or one before it."))
    table.names.update({words: tuple(ids) for words, ids in naming.names.items()})
    table.common_words |= naming.common_words
    table.proper_words |= naming.proper_words
    table.acronyms.update({words: tuple(ids) for words, ids in naming.acronyms.items()})


def _read_state(row: Row, pack: str, table: ActorTable, naming: _Naming) -> None:
    state = Entity(row["id"], row["name"], "state", row.maybe("side"), row.maybe("country"), None, pack)
    table.entities[state.id] = state
    own = (state.name, *row.names("aliases"), *row.names("demonyms"))
    naming.name(state.id, own)
    naming.name(f"{state.id}.government", row.names("seats"))
    table.demonyms.update({fold(words): state.id for words in (*own, *row.names("seats"))})


def _read_body(row: Row, pack: str, table: ActorTable, naming: _Naming) -> None:
    del pack, naming
    if row["kind"] not in ACTOR_KINDS:
        raise row.wrong(f"{row['kind']!r} is no kind of actor.")
    table.bodies[row["id"]] = Body(row["id"], row["name"], row["kind"], row.maybe("part_of"))
    table.body_words.update({fold(words): row["id"] for words in row.names("words")})


def _read_actor(row: Row, pack: str, table: ActorTable, naming: _Naming) -> None:
    if row["kind"] not in ACTOR_KINDS:
        raise row.wrong(f"{row['kind']!r} is no kind of actor; kinds are {', '.join(sorted(ACTOR_KINDS))}.")
    side, country, whole = row.maybe("side"), row.maybe("country"), row.maybe("part_of")
    table.entities[row["id"]] = Entity(row["id"], row["name"], row["kind"], side, country, whole, pack)
    naming.name(row["id"], (_REMARK.sub("", row["name"]), *row.names("aliases")))


def _read_source(row: Row, pack: str, table: ActorTable, naming: _Naming) -> None:
    """An outlet speaks too: it is an actor of the same id, unless actors.csv has told more of it already."""
    if row["kind"] not in SOURCE_KINDS:
        raise row.wrong(f"{row['kind']!r} is no kind of source; kinds are {', '.join(sorted(SOURCE_KINDS))}.")
    side, names = row.maybe("side"), (_REMARK.sub("", row["name"]), *row.names("aliases"))
    table.sources[row["id"]] = Source(row["id"], row["name"], row["kind"], side)
    table.source_names.update({fold(words): row["id"] for words in (row["id"], *names)})
    known = table.entities.get(row["id"])
    if known is None or known.pack != pack:
        kind = "monitor" if row["kind"] == "monitor" else "outlet"
        table.entities[row["id"]] = Entity(row["id"], row["name"], kind, side, row.maybe("country"), None, pack)
    naming.name(row["id"], names)


def _check_side(row: Row, sides: Set[str]) -> None:
    side = row.cells.get("side")
    if side and side != NEUTRAL and side not in sides:
        raise row.wrong(f"side {side!r} is none of the pack's sides ({', '.join(sorted(sides)) or 'it names none'}).")


_READERS: dict[str, Callable[[Row, str, ActorTable, _Naming], None]] = {
    "bodies.csv": _read_body,
    "states.csv": _read_state,
    "actors.csv": _read_actor,
    "sources.csv": _read_source,
}
