"""A record as one SQLite file: opened, checked, brought up to this version."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import QueuePool

from deconflict.errors import BadRecord
from deconflict.store.migrations import VERSION, create, steps_after
from deconflict.store.plainly import RECORDS, damaged, plain, soundly
from deconflict.store.sql import SqlStore

APPLICATION_ID = 0x6463_666C  # "dcfl"; tells a record from every other SQLite file
SECONDS_TO_WAIT = 60.0  # for another writer: the longest of our transactions replaces the events of a large record
WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL")
"""Others can read while one writes; a killed program loses nothing, a power cut at most the last reports."""
MOST_VERSIONS = 1_000  # no record has a higher version unless its bytes were altered
MAGIC = b"SQLite format 3\x00"


def open_record(path: Path) -> SqlStore:
    """The record in that file, brought up to this version. A read-only one of this version can be looked at all the same.

    Errors: `BadRecord` if there is none, it is something else, damaged, or from a newer version.
    """
    _must_be_sqlite(path)
    if os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK):
        return _opened(path, "rw")
    if Path(f"{path}-wal").exists():
        raise BadRecord(
            f"{path}: The record was not closed and is read-only.", "Copy it with its -wal file to a folder of yours."
        )
    return _opened(path, "ro&immutable=1")


def create_record(path: Path) -> SqlStore:
    """The record in that file; a new one if there is none. Errors: as `open_record`, `WriteFailed` if it cannot be written."""
    check_place(path)
    return _opened(path, "rwc", fresh=True)


def check_place(path: Path) -> None:
    """Whether a record is at `path` or can be made there. Errors: as `create_record`."""
    if path.exists() and (path.is_dir() or path.stat().st_size):
        _must_be_sqlite(path)
    folder = path.absolute().parent
    if not folder.is_dir():
        raise BadRecord(f"{path}: There is no folder {folder}.", "Make it first, or give another path.")
    if not os.access(path if path.exists() else folder, os.W_OK) or not os.access(folder, os.W_OK):
        raise plain(str(path), "SQLITE_READONLY")


def _must_be_sqlite(path: Path) -> None:
    """Says what the file is instead, before SQLite could make something of it."""
    if path.is_dir():
        raise BadRecord(f"{path}: This is a folder, not a record.", RECORDS)
    if not path.exists():
        raise BadRecord(f"{path}: There is no such record.", "`deconflict read PATH... --record FILE` makes one.")
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError as error:
        raise BadRecord(f"{path}: The file cannot be read ({error.strerror}).", "Check that you may read it.") from error
    if start != MAGIC:
        raise BadRecord(f"{path}: The file is no record of deconflict.", RECORDS)


def _opened(path: Path, mode: str, *, fresh: bool = False) -> SqlStore:
    engine = create_engine("sqlite://", creator=_connector(path, mode), poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    try:
        with soundly(str(path)):
            _bring_up(engine, path, fresh=fresh)
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine, str(path))


def _connector(path: Path, mode: str) -> Callable[[], sqlite3.Connection]:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=SECONDS_TO_WAIT, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        if "immutable" not in mode:
            for pragma in WRITING:
                connection.execute(pragma)
        return connection

    return connect


def _begin(connection: Connection) -> None:
    """A writer takes its turn at the start: one that began by reading could not be let in later (SQLITE_BUSY_SNAPSHOT)."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _bring_up(engine: Engine, path: Path, *, fresh: bool) -> None:
    """Checks that the file is a record, makes the tables of a new one, takes an old one forward step by step."""
    with engine.connect() as connection:
        mark, version, empty = _pragma(connection, "application_id"), _pragma(connection, "user_version"), _is_empty(connection)
    if empty and mark == 0 and fresh:
        _step(engine, VERSION, create)
        return
    if _has_our_tables(engine) if mark != APPLICATION_ID else not 1 <= version <= MOST_VERSIONS:
        raise damaged(str(path), "its first bytes are altered")
    if mark != APPLICATION_ID:
        what = "is empty" if empty else "is a database of another program"
        raise BadRecord(f"{path}: The file {what}, not a record of deconflict.", RECORDS)
    if version > VERSION:
        raise BadRecord(
            f"{path}: The record is of version {version}; this program knows {VERSION}.", "Upgrade deconflict to open it."
        )
    for number, step in steps_after(version):
        _step(engine, number, step)


def _step(engine: Engine, version: int, step: Callable[[Connection], None]) -> None:
    with engine.execution_options(writing=True).begin() as connection:
        if _pragma(connection, "user_version") >= version:
            return  # another program has taken this step meanwhile
        step(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def _pragma(connection: Connection, name: str) -> int:
    value: Any = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
    return int(value or 0)


def _has_our_tables(engine: Engine) -> bool:
    ours = "SELECT count(*) FROM sqlite_master WHERE name IN ('readings_claims', 'claims_origins')"
    with engine.connect() as connection:
        return bool(connection.execute(text(ours)).scalar())


def _is_empty(connection: Connection) -> bool:
    return connection.execute(text("SELECT 1 FROM sqlite_master LIMIT 1")).first() is None
