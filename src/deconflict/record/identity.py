"""Ids made of content: the same content has the same id on every machine and in every run."""

from __future__ import annotations

import hashlib

ID_BYTES = 10  # 80 bits: at 10 million rows the chance that any two share an id is below 1 in 10 billion


def content_id(prefix: str, *parts: str | int | float | None) -> str:
    """`prefix-` and 20 hex digits of the hash of `parts`; `None` and "" are different parts."""
    digest = hashlib.blake2b(digest_size=ID_BYTES)
    for part in parts:
        word = b"\x00" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(word).to_bytes(4, "big"))
        digest.update(b"n" if part is None else b"s")
        digest.update(word)
    return f"{prefix}-{digest.hexdigest()}"
