"""Which column holds what."""

from __future__ import annotations

import pytest

from deconflict.errors import BadRequest
from deconflict.ingest.columns import columns_of


def test_obvious_names_need_no_telling() -> None:
    columns = columns_of("t.csv", ("unit_id", "Article Title", "article_content", "Outlet", "date", "URL", "location"), {})
    assert columns.names == {
        "id": "unit_id",
        "title": "Article Title",
        "text": "article_content",
        "source": "Outlet",
        "published": "date",
        "url": "URL",
    }
    assert not columns.unsure


def test_what_is_told_is_used_and_nothing_else() -> None:
    columns = columns_of("t.csv", ("text", "title", "date", "words"), {"text": "words", "title": "title"})
    assert columns.names == {"text": "words", "title": "title"}


def test_the_text_is_found_where_only_other_columns_are_told() -> None:
    assert columns_of("t.csv", ("body", "by"), {"source": "by"}).names == {"source": "by", "text": "body"}


def test_a_column_that_is_not_there_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadRequest, match=r"'story'.*Its columns are id, body\."):
        columns_of("t.csv", ("id", "body"), {"text": "story"})


def test_a_column_that_is_there_twice_is_refused() -> None:
    with pytest.raises(BadRequest, match="more than one column 'body'"):
        columns_of("t.csv", ("body", "body"), {"text": "body"})


@pytest.mark.parametrize("header", [("id", "words"), ("text", "content"), ("text", "text"), ("",)])
def test_a_text_that_is_not_plain_is_asked_for(header: tuple[str, ...]) -> None:
    with pytest.raises(BadRequest, match="--columns text=NAME"):
        columns_of("t.csv", header, {})


def test_of_several_other_columns_none_is_used_and_it_is_said() -> None:
    columns = columns_of("t.csv", ("text", "pub_date", "date_published"), {})
    assert "published" not in columns.names
    assert columns.unsure == {"published": ("pub_date", "date_published")}


def test_a_column_called_exactly_what_is_meant_is_meant() -> None:
    assert columns_of("t.csv", ("text", "source", "publisher"), {}).names["source"] == "source"


def test_a_thousand_columns_are_not_all_listed() -> None:
    with pytest.raises(BadRequest) as raised:
        columns_of("t.csv", [f"c{n}" for n in range(1_000)], {})
    assert len(str(raised.value)) < 500
