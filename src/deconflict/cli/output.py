"""Where `report` and `export` write: a file, or standard output for `-`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deconflict.cli import out
from deconflict.errors import BadRequest

STDOUT = "-"


@contextmanager
def written(output: Path, *, binary: bool) -> Iterator[Path]:
    """The path to write to; for `-` a file of its own, which then goes to standard output whole. `binary`: not for a terminal."""
    if binary and str(output) in (STDOUT, "/dev/stdout") and sys.stdout.isatty():
        raise BadRequest("This format is nothing a terminal can show.", "Send it to a file: -o PATH.")
    if str(output) != STDOUT:
        yield output
        return
    with tempfile.TemporaryDirectory(prefix="deconflict-") as folder:
        path = Path(folder) / "output"
        yield path
        with path.open("rb") as whole, out.to_stdout():
            shutil.copyfileobj(whole, sys.stdout.buffer)


def place_of(output: Path) -> str:
    """Where it is now, as a message says it."""
    return "on standard output" if str(output) == STDOUT else f"in {output.absolute()}"
