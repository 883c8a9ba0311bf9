"""The lines of a text file, one at a time and none longer than memory allows."""

from __future__ import annotations

import io
from collections.abc import Iterator

from deconflict.ingest import limits
from deconflict.ingest.content import Content
from deconflict.ingest.decode import encoding_of, errors_for
from deconflict.record import Issue

_SAMPLE = 1_000_000  # bytes


TOO_LONG = ""
"""Stands for a line of more than LONGEST_ROW characters; every other line has at least its end."""


def table_encoding(content: Content) -> str | Issue:
    """The encoding, told by the first part of the file that is not plain ASCII. Raises OSError."""
    with content.open() as stream:
        first = sample = stream.read(_SAMPLE)
        if not first.startswith((b"\xff\xfe", b"\xfe\xff")):
            while sample.isascii() and (more := stream.read(_SAMPLE)):
                sample = more.lstrip(bytes(range(0x80, 0xC0)))  # the end of a letter that was cut
    encoding = encoding_of(first, content.name)
    if isinstance(encoding, Issue) or sample is first or not sample:
        return encoding
    return encoding_of(sample, content.name)


def lines(content: Content, encoding: str) -> Iterator[str]:
    """Each line with its own line end, or TOO_LONG. Raises OSError."""
    long = False
    for piece in pieces(content, encoding):
        is_end = piece.endswith(("\n", "\r"))
        if not is_end and len(piece) >= limits.LONGEST_ROW:
            yield from () if long else (TOO_LONG,)
            long = True
        else:
            yield from () if long else (piece,)
            long = False


def pieces(content: Content, encoding: str) -> Iterator[str]:
    """The lines, those of more than LONGEST_ROW characters in pieces of that length. Raises OSError."""
    with io.TextIOWrapper(content.open(), encoding, errors_for(encoding), newline="") as stream:
        while piece := stream.readline(limits.LONGEST_ROW):
            yield piece
