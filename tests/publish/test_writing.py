"""A file is written whole or not at all, and a failure says what to do."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from deconflict.errors import BadRequest, WriteFailed
from deconflict.publish.writing import writing


def test_the_file_takes_its_place_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with writing(path) as temporary:
        temporary.write_text("all")
        assert not path.exists()
    assert path.read_text() == "all"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError), writing(path) as temporary:
        temporary.write_text("half \udc80", encoding="utf-8")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_says_so(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed) as failed, writing(tmp_path / "out.txt"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert "disk is full" in failed.value.advice
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed) as failed, writing(tmp_path / "nowhere" / "out.txt"):
        pass
    assert "folder" in failed.value.advice


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed) as failed, writing(tmp_path):
        pass
    assert "name a file" in failed.value.advice


def test_a_read_only_folder_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    with pytest.raises(WriteFailed) as failed, writing(tmp_path / "out.txt"):
        pass
    assert "may write" in failed.value.advice


def test_others_may_read_it_and_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with writing(path):
        pass
    assert path.stat().st_mode & 0o777 == 0o644
    path.chmod(0o600)
    with writing(path):
        pass
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("head", [b"SQLite format 3\0" + b"\0" * 84, b"\x37\x7f\x06\x82" + b"\0" * 28])
def test_a_database_is_never_overwritten(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "war.db"
    path.write_bytes(head)
    with pytest.raises(BadRequest, match="would destroy it"), writing(path):
        pass
    assert path.read_bytes() == head
    assert list(tmp_path.iterdir()) == [path]


def test_what_lies_beside_a_database_is_never_overwritten_nor_made(tmp_path: Path) -> None:
    (tmp_path / "war.db").write_bytes(b"SQLite format 3\0")
    for ending in ("-wal", "-shm", "-journal"):
        with pytest.raises(BadRequest), writing(tmp_path / f"war.db{ending}"):
            pass
    with pytest.raises(BadRequest), writing(linked(tmp_path / "page.html", tmp_path / "war.db")):
        pass


def linked(link: Path, target: Path) -> Path:
    link.symlink_to(target)
    return link


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "real.txt"
    target.write_text("old")
    link = linked(tmp_path / "link.txt", target)
    with writing(link) as temporary:
        temporary.write_text("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_named_pipe_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    with writing(pipe) as temporary:
        temporary.write_text("all")
    reader.join()
    assert got == ["all"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_stays_a_device() -> None:
    with writing(Path(os.devnull)) as temporary:
        temporary.write_text("all")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_device_says_so() -> None:
    with pytest.raises(WriteFailed, match="No space left"), writing(Path("/dev/full")) as temporary:
        temporary.write_text("all")


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no such path")
def test_standard_output_that_is_appended_to_a_file_loses_nothing_of_it(tmp_path: Path) -> None:
    script = "from pathlib import Path\nfrom deconflict.publish.writing import writing\n"
    script += "with writing(Path('/dev/stdout')) as temporary: temporary.write_text('new')"
    path = tmp_path / "out.txt"
    path.write_text("old ")
    with path.open("ab") as file:
        subprocess.run([sys.executable, "-c", script], stdout=file, check=True)
    assert path.read_text() == "old new"
