"""Killed at any moment, a record opens, holds whole readings only, and can be read on."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deconflict.store import create_record, open_record

SCRIPT = Path(__file__).with_name("keeps_until_killed.py")


def said_before_kill(record: Path, seconds: float) -> int:
    """Starts keeping, kills it after so long; the number of the last reading it said was kept."""
    with subprocess.Popen([sys.executable, SCRIPT, record], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        lines = process.stdout.read().split("\n")
    return max((int(line) for line in lines[:-1] if line), default=0)


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_program_loses_no_reading_that_it_said_was_kept(tmp_path: Path, seed: int) -> None:
    record = tmp_path / "killed.db"
    kept = said_before_kill(record, random.Random(seed).uniform(0.0, 0.15))
    kept = max(kept, said_before_kill(record, random.Random(-seed).uniform(0.0, 0.05)))
    with open_record(record) as store:
        reports, claims = store.counts()["reports"], store.counts()["claims"]
        assert reports >= kept > 0
        assert claims == 20 * reports
        assert store.knows(f"n-{reports - 1}", "m-1")
        assert not store.knows(f"n-{reports}", "m-1")


@pytest.mark.parametrize("seed", range(6))
def test_a_program_killed_while_making_a_record_leaves_none_or_a_whole_one(tmp_path: Path, seed: int) -> None:
    record = tmp_path / "young.db"
    with subprocess.Popen([sys.executable, SCRIPT, record], stdout=subprocess.DEVNULL) as process:
        until = time.monotonic() + 20
        while not record.exists() and time.monotonic() < until:
            time.sleep(0.0005)
        time.sleep(random.Random(seed).uniform(0.0, 0.01))
        process.kill()
    with create_record(record) as store:
        assert store.counts()["claims"] == 20 * store.counts()["reports"]
