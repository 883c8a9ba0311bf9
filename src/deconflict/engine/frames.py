"""Messages between the program and its reading processes: a length of four bytes, then that many bytes of MessagePack."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from deconflict.record import Issue, Reading


class Answer(msgspec.Struct, frozen=True):
    """What became of one report: exactly one of the three. `refused`: the disk takes no more; sentence and advice."""

    reading: Reading | None = None
    issue: Issue | None = None
    refused: tuple[str, str] | None = None


def send(pipe: BinaryIO, message: bytes) -> None:
    """Errors: `OSError` if nobody listens any more."""
    pipe.write(len(message).to_bytes(4, "big") + message)
    pipe.flush()


def receive(pipe: BinaryIO) -> bytes:
    """The next message. Errors: `EOFError` if the other side is gone."""
    length = int.from_bytes(_exactly(pipe, 4), "big")
    return _exactly(pipe, length)


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    got = pipe.read(length)
    if len(got) < length:
        raise EOFError
    return got
