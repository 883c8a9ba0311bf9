"""What the user says about the inputs."""

from __future__ import annotations

import msgspec
import pytest

from deconflict.errors import BadRequest
from deconflict.ingest import IngestOptions


def test_columns_are_read_from_the_command_line() -> None:
    options = IngestOptions.of("text=body, title=Head line ,id=no", "2017-05-19")
    assert options.columns == {"text": "body", "title": "Head line", "id": "no"}
    assert options.published == "2017-05-19"


def test_no_columns_are_no_columns() -> None:
    assert IngestOptions.of().columns == {}


@pytest.mark.parametrize("columns", ["body", "text=", "text"])
def test_a_column_without_a_name_is_refused(columns: str) -> None:
    with pytest.raises(BadRequest, match="text=body"):
        IngestOptions.of(columns)


def test_an_unknown_role_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadRequest, match=r"'author'.*text, title, source, published, id, url"):
        IngestOptions.of("author=by")


@pytest.mark.parametrize("published", ["19 May 2017", "2017-02-30", "19/05/2017", ""])
def test_a_given_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(BadRequest, match="YYYY-MM-DD"):
        IngestOptions(published=published)


def test_the_same_holds_for_options_made_of_plain_data() -> None:
    assert msgspec.convert({"columns": {"text": "body"}}, IngestOptions).columns == {"text": "body"}
    with pytest.raises(BadRequest, match="'author'"):
        msgspec.convert({"columns": {"author": "by"}}, IngestOptions)
