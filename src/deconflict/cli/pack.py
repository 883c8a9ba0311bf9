"""`deconflict pack`"""

from __future__ import annotations

from pathlib import Path

import click

from deconflict.cli import out
from deconflict.cli.group import DONE, NOTHING_DONE
from deconflict.cli.wording import counted


@click.group()
def pack() -> None:
    """Look over a folder of your own knowledge about a conflict: actors, outlets, places, zones."""


@pack.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def check(folder: Path) -> int:
    """Say what is wrong with a pack, with file and line, and what is allowed but may not be meant.

    DIR is the pack's folder, or the name of a pack that came with the program. What is wrong must be mended
    before the pack can be used (exit status 2); remarks need not be.
    """
    from deconflict.packs.check import check

    checked = check(folder)
    for error in checked.wrong:
        out.write(f"wrong: {error}\n")
    for remark in checked.remarks:
        out.write(f"remark: {remark}\n")
    can = "It cannot be used yet." if checked.wrong else "It can be used."
    out.tell(f"Pack {checked.name}: {len(checked.wrong)} wrong, {counted(len(checked.remarks), 'remarks')}. {can}")
    return NOTHING_DONE if checked.wrong else DONE


@pack.command()
@click.argument("file", metavar="FILE", type=click.Choice(["pack.json", "zones.geojson"]))
def schema(file: str) -> None:
    """Print the JSON Schema of a pack's pack.json or zones.geojson, for an editor that completes and checks."""
    import msgspec

    from deconflict.packs.manifest import Manifest
    from deconflict.packs.zones import ZoneCollection

    noun = Manifest if file == "pack.json" else ZoneCollection
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(noun)}
    out.write(msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n")
