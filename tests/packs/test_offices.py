"""Offices held over time: who is meant by an office depends on the day."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from deconflict import packs
from deconflict.errors import BadPack

HEAD = "id,name,words,actor,person,person_name,from,to,source\n"


WritePack = Callable[..., Path]


@pytest.fixture
def offices_of(write_pack: WritePack) -> Callable[..., str]:
    """A pack of Lune whose offices.csv has those lines: its folder."""

    def write(*lines: str) -> str:
        states, bodies = (
            "xl,Lune,XL,crown,Lunan,,,",
            "government,government,government,,government\nguard,guard,armed_forces,,guard",
        )
        return str(write_pack({"states.csv": states, "bodies.csv": bodies, "offices.csv": HEAD + "\n".join(lines)}))

    return write


MARSHAL = "xl.marshal.{0},Marshal of Lune,Lunan Marshal|Lune's Marshal,xl.guard,xl.{0},{1},{2},{3},annals"
TWO = (MARSHAL.format("osk", "Ada Osk", "2011-01-01", "2014-05-01"), MARSHAL.format("brand", "Ida Brand", "2014-05-01", ""))


@pytest.mark.parametrize(
    ("day", "person"),
    [("2012-03-04", "xl.osk"), ("2018-01-01", "xl.brand"), ("2010-12-31", None), ("2014-05-01", None)],
)
def test_an_office_means_who_held_it_that_day_and_nobody_on_the_day_of_change(
    offices_of: Callable[..., str], day: str, person: str | None
) -> None:
    known = packs.load([offices_of(*TWO)])
    held = known.office_held("the Lunan marshal", day)
    assert (held.id if held else None) == person
    assert known.office_held("Lunan Minister", day) is None


def test_a_person_of_offices_alone_is_an_actor_of_the_side_of_the_state(offices_of: Callable[..., str]) -> None:
    known = packs.load([offices_of(*TWO)])
    (person,) = known.actors_named("Ada Osk")
    assert (person.kind, person.side, person.part_of, person.pack) == ("person", "crown", "xl.guard", "zahra")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (MARSHAL.format("osk", "Ada Osk", "2011-02-30", ""), "line 2: from '2011-02-30' is no day"),
        (MARSHAL.format("osk", "Ada Osk", "2015-01-01", "2014-01-01"), "before it begins"),
        (MARSHAL.format("osk", "", "", ""), "no person_name"),
        ("a,Marshal,,xl.navy,xl.osk,Ada Osk,,,", "'xl.navy' is no actor"),
    ],
)
def test_a_wrong_term_is_refused_by_file_and_line(offices_of: Callable[..., str], line: str, message: str) -> None:
    with pytest.raises(BadPack, match=r"offices\.csv, line 2") as refused:
        packs.load([offices_of(line)])
    assert message in str(refused.value)


def test_the_shipped_terms_of_an_office_do_not_overlap() -> None:
    offices = packs.load(packs.SHIPPED).offices
    assert offices
    for words, terms in offices.items():
        days = sorted((term.since or "", term.until or "9999", term.person) for term in terms)
        for (_, end, one), (start, _, other) in pairwise(days):
            assert start >= end, (words, one, other)
