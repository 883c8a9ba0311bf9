"""One row an event, one line a row, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec
import pytest

from deconflict.errors import PublishRefused
from deconflict.publish import EXPORTS, Published
from deconflict.publish.table import cell


def rows(published: Published, path: Path) -> list[dict[str, str]]:
    EXPORTS["csv"](published, path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_row_is_an_event(story: Published, tmp_path: Path) -> None:
    assert EXPORTS["csv"](story, tmp_path / "events.csv") == 4
    assert [row["id"] for row in rows(story, tmp_path / "events.csv")] == [event.id for event in story.events]


def test_a_toll_is_low_best_high_status_and_voices(story: Published, tmp_path: Path) -> None:
    row = rows(story, tmp_path / "events.csv")[0]
    assert [row[f"killed_{part}"] for part in ("low", "best", "high", "status", "voices")] == ["28", "31", "35", "disputed", "4"]
    assert [row[f"wounded_{part}"] for part in ("low", "best", "high")] == ["24", "", ""]
    assert row["missing_low"] == ""


def test_a_disputed_party_is_never_written_as_agreed(story: Published, tmp_path: Path) -> None:
    row = rows(story, tmp_path / "events.csv")[0]
    assert row["actors"] == "Defence ministry of Marrow (disputed)"
    assert row["recipients"] == "grain market"


def test_the_columns_are_the_same_whatever_the_events(story: Published, tmp_path: Path) -> None:
    few = msgspec.structs.replace(story, events=story.events[3:])
    assert list(rows(few, tmp_path / "a.csv")[0]) == list(rows(story, tmp_path / "b.csv")[0])


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=cmd", " =1", "＝1+1"])
def test_words_never_become_a_formula(words: str) -> None:
    assert str(cell(words)).startswith("'")


def test_numbers_stay_numbers() -> None:
    assert cell(-34.5) == -34.5


@pytest.mark.parametrize("words", ["a\nb", "a\r\nb", "a\u2028b", "a\x00b"])
def test_a_cell_is_one_line(words: str) -> None:
    assert cell(words) == "a b"


def test_a_title_from_a_report_is_guarded(story: Published, tmp_path: Path) -> None:
    hostile = msgspec.structs.replace(story.events[0], title='=HYPERLINK("http://x")\nline "two"')
    row = rows(msgspec.structs.replace(story, events=(hostile,)), tmp_path / "events.csv")[0]
    assert row["title"] == '\'=HYPERLINK("http://x") line "two"'
    assert len((tmp_path / "events.csv").read_text().splitlines()) == 2


def test_nothing_to_publish_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishRefused):
        EXPORTS["csv"](Published("Empty", "2026-11-20"), tmp_path / "events.csv")
    assert list(tmp_path.iterdir()) == []
