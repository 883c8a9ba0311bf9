"""Writes small packs about an invented country, to be loaded."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

HEADS = {
    "states.csv": "id,name,country,side,demonyms,seats,aliases,source",
    "bodies.csv": "id,name,kind,part_of,words",
    "actors.csv": "id,name,kind,side,country,part_of,aliases,source",
    "sources.csv": "id,name,kind,side,country,aliases,source",
    "places.csv": "id,name,kind,lat,lon,radius_km,precision,admin1,country,geonameid,aliases,source",
}
MANIFEST = {
    "name": "zahra",
    "title": "Zahra",
    "description": "An invented country.",
    "licence": "Apache-2.0",
    "sources": ["invented"],
    "countries": ["XA"],
    "sides": {"crown": {"name": "Crown of Zahra", "allies": ["league"]}, "league": {"name": "Coast League"}},
    "place_forms": {"province": ["{} province", "province of {}"]},
}

WritePack = Callable[..., Path]


@pytest.fixture
def write_pack(tmp_path: Path) -> WritePack:
    """Writes a pack folder: tables by name, given as rows below their heads; `manifest` overrides fields of pack.json."""

    def write(tables: Mapping[str, str] = {}, name: str = "zahra", **manifest: object) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "pack.json").write_text(json.dumps({**MANIFEST, "name": name, **manifest}), encoding="utf-8")
        for table, lines in tables.items():
            head = f"{HEADS[table]}\n" if table in HEADS else ""
            (folder / table).write_text(f"{head}{lines}\n", encoding="utf-8")
        return folder

    return write
