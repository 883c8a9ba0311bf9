"""Reading many reports: in order, in a bounded window, and no report stops the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fake_desks import BrokenPlan, FakeDesk, FakePlan, PlanThatFailsOnce

from deconflict.engine.here import read_here
from deconflict.engine.local import read_all
from deconflict.errors import OurBug, WriteFailed
from deconflict.record import Issue, Raw, Reading
from deconflict.settings import Settings

HERE = Settings(workers=1, seconds_per_report=0.3)
CHILDREN = Settings(workers=2, seconds_per_report=1.0, in_process_up_to=0)


def raws(*contents: str) -> list[Raw]:
    return [Raw(f"input-{number}", content, f"sha-{number}") for number, content in enumerate(contents)]


def outcomes(contents: list[str], settings: Settings) -> list[Reading | Issue]:
    return [outcome for _, outcome in read_all(raws(*contents), FakeDesk(), FakePlan(), settings)]


def texts(read: list[Reading | Issue]) -> list[str]:
    return [outcome.reason if isinstance(outcome, Issue) else outcome.report.text for outcome in read]


@pytest.mark.parametrize("settings", [HERE, CHILDREN], ids=["here", "children"])
def test_readings_come_in_the_order_of_the_inputs(settings: Settings) -> None:
    contents = [f"{'slow' if number % 3 == 0 else 'plain'} {number}" for number in range(20)]
    assert texts(outcomes(contents, settings)) == contents


@pytest.mark.parametrize("settings", [HERE, CHILDREN], ids=["here", "children"])
def test_a_report_that_breaks_the_reader_is_an_issue_and_the_others_are_read(settings: Settings) -> None:
    first, broken, refused, last = outcomes(["a", "break", "refuse", "b"], settings)
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)
    assert isinstance(broken, Issue)
    assert (broken.kind, broken.input) == ("reader_failed", "input-1")
    assert "ValueError: no verb in sight" in broken.reason
    assert refused == Issue("unreadable", "input-2", "It is empty.", "Save it again.")


@pytest.mark.parametrize("settings", [HERE, CHILDREN], ids=["here", "children"])
@pytest.mark.parametrize("order", ["stall", "swallow"])
def test_a_report_that_takes_too_long_is_an_issue_and_the_others_are_read(settings: Settings, order: str) -> None:
    first, stalled, last = outcomes(["a", order, "b"], settings)
    assert isinstance(stalled, Issue)
    assert "did not come to an end" in stalled.reason
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)


def test_a_report_that_crashes_its_process_is_an_issue_and_the_others_are_read() -> None:
    contents = ["a", "crash", "b", "crash", "c", "d"]
    read = outcomes(contents, CHILDREN)
    assert [isinstance(outcome, Issue) for outcome in read] == [content == "crash" for content in contents]
    assert "status 7" in texts(read)[1]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_process_killed_at_a_report_is_an_issue_of_that_report_alone() -> None:
    read = outcomes(["a", "b", "killed", "c", "d", "killed again", "e"], CHILDREN)
    assert [number for number, outcome in enumerate(read) if isinstance(outcome, Issue)] == [2, 5]
    assert "killed by signal 9, perhaps for want of memory" in texts(read)[2]


@pytest.mark.parametrize("settings", [HERE, CHILDREN], ids=["here", "children"])
def test_a_report_for_which_memory_does_not_suffice_is_an_issue(settings: Settings) -> None:
    assert [isinstance(outcome, Issue) for outcome in outcomes(["a", "hungry", "b"], settings)] == [False, True, False]


def test_a_process_that_ends_between_two_reports_is_replaced_and_no_report_is_blamed() -> None:
    def slowly() -> Iterator[Raw]:
        for raw in raws("leave", "leave too", *"abcdefgh"):
            yield raw
            time.sleep(0.2)

    settings = Settings(workers=2, in_process_up_to=0, in_flight_per_worker=1)
    assert all(isinstance(outcome, Reading) for _, outcome in read_all(slowly(), FakeDesk(), FakePlan(), settings))


def test_a_process_that_fails_to_start_once_is_started_again(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.touch()
    read = [outcome for _, outcome in read_all(raws(*"abcd"), FakeDesk(), PlanThatFailsOnce(token), CHILDREN)]
    assert texts(read) == list("abcd")
    assert not token.exists()


def test_processes_that_cannot_start_are_our_bug_and_not_an_issue_of_each_report() -> None:
    with pytest.raises(OurBug, match="did not start"):
        list(read_all(raws(*"abcdefghijkl"), FakeDesk(), BrokenPlan(), CHILDREN))


def test_few_reports_are_read_without_starting_processes() -> None:
    settings = Settings(workers=2, in_process_up_to=2)
    assert texts([outcome for _, outcome in read_all(raws("a", "b"), FakeDesk(), BrokenPlan(), settings)]) == ["a", "b"]


def test_only_a_bounded_number_of_inputs_is_taken_in_advance() -> None:
    taken: list[str] = []

    def many() -> Iterator[Raw]:
        for raw in raws(*(f"plain {number}" for number in range(100))):
            taken.append(raw.key)
            yield raw

    with closing(read_all(many(), FakeDesk(), FakePlan(), CHILDREN)) as read:
        for number, _ in enumerate(read, 1):
            assert len(taken) <= number + CHILDREN.workers * CHILDREN.in_flight_per_worker
            if number == 30:
                break


def test_of_long_inputs_fewer_are_taken_in_advance_but_enough_for_all_workers() -> None:
    taken: list[str] = []

    def many() -> Iterator[Raw]:
        for raw in raws(*(f"plain {number} " + "x" * 900 for number in range(30))):
            taken.append(raw.key)
            yield raw

    settings = Settings(workers=3, in_process_up_to=0, in_flight_per_worker=4, characters_ahead=1_000)
    with closing(read_all(many(), FakeDesk(), FakePlan(), settings)) as read:
        for number, _ in enumerate(read, 1):
            assert min(number - 1 + settings.workers, 30) <= len(taken) <= number + settings.workers


def test_few_long_reports_are_read_by_processes_too_and_not_all_held_in_memory_first() -> None:
    settings = Settings(workers=2, in_process_up_to=100, characters_ahead=1_000)
    long, short = raws("pid " + "x" * 900, "pid 2", "pid 3 " + "x" * 900), raws("pid 1", "pid 2", "pid 3")
    for inputs, are_here in ((long, False), (short, True)):
        pids = texts([outcome for _, outcome in read_all(inputs, FakeDesk(), FakePlan(), settings)])
        assert all((pid == str(os.getpid())) == are_here for pid in pids)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_no_reading_process_outlives_a_killed_program() -> None:
    script = """
import os, signal
from fake_desks import FakeDesk, FakePlan
from test_local import raws
from deconflict.engine.local import read_all
from deconflict.settings import Settings
settings = Settings(workers=2, seconds_per_report=50, in_process_up_to=0)
for _, outcome in read_all(raws("pid 1", "pid 2", "pid 3", "pid 4", "stall", "stall"), FakeDesk(), FakePlan(), settings):
    print(outcome.report.text, flush=True)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        pids = {int(process.stdout.readline()) for _ in range(4)}
        assert all(Path(f"/proc/{pid}").exists() for pid in pids)
        process.kill()
    until = time.monotonic() + 20
    while (left := [pid for pid in pids if is_running(pid)]) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left


def is_running(pid: int) -> bool:
    """Whether there is such a process; one that has ended and waits for its parent to notice is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_breaking_off_ends_the_processes_at_once() -> None:
    began = time.monotonic()
    settings = Settings(workers=2, seconds_per_report=50, in_process_up_to=0)
    with closing(read_all(raws("a", *["stall"] * 20), FakeDesk(), FakePlan(), settings)) as read:
        next(read)
    assert time.monotonic() - began < 20
    assert threading.active_count() == 1
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_in_another_thread_there_is_no_time_limit_and_reports_are_read_all_the_same() -> None:
    read: list[Reading | Issue] = []
    thread = threading.Thread(target=lambda: read.append(read_here(FakeDesk(), raws("slow")[0], 0.001)))
    thread.start()
    thread.join()
    assert isinstance(read[0], Reading)


@pytest.mark.parametrize("settings", [HERE, CHILDREN], ids=["here", "children"])
@pytest.mark.parametrize("order", ["full", "limit", "refused", "sqlite"])
def test_a_full_disk_stops_the_run_and_blames_no_report(settings: Settings, order: str) -> None:
    with pytest.raises(WriteFailed, match="disk"):
        outcomes(["a", order, "b"], settings)
