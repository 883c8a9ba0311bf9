"""From the paths of a command line to the inputs they name."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from deconflict.ingest import faults
from deconflict.ingest.content import Content
from deconflict.ingest.limits import LARGEST_PIPE
from deconflict.record import Issue

PIPE = "-"
STDIN = "stdin"

_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_PAGES = (".html", ".htm", ".xhtml")
_DESCRIPTORS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # what the shell has opened: standard input, <(command)
_SHOWN = 120  # characters of a path in a message: somebody may have pasted a whole report in place of one


def contents(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Content | Issue]:
    """What `paths` name, in their order and each once; a folder's or pattern's files sorted by path."""
    seen: set[str] = set()
    for path in paths:
        for item in _named(path, stdin):
            if isinstance(item, Issue) or str(item.path or item.name) not in seen:
                yield item
            if isinstance(item, Content):
                seen.add(str(item.path or item.name))


def _named(path: str, stdin: BinaryIO | None) -> Iterator[Content | Issue]:
    if path == PIPE:
        yield _piped(stdin)
    elif _ADDRESS.match(path):
        reason = f"{path[:_SHOWN]} is an address, and nothing is fetched from the network."
        yield Issue("unsupported", path[:_SHOWN], reason, "Save the page and read the file.")
    elif (kind := _kind(path)) == "folder":
        yield from _folder(Path(path))
    elif kind == "file":
        yield Content(name_of(path), Path(path))
    elif kind == "stream":
        yield _streamed(path) if path.startswith(_DESCRIPTORS) else not_a_file(path)
    else:
        yield from _pattern(path)


def _kind(path: str) -> str:
    """folder, file, stream (a named pipe, socket or device) or nothing."""
    try:
        place = Path(path)
        if place.is_dir():
            return "folder"
        if place.is_file():
            return "file"
        return "stream" if place.exists() else "nothing"
    except (OSError, ValueError):  # a name too long for the system, or a folder one may not enter
        return "nothing"


def _piped(stdin: BinaryIO | None) -> Content | Issue:
    if stdin is None:
        return Issue("empty", STDIN, "There is no standard input to read.", "Pipe a text into the command, or name a file.")
    return _kept(STDIN, stdin)


def _streamed(path: str) -> Content | Issue:
    try:
        with Path(path).open("rb") as stream:
            return _kept(STDIN if path == "/dev/stdin" else path, stream)
    except OSError as error:
        return faults.unreadable(path, error)


def _kept(name: str, stream: BinaryIO) -> Content | Issue:
    data = stream.read(LARGEST_PIPE + 1)
    if len(data) > LARGEST_PIPE:
        reason = f"{name} gives more than {LARGEST_PIPE:,} bytes, which is more than is kept of a pipe."
        return Issue("too_long", name, reason, "Save it to a file and name the file.")
    return Content(name, data=data)


def _pattern(path: str) -> Iterator[Content | Issue]:
    """The files a pattern matches, for shells that leave patterns to the program."""
    matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) and "\0" not in path else []  # noqa: PTH207
    if not matches:
        name = path if len(path) <= _SHOWN else f"{path[:_SHOWN]}…"
        what = "No file matches" if glob.has_magic(path) else "There is no file or folder"
        name = name_of(name)
        yield Issue("unreadable", name, f"{what} {name!r}.", "Check the path; give a text itself through a pipe, with -.")
    for match in matches:
        if _kind(match) == "folder":
            yield from _folder(Path(match))
        else:
            yield _found(Path(match))


def _found(path: Path) -> Content | Issue:
    """What was found in a folder or by a pattern. A pipe or device is not opened: it might never come to an end."""
    return not_a_file(str(path)) if _kind(str(path)) == "stream" else Content(name_of(str(path)), path, named=False)


def name_of(path: str) -> str:
    r"""A path as text: a byte that is no letter in this system's encoding is written \xff."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def not_a_file(path: str) -> Issue:
    """A named pipe, socket or device, which could keep its reader waiting for ever."""
    name = name_of(path)
    reason = f"{name} is no file but a pipe, socket or device, so it is not opened."
    return Issue("unsupported", name, reason, "Pipe what it gives into the command, with - as the path.")


def _folder(folder: Path) -> Iterator[Content | Issue]:
    found = False
    for item in _within(folder):
        found = True
        yield item
    if not found:
        yield Issue(
            "empty",
            name_of(str(folder)),
            f"The folder {name_of(str(folder))} holds no files.",
            "Name a folder that has reports in it.",
        )


def _within(folder: Path) -> Iterator[Content | Issue]:
    """All files below `folder` but hidden ones and the parts of saved pages. Links to folders are not followed: they may loop."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield faults.unreadable(name_of(str(folder)), error)
        return
    pages = {entry.stem for entry in entries if entry.suffix.lower() in _PAGES}
    for entry in entries:
        if not entry.is_dir():
            yield _found(entry)
        elif not entry.is_symlink():
            yield from (_parts_of_page(entry),) if _belongs_to(entry, pages) else _within(entry)


def _belongs_to(folder: Path, pages: Iterable[str]) -> bool:
    """Whether a browser saved the parts of a page there: `report_files` beside `report.html`."""
    return any(folder.name in (f"{page}_files", f"{page}.files") for page in pages)


def _parts_of_page(folder: Path) -> Issue:
    name = name_of(str(folder))
    reason = f"{name} holds the parts of the saved page beside it."
    return Issue("unsupported", name, reason, "Nothing to do: the page itself is read.", skipped=False)
