"""What a pack says about itself: pack.json."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec

from deconflict.errors import BadPack

NEUTRAL = "neutral"
"""The side of those who take no part - agencies, monitors, aid; every pack may use it without naming it."""


class SideOf(msgspec.Struct, frozen=True):
    """A party to the conflict: its sober display name and the sides it fights together with."""

    name: str
    allies: tuple[str, ...] = ()


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`countries`: ISO 3166-1 alpha-2 codes of the countries the conflict is about; none for general knowledge.

    `place_forms`: kind of place -> how such places are named ("{} province"); kinds without forms go by their bare names.
    """

    name: str
    title: str
    description: str
    licence: str
    sources: tuple[str, ...]
    countries: tuple[str, ...] = ()
    sides: dict[str, SideOf] = {}
    place_forms: dict[str, tuple[str, ...]] = {}


def read_manifest(folder: Path) -> Manifest:
    """The pack.json of a folder. Raises BadPack if it is missing, no JSON, or lacks a field."""
    file = folder / "pack.json"
    try:
        text = file.read_text("utf-8-sig")
        manifest = msgspec.convert(json.loads(text), Manifest)
    except OSError as error:
        raise BadPack(f"{file} cannot be read: {error.strerror}.", "A pack is a folder with a pack.json.") from error
    except UnicodeDecodeError as error:
        raise BadPack(f"{file}: {error}.", "Save the file in UTF-8.") from error
    except json.JSONDecodeError as error:
        raise BadPack(f"{file}, line {error.lineno}: {error.msg}.", "The file must be JSON.") from error
    except msgspec.ValidationError as error:
        told = f"{file}, line {_line_of(str(error), text)}: {error}."
        raise BadPack(told, "docs/packs.md tells what pack.json holds.") from error
    strangers = {ally for side in manifest.sides.values() for ally in side.allies} - set(manifest.sides)
    if strangers:
        raise BadPack(f"{file}: allies {', '.join(sorted(strangers))} are no sides of this pack.", "Name them under sides.")
    return manifest


def _line_of(error: str, text: str) -> int:
    """The line of the last key that the error names and the text holds; the first line if there is none."""
    for key in reversed(re.findall(r"[\w-]+", error)):
        if (at := text.find(f'"{key}"')) >= 0:
            return text.count("\n", 0, at) + 1
    return 1
