"""The command as a process: start-up, pipes, exit status, Ctrl-C."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from deconflict import __version__
from deconflict.settings import Settings
from deconflict.store import open_record

MANY = Settings().in_process_up_to + 150  # enough to be still reading when a busy machine gets round to stopping it
COMMAND = [sys.executable, "-m", "deconflict"]
TEXT = "At least {} people were killed when shells hit the harbour of Port Lune on Friday, the harbour master said.\n\n"


def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    words = [*COMMAND, *(str(argument) for argument in arguments)]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=100, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More reports as a table than are read in one process."""
    table = tmp_path_factory.mktemp("many") / "many.csv"
    rows = "".join(f'{number},"{TEXT.format(number + 2) * 5}"\n' for number in range(MANY))
    table.write_text(f"id,text\n{rows}", encoding="utf-8")
    return table


def test_help_and_version_answer_without_loading_readers_or_tables() -> None:
    heavy = ("sqlalchemy", "pyarrow", "trafilatura", "rich", "msgspec", "deconflict.pipeline")
    script = f"""
import sys
from deconflict.cli import main
try:
    main(["--help"])
except SystemExit as done:
    assert done.code == 0
print("loaded:", [name for name in {heavy} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "loaded: []" in done.stdout
    assert run("--version").stdout.strip() == f"deconflict {__version__}"


def test_a_reader_of_our_output_that_stops_is_no_error(tmp_path: Path, many: Path) -> None:
    record = tmp_path / "r.db"
    assert run("read", many, "--record", record).returncode == 0
    with subprocess.Popen(
        [*COMMAND, "reports", str(record), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_the_record_is_the_same_to_the_byte_whatever_the_number_of_workers(tmp_path: Path, many: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.csv").write_bytes(many.read_bytes())
    (folder / "b.csv").write_bytes(b"id,text\n1,\n" + many.read_bytes().partition(b"\n")[2][:9_000].rpartition(b"\n")[0] + b"\n")
    for name, text in {
        "c.html": "<html></html>",
        "d.html": "<html></html>",
        "e.txt": "",
        "f.txt": "The ferry runs again.",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "g.txt").write_text(
        "Les soldats se sont retirés du village mardi, ont déclaré les habitants. " * 9, encoding="utf-8"
    )
    kept = []
    for workers in (1, 2, 3):
        done = run("read", folder, "--record", tmp_path / f"{workers}.db", "--workers", workers)
        assert done.returncode == 1, done.stderr
        kept.append(rows(tmp_path / f"{workers}.db"))
    assert kept[0] == kept[1] == kept[2]
    assert all(kept[0][table] for table in ("reports", "readings", "claims", "events", "issues"))


def rows(record: Path) -> dict[str, list[tuple[object, ...]]]:
    """All a record holds, in its own order, but for the times at which it was written."""
    with closing(sqlite3.connect(record)) as base:
        held = {}
        for (table,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
            names = [name for _, name, *_ in base.execute(f"PRAGMA table_info({table})") if not name.endswith("_at")]
            held[table] = list(base.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY rowid"))
        return held


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_at_once_keeps_what_was_stored_and_the_same_command_goes_on(tmp_path: Path, many: Path, workers: str) -> None:
    record = tmp_path / "r.db"
    words = [*COMMAND, "read", str(many), "--record", str(record), "--workers", workers]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=heed) as process:  # noqa: PLW1509
        until = time.monotonic() + 60
        while stored(record) < 3 and time.monotonic() < until and process.poll() is None:
            time.sleep(0.01)
        readers = children_of(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr
        said = process.stderr.read()
        assert process.wait(20) == 130, said
    assert not [pid for pid in readers if Path(f"/proc/{pid}").exists()]
    assert "Stopped. " in said
    assert "Traceback" not in said
    kept = stored(record)
    assert 0 < kept < MANY
    done = run("read", many, "--record", record)
    assert done.returncode == 0
    assert f"{MANY - kept} new reports, {kept} known" in done.stderr


def heed() -> None:
    """What runs in the background of a script is started deaf to Ctrl-C, and so would be all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def children_of(pid: int) -> list[str]:
    """The processes it has started, where /proc tells."""
    return [child for path in Path(f"/proc/{pid}/task").glob("*/children") for child in path.read_text(encoding="ascii").split()]


def stored(record: Path) -> int:
    """How many reports another program has stored so far; a look that never waits for it, nor makes it wait."""
    try:
        with closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True, timeout=0.1)) as database:
            return int(database.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.Error:  # not there yet, or just being made
        return 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
@pytest.mark.parametrize("seconds", [0.0, 0.2])
def test_a_killed_run_leaves_a_record_that_can_be_read_on(tmp_path: Path, many: Path, seconds: float) -> None:
    record = tmp_path / "r.db"
    words = [*COMMAND, "read", str(many), "--record", str(record), "--workers", "2"]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as process:
        until = time.monotonic() + 60
        while stored(record) < 1 and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(seconds)
        process.kill()
    kept = stored(record)
    assert kept >= 1
    done = run("read", many, "--record", record)
    assert done.returncode == 0, done.stderr
    with open_record(record) as store:
        assert store.counts()["reports"] == MANY
        assert store.is_weighed()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", [("events", "--json"), ("events",), ("issues", "--json"), ("schema",), ("doctor",)])
def test_standard_output_on_a_full_disk_is_one_sentence_and_no_bug(tmp_path: Path, words: tuple[str, ...]) -> None:
    record = tmp_path / "r.db"
    (tmp_path / "one.txt").write_text(TEXT.format(4), encoding="utf-8")
    (tmp_path / "none.txt").touch()
    run("read", tmp_path / "one.txt", tmp_path / "none.txt", "--record", record)
    command, *options = words
    with Path("/dev/full").open("w") as full:
        arguments = [*COMMAND, command, *([] if command in ("schema", "doctor") else [str(record)]), *options]
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith("deconflict: Standard output cannot be written (No space left on device).")
    assert len(done.stderr.splitlines()) == 1


def test_two_runs_into_one_record_leave_it_weighed(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    words = []
    for first in (0, 1):
        table = tmp_path / f"{first}.csv"
        rows = "".join(f'{number},"{TEXT.format(number + 2)}"\n' for number in range(first, 60, 2))
        table.write_text(f"id,text\n{rows}", encoding="utf-8")
        words.append([*COMMAND, "read", str(table), "--record", str(record), "--workers", "1"])
    with ExitStack() as stack:
        runs = [stack.enter_context(subprocess.Popen(each, stderr=subprocess.PIPE, text=True)) for each in words]
        said = [process.communicate(timeout=100)[1] for process in runs]
    assert [process.returncode for process in runs] == [0, 0], said
    assert run("events", record).stderr == ""
    with open_record(record) as store:
        assert store.is_weighed()
        assert store.counts()["reports"] == 60
        assert {claim for event in store.events() for claim in event.claims} == {claim.id for claim in store.claims()}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_limit_on_files_stops_the_run_and_blames_no_report(tmp_path: Path, many: Path, workers: int) -> None:
    record = tmp_path / "r.db"
    words = f"ulimit -f 300; exec {' '.join(COMMAND)} read {many} --record {record} --workers {workers}"
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 2
    assert "disk" in done.stderr
    assert "skipped" not in done.stderr
    with open_record(record) as store:
        assert [issue for issue in store.issues() if issue.kind == "reader_failed"] == []
