"""The features of a pack's GeoJSON files, each knowing its line, so that an error can name it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from deconflict.errors import BadPack
from deconflict.packs.tables import OnWrong, refuse
from deconflict.packs.zones import Zone, zone_of

_ADVICE = "docs/packs.md tells what a zone needs."


class Placed(NamedTuple):
    """A feature and the line it begins on."""

    feature: dict[str, Any]
    line: int


def features(file: Path) -> list[Placed]:
    """The features of a FeatureCollection; none if there is no such file. Raises BadPack."""
    if not file.is_file():
        return []
    try:
        text = file.read_text("utf-8-sig")
        collection = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadPack(f"{file}, line {error.lineno}: {error.msg}.", "The file must be GeoJSON.") from error
    except UnicodeDecodeError as error:
        raise BadPack(f"{file}: {error}.", "Save the file in UTF-8.") from error
    found = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(found, list) or not all(isinstance(feature, dict) for feature in found):
        raise BadPack(f"{file}, line 1: no list of features.", "The file must be a GeoJSON FeatureCollection.")
    return list(map(Placed, found, _lines(text)))


def zones(folder: Path, pack: str, on_wrong: OnWrong = refuse) -> Iterator[Zone]:
    """The zones and lines of a pack. What is wrong with one is handed to `on_wrong`."""
    file, seen = folder / "zones.geojson", dict[str, int]()
    try:
        found = features(file)
    except BadPack as wrong:
        on_wrong(wrong)
        return
    for feature, line in found:
        try:
            zone = zone_of(feature, pack)
            if zone.id in seen:
                raise ValueError(f"duplicate id {zone.id!r}, first on line {seen[zone.id]}.")
        except (ValueError, TypeError) as error:
            on_wrong(BadPack(f"{file}, line {line}: {_name(feature)}{_plain(error)}", _ADVICE))
        else:
            seen[zone.id] = line
            yield zone


def _lines(text: str) -> Iterator[int]:
    """The line on which each feature begins."""
    decode, at = json.JSONDecoder().raw_decode, text.index("[", text.index('"features"')) + 1
    while (start := text.find("{", at)) >= 0:
        yield text.count("\n", 0, start) + 1
        _, at = decode(text, start)


def _name(feature: dict[str, Any]) -> str:
    properties = feature.get("properties")
    name = properties.get("id") if isinstance(properties, dict) else None
    return f"zone {name!r}: " if name else ""


def _plain(error: Exception) -> str:
    """What msgspec says of a value that does not fit, in our words."""
    said = str(error)
    if isinstance(error, msgspec.ValidationError):
        said = said.replace("`", "").replace("Object missing", "missing").replace("Object contains", "it has the")
        said = said.replace(" - at $.", ", at ").replace("$.", "")
    return said if said.endswith(".") else f"{said}."
