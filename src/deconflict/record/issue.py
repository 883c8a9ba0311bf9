"""What could not be read, and why: kept beside the record so that nothing is dropped in silence."""

from __future__ import annotations

import msgspec

from deconflict.record.identity import content_id


class Issue(msgspec.Struct, frozen=True):
    """One input, or part of one, that was skipped. `kind` groups them; `report` is set where a report exists all the same.

    Kinds: empty, binary, encoding, too_long, missing_column, no_text, undated, unreadable, unsupported, not_english, no_claims,
    reader_failed.
    """

    kind: str
    input: str
    reason: str
    advice: str = ""
    report: str | None = None
    skipped: bool = True

    @property
    def id(self) -> str:
        """The same issue with the same input is one row."""
        return content_id("i", self.kind, self.input, self.reason, self.report)
