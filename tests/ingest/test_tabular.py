"""From the rows of a table to reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import msgspec
import pytest

from deconflict.ingest.columns import columns_of
from deconflict.ingest.options import IngestOptions
from deconflict.ingest.rows import Row
from deconflict.ingest.tabular import reports_in
from deconflict.record import Issue, Raw

TEXT = "Shells fell on the market of Arrun at noon."


class Rows(msgspec.Struct, frozen=True):
    """A table of rows made up for a test."""

    cells: tuple[Mapping[str, object], ...]
    name: str = "t.csv"

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for cells in self.cells for key in cells))

    def rows(self, wanted: Collection[str]) -> Iterator[Row | Issue]:
        for number, cells in enumerate(self.cells, 2):
            yield Row(number, {name: cell for name, cell in cells.items() if name in wanted})


def reports(*cells: Mapping[str, object], options: IngestOptions | None = None) -> list[Raw | Issue]:
    table, options = Rows(cells), options or IngestOptions()
    return list(reports_in(table, columns_of(table.name, table.columns, options.columns), options))


def only(*cells: Mapping[str, object], options: IngestOptions | None = None) -> Raw:
    (raw,) = reports(*cells, options=options)
    assert isinstance(raw, Raw), raw
    return raw


def test_a_row_is_a_report_with_what_its_cells_say() -> None:
    raw = only(
        {"id": 7, "title": "Market shelled", "text": TEXT, "source": " Arrun Post ", "date": "2031-05-19", "url": "http://a.b/c"}
    )
    assert (raw.key, raw.content, raw.title, raw.source) == ("7", TEXT, "Market shelled", "Arrun Post")
    assert (raw.published, raw.url, raw.format) == ("2031-05-19", "http://a.b/c", "text")


def test_the_key_is_the_id_else_the_address_else_the_place() -> None:
    assert only({"text": TEXT, "id": " x1 ", "url": "http://a.b/c"}).key == "x1"
    assert only({"text": TEXT, "id": "", "url": "http://a.b/c"}).key == "http://a.b/c"
    assert only({"text": TEXT, "id": None, "url": None}).key == "t.csv#2"


def test_the_text_is_unchanged_but_for_its_line_ends() -> None:
    assert only({"text": "  One.\r\n\r\tTwo.\u00a0 \f"}).content == "  One.\n\n\tTwo.\u00a0 \f"


@pytest.mark.parametrize("cell", ["", "  \n ", None, float("nan"), ["a", "list"]])
def test_a_row_without_text_is_an_issue_and_the_rest_go_on(cell: object) -> None:
    issue, raw = reports({"text": cell}, {"text": TEXT})
    assert isinstance(issue, Issue)
    assert (issue.kind, issue.input) == ("no_text", "t.csv, row 2")
    assert isinstance(raw, Raw)


def test_a_row_longer_than_any_report_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deconflict.ingest.tabular.LONGEST_REPORT", 100)
    issue, raw = reports({"text": "x" * 101}, {"text": "x" * 100})
    assert isinstance(issue, Issue)
    assert issue.kind == "too_long"
    assert isinstance(raw, Raw)


@pytest.mark.parametrize("text", ["zero \0\0\0 byte", "\x01\x02\x03 abc \x04\x05"])
def test_control_characters_are_no_text(text: str) -> None:
    (issue,) = reports({"text": text})
    assert isinstance(issue, Issue)
    assert issue.kind == "binary"


@pytest.mark.parametrize("torn", ["caf\udcc3", "smile \ud83d"])
def test_a_torn_letter_is_shown_and_said_and_loses_nothing(torn: str) -> None:
    issue, raw = reports({"text": torn + " here"})
    assert isinstance(issue, Issue)
    assert (issue.kind, issue.skipped) == ("encoding", False)
    assert isinstance(raw, Raw)
    assert raw.content == torn[:-1] + "\ufffd here"


def test_the_same_cells_are_the_same_report_in_any_table_and_order() -> None:
    a = only({"text": TEXT, "title": "T", "other": 1})
    b = only({"other": 2, "headline": "T", "body": TEXT, "source": None})
    assert a.raw_sha256 == b.raw_sha256
    assert a.raw_sha256 != only({"text": TEXT, "title": "U"}).raw_sha256


def test_a_text_and_a_title_that_change_places_are_another_report() -> None:
    assert only({"text": "A", "title": "B"}).raw_sha256 != only({"text": "B", "title": "A"}).raw_sha256


def test_a_whole_page_in_a_cell_is_a_page() -> None:
    assert only({"text": "<!DOCTYPE html><html><body><p>Shelling.</p></body></html>"}).format == "html"
    assert only({"text": "He wrote <html> by hand."}).format == "text"


def test_a_date_the_user_gives_is_kept_beside_the_rows_own() -> None:
    raw = only({"text": TEXT, "date": "2031-05-19"}, options=IngestOptions(published="2031-06-01"))
    assert (raw.published, raw.published_given) == ("2031-05-19", "2031-06-01")


def test_the_column_settles_dates_that_could_be_two() -> None:
    found = reports({"text": "A", "date": "4/5/2031"}, {"text": "B", "date": "23/5/2031"})
    assert [raw.published for raw in found if isinstance(raw, Raw)] == ["2031-05-04", "2031-05-23"]
    assert len(found) == 2


def test_dates_nobody_can_settle_are_left_out_and_it_is_said_once() -> None:
    issue, *raws = reports({"text": "A", "date": "4/5/2031"}, {"text": "B", "date": "6/7/2031"})
    assert isinstance(issue, Issue)
    assert (issue.kind, issue.skipped) == ("undated", False)
    assert "4/5/2031" in issue.reason
    assert [raw.published for raw in raws if isinstance(raw, Raw)] == [None, None]


def test_columns_that_could_each_be_meant_are_said() -> None:
    issue, raw = reports({"text": TEXT, "pub_date": "2031-05-19", "publish_date": "2031-05-20"})
    assert isinstance(issue, Issue)
    assert "published=NAME" in issue.advice
    assert isinstance(raw, Raw)
    assert raw.published is None


def test_a_table_without_rows_says_so() -> None:
    table = Rows(())
    (issue,) = reports_in(table, columns_of("t.csv", ("text",), {}), IngestOptions())
    assert isinstance(issue, Issue)
    assert issue.kind == "empty"
