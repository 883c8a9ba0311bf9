"""One report as it came in, before anything was read into it."""

from __future__ import annotations

from typing import Literal

import msgspec

UNASKED = ""

Format = Literal["text", "markdown", "html"]


class Raw(msgspec.Struct, frozen=True):
    """What ingest found: decoded content and what the input itself says about it.

    `key` is the input's own name for the report: its id column, else its URL, else its path.
    `raw_sha256` is of the bytes (for a table: of the row's cells), so the same bytes are the same report.
    `language` is that of the text where it was looked for ahead: a code, None if it cannot be told, else `UNASKED`.
    `places` are the names that an issue could call this input by: its file's or table's, its row's. They are no part of it.
    `published` is an ISO date or date-time as the metadata gave it; `published_given` one the user gave for all inputs.
    """

    key: str
    content: str
    raw_sha256: str
    format: Format = "text"
    title: str = ""
    source: str = ""
    url: str | None = None
    published: str | None = None
    published_given: str | None = None
    language: str | None = UNASKED
    places: tuple[str, ...] = ()
