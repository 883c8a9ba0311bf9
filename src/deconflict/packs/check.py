"""Looking a pack over: everything that is wrong with it, and what is allowed but may not be meant."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from deconflict.errors import BadPack
from deconflict.packs.features import Placed, features, zones
from deconflict.packs.folding import acronym, fold
from deconflict.packs.load import Gathered, folder_of, gather
from deconflict.packs.manifest import Manifest
from deconflict.packs.tables import COLUMNS, Row, rows

BASE = "world"
"""What every pack builds on."""

FREE_COLUMNS = frozenset({"source", "note"})
"""Columns that any table may have, for the reader of the table."""

_FILES = frozenset({*COLUMNS, "pack.json", "zones.geojson", "outlines.geojson", "README.md"})
_NAMING = {"states.csv": ("aliases", "demonyms"), "actors.csv": ("aliases",), "sources.csv": ("aliases",)}


class Remark(NamedTuple):
    """Something that is allowed and worth a second look. `line`: 0 for the file as a whole."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"


class Checked(NamedTuple):
    """What there is to say of a pack; it can be used if nothing is `wrong`."""

    name: str
    wrong: tuple[BadPack, ...]
    remarks: tuple[Remark, ...]


class _Bearer(NamedTuple):
    """Who bears a name, and where the pack says so."""

    id: str
    name: str
    file: str
    line: int


def check(folder: Path) -> Checked:
    """Reads the pack on top of the world's and looks for all that is wrong or doubtful. Raises BadPack if there is no folder."""
    folder, wrong = folder_of(str(folder)), list[BadPack]()
    base = Gathered()
    if folder != folder_of(BASE):
        gather(folder_of(BASE), base)
    known = frozenset(base.actors.entities)
    names = dict(base.actors.names)
    gather(folder, base, wrong.append)
    if not base.manifests or (known and len(base.manifests) < 2):
        return Checked(folder.name, tuple(wrong), ())
    manifest = base.manifests[-1]
    looks = (_names(folder, names), _sides(folder, manifest), _countries(manifest, base), _places(folder, manifest),
             _zones(folder, manifest), _sources(folder), _files(folder))  # fmt: skip
    return Checked(manifest.name, tuple(wrong), tuple(remark for look in looks for remark in look))


def _names(folder: Path, earlier: Mapping[str, tuple[str, ...]]) -> Iterator[Remark]:
    """Names that several bear, or that are taken from an actor of an earlier pack."""
    bearers: dict[str, dict[str, _Bearer]] = defaultdict(dict)
    spelled: dict[str, str] = {}
    for words, bearer in _bearers(folder):
        key = acronym(words) or fold(words)
        spelled.setdefault(key, words)
        bearers[key].setdefault(bearer.id, bearer)
    for key, found in bearers.items():
        first, *others = found.values()
        for other in others:
            yield Remark(other.file, other.line, _ambiguous(spelled[key], first, other))
        taken = [actor for actor in earlier.get(key, ()) if actor not in found]
        if taken and not acronym(spelled[key]):
            yield Remark(first.file, first.line, f"{spelled[key]!r} is {first.id} with this pack, no longer {', '.join(taken)}.")


def _ambiguous(words: str, first: _Bearer, other: _Bearer) -> str:
    borne = f"{words!r} is borne by {other.name} ({other.id}) and by {first.name} ({first.id}; {first.file}, line {first.line})"
    same = (
        " If the outlet is that actor, give both the same id."
        if {first.file, other.file} == {"actors.csv", "sources.csv"}
        else ""
    )
    return f"{borne}: the name is ambiguous, and words that give no more than it name neither.{same}"


def _bearers(folder: Path) -> Iterator[tuple[str, _Bearer]]:
    for file, columns in _NAMING.items():
        for row in _rows(folder, file):
            bearer = _Bearer(row["id"], row["name"], file, row.line)
            yield from ((words, bearer) for words in (row["name"], *(each for column in columns for each in row.names(column))))
    for row in _rows(folder, "states.csv"):
        seat = _Bearer(f"{row['id']}.government", f"the government of {row['name']}", "states.csv", row.line)
        yield from ((words, seat) for words in row.names("seats"))


def _sides(folder: Path, manifest: Manifest) -> Iterator[Remark]:
    used = {row.cells["side"] for file in _NAMING for row in _rows(folder, file)}
    for side in sorted(set(manifest.sides) - used):
        yield Remark("pack.json", 0, f"side {side!r} is nobody's.")


def _countries(manifest: Manifest, gathered: Gathered) -> Iterator[Remark]:
    known = {entity.country for entity in gathered.actors.entities.values() if entity.kind == "state"}
    for country in manifest.countries:
        if country not in known:
            yield Remark("pack.json", 0, f"country {country!r} is no state's of this pack or the world's.")


def _places(folder: Path, manifest: Manifest) -> Iterator[Remark]:
    kinds, found = set[str](), dict[tuple[str, str], Row]()
    for row in _rows(folder, "places.csv"):
        kinds.add(row["kind"])
        first = found.setdefault((fold(row["name"]), row["kind"]), row)
        if first is not row:
            text = (
                f"{row['name']!r} is also the name of {first['id']} (line {first.line}): which is meant is decided case by case."
            )
            yield Remark("places.csv", row.line, text)
    for kind in sorted(set(manifest.place_forms) - kinds):
        yield Remark("pack.json", 0, f"place_forms name the kind {kind!r}, of which there is no place.")


def _zones(folder: Path, manifest: Manifest) -> Iterator[Remark]:
    lines = {placed.feature["properties"].get("id"): placed.line for placed in _features(folder)}
    names: dict[str, list[str]] = defaultdict(list)
    for zone in zones(folder, manifest.name, _ignore):
        for words in {fold(name) for name in (zone.name, *zone.aliases)}:
            names[words].append(zone.id)
        if zone.until is None and zone.since is not None:
            yield Remark("zones.geojson", lines.get(zone.id, 0), f"zone {zone.id!r} has no last day: it is taken to be in force.")
    shared = {tuple(found): words for words, found in reversed(names.items()) if len(found) > 1}
    for found, words in shared.items():
        yield Remark("zones.geojson", 0, f"{words!r} names {', '.join(found)}: a report that says so may mean any of them.")


def _features(folder: Path) -> Iterator[Placed]:
    try:
        yield from (each for each in features(folder / "zones.geojson") if isinstance(each.feature.get("properties"), dict))
    except BadPack:
        return


def _sources(folder: Path) -> Iterator[Remark]:
    """Rows that do not say where they are from."""
    for file in ("states.csv", "actors.csv", "sources.csv", "places.csv", "offices.csv"):
        found = list(_rows(folder, file))
        without = [row for row in found if not row.cells.get("source")]
        if without:
            text = f"{len(without)} of {len(found)} rows name no source, the first on line {without[0].line}."
            yield Remark(file, 0, text)


def _files(folder: Path) -> Iterator[Remark]:
    for file in sorted(
        each.name for each in folder.iterdir() if each.name not in _FILES and not each.name.startswith((".", "_"))
    ):
        yield Remark(file, 0, "nothing reads this file.")
    for file in sorted(set(COLUMNS) & {each.name for each in folder.iterdir()}):
        with (folder / file).open(encoding="utf-8-sig", newline="", errors="replace") as lines:
            head: Iterable[str] = next(csv.reader(lines, skipinitialspace=True), [])
        for column in head:
            if column not in {*COLUMNS[file], *FREE_COLUMNS}:
                yield Remark(file, 1, f"nothing reads the column {column!r}.")


def _rows(folder: Path, file: str) -> Iterator[Row]:
    """The rows that are right; what is wrong with the others is said elsewhere."""
    return rows(folder, file, _ignore)


def _ignore(wrong: BadPack) -> None:
    del wrong
