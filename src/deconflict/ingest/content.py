"""One input before it is read: a file, or bytes that came through a pipe."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

import msgspec


class Content(msgspec.Struct, frozen=True):
    """`name` is what the user calls it. It holds `data`, or the file at `path`, which may be opened again and again.

    `named`: the user named it outright, rather than the folder or pattern it was found by.
    """

    name: str
    path: Path | None = None
    data: bytes = b""
    named: bool = True

    def open(self) -> BinaryIO:
        """Its bytes from the beginning. Raises OSError."""
        return self.path.open("rb") if self.path else io.BytesIO(self.data)

    def head(self, size: int) -> bytes:
        """Its first `size` bytes, or fewer if there are fewer. Raises OSError."""
        with self.open() as stream:
            return stream.read(size)

    def size(self) -> int:
        """How many bytes it has. Raises OSError."""
        return self.path.stat().st_size if self.path else len(self.data)

    @property
    def extension(self) -> str:
        """In lower case, with its dot; "" if there is none or no file."""
        return self.path.suffix.lower() if self.path else ""
