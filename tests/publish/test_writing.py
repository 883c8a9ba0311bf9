"""A file is written whole or not at all, and a failure says what to do."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from deconflict.errors import WriteFailed
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
