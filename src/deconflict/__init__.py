"""deconflict reads reports about armed conflict and keeps one record of what they claim, and according to whom.

import deconflict

with deconflict.open("war.db") as record:
    record.read(["saved-pages/"])
    for event in record.events: ...

reading = deconflict.read_text("At least 12 people were killed ...", published="2019-05-07")
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deconflict.engine.record import Record
    from deconflict.record import Reading

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "open", "read_text"]

# Everything else is imported where it is used: `import deconflict` and `deconflict --help` must not wait for readers and tables.


def open(path: str | Path, *, packs: Sequence[str | Path] = ()) -> Record:  # noqa: A001 - reads as deconflict.open
    """The record in that file; if there is none, a new one that is made when something is read into it.

    `packs`: names or folders on top of the world's; none given: those the record was read with, else all shipped ones.
    Errors: `BadRecord` if the file is something else or from a newer version.
    """
    from deconflict.engine.record import record_at

    return record_at(Path(path), packs)


def read_text(
    text: str,
    *,
    title: str = "",
    source: str = "",
    published: str | None = None,
    packs: Sequence[str | Path] = (),
    reader: str | None = None,
) -> Reading:
    """What a reader makes of one text: a report with its claims; nothing is stored. `published` is an ISO date.

    `reader`: a name, or none for the default. If it cannot read on this machine, another does, with a warning.

    Errors: `Unreadable` if there is nothing in it, `BadRequest` for an unknown reader or a date that is none, `BadPack`,
    `TypeError` for what is no text.
    """
    from deconflict.engine.opening import planned
    from deconflict.ingest import IngestOptions
    from deconflict.record import Raw

    for name, value in (("text", text), ("title", title), ("source", source)):
        if not isinstance(value, str):
            raise TypeError(f"{name} must be a str, not {type(value).__name__}; decode bytes first.")
    published = IngestOptions(published=published).published
    sha256 = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    raw = Raw("text", text, sha256, title=title, source=source, published_given=published)
    plan, desk = planned(packs, reader)
    if plan.instead:
        warnings.warn(plan.instead, stacklevel=2)
    return desk.read(raw)


def __getattr__(name: str) -> Any:
    if name == "Record":
        from deconflict.engine.record import Record

        return Record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
