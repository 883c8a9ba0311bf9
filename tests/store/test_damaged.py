"""A record whose bytes were altered says so, whatever SQLite or a row makes of it."""

from __future__ import annotations

import random
import sqlite3
from collections import deque
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from deconflict.errors import BadRecord
from deconflict.record import Reading, Weighed
from deconflict.store import Knowledge, create_record, open_record

Make = Callable[..., Reading]


@pytest.fixture
def record(tmp_path: Path, reading: Make, weighed: Callable[..., Weighed]) -> Path:
    path = tmp_path / "record.db"
    readings = [reading(number) for number in range(20)]
    with create_record(path) as store:
        for number, kept in enumerate(readings):
            store.keep(kept, f"n-{number}", "m-1")
        store.replace_weighed(weighed(*readings), Knowledge(), store.last_reading())
    return path


def looked_at(path: Path) -> None:
    with open_record(path) as store:
        store.is_weighed()
        for view in (store.reports, store.claims, store.events, store.origins, store.copies, store.links, store.issues):
            deque(view(), maxlen=0)
        store.knowledge()
        store.counts()


def what_comes_of_looking_at(path: Path) -> str:
    try:
        looked_at(path)
    except BadRecord:
        return "damaged"
    except Exception as error:
        return repr(error)
    return "whole"


@pytest.mark.parametrize("seed", range(60))
def test_flipped_bytes_are_damage_or_go_unseen_and_are_never_our_bug(record: Path, seed: int) -> None:
    chance, data = random.Random(seed), bytearray(record.read_bytes())
    for _ in range(chance.choice((1, 10, 200))):
        data[chance.randrange(16, len(data))] ^= 1 << chance.randrange(8)
    record.write_bytes(data)
    assert what_comes_of_looking_at(record) in {"whole", "damaged"}


@pytest.mark.parametrize("place", [68, 60])
def test_a_record_whose_first_bytes_are_altered_is_a_damaged_record_and_no_other_program_s(record: Path, place: int) -> None:
    data = bytearray(record.read_bytes())
    data[place] ^= 0xFF
    record.write_bytes(data)
    with pytest.raises(BadRecord, match=r"damaged.*Restore it from a copy"):
        open_record(record)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET payload = replace(payload, 'Shelling', 'Shell')",
        "UPDATE meta SET payload = 'x'",
        "UPDATE reports SET text = CAST(X'ff00' AS TEXT)",
        "DROP TABLE links",
    ],
)
def test_rows_that_are_none_of_ours_are_damage(record: Path, statement: str) -> None:
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
        connection.commit()
    with pytest.raises(BadRecord, match="damaged"):
        looked_at(record)
