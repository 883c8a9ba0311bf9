"""Names and acronyms that change from line to line are flagged; honest reports are not."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from deconflict import packs
from deconflict.record import Flag, Report, Source
from deconflict.resolve.drift import drift_flags
from deconflict.resolve.edits import edits

DATA = Path(os.environ.get("DECONFLICT_DATA", Path(__file__).parents[3] / "shared" / "corpora"))
FALSE_ALARMS = 2
"""FA-KES's 709 reports were written and edited by people. None was flagged when this was set; two are let pass."""


@pytest.fixture(scope="module")
def shipped() -> packs.Packs:
    return packs.load(packs.SHIPPED)


def report(text: str) -> Report:
    return Report("r", "r", Source("s", "s"), "", text, "x")


def kinds(text: str, known: packs.Packs) -> list[str]:
    return [flag.kind for flag in drift_flags(report(text), known)]


def flag_of(text: str, known: packs.Packs) -> Flag:
    (flag,) = drift_flags(report(text), known)
    return flag


def test_a_general_spelled_in_three_ways_is_flagged_with_the_spellings(shipped: packs.Packs) -> None:
    text = "Gen Arno Kessel came. General Kesselson spoke. Gen Kesselrich left. Gen Kesss slept."
    flag = flag_of(text, shipped)
    assert flag.kind == "garbled_names"
    assert all(word in flag.reason for word in ("Kessel", "Kesselson", "Kesselrich"))
    assert all(report(text).says(span) for span in flag.spans)


@pytest.mark.parametrize(
    "text",
    [
        "Gen Arno Kessel came. Gen Kessels plan and Gen Kessel's plan were one. The Kessels came.",
        "Mr Abdel Rahmann spoke. Mr Abdul Rahman spoke. Mr Abdur Rehman spoke. Mr Rahmaan spoke.",
        "Gen Kessel met Gen Marlow and Gen Osten. Gen Brandt stayed.",
        "Minister Kessel met President Kesselson.",
        "Gen Kessel met Gen Kesselson.",
    ],
)
def test_possessives_transliterations_and_different_people_are_not_flagged(shipped: packs.Packs, text: str) -> None:
    assert kinds(text, shipped) == []


def test_an_acronym_that_slips_twice_is_flagged_with_where_it_does(shipped: packs.Packs) -> None:
    text = "The Hill Relief Army (HRA) came. The HRB rested. The HRC ate. The HRA left."
    flag = flag_of(text, shipped)
    assert flag.kind == "acronym_drift"
    assert "Hill Relief Army (HRA)" in flag.reason
    assert [span.text for span in flag.spans] == ["HRA", "HRB", "HRC"]


def test_one_body_given_two_acronyms_and_a_like_one_misspelled_are_slips(shipped: packs.Packs) -> None:
    text = "Hill Relief Army (HRA) came. The XRA (Hill Relief Army) slept. The Hill Relief Band (BHR) sang."
    assert kinds(text, shipped) == ["acronym_drift"]


@pytest.mark.parametrize(
    "text",
    [
        "The Hill Relief Army (HRA) came. The HRB rested.",
        "The Syrian Democratic Forces (SDF) met the SDC, the NDF and the IDF.",
        "The Hill Relief Army (HRA) met the Hill Rescue Band (HRB) and the Hill Road Club (HRC).",
        "The HRA, the HRB and the HRC met.",
        "The Hill Relief Army (HRA) used TNT, GPS and an MRI.",
    ],
)
def test_one_slip_known_acronyms_and_other_bodies_are_not_flagged(shipped: packs.Packs, text: str) -> None:
    assert kinds(text, shipped) == []


def test_edits_count_letters_put_in_taken_out_and_replaced() -> None:
    assert [edits(*pair) for pair in (("SDF", "SDF"), ("SDF", "SDS"), ("SDF", "SD"), ("", "abc"), ("kitten", "sitting"))] == [
        0,
        1,
        1,
        3,
        3,
    ]


@pytest.mark.corpora
def test_the_reports_of_fa_kes_raise_hardly_a_false_alarm(shipped: packs.Packs) -> None:
    table = DATA / "fa-kes" / "reports.csv"
    if not table.is_file():
        pytest.skip(f"no {table}: set DECONFLICT_DATA to the folder with the corpora")
    with table.open(encoding="utf-8", newline="") as lines:
        flags = [flag for row in csv.DictReader(lines) for flag in drift_flags(report(row["article_content"]), shipped)]
    assert len(flags) <= FALSE_ALARMS
