"""Numbers beside the killed that count nobody: ages, shares, ranks, symptoms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict.record import Claim

Tolls = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The driver, 52, died when shells hit the army post.",
        "The driver 52 died in the rocket attack.",
        "The victim, 19, was shot dead by soldiers.",
        "Tarik Belen 34 was killed by rebels.",
        "Omar Belen, thirty-four, was killed by a sniper.",
        "A 34-year-old was killed in the shelling.",
        "Soldiers shot dead Mira Dal, 22, near the bridge.",
        "A boy (9) was hit in the raid and died.",
    ],
)
def test_an_age_counts_nobody(tolls: Tolls, sentence: str) -> None:
    assert tolls(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mira, 34, and her son Omar, 6, died in the air strike.", [("her son", "killed")]),
        ("Two brothers, 12 and 14, died in the shelling.", [("Two", "killed")]),
        ("The dead included a teacher, 41, and a nurse, 29.", [("a teacher", "killed"), ("a nurse", "killed")]),
        ("In the village of Orsa, 12, including 3 children, were killed.", [("12", "killed"), ("3", "killed")]),
        ("In Orsa, 12 died and in Belen, 14 died in air raids.", [("12", "killed"), ("14", "killed")]),
        ("On Monday, 12 were killed by shelling.", [("12", "killed")]),
        ("After the raid on Orsa 12 died.", [("12", "killed")]),
        ("Soldiers killed 14, the army said.", [("14", "killed")]),
    ],
)
def test_a_number_beside_a_place_a_day_or_an_age_still_counts(
    tolls: Tolls, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert tolls(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Half of the 40 hostages were killed by the militants.",
        "More than half the 40 hostages died in the raid.",
        "A third of the 90 soldiers were wounded in the attack.",
        "A third of 90 soldiers were wounded in the attack.",
        "20 percent of the 500 soldiers were killed.",
        "Two thirds of the 300 fighters were killed.",
        "Rebels took 40 hostages, half of whom were killed.",
        "Not all of the 12 hostages were killed.",
        "All but 3 of the 12 soldiers were killed in the attack.",
        "Nearly all 40 hostages were killed.",
        "One in five of the dead were children, the army said.",
        "Half of its population of 22 million have been displaced.",
        "The front's No. 2 was killed in a drone strike.",
        "Front No 2 killed in drone strike.",
        "The group's number 3 was killed in the raid.",
    ],
)
def test_shares_the_whole_they_are_of_and_ranks_count_nobody(tolls: Tolls, sentence: str) -> None:
    assert tolls(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Forty people, most of them farmers, were killed.", [("Forty", "killed")]),
        ("Two people one of them a child were killed in a raid.", [("Two", "killed"), ("one", "killed"), ("a child", "killed")]),
        ("Seven of 12 hostages were killed.", [("Seven", "killed")]),
        ("A soldier, 22, and two civilians, aged 40 and 52, were killed.", [("A soldier", "killed"), ("two", "killed")]),
        ("Nobody knows how 12 soldiers were killed.", [("12", "killed")]),
        ("No one was killed in the raid.", [("No one", "killed")]),
        ("The surgeon was one of two people killed in the raid.", [("one", "killed"), ("two", "killed")]),
        ("Of 40 hostages 12 were killed.", [("12", "killed")]),
        ("Ten of the 40 hostages were killed in the raid.", [("Ten", "killed")]),
        ("All of the 40 hostages were killed.", [("40", "killed")]),
        ("Officials announced the death of the 12 soldiers.", [("12", "killed")]),
        ("Most of the 50 fighters killed in the raid were foreigners.", [("50", "killed")]),
        ("Of the eleven killed three were children and two were nurses.", [("eleven", "killed")]),
    ],
)
def test_a_whole_counts_where_all_of_it_is_told_of(tolls: Tolls, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert tolls(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The sufferers had no apparent external injuries and died.",
        "They had no injuries but were dead after the gas attack.",
    ],
)
def test_bodies_without_injuries_are_no_toll(tolls: Tolls, sentence: str) -> None:
    assert tolls(sentence) == []


def test_an_attack_without_injuries_is_a_toll_of_none(tolls: Tolls) -> None:
    assert tolls("The attack caused no injuries.") == [("no", "wounded")]
    assert tolls("Shells hit the port with no injuries reported.") == [("no", "wounded")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The company near the army base killed 1,200 jobs.",
        "The update killed 40 bugs in the army's code.",
        "Three rivals were killed off by the general.",
        "The militants killed 40 cattle and 300 sheep.",
        "Raiders killed 40 head of cattle.",
        "The soldiers destroyed 12 hopes.",
    ],
)
def test_only_people_are_victims(tolls: Tolls, sentence: str) -> None:
    assert tolls(sentence) == []


def test_a_people_no_table_knows_is_counted_by_its_capital(tolls: Tolls) -> None:
    assert tolls("Three Aldovans were killed in the raid.") == [("Three", "killed")]


def test_some_of_those_killed_are_part_of_them(read: Callable[..., tuple[Claim, ...]]) -> None:
    (claim,) = read("Ten of the 40 people killed in the raid were children.")
    part, whole = claim.counts
    assert (part.span.text, whole.span.text) == ("Ten", "40")
    assert (part.included_in, whole.included_in) == (whole.span, None)
