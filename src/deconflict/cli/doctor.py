"""`deconflict doctor`"""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from importlib.util import find_spec
from typing import NamedTuple

import click

from deconflict import __version__
from deconflict.cli import out
from deconflict.cli.group import DONE, NOTHING_DONE


class Check(NamedTuple):
    """One thing looked at. `works`: None if it is optional and not there."""

    what: str
    found: str
    works: bool | None = True


@click.command()
def doctor() -> int:
    """Say what is installed and how to get what is missing."""
    from rich.table import Table
    from rich.text import Text

    checks = [*programs(), *readers(), *packs(), gazetteer(), pandas()]
    marks = {True: "ok", False: "MISSING", None: "optional"}
    drawn = Table("", "what", "found", box=None, header_style="bold")
    for check in checks:
        drawn.add_row(marks[check.works], Text(check.what), Text(check.found))
    out.show(drawn)
    return NOTHING_DONE if any(check.works is False for check in checks) else DONE


def programs() -> Iterator[Check]:
    """The versions a report of a bug should name."""
    yield Check("deconflict", __version__)
    yield Check("Python", f"{platform.python_version()} on {platform.platform(terse=True)}")
    yield Check("SQLite", sqlite3.sqlite_version)


def readers() -> Iterator[Check]:
    """The readers that `--reader` takes."""
    from deconflict.read import DEFAULT, READERS, missing

    for word, reader in READERS.items():
        why = missing(word)
        usual = "; the default" if word == DEFAULT else ""
        yield Check(f"reader {word}", why or f"version {reader.name.version}; no network{usual}", works=not why)


def packs() -> Iterator[Check]:
    """The packs that came with the program, each loaded on top of the world's."""
    from deconflict.errors import BadPack
    from deconflict.packs import BUILT_IN, load

    for name in BUILT_IN:
        try:
            loaded = load((name,) if name == BUILT_IN[0] else (BUILT_IN[0], name))
        except BadPack as error:
            yield Check(f"pack {name}", str(error), works=False)
        else:
            yield Check(f"pack {name}", f"loads; sides: {', '.join(loaded.sides.values())}")


def gazetteer() -> Check:
    """What the index of place names holds; built here if it is not there yet."""
    from deconflict.errors import BadRequest, WriteFailed
    from deconflict.resolve import Gazetteer

    try:
        opened = Gazetteer.open(None)
    except (WriteFailed, BadRequest) as error:
        return Check("gazetteer", str(error), works=False)
    more = "" if opened.added else "; `deconflict gazetteer add SY` adds a country in full"
    return Check("gazetteer", f"{opened.holds}; index at {opened.path}{more}")


def pandas() -> Check:
    """Only `to_pandas()` needs it."""
    if find_spec("pandas"):
        return Check("pandas", "installed")
    return Check("pandas", "not installed; `pip install pandas` gives record.events.to_pandas()", works=None)
