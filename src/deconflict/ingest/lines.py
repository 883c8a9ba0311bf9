"""The lines of a text file, one at a time and none longer than memory allows."""

from __future__ import annotations

import io
from collections.abc import Iterator

from deconflict.ingest.content import Content
from deconflict.ingest.decode import encoding_of, errors_for
from deconflict.ingest.limits import LONGEST_ROW
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
    with io.TextIOWrapper(content.open(), encoding, errors_for(encoding), newline="") as stream:
        while line := stream.readline(LONGEST_ROW + 1):
            is_whole = len(line) <= LONGEST_ROW
            while not is_whole and line and not line.endswith(("\n", "\r")):
                line = stream.readline(LONGEST_ROW)
            yield line if is_whole else TOO_LONG
