"""Reading packs from their folders. Everything is checked here, so that the steps can trust what they get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from deconflict.errors import BadPack
from deconflict.packs.actors import ActorTable, read_actors
from deconflict.packs.features import features, zones
from deconflict.packs.manifest import Manifest, read_manifest
from deconflict.packs.offices import OfficeTable, read_offices
from deconflict.packs.pack import Packs
from deconflict.packs.places import PlaceTable, read_places
from deconflict.packs.zones import Zone

SHIPPED = ("world", "syria")
"""Packs that come with deconflict, in folders beside this file."""


def load(names_or_dirs: Sequence[str]) -> Packs:
    """The packs of those names (shipped) or folders, later ones outranking earlier ones.

    Raises BadPack, naming file and line, if one is missing or says something impossible.
    """
    actors, places, areas, outlines = ActorTable(), PlaceTable(), dict[str, Zone](), list[dict[str, Any]]()
    offices = OfficeTable()
    manifests = list[Manifest]()
    for folder in map(_folder, names_or_dirs):
        manifest = read_manifest(folder)
        manifests.append(manifest)
        sides = {side for known in manifests for side in known.sides}
        read_actors(folder, manifest.name, sides, actors)
        read_offices(folder, manifest.name, actors, offices)
        read_places(folder, manifest, places)
        areas |= {zone.id: zone for zone in zones(folder, manifest.name)}
        outlines += [placed.feature for placed in features(folder / "outlines.geojson")]
    return msgspec.structs.replace(_packs(manifests, actors, places, list(areas.values()), outlines), offices=offices.terms)


def _packs(
    manifests: list[Manifest], actors: ActorTable, places: PlaceTable, zones: list[Zone], outlines: list[dict[str, Any]]
) -> Packs:
    countries = frozenset(country for manifest in manifests for country in manifest.countries)
    states = [entity for entity in actors.entities.values() if entity.kind == "state" and entity.country in countries]
    return Packs(
        names=tuple(manifest.name for manifest in manifests),
        titles={manifest.name: manifest.title for manifest in manifests},
        countries=countries,
        sides={key: side.name for manifest in manifests for key, side in manifest.sides.items()},
        allies=_allies(manifests),
        outlines=tuple(outlines),
        entities=actors.entities,
        sources=actors.sources,
        places=tuple(places.places),
        zones=tuple(zones),
        actor_names=actors.names,
        acronyms=actors.acronyms,
        demonyms=actors.demonyms,
        bodies=actors.bodies,
        body_words=actors.body_words,
        source_names=actors.source_names,
        place_names=places.names,
        first_words=frozenset(name.split(" ", 1)[0] for name in (*actors.names, *actors.demonyms)),
        common_words=frozenset(actors.common_words),
        proper_words=frozenset(actors.proper_words - actors.common_words),
        home_names=tuple(state.name for state in states),
    )


def _allies(manifests: list[Manifest]) -> Mapping[str, frozenset[str]]:
    pairs = {(side, ally) for manifest in manifests for side, told in manifest.sides.items() for ally in told.allies}
    both = pairs | {(ally, side) for side, ally in pairs}
    return {side: frozenset(ally for other, ally in both if other == side) for side, _ in both}


def _folder(name_or_dir: str) -> Path:
    folder = Path(__file__).parent / name_or_dir if name_or_dir in SHIPPED else Path(name_or_dir)
    if not folder.is_dir():
        raise BadPack(f"There is no pack {name_or_dir!r}.", f"Name {' or '.join(SHIPPED)}, or a folder with a pack.json.")
    return folder
