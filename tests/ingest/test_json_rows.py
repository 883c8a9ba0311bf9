"""JSON Lines, arrays and objects one after the other."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deconflict.ingest.content import Content
from deconflict.ingest.json_rows import JsonTable
from deconflict.ingest.rows import Row
from deconflict.record import Issue

RECORDS = st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=40) | st.none() | st.integers(), min_size=1), min_size=1)


def opened(text: str | bytes, *, by_line: bool) -> JsonTable:
    table = JsonTable.open(Content("t.json", data=text.encode() if isinstance(text, str) else text), by_line=by_line)
    assert isinstance(table, JsonTable), table
    return table


def rows(text: str | bytes, *, by_line: bool = False) -> list[Row | Issue]:
    table = opened(text, by_line=by_line)
    return list(table.rows(table.columns))


def records(text: str | bytes, *, by_line: bool = False) -> list[dict[str, object]]:
    return [dict(row.cells) for row in rows(text, by_line=by_line) if isinstance(row, Row)]


@given(RECORDS, st.sampled_from([None, 2]))
def test_an_array_comes_back_record_by_record(written: list[dict[str, object]], indent: int | None) -> None:
    keys = dict.fromkeys(key for record in written for key in record)
    expected = [{key: record.get(key) for key in keys} for record in written]
    assert records(json.dumps(written, indent=indent, ensure_ascii=False)) == expected


@given(RECORDS)
def test_lines_come_back_record_by_record(written: list[dict[str, object]]) -> None:
    keys = dict.fromkeys(key for record in written for key in record)
    text = "\n".join(map(json.dumps, written))
    assert records(text, by_line=True) == [{key: record.get(key) for key in keys} for record in written]


def test_a_record_longer_than_what_is_read_at_once_is_whole() -> None:
    written = [{"text": "A" * 250_000}, {"text": "B"}]
    assert records(json.dumps(written)) == written


def test_one_object_alone_is_one_record() -> None:
    assert records('{\n "text": "A"\n}\n') == [{"text": "A"}]


def test_objects_one_after_the_other_are_records() -> None:
    assert records('{"text": "A"}\n{"text": "B"}') == [{"text": "A"}, {"text": "B"}]


def test_a_line_that_is_no_json_is_an_issue_and_the_rest_go_on() -> None:
    good, broken, bare, last = rows('{"text": "A"}\n{"text": \n\n"B"\n{"text": "C"}\n', by_line=True)
    assert isinstance(good, Row)
    assert isinstance(broken, Issue)
    assert broken.input == "t.json, row 2"
    assert isinstance(bare, Issue)
    assert isinstance(last, Row)
    assert last.number == 5


def test_a_line_without_end_is_an_issue_and_the_rest_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deconflict.ingest.limits.LONGEST_ROW", 1_000)
    good, long, last = rows('{"text": "A"}\n{"text": "' + "x" * 5_000 + '"}\n{"text": "C"}\n', by_line=True)
    assert isinstance(good, Row)
    assert isinstance(long, Issue)
    assert (long.kind, long.input) == ("too_long", "t.json, row 2")
    assert isinstance(last, Row)


@pytest.mark.parametrize("text", ['[{"text": "A"}, {"text": "B', '[{"text": "A"}', '[{"text": "A"}] and more'])
def test_an_array_that_breaks_off_keeps_what_came_before(text: str) -> None:
    good, broken = rows(text)
    assert isinstance(good, Row)
    assert isinstance(broken, Issue)
    assert "row 2" in broken.reason


def test_a_record_without_end_is_not_read_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deconflict.ingest.json_rows.LONGEST_ROW", 200_000)
    good, broken = rows('[{"text": "A"}, {"text": "' + "x" * 2_000_000 + '"}, {"text": "C"}]')
    assert isinstance(good, Row)
    assert isinstance(broken, Issue)


@pytest.mark.parametrize("by_line", [True, False])
def test_nesting_without_end_is_no_crash(by_line: bool) -> None:
    table = JsonTable.open(Content("t.json", data=b"[" * 100_000), by_line=by_line)
    assert isinstance(table, Issue)


@pytest.mark.parametrize(("text", "kind"), [("", "empty"), ("[]", "empty"), ("[1, 2]", "unreadable"), ("no json", "unreadable")])
def test_a_file_without_a_record_says_so(text: str, kind: str) -> None:
    table = JsonTable.open(Content("t.json", data=text.encode()), by_line=False)
    assert isinstance(table, Issue)
    assert table.kind == kind


def test_a_mark_at_the_beginning_is_no_json() -> None:
    assert records(b'\xef\xbb\xbf[{"text": "A"}]') == [{"text": "A"}]
    assert records('{"text": "A"}'.encode("utf-16"), by_line=True) == [{"text": "A"}]


def test_columns_are_all_keys_of_the_first_records() -> None:
    assert opened('{"text": "A"}\n{"title": "T"}\n', by_line=True).columns == ("text", "title")
