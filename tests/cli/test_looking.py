"""Looking at a record: JSON Lines for programs, tables for people, one event with its words, files to take along."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import Result

from deconflict import record as nouns
from deconflict.cli.publishing import landmarks
from deconflict.cli.schema import NOUNS
from deconflict.cli.wording import bounds
from deconflict.errors import BadRequest
from deconflict.record import Claim, Event, Grade, Report, Where
from deconflict.store import open_record

Invoke = Callable[..., Result]


def lines(result: Result) -> list[bytes]:
    assert result.exit_code == 0, result.output
    return result.stdout.encode().splitlines()


def an_event(record: Path) -> Event:
    with open_record(record) as store:
        return next(event for event in store.events() if event.tolls)


@pytest.mark.parametrize(("command", "noun"), [("reports", Report), ("claims", Claim), ("events", Event)])
def test_json_lines_hold_what_the_record_holds(record: Path, invoke: Invoke, command: str, noun: type[msgspec.Struct]) -> None:
    shown = [msgspec.json.decode(line, type=noun) for line in lines(invoke(command, record, "--json"))]
    with open_record(record) as store:
        assert shown == list(getattr(store, command)())
    assert shown


def test_every_span_in_the_json_says_what_the_report_says(record: Path, invoke: Invoke) -> None:
    reports = {report["id"]: report for report in map(json.loads, lines(invoke("reports", record, "--json")))}
    spans = 0
    for claim in map(json.loads, lines(invoke("claims", record, "--json"))):
        for span in (claim["trigger"], claim["sentence"], *(count["span"] for count in claim["counts"])):
            body = reports[claim["report"]]["title" if span["in"] == "title" else "text"]
            assert body[span["start"] : span["end"]] == span["text"]
            spans += 1
    assert spans == 6


def test_claims_in_the_json_know_their_origin_and_their_bounds(record: Path, invoke: Invoke) -> None:
    claims = [json.loads(line) for line in lines(invoke("claims", record, "--json"))]
    assert all(claim["origin"] for claim in claims)
    assert sorted(claim["counts"][0]["low"] for claim in claims) == [4, 9]


def test_the_claims_of_one_event_are_those_it_names(record: Path, invoke: Invoke) -> None:
    event = an_event(record)
    shown = [json.loads(line)["id"] for line in lines(invoke("claims", record, "--json", "--event", event.id[:9]))]
    assert sorted(shown) == sorted(event.claims)


@pytest.mark.parametrize(("command", "words"), [("reports", "calm.txt"), ("claims", "ASSAULT"), ("events", "killed")])
def test_tables_are_for_people(record: Path, invoke: Invoke, command: str, words: str) -> None:
    shown = invoke(command, record)
    assert shown.exit_code == 0
    assert words in shown.stdout
    assert "\x1b[" not in shown.stdout


def test_an_event_is_shown_with_the_count_marked_in_its_sentence(record: Path, invoke: Invoke) -> None:
    event = an_event(record)
    toll = event.tolls["killed"].best
    shown = invoke("show", record, event.id[:8])
    assert shown.exit_code == 0, shown.output
    assert event.title in shown.stdout
    assert f"[ASSAULT killed] [killed={toll} {toll}] people" in shown.stdout
    assert event.tolls["killed"].rule in shown.stdout


def test_an_event_that_is_not_there_is_one_sentence_and_status_2(record: Path, invoke: Invoke) -> None:
    for arguments in (("show", record, "e-nothing"), ("claims", record, "--event", "e-nothing")):
        done = invoke(*arguments)
        assert done.exit_code == 2
        assert done.stderr.startswith("deconflict: The record holds no event 'e-nothing'.")


@pytest.mark.parametrize("command", ["reports", "claims", "events"])
def test_a_record_that_is_none_is_one_sentence_and_status_2(tmp_path: Path, invoke: Invoke, command: str) -> None:
    (tmp_path / "notes.txt").write_text("Nothing but a note to self, long enough.")
    for path, words in (("notes.txt", "no record of deconflict"), ("none.db", "no such record")):
        done = invoke(command, tmp_path / path)
        assert (done.exit_code, done.stdout) == (2, "")
        assert words in done.stderr


@pytest.mark.parametrize("form", ["csv", "geojson", "parquet"])
def test_an_export_says_how_many_rows_it_holds(record: Path, tmp_path: Path, invoke: Invoke, form: str) -> None:
    done = invoke("export", record, "--as", form, "-o", tmp_path / f"out.{form}")
    assert done.exit_code == 0, done.stderr
    assert "rows are in" in done.stderr
    assert (tmp_path / f"out.{form}").stat().st_size > 0


def test_a_format_there_is_none_of_names_those_there_are(record: Path, tmp_path: Path, invoke: Invoke) -> None:
    done = invoke("export", record, "--as", "stone", "-o", tmp_path / "out.stone")
    assert done.exit_code == 2
    assert "csv, geojson, parquet" in done.stderr


def test_the_page_is_written_and_its_place_is_said(record: Path, tmp_path: Path, invoke: Invoke) -> None:
    done = invoke("report", record, "-o", tmp_path / "page.html")
    assert done.exit_code == 0, done.stderr
    assert str(tmp_path / "page.html") in done.stderr
    assert "Port Lune" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_the_map_is_given_the_bigger_towns_around_the_events_and_no_others() -> None:
    where = Where("Raqqa", 35.95, 39.01, 5.0, 1)
    event = Event("e-1", "ASSAULT", None, "", "asserted", where, None, (), (), {}, (), 1, 1, (), Grade("", ""))
    names = {town.name for town in landmarks([event])}
    assert "Aleppo" in names
    assert not names & {"Paris", "Shanghai", "Cairo"}
    assert landmarks([]) == ()


@pytest.mark.parametrize("name", NOUNS)
def test_each_noun_has_a_schema(invoke: Invoke, name: str) -> None:
    schema = json.loads(invoke("schema", name.lower()).stdout)
    properties = schema["$defs"][name].get("properties") or schema["$defs"][name].get("prefixItems")
    assert set(properties) == {field.encode_name for field in msgspec.structs.fields(getattr(nouns, name))}


def test_all_schemas_come_at_once_and_a_noun_there_is_none_of_is_said(invoke: Invoke) -> None:
    assert set(NOUNS) <= set(json.loads(invoke("schema").stdout)["$defs"])
    done = invoke("schema", "weather")
    assert done.exit_code == 2
    assert "no noun 'weather'" in done.stderr


def test_the_doctor_names_versions_readers_packs_and_gazetteer(invoke: Invoke) -> None:
    done = invoke("doctor")
    assert done.exit_code == 0, done.output
    for word in ("deconflict", "Python", "SQLite", "reader rules", "pack world", "pack syria", "gazetteer", "pandas"):
        assert word in done.stdout


@pytest.mark.parametrize(
    ("low", "high", "approximate", "words"),
    [
        (4, 4, False, "4"),
        (100, 100, True, "about 100"),
        (2000, None, False, "2,000 or more"),
        (None, 40, False, "up to 40"),
        (30, 40, False, "30-40"),
        (0, 0, False, "0"),
        (None, None, False, "some"),
    ],
)
def test_bounds_are_said_in_words(low: int | None, high: int | None, approximate: bool, words: str) -> None:
    assert bounds(low, high, approximate) == words


def test_the_record_is_never_overwritten_by_what_is_made_of_it(record: Path, invoke: Invoke) -> None:
    before = record.read_bytes()
    for arguments in (("report", record), ("export", record, "--as", "csv"), ("export", record, "--as", "parquet")):
        done = invoke(*arguments, "-o", record)
        assert done.exit_code == 2
        assert "would destroy it" in done.stderr
    assert record.read_bytes() == before


@pytest.mark.parametrize("arguments", [("export", "--as", "csv"), ("export", "--as", "geojson"), ("report",)])
def test_a_dash_writes_to_standard_output(record: Path, tmp_path: Path, invoke: Invoke, arguments: tuple[str, ...]) -> None:
    command, *options = arguments
    assert invoke(command, record, *options, "-o", tmp_path / "out").exit_code == 0
    done = invoke(command, record, *options, "-o", "-")
    assert done.exit_code == 0
    as_file = (tmp_path / "out").read_bytes()
    assert len(done.stdout_bytes) == len(as_file)
    assert done.stdout_bytes[:200] == as_file[:200]
    assert "standard output" in done.stderr
    assert not Path("-").exists()


def test_one_row_is_one_row(tmp_path: Path, reports: Path, invoke: Invoke) -> None:
    record = tmp_path / "one.db"
    invoke("read", reports / "one.txt", "--record", record, "--reader", "harbour")
    assert "1 row is in " in invoke("export", record, "--as", "csv", "-o", tmp_path / "one.csv").stderr


HOSTILE = "\x1b]0;owned\x07\x1b[31m\x9b5m\u202eThe raid killed 7 people at the mill.\x1b[2J"


def test_nothing_in_a_report_steers_the_terminal(tmp_path: Path, invoke: Invoke) -> None:
    folder, record = tmp_path / "\x1b[31mreports", tmp_path / "r.db"
    folder.mkdir()
    (folder / "\x1b[2Jone.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "\x1b[2Jempty.txt").touch()
    said = [invoke("read", folder, "--record", record, "--reader", "harbour").output]
    event = invoke("events", record, "--json").stdout.split('"')[3]
    commands = [("reports", record), ("claims", record), ("events", record), ("show", record, event), ("issues", record)]
    said += [invoke(*command).output for command in commands]
    for shown in said:
        assert not set(shown) & set("\x1b\x07\x9b\u202e"), shown
    assert all("␛[2J" in shown for shown in said[:2])


def test_json_holds_what_the_report_says_whatever_it_is(tmp_path: Path, invoke: Invoke) -> None:
    (tmp_path / "one.txt").write_text(HOSTILE, encoding="utf-8")
    invoke("read", tmp_path / "one.txt", "--record", tmp_path / "r.db", "--reader", "harbour")
    assert json.loads(invoke("reports", tmp_path / "r.db", "--json").stdout)["text"] == HOSTILE


@pytest.mark.parametrize("path", ["-", "/dev/stdout"])
def test_what_no_terminal_can_show_is_not_sent_to_one(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    from deconflict.cli.output import written

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(BadRequest, match="terminal"), written(Path(path), binary=True):
        pass
