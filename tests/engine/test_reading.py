"""What a run leaves in the record: one row for each input or what was wrong with it, in the order of the inputs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from fake_desks import FakeDesk, FakePlan, reading

from deconflict.engine.reading import Run, Silent, Summary
from deconflict.record import Issue, Raw
from deconflict.settings import Settings
from deconflict.store import create_record, open_record

WORKERS = [Settings(workers=workers, seconds_per_report=2, in_process_up_to=0) for workers in (1, 2, 4)]


def raw(name: str, content: str) -> Raw:
    return Raw(name, content, f"sha-{content}", places=(f"{name}.txt",))


def read(record: Path, inputs: Sequence[Raw | Issue], settings: Settings) -> Summary:
    with create_record(record) as store:
        return Run(store, FakePlan(), FakeDesk(), settings, Silent()).read(inputs)  # type: ignore[arg-type]


def issues(record: Path) -> list[tuple[str, str]]:
    with open_record(record) as store:
        return [(issue.input, issue.reason) for issue in store.issues()]


@pytest.mark.parametrize("settings", WORKERS, ids=["one worker", "two workers", "four workers"])
def test_issues_stand_in_the_order_of_the_inputs_whoever_is_done_first(tmp_path: Path, settings: Settings) -> None:
    inputs = [
        raw("one", "slow 1"),
        Issue("empty", "two.txt", "It is empty."),
        raw("three", "slow 3"),
        raw("four", "break 4"),
        Issue("empty", "five.txt", "It is empty."),
        raw("six", "a"),
        raw("seven", "refuse 7"),
    ]
    summary = read(tmp_path / "r.db", inputs, settings)
    assert [place for place, _ in issues(tmp_path / "r.db")] == ["two.txt", "four.txt", "five.txt", "seven.txt"]
    assert (summary.new, summary.skipped) == (3, 4)


@pytest.mark.parametrize("settings", WORKERS, ids=["one worker", "two workers", "four workers"])
def test_a_copy_of_what_could_not_be_read_is_an_issue_that_says_so(tmp_path: Path, settings: Settings) -> None:
    inputs = [raw("one", "slow 1"), raw("two", "break it"), raw("copy", "slow 1"), raw("other", "break it"), raw("last", "b")]
    summary = read(tmp_path / "r.db", inputs, settings)
    assert (summary.new, summary.known, summary.skipped) == (2, 1, 2)
    broken, copy = issues(tmp_path / "r.db")
    assert broken == ("two.txt", "The reader broke on it (ValueError: no verb in sight).")
    assert copy == ("other.txt", f"The same as two.txt, which was skipped: {broken[1]}")


def test_what_could_not_be_read_is_tried_again_in_the_next_run_and_the_issue_is_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = [raw("one", "break it"), raw("two", "a")]
    assert read(tmp_path / "r.db", inputs, WORKERS[0]).skipped == 1
    monkeypatch.setattr(FakeDesk, "read", lambda _, raw: reading(raw, "mended"))
    summary = read(tmp_path / "r.db", inputs, WORKERS[0])
    assert (summary.new, summary.known, summary.skipped) == (1, 1, 0)
    assert issues(tmp_path / "r.db") == []
