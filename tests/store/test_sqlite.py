"""The SQLite file: what is no record is said to be none, and trouble with the disk is one clear sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from deconflict.errors import BadRecord, DeconflictError, WriteFailed
from deconflict.record import Reading
from deconflict.store import create_record, migrations, open_record, sqlite
from deconflict.store.plainly import plain

Make = Callable[..., Reading]
FIRST_SCHEMA = Path(__file__).with_name("version-1.sql")


@pytest.fixture
def record(tmp_path: Path, reading: Make) -> Path:
    path = tmp_path / "record.db"
    with create_record(path) as store:
        store.keep(reading(), "n-1", "m-1")
    return path


def altered(path: Path, statement: str) -> Path:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def schema(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    connection.close()
    return [" ".join(sql.split()) for (sql,) in rows]


def test_a_closed_record_is_one_file(record: Path) -> None:
    assert [path.name for path in record.parent.iterdir()] == ["record.db"]


def test_a_record_keeps_a_journal_that_lets_others_read_while_it_is_written(record: Path) -> None:
    with create_record(record) as store:
        connection = sqlite3.connect(record)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        connection.close()
        assert store.last_reading() == 1


@pytest.mark.parametrize("opened", [open_record, create_record])
def test_a_text_is_no_record(tmp_path: Path, opened: Callable[[Path], object]) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Nothing but a note to self, long enough to be taken for a file.")
    with pytest.raises(BadRecord, match="no record of deconflict"):
        opened(path)
    assert path.read_text().startswith("Nothing but a note")


@pytest.mark.parametrize("opened", [open_record, create_record])
def test_a_database_of_another_program_is_no_record(tmp_path: Path, opened: Callable[[Path], object]) -> None:
    path = altered(tmp_path / "other.db", "CREATE TABLE songs (title TEXT)")
    with pytest.raises(BadRecord, match="another program"):
        opened(path)
    assert schema(path) == ["CREATE TABLE songs (title TEXT)"]


@pytest.mark.parametrize("opened", [open_record, create_record])
def test_a_folder_is_no_record(tmp_path: Path, opened: Callable[[Path], object]) -> None:
    with pytest.raises(BadRecord, match="a folder, not a record"):
        opened(tmp_path)


def test_a_record_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(BadRecord, match="no such record"):
        open_record(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_made_a_record_by_reading_and_is_none_before(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(BadRecord, match="no record"):
        open_record(path)
    with create_record(path) as store:
        assert store.counts()["reports"] == 0


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRecord, match="There is no folder"):
        create_record(tmp_path / "nowhere" / "record.db")


@pytest.mark.parametrize("opened", [open_record, create_record])
def test_a_record_from_a_newer_version_asks_for_an_upgrade(record: Path, opened: Callable[[Path], object]) -> None:
    altered(record, f"PRAGMA user_version = {migrations.VERSION + 1}")
    with pytest.raises(BadRecord, match="Upgrade deconflict"):
        opened(record)


def test_a_cut_off_record_is_said_to_be_damaged(record: Path) -> None:
    record.write_bytes(record.read_bytes()[:5000])
    with pytest.raises(BadRecord, match="damaged"), open_record(record) as store:
        tuple(store.claims())


def test_a_row_that_was_tampered_with_is_said_to_be_none(record: Path) -> None:
    altered(record, "UPDATE claims SET payload = '{}'")
    with open_record(record) as store, pytest.raises(BadRecord, match="damaged"):
        tuple(store.claims())


def test_the_first_version_brought_up_has_the_tables_of_a_new_record(tmp_path: Path, record: Path) -> None:
    old = tmp_path / "old.db"
    connection = sqlite3.connect(old)
    connection.executescript(FIRST_SCHEMA.read_text())
    connection.close()
    with open_record(old) as store:
        assert store.counts()["reports"] == 0
    assert schema(old) == schema(record)


def test_an_older_record_goes_through_each_step_it_lacks_once(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def to_2_names_the_desk(connection: Connection) -> None:
        taken.append("2")
        connection.execute(text("ALTER TABLE readings ADD COLUMN desk TEXT"))

    def to_3_counts_words(connection: Connection) -> None:
        taken.append("3")
        connection.execute(text("ALTER TABLE reports ADD COLUMN words INTEGER"))

    altered(record, "PRAGMA user_version = 1")
    steps = (to_2_names_the_desk, to_3_counts_words)
    monkeypatch.setattr(sqlite, "steps_after", lambda version: migrations.steps_after(version, steps))
    monkeypatch.setattr(sqlite, "VERSION", 3)
    for _ in range(2):
        with open_record(record) as store:
            assert store.counts()["reports"] == 1
    assert taken == ["2", "3"]


def test_a_step_that_fails_leaves_the_record_as_it_was(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def to_2_breaks(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE readings ADD COLUMN desk TEXT"))
        raise WriteFailed("halfway")

    before = schema(altered(record, "PRAGMA user_version = 1"))
    monkeypatch.setattr(sqlite, "steps_after", lambda version: migrations.steps_after(version, (to_2_breaks,)))
    with pytest.raises(WriteFailed):
        open_record(record)
    assert schema(record) == before


def test_a_full_disk_is_said_and_what_was_stored_stays(record: Path, reading: Make) -> None:
    with create_record(record) as store:
        with store._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(WriteFailed, match="disk is full"):
            deque((store.keep(reading(number), f"n-{number}", "m-1") for number in range(2, 200)), maxlen=0)
    with open_record(record) as store:
        assert store.counts()["claims"] == 2 * store.counts()["reports"] >= 2


LIMITED = """
import resource, sys
from pathlib import Path
from deconflict.store import create_record
sys.path.insert(0, sys.argv[2])
from keeps_until_killed import reading
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
with create_record(Path(sys.argv[1])) as store:
    try:
        for number in range(1000):
            store.keep(reading(number), f"n-{number}", "m-1")
    except Exception as error:
        print(type(error).__name__, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_disk_that_refuses_to_write_is_said_and_what_was_stored_stays(tmp_path: Path) -> None:
    path = tmp_path / "limited.db"
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, path, Path(__file__).parent], capture_output=True, text=True, check=False, timeout=60
    )
    assert "WriteFailed" in done.stdout, done.stderr
    assert "disk" in done.stdout
    with open_record(path) as store:
        assert store.counts()["claims"] == 20 * store.counts()["reports"] > 0


def test_a_record_that_another_program_writes_to_is_said_so(record: Path, reading: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "SECONDS_TO_WAIT", 0.05)
    other = sqlite3.connect(record, isolation_level=None)
    with create_record(record) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WriteFailed, match="Another program is writing"):
            store.keep(reading(2), "n-2", "m-1")
        other.execute("ROLLBACK")
        store.keep(reading(2), "n-2", "m-1")
        assert store.counts()["reports"] == 2
    other.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write to read-only folders")
def test_a_record_in_a_read_only_folder_can_be_looked_at(record: Path) -> None:
    record.chmod(0o444)
    record.parent.chmod(0o555)
    try:
        with open_record(record) as store:
            assert store.counts()["reports"] == 1
        with pytest.raises(WriteFailed, match="read-only"):
            create_record(record)
    finally:
        record.parent.chmod(0o755)


def test_a_record_that_may_only_be_read_can_be_looked_at(record: Path, reading: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite.os, "access", lambda path, mode: mode != os.W_OK)
    with open_record(record) as store:
        assert store.counts()["reports"] == 1
        with pytest.raises(WriteFailed, match="read-only"):
            store.keep(reading(2), "n-2", "m-1")
    with pytest.raises(WriteFailed, match="read-only"):
        create_record(record)
    assert [path.name for path in record.parent.iterdir()] == ["record.db"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_IOERR_WRITE", "refuses to read or write"),
        ("SQLITE_READONLY_DIRECTORY", "read-only"),
        ("SQLITE_BUSY_SNAPSHOT", "Another program"),
        ("SQLITE_NOTADB", "no record"),
        ("SQLITE_SOMETHING", "The database says"),
    ],
)
def test_each_trouble_is_one_sentence_that_names_the_record(code: str, words: str) -> None:
    error = plain("war.db", code, "so it says")
    assert isinstance(error, DeconflictError)
    assert str(error).startswith("war.db: ")
    assert words in str(error)
