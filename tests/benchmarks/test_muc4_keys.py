"""Reading messages and keys in the form of MUC-4; message and key are invented."""

from __future__ import annotations

from pathlib import Path

from benchmarks.muc4 import Template, Toll, keys, messages

MESSAGE = """TST9-MUC4-0001

   RIVERTOWN, 3 MAR 99 -- THE RIVER FRONT [RF] SHELLED THE OLD MILL
AND THE BRIDGE. TWO MILLERS AND MAYOR ANNA MOLNAR WERE HURT.

TST9-MUC4-0002 (ALL OF IT)

   NOTHING HAPPENED.
"""
KEY = """; a remark
0.  MESSAGE: ID                    TST9-MUC4-0001
1.  MESSAGE: TEMPLATE              1 (OPTIONAL)
4.  INCIDENT: TYPE                 ATTACK / BOMBING
6.  INCIDENT: INSTRUMENT ID        -
9.  PERP: INDIVIDUAL ID            -
10. PERP: ORGANIZATION ID          "RIVER FRONT [RF]" / "RIVER FRONT" / "RF"
12. PHYS TGT: ID                   "OLD MILL"
                                   ? "BRIDGE"
18. HUM TGT: NAME                  "ANNA MOLNAR"
19. HUM TGT: DESCRIPTION           "MAYOR": "ANNA MOLNAR"
                                   "MILLERS"
21. HUM TGT: NUMBER                1: "ANNA MOLNAR"
                                   2 / 3: "MILLERS"
23. HUM TGT: EFFECT OF INCIDENT    INJURY: "ANNA MOLNAR"
                                   INJURY / DEATH: "MILLERS"

0.  MESSAGE: ID                    TST9-MUC4-0002
1.  MESSAGE: TEMPLATE              *
4.  INCIDENT: TYPE                 *
"""


def read(folder: Path, key: str = KEY) -> dict[str, list[Template]]:
    (folder / "messages").write_text(MESSAGE, encoding="latin-1")
    (folder / "key").write_text(key, encoding="latin-1")
    return keys(folder / "key", messages(folder / "messages"))


def test_every_message_is_read_and_its_head_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "messages").write_text(MESSAGE, encoding="latin-1")
    found = messages(tmp_path / "messages")
    assert list(found) == ["TST9-MUC4-0001", "TST9-MUC4-0002"]
    assert found["TST9-MUC4-0002"] == "   NOTHING HAPPENED."


def test_a_message_without_incident_has_none(tmp_path: Path) -> None:
    assert read(tmp_path)["TST9-MUC4-0002"] == []


def test_types_and_names_that_are_alternatives_are_all_right(tmp_path: Path) -> None:
    (template,) = read(tmp_path)["TST9-MUC4-0001"]
    assert template.types == {"attack", "bombing"}
    assert template.fillers["PerpOrg"] == ({"river front", "rf"},)


def test_a_line_of_its_own_is_another_filler_even_if_optional(tmp_path: Path) -> None:
    (template,) = read(tmp_path)["TST9-MUC4-0001"]
    assert template.fillers["Target"] == ({"old mill"}, {"bridge"})
    assert template.fillers["Weapon"] == ()


def test_victims_are_the_named(tmp_path: Path) -> None:
    (template,) = read(tmp_path)["TST9-MUC4-0001"]
    assert template.fillers["Victim"] == ({"anna molnar"},)


def test_a_name_that_the_message_does_not_hold_is_left_out(tmp_path: Path) -> None:
    (template,) = read(tmp_path, KEY.replace('"OLD MILL"', '"NEW MILL"'))["TST9-MUC4-0001"]
    assert template.fillers["Target"] == ({"bridge"},)


def test_a_toll_is_a_number_above_one_with_what_befell_them(tmp_path: Path) -> None:
    (template,) = read(tmp_path)["TST9-MUC4-0001"]
    assert template.tolls == {Toll(frozenset({2, 3}), frozenset({"killed", "wounded"}))}
