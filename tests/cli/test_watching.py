"""Progress: a bar with rate and total on a terminal if it takes long, nothing but skipped inputs elsewhere."""

from __future__ import annotations

import io
import sys
import time

import pytest

from deconflict.cli import watching
from deconflict.cli.watching import Watching
from deconflict.record import Issue


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error as a terminal. Called in the test: between fixture and test, pytest puts its own in place."""
    drawn = Terminal()
    monkeypatch.setattr(sys, "stderr", drawn)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    return drawn


def watched(count: int = 40) -> None:
    with Watching(lambda: count) as watch:
        for number in range(count):
            watch.done()
            if number == 5:
                watch.noted(Issue("empty", "nothing.txt", "nothing.txt is empty."))
            time.sleep(0.01)
        watch.weighing()


def test_a_long_run_on_a_terminal_shows_how_many_of_how_many_and_how_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    monkeypatch.setattr(watching, "SECONDS_WITHOUT_BAR", 0.0)
    watched()
    shown = terminal.getvalue()
    assert "/40" in shown
    assert "reports/s" in shown
    assert "skipped: nothing.txt is empty." in shown
    assert "Weighing" in shown


def test_a_short_run_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    watched(10)
    assert terminal.getvalue() == "skipped: nothing.txt is empty.\n"


def test_where_there_is_no_terminal_there_is_no_bar_however_long_it_takes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(watching, "SECONDS_WITHOUT_BAR", 0.0)
    watched(10)
    assert capsys.readouterr().err == "skipped: nothing.txt is empty.\n"
