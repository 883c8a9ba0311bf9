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
from deconflict.packs.tables import OnWrong, refuse
from deconflict.packs.zones import Zone

SHIPPED = ("world", "syria")
"""What is read with unless other packs are named; they lie in folders beside this file."""

BUILT_IN = (*SHIPPED, "el-salvador")
"""All packs that come with deconflict."""


class Gathered(msgspec.Struct):
    """What the packs read so far hold."""

    manifests: list[Manifest] = msgspec.field(default_factory=list)
    actors: ActorTable = msgspec.field(default_factory=ActorTable)
    offices: OfficeTable = msgspec.field(default_factory=OfficeTable)
    places: PlaceTable = msgspec.field(default_factory=PlaceTable)
    zones: dict[str, Zone] = msgspec.field(default_factory=dict)
    outlines: list[dict[str, Any]] = msgspec.field(default_factory=list)


def load(names_or_dirs: Sequence[str]) -> Packs:
    """The packs of those names (shipped) or folders, later ones outranking earlier ones.

    Raises BadPack, naming file and line, if one is missing or says something impossible.
    """
    gathered = Gathered()
    for folder in map(folder_of, names_or_dirs):
        gather(folder, gathered)
    return _packs(gathered)


def gather(folder: Path, gathered: Gathered, on_wrong: OnWrong = refuse) -> None:
    """Adds a pack's folder to what is gathered. What is wrong with it is handed to `on_wrong`."""
    try:
        manifest = read_manifest(folder)
        gathered.manifests.append(manifest)
        sides = {side for known in gathered.manifests for side in known.sides}
        read_actors(folder, manifest.name, sides, gathered.actors, on_wrong)
        read_places(folder, manifest, gathered.places, on_wrong)
        gathered.zones |= {zone.id: zone for zone in zones(folder, manifest.name, on_wrong)}
        gathered.outlines += [placed.feature for placed in features(folder / "outlines.geojson")]
        read_offices(folder, manifest.name, gathered.actors, gathered.offices)
    except BadPack as wrong:
        on_wrong(wrong)


def _packs(gathered: Gathered) -> Packs:
    manifests, actors, places = gathered.manifests, gathered.actors, gathered.places
    countries = frozenset(country for manifest in manifests for country in manifest.countries)
    states = [entity for entity in actors.entities.values() if entity.kind == "state" and entity.country in countries]
    return Packs(
        names=tuple(manifest.name for manifest in manifests),
        titles={manifest.name: manifest.title for manifest in manifests},
        countries=countries,
        sides={key: side.name for manifest in manifests for key, side in manifest.sides.items()},
        allies=_allies(manifests),
        outlines=tuple(gathered.outlines),
        entities=actors.entities,
        sources=actors.sources,
        places=tuple(places.places),
        zones=tuple(gathered.zones.values()),
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
        offices=gathered.offices.terms,
    )


def _allies(manifests: list[Manifest]) -> Mapping[str, frozenset[str]]:
    pairs = {(side, ally) for manifest in manifests for side, told in manifest.sides.items() for ally in told.allies}
    both = pairs | {(ally, side) for side, ally in pairs}
    return {side: frozenset(ally for other, ally in both if other == side) for side, _ in both}


def folder_of(name_or_dir: str) -> Path:
    """The folder of a pack that ships, or the folder given. Raises BadPack if there is none."""
    folder = Path(__file__).parent / name_or_dir if name_or_dir in BUILT_IN else Path(name_or_dir)
    if not folder.is_dir():
        raise BadPack(f"There is no pack {name_or_dir!r}.", f"Name one of {', '.join(BUILT_IN)}, or a folder with a pack.json.")
    return folder
