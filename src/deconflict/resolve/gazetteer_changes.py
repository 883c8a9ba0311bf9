"""Adding countries to the gazetteer and removing them: all of it or none, for a new index takes the place of the old one.

Whoever reads meanwhile goes on with the index they opened. The index is written first and the archives it was made from are moved
in last; a program that is stopped between the two leaves an index that the next `Gazetteer.open` finds out of date, and replaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deconflict.errors import BadRequest, WriteFailed
from deconflict.resolve.added_countries import AddedCountries
from deconflict.resolve.country_file import CountryFile
from deconflict.resolve.gazetteer import built


def add_countries(archives: Sequence[Path], cache_dir: Path | None = None) -> None:
    """Takes archives that `country_file.write` made, named after their countries, in place of those held.

    Errors: `WriteFailed`; `BadRequest` if an archive held is broken.
    """
    countries = AddedCountries.of(cache_dir)
    others = countries.files(besides=(archive.stem for archive in archives))
    built(cache_dir, (*others, *map(CountryFile, archives)))
    try:
        countries.take(archives)
    except OSError as error:
        raise WriteFailed(f"{countries.folder} cannot be written ({error}).", "Make it writable and run it again.") from error


def remove_countries(codes: Sequence[str], cache_dir: Path | None = None) -> None:
    """Leaves the gazetteer without these countries' files; what the program came with stays.

    Errors: `BadRequest` if one was not added; `WriteFailed`.
    """
    countries = AddedCountries.of(cache_dir)
    present = [file.path.stem for file in countries.files()]
    for code in codes:
        if code not in present:
            raise BadRequest(f"{code} was not added.", f"Added are: {', '.join(present)}." if present else "No country was.")
    built(cache_dir, countries.files(besides=codes))
    try:
        countries.drop(codes)
    except OSError as error:
        raise WriteFailed(f"{countries.folder} cannot be written ({error}).", "Make it writable and run it again.") from error
