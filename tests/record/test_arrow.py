"""The nouns as Arrow tables: every field has a column, and what goes in comes out."""

from __future__ import annotations

import msgspec
import pytest

from deconflict import record
from deconflict.cli.schema import NOUNS
from deconflict.record import Finding, Report, Sentence, Source, Voice
from deconflict.record.arrow import ROWS_AT_ONCE, row_of, schema_of, table_of


@pytest.mark.parametrize("name", NOUNS)
def test_every_field_of_a_noun_has_a_column(name: str) -> None:
    noun = getattr(record, name)
    assert schema_of(noun).names == [field.encode_name for field in msgspec.structs.fields(noun)]


def test_what_goes_in_comes_out() -> None:
    sentences = (Sentence(0, 4), Sentence(5, 9, "caption"))
    report = Report("r-1", "one.txt", Source("source:x", "X"), "News", "Four five", "sha", sentences=sentences)
    (row,) = table_of(Report, [report]).to_pylist()
    assert row["source"] == {"id": "source:x", "name": "X", "kind": None, "side": None}
    assert row["sentences"][1] == {"start": 5, "end": 9, "kind": "caption", "part": "text"}
    assert row["published"] is None


def test_a_mapping_becomes_pairs() -> None:
    voice = Voice("o-1", "the harbour master", None, "asserts", ("c-1",), low=4, high=4)
    finding = Finding("killed", "single", "One voice.", (voice,), low=4, best=4, high=4)
    assert row_of({"killed": finding})[0][0] == "killed"
    assert row_of({"killed": finding})[0][1]["voices"][0]["claims"] == ["c-1"]


def test_more_rows_than_are_taken_at_once_are_all_there() -> None:
    sources = [Source(f"source:{number}", "X") for number in range(ROWS_AT_ONCE + 1)]
    assert table_of(Source, sources).column("id").to_pylist() == [source.id for source in sources]


def test_a_type_that_no_column_can_hold_is_said() -> None:
    with pytest.raises(TypeError, match="No Arrow type"):
        schema_of(msgspec.defstruct("Odd", [("odd", complex)]))
