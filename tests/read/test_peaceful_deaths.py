"""Deaths by nature, disease and accident, and reports of sport, business, film and games: no assault."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict.record import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The typhoon killed 30 people.",
        "The flood left 12 dead and 30 missing, the government said.",
        "Lightning killed 5 farmers.",
        "An earthquake killed 300 people in the rebel-held town.",
        "A bus crash killed 12 passengers.",
        "A bus hit a lorry, killing 12 passengers.",
        "Malaria killed 400,000 people last year.",
        "A helicopter crash killed 4 soldiers.",
        "Twelve soldiers died in an avalanche.",
        "Three people were killed in heart attacks.",
        "A gas explosion killed 4 people.",
        "The storm displaced 3,000 people.",
        "In the film soldiers kill 50 rebels.",
    ],
)
def test_deaths_without_violence_are_no_claim(read: Read, sentence: str) -> None:
    assert read(sentence) == ()


def test_the_sick_of_a_siege_are_not_killed_by_it(read: Read) -> None:
    assert [claim.type for claim in read("Twelve soldiers died of cholera during the siege.")] == ["COERCE"]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The bus hit a mine, killing 12 passengers.", "12"),
        ("The helicopter crashed after it was hit by a missile, killing 4 soldiers.", "4"),
        ("A warplane crashed into a market during the raids, killing 12 people.", "12"),
        ("The militia's shelling of a bus killed 12 passengers.", "12"),
        ("A chlorine gas attack killed 4 people.", "4"),
        ("Twelve people were killed in Orsa.", "Twelve"),
    ],
)
def test_violence_beside_an_accident_is_read(read: Read, sentence: str, number: str) -> None:
    assert [count.span.text for claim in read(sentence) for count in claim.counts] == [number]


@pytest.mark.parametrize(
    "sentence",
    [
        "Teachers went on strike over pay.",
        "The unions called a general strike for Monday.",
        "Prisoners began a hunger strike.",
        "A strike by nurses goes on.",
        "The mayor had a heart attack.",
    ],
)
def test_strikes_of_workers_and_of_the_heart_are_no_assault(read: Read, sentence: str) -> None:
    assert [claim for claim in read(sentence) if claim.type == "ASSAULT"] == []


def test_a_strike_on_a_town_is_an_assault(read: Read) -> None:
    assert [claim.type for claim in read("A strike by jets killed 12 villagers.")] == ["ASSAULT"]


def test_a_football_report_holds_no_assault(read: Read) -> None:
    match = (
        "Orsa beat Belen three to nil in the last match of the season.",
        "Their attack struck twice before half an hour had gone and two players were hurt.",
        "The striker scored again late on, and the coach said his side had destroyed two rivals in a week.",
    )
    assert read(*match) == ()


def test_a_game_of_chess_holds_no_assault(read: Read) -> None:
    assert [claim for claim in read("White captured two pawns and attacked the king.", "The chess game was drawn.")
            if claim.type == "ASSAULT" or claim.counts] == []  # fmt: skip


def test_a_long_report_without_a_word_of_conflict_holds_no_assault(read: Read) -> None:
    prose = "The bakers of the old quarter meet each morning by the well and talk of flour and rain and the price of salt. " * 4
    assert read(prose, "Three neighbours died that winter.") == ()
    assert read("Soldiers of the army shelled the quarter.", prose, "Three neighbours died that winter.") != ()


def test_a_storm_in_a_report_of_war_leaves_the_war_to_be_read(read: Read) -> None:
    claims = read(
        "Rebels and government troops fought in Orsa.", "Shelling killed 12 villagers.", "A storm killed 3 farmers in Belen."
    )
    assert [count.span.text for claim in claims for count in claim.counts] == ["12"]
