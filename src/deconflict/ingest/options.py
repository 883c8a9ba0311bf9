"""What the user says about the inputs, checked before any of them is opened."""

from __future__ import annotations

import msgspec

from deconflict.errors import BadRequest
from deconflict.ingest.dates import is_iso_date

ColumnRole = str
"""What a column of a table is for: one of COLUMN_ROLES."""

COLUMN_ROLES: tuple[ColumnRole, ...] = ("text", "title", "source", "published", "id", "url")


class IngestOptions(msgspec.Struct, frozen=True):
    """`columns` maps what a table's column is for to its name; `published` is an ISO date for every report.

    Raises BadRequest for a role there is none of, and for a date that is none.
    """

    columns: dict[ColumnRole, str] = {}
    published: str | None = None

    def __post_init__(self) -> None:
        for role in self.columns:
            if role not in COLUMN_ROLES:
                raise BadRequest(f"There is no column role {role!r}.", f"Use {', '.join(COLUMN_ROLES)}.")
        if self.published is not None and not (isinstance(self.published, str) and is_iso_date(self.published)):
            raise BadRequest(f"{self.published!r} is no date.", "Write the date as YYYY-MM-DD, such as 2017-05-19.")

    @classmethod
    def of(cls, columns: str = "", published: str | None = None) -> IngestOptions:
        """From the command line's words: `text=body,title=headline`."""
        pairs = [pair.partition("=") for pair in columns.split(",") if pair.strip()]
        for role, equals, name in pairs:
            if not (equals and name.strip()):
                raise BadRequest(f"--columns has {role!r} without a column name.", "Write it as text=body,title=headline.")
        named = {role.strip(): name.strip() for role, _, name in pairs}
        return cls(columns=named, published=published)
