"""Every error deconflict raises, sorted by what happens next.

    DeconflictError
    ├── BadRequest         stop before work: the arguments cannot be carried out (exit status 2)
    │   ├── BadRecord      the file is no record, is from a newer version, or cannot be opened
    │   └── BadPack        a pack is missing, or a row of it is wrong; names file and line
    ├── Unreadable         skip this input and keep an Issue; the others go on (exit status 1)
    ├── WriteFailed        roll back: disk full, folder read-only; what was stored before stays
    ├── PublishRefused     nothing to publish, or it would say what the record does not
    └── OurBug             a rule of our own was broken; please report it

Not knowing is data (`None` with a reason, `unsure`) and never an error.
"""

from __future__ import annotations


class DeconflictError(Exception):
    """Root of the tree. `advice` says in one sentence what the user can do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()

    def __reduce__(self) -> tuple[type[DeconflictError], tuple[str, str]]:
        return type(self), (self.message, self.advice)


class BadRequest(DeconflictError):
    """The command cannot be carried out as given; nothing was done."""


class BadRecord(BadRequest):
    """The file is not a record this version can open."""


class BadPack(BadRequest):
    """A pack is missing or says something impossible."""


class Unreadable(DeconflictError):
    """One input cannot be read; the others can."""


class WriteFailed(DeconflictError):
    """The record or an output file could not be written."""


class PublishRefused(DeconflictError):
    """The record holds nothing that may be published in this form."""


class OurBug(DeconflictError):
    """An invariant of the program does not hold."""
