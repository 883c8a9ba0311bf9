"""The PLOVER gold records: what counts as the type found, and as the same source and target. The records are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.plover_gold import Gold

from benchmarks import plover_gold
from deconflict.record import Claim, ReaderName, Report, Role

TEXT = "Rivertown councillors accused the Hill Guard of shelling the mill."
GOLD = Gold("g", TEXT, "ACCUSE", "accused of", ("Rivertown councillors",), ("Hill Guard",))


class Fixed:
    """Reads the given (type, trigger, actor, recipient) in every report."""

    name = ReaderName("fixed", "1")

    def __init__(self, *said: tuple[Any, str, str, str]) -> None:
        self.said = said

    def read(self, report: Report) -> tuple[Claim, ...]:
        def at(words: str) -> Any:
            return report.span(report.text.index(words), report.text.index(words) + len(words))

        return tuple(
            Claim(report.id, kind, at(trigger), at(report.text),
                  roles=tuple(Role(name, at(words)) for name, words in (("actor", actor), ("recipient", recipient)) if words))
            for kind, trigger, actor, recipient in self.said
        )  # fmt: skip


def figures(*said: tuple[Any, str, str, str]) -> dict[str, float]:
    return plover_gold.figures([GOLD], Fixed(*said))


def test_all_right_is_one() -> None:
    found = figures(("ACCUSE", "accused", "Rivertown councillors", "the Hill Guard"))
    for name in ("type_found", "type_of_best_claim", "both_f1", "exact_both_f1", "any_type_exact_both_f1"):
        assert found[name] == 1.0, name


def test_the_type_is_found_in_any_claim_but_the_best_is_the_one_at_the_words_of_the_event() -> None:
    found = figures(("ASSAULT", "accused", "", ""), ("ACCUSE", "shelling", "", ""))
    assert (found["type_found"], found["type_of_best_claim"]) == (1.0, 0.0)


def test_a_claim_elsewhere_is_not_the_best() -> None:
    assert figures(("ACCUSE", "shelling", "", ""))["type_of_best_claim"] == 0.0


def test_half_of_the_shorter_is_the_same_loosely_and_not_exactly() -> None:
    found = figures(("ACCUSE", "accused", "councillors", "Hill Guard"))
    assert (found["source_f1"], found["exact_source_f1"], found["exact_target_f1"]) == (1.0, 0.0, 1.0)


def test_roles_of_another_type_count_only_where_types_do_not_matter() -> None:
    found = figures(("ASSAULT", "shelling", "Rivertown councillors", "Hill Guard"))
    assert (found["both_f1"], found["any_type_both_f1"]) == (0.0, 1.0)


def test_a_role_too_many_costs() -> None:
    found = figures(("ACCUSE", "accused", "Rivertown councillors", ""), ("ACCUSE", "shelling", "mill", ""))
    assert found["source_f1"] == pytest.approx(2 / 3)


def test_the_same_place_in_two_claims_is_one_role() -> None:
    found = figures(("ACCUSE", "accused", "Rivertown councillors", ""), ("ACCUSE", "shelling", "Rivertown councillors", ""))
    assert found["source_f1"] == 1.0


def test_nothing_read_is_nothing_found() -> None:
    found = figures()
    assert (found["claims_per_record"], found["type_found"], found["both_f1"]) == (0.0, 0.0, 0.0)


def test_records_get_the_types_of_today_and_remarks_are_no_actors(tmp_path: Path) -> None:
    row = {"id": "1", "event": "DEMAND", "eventText": "asked", "text": "Millers asked.", "source": [{"actorText": " Millers "}],
           "target": "diplomatic"}  # fmt: skip
    about = {"id": "0", "event": "DOCUMENT", "eventText": "about this file"}
    (tmp_path / "records").write_text(json.dumps([about, row]), encoding="utf-8")
    assert plover_gold.records(tmp_path / "records") == [Gold("1", "Millers asked.", "REQUEST", "asked", ("Millers",), ())]
