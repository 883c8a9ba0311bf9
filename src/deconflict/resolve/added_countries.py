"""The countries that were added to the gazetteer, one archive each in the user's data folder.

The index is made from them and can be made again: an archive that is there is in the gazetteer, one that is not is not.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from deconflict.resolve.country_file import About, CountryFile

_DRAFTS = ".draft-"
_DAY = 86_400.0


class AddedCountries(msgspec.Struct, frozen=True):
    """The folder of the archives, which need not exist."""

    folder: Path

    @classmethod
    def of(cls, cache_dir: Path | None) -> AddedCountries:
        """Those that belong to the index in `cache_dir`, else to the user's."""
        return cls((cache_dir or _user_data()) / "countries")

    def files(self, besides: Iterable[str] = ()) -> tuple[CountryFile, ...]:
        """The archives by their countries' codes, without some."""
        left_out = frozenset(besides)
        found = sorted(self.folder.glob("[A-Z][A-Z].zip"))
        return tuple(CountryFile(path) for path in found if path.stem not in left_out)

    def held(self) -> dict[str, str]:
        """Code -> checksum of what is held. Errors: `BadRequest` if an archive is broken."""
        return {about.country: about.sha256 for about in self.about()}

    def about(self) -> tuple[About, ...]:
        """Where each country's places come from. Errors: `BadRequest` if an archive is broken."""
        return tuple(file.about() for file in self.files())

    @contextmanager
    def drafts(self) -> Iterator[Path]:
        """A folder for archives that are to be taken; what is left in it is removed, what an ended program left after a day."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for left in self.folder.glob(f"{_DRAFTS}*"):
            if time.time() - left.stat().st_mtime > _DAY:
                shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=_DRAFTS) as folder:
            yield Path(folder)

    def take(self, drafts: Iterable[Path]) -> None:
        """Moves new archives in, each in the place of its country's old one. Raises OSError."""
        for draft in drafts:
            draft.replace(self.folder / draft.name)

    def drop(self, codes: Iterable[str]) -> None:
        """Removes archives. Raises OSError."""
        for code in codes:
            (self.folder / f"{code}.zip").unlink(missing_ok=True)


def _user_data() -> Path:
    from platformdirs import user_data_path

    return user_data_path("deconflict")
