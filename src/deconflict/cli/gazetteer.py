"""`deconflict gazetteer`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deconflict.cli import out
from deconflict.cli.group import DONE, SOME_SKIPPED
from deconflict.cli.wording import counted
from deconflict.errors import BadRequest, Unreadable

if TYPE_CHECKING:
    from deconflict.cli.gazetteer_files import Source
    from deconflict.resolve.country_file import About

HOME = "https://download.geonames.org/export/dump"
CODE = re.compile(r"[A-Z]{2}")


@click.group()
def gazetteer() -> None:
    """Add countries in full to the places that are known.

    What the program comes with are settlements of 500 and more people, all over the world.
    """


@gazetteer.command()
@click.argument("countries", metavar="COUNTRY...", nargs=-1, required=True)
@click.option("--from", "folder", metavar="FOLDER", type=click.Path(path_type=Path), help="Take the files from here.")
@click.option("--url", metavar="URL", help=f"The address the files are under.  [default: {HOME}]")
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Seconds to wait for the server.")
def add(countries: tuple[str, ...], folder: Path | None, url: str | None, timeout: float) -> int:
    """Add countries, or renew them, with all their villages, provinces, rivers, airfields, camps and hills.

    COUNTRY is a code of two letters (ISO 3166): SY, IQ. The files are GeoNames': SY.zip (or SY.txt) and
    admin1CodesASCII.txt. Should one of them be missing or broken, nothing is changed.
    """
    from deconflict.cli.gazetteer_files import Folder, Web, archived
    from deconflict.resolve.added_countries import AddedCountries

    codes = codes_of(countries)
    if folder and url:
        raise click.UsageError("Files come --from a folder or from a --url: leave out one of them.")
    held = AddedCountries.of(None)
    with held.drafts() as drafts:
        source: Source = Folder(folder) if folder else Web(url or HOME, timeout, drafts)
        try:
            taken = [archived(code, source, drafts) for code in codes]
        except Unreadable as error:
            raise Unreadable(f"{error.message} Nothing was changed.", error.advice or source.advice) from error
        changed = [about for about in taken if about.sha256 != held.held().get(about.country)]
        put([drafts / f"{about.country}.zip" for about in changed])
    for about in taken:
        out.tell(said(about, about in changed))
    return SOME_SKIPPED if any(about.off_earth for about in taken) else DONE


@gazetteer.command("list")
def list_() -> None:
    """List what the gazetteer holds, from when, and whose it is."""
    from rich.table import Table
    from rich.text import Text

    from deconflict.resolve import Gazetteer

    opened = Gazetteer.open(None)
    drawn = Table("country", "places", "as of", "added", "from", "whose", box=None, header_style="bold")
    for about in opened.added:
        cells = (about.country, f"{about.kept:,}", about.changed, about.taken, about.origin, about.attribution)
        drawn.add_row(*map(Text, cells))
    out.show(drawn)
    out.tell(f"The gazetteer holds {opened.holds}. Its index is {opened.path}.")


@gazetteer.command()
@click.argument("countries", metavar="COUNTRY...", nargs=-1, required=True)
def remove(countries: tuple[str, ...]) -> None:
    """Remove countries that were added; what the program came with stays."""
    from deconflict.resolve.gazetteer_changes import remove_countries

    codes = codes_of(countries)
    remove_countries(codes)
    out.tell(f"{', '.join(codes)}: removed. Reports that are read again are placed without.")


def codes_of(words: Sequence[str]) -> tuple[str, ...]:
    """Country codes as given, each once. Errors: `BadRequest`."""
    codes = tuple(dict.fromkeys(word.upper() for word in words))
    for code in codes:
        if not CODE.fullmatch(code):
            raise BadRequest(f"{out.shorter(code, 40)!r} is no country's code.", "Codes have two letters (ISO 3166): SY, IQ.")
    return codes


def put(archives: Sequence[Path]) -> None:
    """Takes archives into the gazetteer, or sees that it is there."""
    from deconflict.resolve import Gazetteer
    from deconflict.resolve.gazetteer_changes import add_countries

    if archives:
        out.tell("The index is being written; that takes some 10 seconds.")
        add_countries(archives)
    else:
        Gazetteer.open(None)


def said(about: About, is_new: bool) -> str:
    """What was done for a country, and what of its file was left out."""
    did = "added. Reports that are read again are placed with it" if is_new else "held already; nothing was changed"
    whole = f"{about.country}: {counted(about.kept, 'places')} as of {about.changed}, {about.attribution}, {did}."
    if not about.off_earth:
        return whole
    return f"{whole} {counted(about.off_earth, 'places')} left out: the latitude or longitude does not exist."
