from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.timeml import Timex, document, documents, matches, value

from benchmarks import tempeval
from deconflict.resolve.times import when

MARKUP = """<?xml version="1.0" ?>
<TimeML>
<DOCID>harbour</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2016-08-13" functionInDocument="CREATION_TIME">August 13, 2016</TIMEX3></DCT>
<TITLE>Harbour shelled</TITLE>
<TEXT>Guns <EVENT eid="e1" class="OCCURRENCE">fired</EVENT> on the harbour <TIMEX3 tid="t1" type="DATE"
value="2016-08-11">Thursday</TIMEX3>. The siege has gone on since <TIMEX3 tid="t2" type="DATE" value="2016-03">March</TIMEX3>.
Ships had left <TIMEX3 tid="t3" type="DATE" value="2016-W31">last week</TIMEX3>, after <TIMEX3 tid="t4" type="DURATION"
value="P2W">two weeks</TIMEX3> in port.
</TEXT>
</TimeML>
"""


def test_a_document_has_its_day_its_text_and_its_expressions() -> None:
    found = document("harbour", MARKUP)
    assert found.written == "2016-08-13"
    assert [(found.text[each.start : each.end], each.kind, each.value) for each in found.timexes] == [
        ("Thursday", "DATE", "2016-08-11"),
        ("March", "DATE", "2016-03"),
        ("last week", "DATE", "2016-W31"),
        ("two weeks", "DURATION", "P2W"),
    ]


def test_expressions_count_when_found_and_of_the_right_value() -> None:
    figures = tempeval.scored([document("harbour", MARKUP)])
    assert (figures["documents"], figures["expressions"]) == (1, 4)
    assert figures["value_f1"] == pytest.approx(2 * 3 / (4 + 3))
    assert figures["value_of_found"] == 1.0


def test_a_wrong_value_does_not_count() -> None:
    figures = tempeval.scored([document("harbour", MARKUP.replace("2016-08-11", "2016-08-18"))])
    assert figures["value_f1"] == pytest.approx(2 * 2 / (4 + 3))
    assert figures["found_f1"] == pytest.approx(2 * 3 / (4 + 3))


def test_without_the_folder_nothing_is_measured_and_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tempeval.measure(tmp_path) == {}
    assert "no .tml files under" in capsys.readouterr().out


def test_files_are_found_in_folders_below(tmp_path: Path) -> None:
    (tmp_path / "tempeval-3" / "platinum").mkdir(parents=True)
    (tmp_path / "tempeval-3" / "platinum" / "harbour.tml").write_text(MARKUP, encoding="utf-8")
    assert [each.id for each in documents(tmp_path)] == ["harbour"]
    assert tempeval.measure(tmp_path)["documents"] == 1


def test_what_is_no_timeml_is_refused() -> None:
    with pytest.raises(ValueError, match="no TEXT"):
        document("page", "<html/>")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thursday", "2016-08-11"),
        ("last week", "2016-W31"),
        ("at the weekend", "2016-W32-WE"),
        ("since March", "2016-03"),
        ("until Friday", "2016-08-12"),
        ("the 1980s", "198"),
        ("spring 2015", "2015-SP"),
        ("in 2014", "2014"),
        ("between April 27 and May 18", None),
    ],
)
def test_our_times_have_the_values_of_timeml(words: str, expected: str | None) -> None:
    told = when([words], "2016-08-13")
    assert told is not None
    assert value(told) == expected


def test_the_part_of_the_day_is_left_out() -> None:
    assert matches("2016-08-11", Timex(0, 8, "TIME", "2016-08-11TEV"))
    assert not matches("2016-08-11", Timex(0, 8, "DURATION", "2016-08-11"))
    assert not matches(None, Timex(0, 8, "DATE", "PAST_REF"))
