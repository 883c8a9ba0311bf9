"""Whoever stores the last reading sees to it that the record is weighed."""

from __future__ import annotations

from itertools import count

import pytest

from deconflict.engine import weighing
from deconflict.engine.weighing import TRIES, weigh_up_to_date
from deconflict.packs import Packs


class Counted:
    """A record that others add readings to while it is weighed; as often as `added` says."""

    def __init__(self, added: int) -> None:
        self.left, self.weighed = added, 0

    def is_weighed(self) -> bool:
        return self.weighed > 0 and self.left < 0


@pytest.mark.parametrize(("added", "weighed"), [(0, 1), (2, 3), (1_000, TRIES)])
def test_readings_added_meanwhile_are_weighed_too_and_an_endless_run_is_left_to_weigh_its_own(
    monkeypatch: pytest.MonkeyPatch, added: int, weighed: int
) -> None:
    record, calls = Counted(added), count(1)

    def weigh(*_: object) -> None:
        record.weighed, record.left = next(calls), record.left - 1

    monkeypatch.setattr(weighing, "weigh_again", weigh)
    weigh_up_to_date(record, Packs(), ())  # type: ignore[arg-type]
    assert record.weighed == weighed


def test_a_weighed_record_is_not_weighed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    record = Counted(0)
    record.left, record.weighed = -1, 1
    monkeypatch.setattr(weighing, "weigh_again", lambda *_: pytest.fail("weighed again"))
    weigh_up_to_date(record, Packs(), ())  # type: ignore[arg-type]
