"""Parquet files."""

from __future__ import annotations

import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from deconflict.ingest.content import Content
from deconflict.ingest.parquet import ParquetTable
from deconflict.ingest.rows import Row, words_of
from deconflict.record import Issue


def written(path: Path, **columns: list[object]) -> Content:
    pq.write_table(pa.table(columns), path, row_group_size=300)
    return Content(str(path), path)


def opened(content: Content) -> ParquetTable:
    table = ParquetTable.open(content)
    assert isinstance(table, ParquetTable), table
    return table


def test_rows_come_in_order_with_the_cells_that_are_wanted(tmp_path: Path) -> None:
    table = opened(written(tmp_path / "t.parquet", text=[f"Report {n}" for n in range(1_000)], vector=[[0.5]] * 1_000))
    rows = list(table.rows({"text"}))
    assert table.columns == ("text", "vector")
    assert rows[0] == Row(1, {"text": "Report 0"})
    assert rows[-1] == Row(1_000, {"text": "Report 999"})


def test_a_pipe_can_hold_a_parquet(tmp_path: Path) -> None:
    content = written(tmp_path / "t.parquet", text=["A"])
    table = opened(Content("stdin", data=content.head(100_000)))
    assert list(table.rows({"text"})) == [Row(1, {"text": "A"})]


def test_what_is_no_parquet_is_said_in_a_sentence(tmp_path: Path) -> None:
    whole = written(tmp_path / "t.parquet", text=["A" * 1_000]).head(100_000)
    for data, kind in ((b"", "empty"), (b"text,id\n", "unreadable"), (whole[: len(whole) // 2], "unreadable")):
        table = ParquetTable.open(Content("t.parquet", data=data))
        assert isinstance(table, Issue)
        assert table.kind == kind
        assert "\n" not in table.reason


def test_a_damaged_part_ends_the_table_with_an_issue(tmp_path: Path) -> None:
    content = written(tmp_path / "t.parquet", text=[f"{n} " * 50 for n in range(600)])
    data = bytearray(content.head(10_000_000))
    data[len(data) // 2 : len(data) // 2 + 400] = bytes(400)
    rows = list(opened(Content("t.parquet", data=bytes(data))).rows({"text"}))
    assert isinstance(rows[-1], Issue)
    assert all(isinstance(row, Row) for row in rows[:-1])


def test_cells_of_any_type_become_words_or_nothing() -> None:
    assert words_of(datetime.date(2017, 5, 19)) == "2017-05-19"
    assert words_of(datetime.datetime(2017, 5, 19, 10, 15)) == "2017-05-19T10:15:00"
    words: list[object] = [1204, 1204.0, "1204", b"1204"]
    nothing: list[object] = [None, float("nan"), [1], {}, True]
    assert {words_of(cell) for cell in words} == {"1204"}
    assert {words_of(cell) for cell in nothing} == {""}
