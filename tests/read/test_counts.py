"""Which number counts what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tolls = Callable[..., list[tuple[str, str]]]

SENTENCES = [
    ("Two women and a child were killed in the village.", [("Two", "killed"), ("a child", "killed")]),
    ("A raid on the market left 5 dead and 12 wounded.", [("5", "killed"), ("12", "wounded")]),
    ("The blast killed 32 people and wounded dozens.", [("32", "killed"), ("dozens", "wounded")]),
    ("Shells hit the depot, killing 32 and wounding dozens.", [("32", "killed"), ("dozens", "wounded")]),
    ("Three villagers killed 12 others injured in shelling.", [("Three", "killed"), ("12", "wounded")]),
    ("Three gunmen killed 12 villagers.", [("12", "killed")]),
    ("The death toll rose from 30 to 42 on Monday.", [("42", "killed")]),
    ("The attack brings the number of dead to 17.", [("17", "killed")]),
    ("Clashes claimed the lives of at least 100 fighters.", [("at least 100", "killed")]),
    ("The army lost 12 soldiers near the bridge.", [("12", "killed")]),
    ("Rescuers found the bodies of 9 people in the rubble.", [("9", "killed")]),
    ("Officials announced the death of 12 miners.", [("12", "killed")]),
    ("Jets flew 40 sorties and destroyed 7 vehicles.", [("40", "sorties"), ("7", "destroyed")]),
    ("Some 700 troops were deployed to the border.", [("Some 700", "deployed")]),
    ("The fighting displaced thousands of people.", [("thousands", "displaced")]),
    ("At least 300 residents fled the town.", [("At least 300", "displaced")]),
    ("Police arrested 14 students.", [("14", "detained")]),
    ("Nine sailors are missing.", [("Nine", "missing")]),
    ("Six children were among the dead.", [("Six", "killed")]),
    ("The raid left 50 martyrs and 12 wounded.", [("50", "killed"), ("12", "wounded")]),
    ("The blast claimed 50 martyrs.", [("50", "killed")]),
    ("Rebels massacred 25 troops taken hostage at the base.", [("25", "killed")]),
    ("The war left 2000 people dead and displaced half of the town.", [("2000", "killed")]),
    ("Millions were forced to flee their homes.", [("Millions", "displaced")]),
    ("A raid killed 45 villagers in Orsa and 22 in Belen.", [("45", "killed"), ("22", "killed")]),
    ("Twenty guards were killed as well as dozens of passengers.", [("Twenty", "killed"), ("dozens", "killed")]),
    ("Among the dead were four nurses and a child.", [("four", "killed"), ("a child", "killed")]),
    ("A monitor put the death toll at 5.", [("5", "killed")]),
    ("Nobody was hurt in the attack.", [("Nobody", "wounded")]),
    ("A strike destroyed 60 militants.", [("60", "killed")]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_number_counts_the_outcome_its_grammar_joins_it_to(
    tolls: Tolls, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert tolls(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The 12 year old conflict goes on.",
        "Resolution 2139 was passed by 15 members.",
        "A boy aged 12 was killed on 5 May 2013 at 10:30.",
        "The rebels are 40 km from the city of 200000 people.",
        "In 2013 killed journalists were honoured.",
        "The attack was carried out by 3 gunmen.",
        "They hold 60 percent of the province and 12 villages.",
        "The army captured 5 villages.",
        "The jets dropped 30 bombs.",
        "A resident said his home was completely destroyed.",
        "Parliament voted by 200 votes to 3.",
        "The conflict has displaced a family of shopkeepers.",
    ],
)
def test_numbers_that_are_no_casualties_become_no_tolls(tolls: Tolls, sentence: str) -> None:
    assert [toll for toll in tolls(sentence) if toll[0] not in ("A boy",)] == []


def test_a_part_of_a_toll_says_of_which(read: Callable[..., tuple]) -> None:
    (claim,) = read("Shelling killed 10 people including 3 children and two women in the town.")
    whole, *parts = claim.counts
    assert whole.included_in is None
    assert [part.span.text for part in parts] == ["3", "two"]
    assert all(part.included_in == whole.span for part in parts)


def test_a_joint_number_is_one_count_for_each_outcome(read: Callable[..., tuple]) -> None:
    (claim,) = read("Scores were killed and wounded in the raid.")
    assert [(count.what, count.joint) for count in claim.counts] == [("killed", True), ("wounded", True)]


def test_all_counts_of_one_mention_sit_on_its_claim(read: Callable[..., tuple]) -> None:
    (claim,) = read("Air strikes killed 12 villagers and wounded 30.")
    assert claim.trigger.text == "Air strikes"
    assert [(count.span.text, count.what) for count in claim.counts] == [("12", "killed"), ("30", "wounded")]


def test_the_counted_and_their_category_are_quoted(read: Callable[..., tuple]) -> None:
    (claim,) = read("An ambush killed 12 army soldiers, 4 nurses and 5 others.")
    found = [(count.of.text if count.of else None, count.category) for count in claim.counts]
    assert found[0] == ("army soldiers", "combatant")
    assert ("nurses", "civilian") in found


def test_nobody_hurt_is_negated(read: Callable[..., tuple]) -> None:
    (claim,) = read("No civilians were hurt in the blast.")
    assert claim.status == "negated"
    assert [(count.low, count.high) for count in claim.counts] == [(0, 0)]
