"""CSV and its kin: what forgiving can be done without guessing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deconflict.ingest.content import Content
from deconflict.ingest.delimited import DelimitedTable
from deconflict.ingest.rows import Row
from deconflict.record import Issue

CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


def table(text: str | bytes) -> DelimitedTable:
    opened = DelimitedTable.open(Content("t.csv", data=text.encode() if isinstance(text, str) else text))
    assert isinstance(opened, DelimitedTable), opened
    return opened


def rows(text: str | bytes) -> list[Row | Issue]:
    opened = table(text)
    return list(opened.rows(opened.columns))


def cells(text: str | bytes) -> list[list[object]]:
    return [list(row.cells.values()) for row in rows(text) if isinstance(row, Row)]


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=8), st.sampled_from(",;\t|"))
def test_what_was_written_is_what_is_read(written: list[tuple[str, str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(("text", "title"))
    writer.writerows(written)
    assert cells(out.getvalue()) == [list(row) for row in written if any(map(str.strip, row))]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_header(delimiter: str) -> None:
    text = f"id{delimiter}title{delimiter}text\n1{delimiter}A{delimiter}One, two; three\n"
    assert table(text).delimiter == delimiter


def test_a_table_of_one_column_is_a_table() -> None:
    assert cells("text\nSoldiers left; nobody was hurt.\n") == [["Soldiers left; nobody was hurt."]]


def test_line_breaks_and_doubled_quotation_marks_belong_to_a_cell() -> None:
    assert cells('text,id\n"One\nsaid ""two"".",7\n') == [['One\nsaid "two".', "7"]]


def test_a_quotation_mark_inside_a_cell_is_a_letter() -> None:
    assert cells('text,id\nThe 5" shells fell,7\nAnother,8\n') == [['The 5" shells fell', "7"], ["Another", "8"]]


def test_a_mark_before_the_first_column_is_no_part_of_its_name() -> None:
    assert table(b"\xef\xbb\xbftext,id\nA,1\n").columns == ("text", "id")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8"])
def test_the_encoding_is_told(encoding: str) -> None:
    assert cells("text,id\nThe café – “closed”,1\n".encode(encoding)) == [["The café – “closed”", "1"]]


def test_the_first_letter_that_is_not_ascii_may_come_late() -> None:
    late = "text,id\n" + "A quiet day,1\n" * 100_000 + "The café,2\n"
    assert cells(late.encode("cp1252"))[-1] == ["The café", "2"]
    assert cells(late.encode("utf-8"))[-1] == ["The café", "2"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_ends_a_row(end: str) -> None:
    assert cells(end.join(("text,id", "A,1", "B,2", ""))) == [["A", "1"], ["B", "2"]]


def test_the_separator_line_of_spreadsheets_is_no_header() -> None:
    assert cells("sep=;\ntext;id\nA, B;1\n") == [["A, B", "1"]]


def test_rows_are_counted_as_spreadsheets_count_them() -> None:
    numbers = [row.number for row in rows("text,id\nA,1\n\nB,2\n") if isinstance(row, Row)]
    assert numbers == [2, 4]


def test_a_short_row_leaves_its_last_cells_empty() -> None:
    (row,) = rows("text,id\nA\n")
    assert isinstance(row, Row)
    assert row.cells.get("id") is None


def test_a_row_that_slipped_is_an_issue_and_the_rest_go_on() -> None:
    slipped, good = rows("id,text\n1,Seven, maybe eight\n2,Good\n")
    assert isinstance(slipped, Issue)
    assert slipped.input == "t.csv, row 2"
    assert isinstance(good, Row)


def test_empty_cells_beyond_the_last_column_are_no_slip() -> None:
    assert cells("id,text\n1,A,,\n") == [["1", "A"]]


def test_a_quotation_mark_that_never_closes_swallows_nothing_in_silence() -> None:
    good, swallowed = rows('id,text\n1,A\n2,"B\n3,C\n4,D\n')
    assert isinstance(good, Row)
    assert isinstance(swallowed, Issue)
    assert "row 3" in swallowed.reason
    assert "quotation mark" in swallowed.reason


def test_a_quotation_mark_out_of_place_glues_no_reports_together() -> None:
    found = rows('id,title,text\n1,A,"He said "no"."\n2,B,"One\n3,C,"Two"\n4,D,Three\n')
    assert [(row.number, row.cells["id"]) if isinstance(row, Row) else row.kind for row in found] == [
        "unreadable",
        "unreadable",
        (4, "4"),
    ]


def test_the_pieces_of_a_misquoted_cell_are_no_rows() -> None:
    found = rows('id,title,text\n1,A,"He said "no"\nand left, then\ncame back",\n2,B,Two\n')
    assert [row.cells["text"] for row in found if isinstance(row, Row)] == ["Two"]


def test_a_header_that_never_ends_is_said() -> None:
    opened = DelimitedTable.open(Content("t.csv", data=b'"text,id\nA,1\n'))
    assert isinstance(opened, Issue)


def test_a_line_without_end_is_not_read_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deconflict.ingest.limits.LONGEST_ROW", 1_000)
    good, long, other = rows("text,id\nA,1\n" + "x" * 2_001 + ",2\nB,3\n")
    assert isinstance(good, Row)
    assert isinstance(long, Issue)
    assert (long.kind, long.input) == ("too_long", "t.csv, row 3")
    assert isinstance(other, Row)
    assert other.number == 4


@pytest.mark.parametrize("size", [998, 999, 1_000, 1_001, 1_999, 2_000, 2_001, 50_000])
@pytest.mark.parametrize("filling", ["x", "x\n", '""', '""\n', ",", "x,\n"])
def test_a_quoted_cell_longer_than_any_report_is_skipped_and_the_rows_after_it_are_read(
    monkeypatch: pytest.MonkeyPatch, size: int, filling: str
) -> None:
    monkeypatch.setattr("deconflict.ingest.limits.LONGEST_ROW", 1_000)
    cell = filling * (size // len(filling) + 1)
    good, *rest = rows(f'id,text\n1,A\n2,"{cell}"\n3,"B, ""C"""\n')
    assert [row.cells["text"] for row in (good, rest[-1]) if isinstance(row, Row)] == ["A", 'B, "C"']
    assert len(rest) == 2
    assert isinstance(rest[0], Row) or rest[0].kind == "too_long"
    assert isinstance(rest[0], Issue) or len(cell) <= 2_000


def test_a_long_quoted_cell_whose_mark_never_closes_ends_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deconflict.ingest.limits.LONGEST_ROW", 1_000)
    good, swallowed = rows('id,text\n1,A\n2,"' + "x\n" * 5_000)
    assert isinstance(good, Row)
    assert isinstance(swallowed, Issue)
    assert "not closed" in swallowed.reason


def test_a_long_cell_with_a_mark_out_of_place_is_misquoted_and_good_rows_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deconflict.ingest.limits.LONGEST_ROW", 1_000)
    found = rows('id,text\n1,"' + "x" * 3_000 + '"no" then\n2,"B"\n3,"C"\n')
    assert isinstance(found[0], Issue)
    assert [row.cells["id"] for row in found if isinstance(row, Row)] in (["2", "3"], ["3"])


def test_the_longest_cell_of_the_process_stays_as_it_was() -> None:
    before = csv.field_size_limit()
    long = "x" * (before + 10)
    assert cells(f"text,id\n{long},1\n") == [[long, "1"]]
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("data", [b"", b"\n\n", b"  \n"])
def test_an_empty_table_is_empty(data: bytes) -> None:
    opened = DelimitedTable.open(Content("t.csv", data=data))
    assert isinstance(opened, Issue)
    assert opened.kind == "empty"


def test_a_picture_called_csv_is_binary() -> None:
    opened = DelimitedTable.open(Content("t.csv", data=b"\x89PNG\r\n\x1a\n\0\0"))
    assert isinstance(opened, Issue)
    assert opened.kind == "binary"


def test_a_table_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("text,id\nA,1\n", encoding="utf-8")
    opened = DelimitedTable.open(Content(str(path), path))
    assert isinstance(opened, DelimitedTable)
    assert list(opened.rows({"text"})) == list(opened.rows({"text"})) == [Row(2, {"text": "A"})]
