"""Writes a file whole or not at all, and a device or pipe straight through."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deconflict.errors import BadRequest, WriteFailed

_ADVICE = {
    errno.ENOENT: "Create its folder first, or choose another.",
    errno.ENOTDIR: "Part of the path is a file; choose another.",
    errno.EISDIR: "It is a folder; name a file in it.",
    errno.EACCES: "Choose a folder you may write to.",
    errno.EPERM: "Choose a folder you may write to.",
    errno.EROFS: "The disk is read-only; choose another.",
    errno.ENOSPC: "The disk is full; free some space or choose another.",
    errno.EDQUOT: "Your share of the disk is used up; free some space or choose another.",
    errno.EFBIG: "No file may grow that large here; lift the limit or choose another disk.",
    errno.ENXIO: "Nothing takes what is written there; choose a file.",
}
_DATABASE = (b"SQLite format 3\0", b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")  # https://sqlite.org/fileformat2.html
_BESIDE_DATABASES = ("-wal", "-shm", "-journal")
_STREAMS = ("/dev/std", "/dev/fd/", "/proc/")


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """A temporary file that takes the place of `path` when all is written; a link stays, and what it leads to is replaced.

    What is no plain file (a device, a pipe, /dev/stdout) stays too, and all is written into it.
    Raises WriteFailed, and the old file then stays; BadRequest if that is a database, such as the record itself.
    """
    temporary: Path | None = None
    try:
        target = path if _is_stream(path) else Path(os.path.realpath(path))
        _spare_databases(path, target)
        temporary = _elsewhere() if _is_stream(path) else _beside(target)
        yield temporary
        if _is_stream(path):
            _pour(temporary, path)
        else:
            temporary.chmod(_permissions(target))
            temporary.replace(target)
    except BrokenPipeError:  # whoever read there has had enough
        raise
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, "Choose another folder.")
        raise WriteFailed(f"{path} cannot be written ({error.strerror or error}).", advice) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _is_stream(path: Path) -> bool:
    """Whether it is something to write into rather than to replace. `/dev/stdout` is, even where it leads to a file."""
    return str(path.absolute()).startswith(_STREAMS) or (path.exists() and not path.is_file() and not path.is_dir())


def _spare_databases(path: Path, target: Path) -> None:
    """No page or export is a database, so a path that leads to one was meant for another argument."""
    name = str(target)
    beside = [Path(name.removesuffix(ending)) for ending in _BESIDE_DATABASES if name.endswith(ending)]
    for file in (target, *beside):
        if file.is_file() and _begins_as_database(file):
            raise BadRequest(f"{path} is a record or another database, and writing would destroy it.", "Give another path to -o.")


def _begins_as_database(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(16).startswith(_DATABASE)


def _beside(path: Path) -> Path:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    os.close(handle)
    return Path(name)


def _elsewhere() -> Path:
    handle, name = tempfile.mkstemp(prefix="deconflict-")
    os.close(handle)
    return Path(name)


def _pour(source: Path, path: Path) -> None:
    """At the end of what `path` leads to: `>> file` must not lose what the file held."""
    with source.open("rb") as full, os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND), "wb") as stream:
        shutil.copyfileobj(full, stream)


def _permissions(path: Path) -> int:
    """Those of the file that is replaced, else what anybody may read."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644
