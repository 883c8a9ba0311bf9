"""A record in Python: open, read, go through, take along as a table."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import deconflict
from deconflict.engine.plan import ReadingPlan, chosen_packs
from deconflict.engine.weighing import known_entities
from deconflict.errors import BadRecord, BadRequest, Unreadable
from deconflict.packs import SHIPPED, Packs
from deconflict.record import Claim, Entity, Event, Report
from deconflict.record.arrow import schema_of

TEXT = "At least 4 people were killed when shells hit the harbour of Port Lune on Friday, the harbour master said."


@pytest.fixture
def record(tmp_path: Path) -> deconflict.Record:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    with deconflict.open(tmp_path / "r.db") as record:
        record.read(tmp_path / "one.txt", published="2019-05-07")
        return record


def test_a_record_is_made_by_reading_and_not_by_opening(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    with deconflict.open(tmp_path / "new.db") as record:
        assert (len(record.reports), len(record.claims), len(record.events), len(record.issues)) == (0, 0, 0, 0)
        assert (list(record.reports), list(record.issues)) == ([], [])
        with pytest.raises(BadRequest):
            record.read(tmp_path / "one.txt", reader="oracle")
        assert not (tmp_path / "new.db").exists()
        record.read(tmp_path / "one.txt")
        assert len(record.reports) == 1


def test_a_place_where_no_record_can_be_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadRecord, match="no folder"):
        deconflict.open(tmp_path / "nowhere" / "new.db")


def test_what_is_no_text_or_no_date_is_said() -> None:
    with pytest.raises(TypeError, match="text must be a str, not bytes"):
        deconflict.read_text(TEXT.encode())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="title must be a str"):
        deconflict.read_text(TEXT, title=None)  # type: ignore[arg-type]
    for wrong in ("foo", "2019-13-01", 20190507):
        with pytest.raises(BadRequest, match="no date"):
            deconflict.read_text(TEXT, published=wrong)  # type: ignore[arg-type]


def test_views_can_be_counted_and_gone_through_again_and_again(record: deconflict.Record) -> None:
    assert len(record.reports) == 1
    assert [report.text for report in record.reports] == [report.text for report in record.reports] == [TEXT]
    assert len(record.claims) == len(list(record.claims)) > 0
    assert len(record.events) == len(list(record.events)) > 0


def test_reading_again_adds_nothing(record: deconflict.Record, tmp_path: Path) -> None:
    summary = record.read([tmp_path / "one.txt"], published="2019-05-07")
    assert (summary.new, summary.known, summary.claims) == (0, 1, 0)


def test_claims_go_along_as_an_arrow_table(record: deconflict.Record) -> None:
    table = record.claims.to_arrow()
    assert table.schema == schema_of(Claim)
    assert table.column("id").to_pylist() == [claim.id for claim in record.claims]
    first = table.to_pylist()[0]
    sentence = next(iter(record.claims)).sentence
    assert first["sentence"] == {"start": sentence.start, "end": sentence.end, "text": sentence.text, "in": "text"}


@pytest.mark.parametrize(("view", "noun"), [("reports", Report), ("claims", Claim), ("events", Event)])
def test_every_view_goes_along_as_a_table(record: deconflict.Record, view: str, noun: type[Report | Claim | Event]) -> None:
    table = getattr(record, view).to_arrow()
    assert table.schema == schema_of(noun)
    assert table.num_rows == len(getattr(record, view))


def test_tolls_are_a_map_in_the_table(record: deconflict.Record) -> None:
    tolls = {name: finding["low"] for row in record.events.to_arrow().to_pylist() for name, finding in row["tolls"]}
    assert tolls["killed"] == 4


def test_an_empty_view_is_an_empty_table(tmp_path: Path) -> None:
    with deconflict.open(tmp_path / "new.db") as record:
        assert record.events.to_arrow().num_rows == 0


def test_events_go_along_as_a_data_frame(record: deconflict.Record) -> None:
    pytest.importorskip("pandas")
    assert list(record.events.to_pandas()["id"]) == [event.id for event in record.events]


def test_without_pandas_it_is_said_how_to_get_it(record: deconflict.Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(BadRequest, match="pip install pandas"):
        record.events.to_pandas()


def test_one_text_is_read_without_any_file() -> None:
    reading = deconflict.read_text(TEXT, title="Harbour shelled", source="Lune Herald", published="2019-05-07")
    assert reading.report.title == "Harbour shelled"
    assert reading.report.source.name == "Lune Herald"
    assert reading.report.published == "2019-05-07"
    counts = [count for claim in reading.claims for count in claim.counts if count.what == "killed"]
    assert [(count.low, count.high) for count in counts] == [(4, None)]


def test_a_text_with_nothing_in_it_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        deconflict.read_text("")


def test_wrong_arguments_are_bad_requests(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Nothing but a note to self, long enough.")
    with pytest.raises(BadRecord):
        deconflict.open(tmp_path / "notes.txt")
    with pytest.raises(BadRequest, match="no reader 'oracle'"):
        deconflict.read_text(TEXT, reader="oracle")
    with deconflict.open(tmp_path / "r.db") as record:
        with pytest.raises(BadRequest, match="colour"):
            record.read(tmp_path, columns={"colour": "red"})
        with pytest.raises(BadRequest, match="no date"):
            record.read(tmp_path, published="yesterday")


def test_packs_given_stand_on_top_of_the_world_and_none_given_means_all_shipped(tmp_path: Path) -> None:
    assert chosen_packs(()) == SHIPPED
    assert chosen_packs(("syria",)) == ("world", "syria")
    assert chosen_packs(("world", "syria", "syria")) == ("world", "syria")
    assert chosen_packs((tmp_path,)) == ("world", str(tmp_path))


def test_other_packs_are_another_method() -> None:
    one, two = ReadingPlan(packs=("world",)).open().method(), ReadingPlan(packs=("world", "syria")).open().method()
    assert one != two
    assert one == ReadingPlan(packs=("world",)).open().method()


def test_a_record_keeps_the_actors_it_names_with_those_they_are_part_of() -> None:
    packs = Packs(
        entities={
            "lune": Entity("lune", "Lune", "state"),
            "lune.army": Entity("lune.army", "Lune's army", "armed_forces", part_of="lune"),
            "other": Entity("other", "Other", "state"),
        }
    )
    assert list(known_entities(["lune.army", "nobody", "lune.army"], packs)) == ["lune", "lune.army"]


def test_a_record_shows_who_stands_behind_an_id_that_was_provisional() -> None:
    lune = Entity("lune", "Lune", "state")
    packs = Packs(entities={"lune": lune, "named:lune-republic": lune})
    assert known_entities(["named:lune-republic"], packs) == {"lune": lune, "named:lune-republic": lune}
