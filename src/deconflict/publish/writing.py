"""Writes a file whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deconflict.errors import WriteFailed

_ADVICE = {
    errno.ENOENT: "Create its folder first, or choose another.",
    errno.ENOTDIR: "Part of the path is a file; choose another.",
    errno.EISDIR: "It is a folder; name a file in it.",
    errno.EACCES: "Choose a folder you may write to.",
    errno.EPERM: "Choose a folder you may write to.",
    errno.EROFS: "The disk is read-only; choose another.",
    errno.ENOSPC: "The disk is full; free some space or choose another.",
    errno.EDQUOT: "Your share of the disk is used up; free some space or choose another.",
}


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place when all is written. Raises WriteFailed; the old file then stays."""
    temporary: Path | None = None
    try:
        temporary = _beside(path)
        yield temporary
        temporary.chmod(_permissions(path))
        temporary.replace(path)
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, "Choose another folder.")
        raise WriteFailed(f"{path} cannot be written ({error.strerror or error}).", advice) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    os.close(handle)
    return Path(name)


def _permissions(path: Path) -> int:
    """Those of the file that is replaced, else what anybody may read."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644
