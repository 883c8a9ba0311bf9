"""`deconflict read`: what it says, what it returns, and that nothing is added twice."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import Result

from deconflict.engine.local import read_all
from deconflict.errors import OurBug
from deconflict.read import READERS
from deconflict.record import Claim, Issue, ReaderName, Report
from deconflict.store import create_record, open_record

Invoke = Callable[..., Result]


def test_reading_says_what_it_did_on_standard_error_alone(reports: Path, tmp_path: Path, invoke: Invoke) -> None:
    done = invoke("read", reports, "--record", tmp_path / "r.db", "--reader", "harbour")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "3 new reports, 0 known. The record holds 3 reports, 2 claims" in done.stderr


def test_reading_the_same_again_adds_nothing_and_says_so(record: Path, reports: Path, invoke: Invoke) -> None:
    with open_record(record) as store:
        before = (store.last_reading(), store.counts(), tuple(store.events()))
    done = invoke("read", reports, "--record", record, "--reader", "harbour", "--published", "2019-05-07")
    assert done.exit_code == 0
    assert "0 new reports, 3 known. Nothing was added." in done.stderr
    with open_record(record) as store:
        assert (store.last_reading(), store.counts(), tuple(store.events())) == before


def test_the_same_bytes_under_another_name_are_the_same_report(record: Path, reports: Path, invoke: Invoke) -> None:
    (reports / "copy-of-one.txt").write_bytes((reports / "one.txt").read_bytes())
    done = invoke("read", reports, "--record", record, "--reader", "harbour", "--published", "2019-05-07")
    assert "0 new reports, 4 known" in done.stderr


def test_another_version_of_a_reader_reads_known_reports_anew(
    record: Path, reports: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(READERS["harbour"], "name", ReaderName("harbour", "2"))
    done = invoke("read", reports, "--record", record, "--reader", "harbour", "--published", "2019-05-07")
    assert "0 new reports, 0 known, 3 read anew" in done.stderr
    with open_record(record) as store:
        assert store.counts()["reports"] == 3
        assert store.counts()["claims"] == 2


def test_a_report_without_claims_says_why(record: Path) -> None:
    with open_record(record) as store:
        (issue,) = store.issues()
    assert (issue.kind, issue.skipped) == ("no_claims", False)
    assert issue.input.endswith("calm.txt")
    assert "harbour reader" in issue.reason


def test_skipped_input_is_said_kept_as_an_issue_and_makes_the_status_1(reports: Path, tmp_path: Path, invoke: Invoke) -> None:
    (reports / "empty.txt").touch()
    done = invoke("read", reports, "--record", tmp_path / "r.db", "--reader", "harbour")
    assert done.exit_code == 1
    assert "skipped: " in done.stderr
    assert "empty.txt is empty." in done.stderr
    assert "3 new reports, 0 known, 1 skipped" in done.stderr
    with open_record(tmp_path / "r.db") as store:
        assert "empty" in {issue.kind for issue in store.issues()}


def test_of_many_skipped_inputs_twenty_are_shown_and_the_rest_counted(reports: Path, tmp_path: Path, invoke: Invoke) -> None:
    for number in range(25):
        (reports / f"empty-{number}.txt").touch()
    done = invoke("read", reports, "--record", tmp_path / "r.db", "--reader", "harbour")
    assert done.stderr.count("skipped: ") == 20
    assert "and 5 more were skipped" in done.stderr


def test_a_report_that_breaks_the_reader_does_not_stop_the_others(
    reports: Path, tmp_path: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Fragile(READERS["harbour"]):  # type: ignore[misc]
        def read(self, report: Report) -> tuple[Claim, ...]:
            if "ferry" in report.text:
                raise IndexError("no harbour")
            claims: tuple[Claim, ...] = super().read(report)
            return claims

    monkeypatch.setitem(READERS, "fragile", Fragile)
    done = invoke("read", reports, "--record", tmp_path / "r.db", "--reader", "fragile")
    assert done.exit_code == 1
    assert "2 new reports" in done.stderr
    assert "The reader broke on it (IndexError: no harbour)" in done.stderr


def test_a_table_is_read_by_its_columns(tmp_path: Path, invoke: Invoke) -> None:
    table = tmp_path / "wires.csv"
    table.write_text("no,body\n7,The raid on the mill killed 3 people in all that night.\n", encoding="utf-8")
    done = invoke("read", table, "--record", tmp_path / "r.db", "--reader", "harbour", "--columns", "text=body,id=no")
    assert done.exit_code == 0, done.stderr
    with open_record(tmp_path / "r.db") as store:
        assert [report.key for report in store.reports()] == ["7"]
        assert store.counts()["claims"] == 1


def test_a_text_can_be_piped_in(tmp_path: Path, invoke: Invoke) -> None:
    text = "The raid on the mill killed 3 people in all that night."
    assert invoke("read", "-", "--record", tmp_path / "r.db", "--reader", "harbour", stdin=text).exit_code == 0
    with open_record(tmp_path / "r.db") as store:
        assert store.counts()["claims"] == 1


def test_a_record_in_the_folder_that_is_read_is_no_input(reports: Path, invoke: Invoke) -> None:
    for _ in range(2):
        done = invoke("read", reports, "--record", reports / "r.db", "--reader", "harbour")
        assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere.txt", "--record", "r.db"), "no file or folder 'nowhere.txt'"),
        (("nosuch*.txt", "--record", "r.db"), "No file matches 'nosuch*.txt'"),
        (("reports", "--record", "r.db", "--reader", "oracle"), "no reader 'oracle'"),
        (("reports", "--record", "r.db", "--pack", "atlantis"), "no pack"),
        (("reports", "--record", "r.db", "--columns", "colour=red"), "no column role 'colour'"),
        (("reports", "--record", "r.db", "--published", "yesterday"), "is no date"),
        (("reports", "--record", "nowhere/r.db"), "There is no folder"),
        (("reports", "--record", "reports"), "a folder, not a record"),
        (("reports", "--record", "reports/one.txt"), "no record of deconflict"),
        (("reports",), "Missing option '--record'"),
    ],
)
def test_bad_arguments_are_one_sentence_and_status_2(
    reports: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(reports.parent)
    done = invoke("read", *arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert "Traceback" not in done.output
    assert done.stdout == ""
    assert not Path("r.db").exists()


def test_a_mistyped_path_makes_no_record(tmp_path: Path, invoke: Invoke) -> None:
    invoke("read", tmp_path / "nowhere.txt", "--record", tmp_path / "r.db")
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_keeps_what_was_stored_and_says_how_to_go_on(
    reports: Path, tmp_path: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: object) -> object:
        outcomes = read_all(*arguments)  # type: ignore[arg-type]
        yield next(outcomes)
        raise KeyboardInterrupt

    monkeypatch.setattr("deconflict.engine.reading.read_all", interrupted)
    done = invoke("read", reports, "--record", tmp_path / "r.db", "--reader", "harbour")
    assert done.exit_code == 130
    assert "Stopped. What was stored stays (1 report)" in done.stderr
    monkeypatch.undo()
    with open_record(tmp_path / "r.db") as store:
        assert store.counts()["reports"] == 1
    assert "broken off before" in invoke("events", tmp_path / "r.db").stderr


def test_after_ctrl_c_the_same_command_goes_on(reports: Path, record: Path, invoke: Invoke) -> None:
    (reports / "three.txt").write_text("The third raid killed 2 people at the mill.", encoding="utf-8")
    done = invoke("read", reports, "--record", record, "--reader", "harbour", "--published", "2019-05-07")
    assert "1 new report, 3 known" in done.stderr


def test_a_record_is_read_on_with_its_own_packs(reports: Path, tmp_path: Path, invoke: Invoke) -> None:
    pack = Path(__file__).parents[2] / "examples" / "pack"
    record = tmp_path / "r.db"
    invoke("read", reports, "--record", record, "--reader", "harbour", "--pack", pack)
    done = invoke("read", reports, "--record", record, "--reader", "harbour")
    assert "3 known" in done.stderr
    with open_record(record) as store:
        assert store.knowledge().packs == ("world", str(pack.absolute()))


def test_a_full_disk_is_one_sentence_and_status_2(
    reports: Path, tmp_path: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "r.db"
    create_record(record).close()
    (reports / "long.txt").write_text("The ferry to Port Lune runs again from Monday. " * 1000, encoding="utf-8")
    monkeypatch.setattr("deconflict.store.sqlite.WRITING", ("PRAGMA max_page_count = 1",))
    done = invoke("read", reports, "--record", record, "--reader", "harbour")
    assert done.exit_code == 2
    assert "disk is full" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bug_is_called_one_and_shown_whole_with_debug(
    reports: Path, tmp_path: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OurBug("a span says nothing.")

    monkeypatch.setattr("deconflict.engine.reading.weigh_up_to_date", broken)
    arguments = ("read", reports, "--record", tmp_path / "r.db", "--reader", "harbour")
    done = invoke(*arguments)
    assert done.exit_code == 2
    assert "This is a bug in deconflict (OurBug: a span says nothing.)" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Traceback" in invoke("--debug", *arguments).stderr


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="one worker per processor is counted otherwise here")
def test_there_is_a_worker_for_each_processor_unless_told_otherwise() -> None:
    from deconflict.cli.read import settings_of

    assert settings_of(None).workers == len(os.sched_getaffinity(0))
    assert settings_of(3).workers == 3


GIVEN = ("--record", "r.db", "--reader", "harbour")


def dates_of(record: str) -> dict[str, tuple[str | None, str | None]]:
    with open_record(Path(record)) as store:
        return {Path(report.key).name: (report.published, report.published_from) for report in store.reports()}


def test_a_day_once_given_stays_until_another_is_given(reports: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports.parent)
    one, two = reports / "one.txt", reports / "two.txt"
    assert invoke("read", one, "--published", "2020-01-02", *GIVEN).exit_code == 0
    done = invoke("read", one, two, *GIVEN)
    assert "1 new report, 1 known" in done.stderr
    assert dates_of("r.db")["one.txt"] == ("2020-01-02", "given")
    assert dates_of("r.db")["two.txt"][1] != "given"
    done = invoke("read", one, "--published", "2020-01-05", *GIVEN)
    assert "0 new reports, 0 known, 1 read anew" in done.stderr
    assert dates_of("r.db")["one.txt"] == ("2020-01-05", "given")
    assert "1 known" in invoke("read", one, *GIVEN).stderr
    done = invoke("read", one, "--published", "2020-01-02", *GIVEN)
    assert "1 read anew" in done.stderr
    assert dates_of("r.db")["one.txt"] == ("2020-01-02", "given")


def test_a_new_reader_keeps_the_day_that_was_given(
    record: Path, reports: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(READERS["harbour"], "name", ReaderName("harbour", "2"))
    assert "3 read anew" in invoke("read", reports, "--record", record, "--reader", "harbour").stderr
    assert set(dates_of(str(record)).values()) == {("2019-05-07", "given")}


def test_an_issue_goes_when_its_file_or_row_is_read_well(reports: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports.parent)
    empty, table = reports / "empty.txt", reports / "table.csv"
    empty.touch()
    table.write_text('id,text\n1,\n2,"The raid killed 3 people."\n', encoding="utf-8")
    assert invoke("read", reports, *GIVEN).exit_code == 1
    assert "empty.txt" in invoke("issues", "r.db", "--json").stdout
    empty.write_bytes((reports / "one.txt").read_bytes())  # a report that is known already
    table.write_text('id,text\n1,"The raid killed 5 people."\n2,"The raid killed 3 people."\n', encoding="utf-8")
    assert invoke("read", reports, *GIVEN).exit_code == 0
    with open_record(Path("r.db")) as store:
        assert {issue.kind for issue in store.issues()} == {"no_claims"}


def test_a_doubt_that_still_holds_is_still_shown(reports: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports.parent)
    table = reports / "table.csv"
    table.write_text('id,date,text\n1,4/5/2017,"The raid killed 5 people."\n', encoding="utf-8")
    for _ in range(2):
        done = invoke("read", table, *GIVEN)
        assert done.exit_code == 0
        assert "1 note" in done.stderr
        assert "Why: `deconflict issues r.db`" in done.stderr
        lines = invoke("issues", "r.db", "--json").stdout.splitlines()
        assert [msgspec.json.decode(line, type=Issue).kind for line in lines] == ["undated"]


def test_letters_that_may_be_wrong_are_said_at_once(reports: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports.parent)
    (reports / "torn.txt").write_bytes("Ville assi\u00e9g\u00e9e. The raid killed 5 people.".encode() + b"\xc3 And on.")
    done = invoke("read", reports / "torn.txt", *GIVEN)
    assert done.exit_code == 0
    assert "note: 1 byte of " in done.stderr


def test_what_a_pipe_leaves_may_be_nothing_that_can_be_counted(tmp_path: Path) -> None:
    from deconflict.cli.read import how_many
    from deconflict.ingest import IngestOptions

    (tmp_path / "bad.csv").write_text("no,words\n1,A\n", encoding="utf-8")
    (tmp_path / "good.txt").write_text("A raid.", encoding="utf-8")
    assert how_many([str(tmp_path / "bad.csv")], IngestOptions()) is None
    assert how_many([str(tmp_path / "bad.csv"), str(tmp_path / "good.txt")], IngestOptions()) == 2
