"""How reports are read: by which reader, with which packs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from deconflict import __version__
from deconflict.errors import BadRequest
from deconflict.packs import BUILT_IN, SHIPPED, Packs, load
from deconflict.pipeline import read_report
from deconflict.read import DEFAULT, FALLBACK, READERS, Reader, missing
from deconflict.record import Raw, Reading, content_id
from deconflict.resolve import Gazetteer

if TYPE_CHECKING:
    from deconflict.store import Store  # a reading process stores nothing, and loading it takes 0.2 s

ALWAYS = "world"
"""The pack that every other one builds on."""


class ReadingDesk:
    """A reader with the packs and the gazetteer that its words are resolved with.

    The reader is made when it is first needed: a program whose reading processes read for it needs none itself.
    """

    def __init__(self, reader: type[Reader], packs: Packs, gazetteer: Gazetteer) -> None:
        self._kind, self.packs, self.gazetteer = reader, packs, gazetteer

    @cached_property
    def reader(self) -> Reader:
        """Who reads."""
        return self._kind()

    def load(self) -> None:
        _ = self.reader

    def read(self, raw: Raw) -> Reading:
        return read_report(raw, self.reader, self.packs, self.gazetteer)

    def method(self) -> str:
        """An id of all a reading depends on but its input: the same input by the same method gives the same reading."""
        known = msgspec.json.encode(self.packs, order="deterministic").decode()
        return content_id("m", self._kind.name.name, self._kind.name.version, __version__, known, self.gazetteer.edition)


class ReadingPlan(msgspec.Struct, frozen=True):
    """Names of reader and packs; `cache_dir` is where the gazetteer keeps its index (None: the user's cache folder).

    `instead`: why it is this reader and not the one asked for; to be said aloud.
    """

    reader: str = DEFAULT
    packs: tuple[str, ...] = SHIPPED
    cache_dir: Path | None = None
    instead: str = ""

    @classmethod
    def usable(cls, reader: str, packs: tuple[str, ...]) -> ReadingPlan:
        """With that reader, or with the one that needs nothing if that one cannot read on this machine."""
        why = missing(reader)
        if not why:
            return cls(reader, packs)
        return cls(FALLBACK, packs, instead=f"The {reader} reader cannot read here: {why} Reading by {FALLBACK} instead.")

    def open(self) -> ReadingDesk:
        """Errors: `BadRequest` for a reader that does not exist, `BadPack`."""
        if self.reader not in READERS:
            raise BadRequest(f"There is no reader {self.reader!r}.", f"Choose one of: {', '.join(sorted(READERS))}.")
        return ReadingDesk(READERS[self.reader], load(self.packs), Gazetteer.open(self.cache_dir))


def chosen_packs(given: Sequence[str | Path], store: Store | None = None) -> tuple[str, ...]:
    """The packs to read with: those given, on top of the world; else those the record was read with, else SHIPPED.

    Folders are made absolute, so that the record can be read on from anywhere.
    """
    if not given:
        return (store.knowledge().packs if store else ()) or SHIPPED
    named = [str(pack) if str(pack) in BUILT_IN else str(Path(pack).absolute()) for pack in given]
    return tuple(dict.fromkeys((ALWAYS, *named)))
