"""Paths name files, folders, patterns and pipes; whatever they do not name is said."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from deconflict.ingest.content import Content
from deconflict.ingest.walk import contents
from deconflict.record import Issue


def names(*paths: str | Path, stdin: bytes | None = None) -> list[str]:
    found = contents([str(path) for path in paths], None if stdin is None else io.BytesIO(stdin))
    return [item.name if isinstance(item, Content) else f"{item.kind}: {item.input}" for item in found]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", ".hidden.txt", "deep/z.txt", "deep/deeper/y.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A report.", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_order_without_what_is_hidden(reports: Path) -> None:
    assert names(reports) == [str(reports / name) for name in ("a.txt", "b.txt", "deep/deeper/y.txt", "deep/z.txt")]


def test_paths_keep_their_order_and_are_read_once(reports: Path) -> None:
    a, b = reports / "a.txt", reports / "b.txt"
    assert names(b, a, b)[:2] == [str(b), str(a)]
    assert len(names(b, a, b, reports)) == 4


def test_a_pattern_the_shell_left_is_filled_in(reports: Path) -> None:
    assert names(reports / "*.txt") == [str(reports / "a.txt"), str(reports / "b.txt")]
    assert str(reports / "deep/deeper/y.txt") in names(reports / "**" / "*.txt")


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "report [1].txt").write_text("A report.", encoding="utf-8")
    assert names(tmp_path / "report [1].txt") == [str(tmp_path / "report [1].txt")]


def test_only_what_is_named_outright_is_named(reports: Path) -> None:
    found = list(contents([str(reports / "a.txt"), str(reports / "b*")]))
    assert [item.named for item in found if isinstance(item, Content)] == [True, False]


@pytest.mark.parametrize("path", ["no/such/file.txt", "no*such?file", "A report pasted whole. " * 300, "zero\0byte"])
def test_what_is_not_there_is_an_issue_and_the_others_go_on(reports: Path, path: str) -> None:
    missing, found = contents([path, str(reports / "a.txt")])
    assert isinstance(missing, Issue)
    assert missing.kind == "unreadable"
    assert len(missing.reason) < 250
    assert isinstance(found, Content)


def test_an_address_is_not_fetched(tmp_path: Path) -> None:
    assert names("https://example.org/report.html") == ["unsupported: https://example.org/report.html"]


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert names(tmp_path) == [f"empty: {tmp_path}"]


def test_a_link_that_leads_in_a_circle_ends(reports: Path) -> None:
    (reports / "deep" / "round").symlink_to(reports, target_is_directory=True)
    assert len(names(reports)) == 4


def test_the_parts_of_a_saved_page_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text("<html></html>", encoding="utf-8")
    (tmp_path / "story_files").mkdir()
    (tmp_path / "story_files" / "frame.html").write_text("<html></html>", encoding="utf-8")
    page, parts = contents([str(tmp_path)])
    assert isinstance(page, Content)
    assert isinstance(parts, Issue)
    assert not parts.skipped


def test_a_folder_of_files_without_their_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "case_files").mkdir()
    (tmp_path / "case_files" / "a.txt").write_text("A report.", encoding="utf-8")
    assert names(tmp_path) == [str(tmp_path / "case_files" / "a.txt")]


def test_a_dash_is_standard_input() -> None:
    assert names("-", stdin=b"A report.") == ["stdin"]
    assert names("-") == ["empty: stdin"]


def test_a_pipe_without_end_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deconflict.ingest.walk.LARGEST_PIPE", 100)
    assert names("-", stdin=b"a" * 101) == ["too_long: stdin"]


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no such paths")
def test_what_the_shell_has_opened_is_read_once() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"A report.")
    os.close(writing)
    (found,) = contents([f"/dev/fd/{reading}"])
    os.close(reading)
    assert isinstance(found, Content)
    assert found.head(100) == found.head(100) == b"A report."


def test_a_named_pipe_or_device_never_keeps_its_reader_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "report.txt").write_text("A report.", encoding="utf-8")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    skipped = [f"unsupported: {tmp_path / name}" for name in ("pipe.txt", "zero.txt")]
    assert names(tmp_path) == [skipped[0], str(tmp_path / "report.txt"), skipped[1]]
    assert names(tmp_path / "*.txt") == [skipped[0], str(tmp_path / "report.txt"), skipped[1]]
    assert names(tmp_path / "pipe.txt", "/dev/zero") == [skipped[0], "unsupported: /dev/zero"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")
def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/report\xff.txt"))
    path.write_text("A report.", encoding="utf-8")
    (found,) = contents([str(tmp_path)])
    assert isinstance(found, Content)
    assert found.name == f"{tmp_path}/report\\xff.txt"
    assert found.head(100) == b"A report."
