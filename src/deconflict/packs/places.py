"""A pack's places: spellings a gazetteer lacks, and places of its own."""

from __future__ import annotations

from pathlib import Path

import msgspec

from deconflict.errors import BadPack
from deconflict.packs.folding import fold
from deconflict.packs.manifest import Manifest
from deconflict.packs.pack import PackPlace
from deconflict.packs.tables import OnWrong, Row, refuse, rows


class PlaceTable(msgspec.Struct):
    """The places of the packs read so far. A later pack's name replaces an earlier one's."""

    places: list[PackPlace] = msgspec.field(default_factory=list)
    names: dict[str, tuple[int, ...]] = msgspec.field(default_factory=dict)


def read_places(folder: Path, manifest: Manifest, table: PlaceTable, on_wrong: OnWrong = refuse) -> None:
    """Adds to `table` the places of the pack. What is wrong with a row is handed to `on_wrong`."""
    naming: dict[str, dict[int, None]] = {}
    for row in rows(folder, "places.csv", on_wrong):
        try:
            place = _place(row, manifest.name)
        except BadPack as wrong:
            on_wrong(wrong)
            continue
        for words in _spellings(row, manifest.place_forms.get(row["kind"], ("{}",))):
            naming.setdefault(fold(words), {})[len(table.places)] = None
        table.places.append(place)
    table.names.update({words: tuple(at) for words, at in naming.items()})


def _place(row: Row, pack: str) -> PackPlace:
    return PackPlace(
        name=row["name"],
        lat=row.number("lat", -90, 90),
        lon=row.number("lon", -180, 180),
        radius_km=row.number("radius_km", 0, 20_000),
        precision=int(row.number("precision", 1, 7)),
        admin1=row.maybe("admin1"),
        country=row.maybe("country"),
        geonameid=int(row.number("geonameid", 1, 10**9)) if row["geonameid"] else None,
        kind=row["kind"],
        pack=pack,
        id=row["id"],
    )


def _spellings(row: Row, forms: tuple[str, ...]) -> list[str]:
    """All names of a place; those that begin with = are taken as they stand and in none of the forms."""
    spellings = list[str]()
    for words in (row["name"], *row.names("aliases")):
        spellings += [words[1:]] if words.startswith("=") else [form.replace("{}", words) for form in forms]
    return spellings
