"""When an event was: its own day and not the day somebody spoke, quoted from the sentence that gives it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict.record import Claim

Read = Callable[..., tuple[Claim, ...]]


def times(claim: Claim) -> list[str]:
    return [role.span.text for role in claim.role("time")]


def toll(claims: tuple[Claim, ...], number: str) -> Claim:
    return next(claim for claim in claims for count in claim.counts if count.span.text == number)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Shelling killed 12 villagers in Orsa on Sunday, the mayor said on Monday.", ["Sunday"]),
        ("The mayor said on Monday that shelling killed 12 villagers in Orsa.", []),
        ("Shelling killed 12 villagers in Orsa, the mayor said in a statement on Monday.", []),
        ("The ministry on Monday said shelling killed 12 villagers in Orsa.", []),
        ("Shelling killed 12 villagers in Orsa, the mayor told the Belen Agency late on Monday.", []),
        ("Shelling killed 12 villagers in Orsa, according to the mayor on Monday.", []),
        ("On Monday, the ministry said shelling killed 12 villagers in Orsa.", []),
        ("On Monday the army said it shelled Orsa, killing 12.", ["Monday"]),
        ("The mayor said shelling on Monday killed 12 villagers in Orsa.", ["Monday"]),
        ("The Dorrin Front claimed on Friday Monday's raid which killed 12.", ["Monday"]),
        ("Mondays raid on Orsa killed 12 villagers.", ["Mondays"]),
        ("Shelling killed 12 villagers in the early hours of Monday morning.", ["early hours of Monday morning"]),
        ("Shells killed 12 in Orsa, which was besieged in 2013.", []),
    ],
)
def test_the_day_somebody_spoke_is_not_the_day_of_the_event(read: Read, sentence: str, expected: list[str]) -> None:
    assert times(toll(read(sentence), "12")) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Raids have killed 12 people since March 2011.", "since March 2011"),
        ("Raids have killed 12 people since it started in 2011.", "since it started in 2011"),
        ("Raids killed 12 since the conflict began in March 2011.", "since the conflict began in March 2011"),
        (
            "Raids killed 12 since the revolt against the king began in 2011.",
            "since the revolt against the king began in 2011",
        ),
        ("Since the start of the offensive on Friday raids killed 12.", "Since the start of the offensive on Friday"),
        ("The war that began in March 2011 has killed 12 people.", "began in March 2011"),
        ("The war, which began with unrest in 2011, killed 12 people.", "began with unrest in 2011"),
        ("Shelling has killed 12 people in the six-year conflict.", "in the six-year conflict"),
        ("In the past 24 hours, shelling killed 12 villagers.", "In the past 24 hours"),
        ("Raids killed 12 villagers over the past two days.", "over the past two days"),
        ("So far this month, shelling has killed 12 villagers.", "So far this month"),
        ("Clashes killed 12 villagers between Monday and Wednesday.", "between Monday and Wednesday"),
        ("Shelling killed 12 villagers in three days of raids.", "in three days"),
        ("During the past week shelling killed 12 villagers.", "During the past week"),
    ],
)
def test_a_stretch_of_time_is_quoted_whole(read: Read, sentence: str, expected: str) -> None:
    assert times(toll(read(sentence), "12")) == [expected]


@pytest.mark.parametrize("verb", ["described", "condemned", "denounced"])
def test_a_day_in_the_name_of_an_attack_is_its_day(read: Read, verb: str) -> None:
    claims = read(f"The coalition {verb} the February 7 attack on Orsa as unprovoked.")
    attack = next(claim for claim in claims if claim.trigger.text == "attack")
    assert times(attack) == ["February 7"]


def test_a_sum_of_a_war_is_not_of_the_month_it_is_told_in(read: Read) -> None:
    assert times(toll(read("The war will enter its fifth year next month and has killed 90,000 people."), "90,000")) == []


@pytest.mark.parametrize(
    "later",
    [
        "The attack wounded 30 people.",
        "The dead included 12 villagers and 30 were wounded.",
        "A medic said 30 people were wounded.",
        "Shells wounded 30 people in Orsa.",
        "Earlier, 30 people were wounded.",
    ],
)
def test_what_goes_on_with_an_incident_has_its_day(read: Read, later: str) -> None:
    claims = read("Shelling killed 12 villagers in Orsa on Sunday.", later)
    (time,) = toll(claims, "30").role("time")
    assert time.span.text == "Sunday"
    assert not time.span.within(toll(claims, "30").sentence)


@pytest.mark.parametrize(
    "later",
    [
        "Recently, 30 people were wounded.",
        "On Friday the mayor said 30 people had been wounded in Belen.",
        "The war has wounded 30 people since it began in 2011.",
        "Two days after jets bombed Orsa, 30 people were wounded.",
        "A car bomb wounded 30 people in Orsa in 2013.",
    ],
)
def test_what_is_told_apart_has_not_its_day(read: Read, later: str) -> None:
    claims = read("Shelling killed 12 villagers in Orsa on Sunday.", later)
    assert "Sunday" not in times(toll(claims, "30"))


def test_a_toll_elsewhere_has_the_day_of_the_news_told_just_before(read: Read) -> None:
    claims = read("Shelling killed 12 villagers in Orsa on Sunday.", "A car bomb wounded 30 people in Belen.")
    assert times(toll(claims, "30")) == ["Sunday"]


def test_far_from_any_dated_news_a_toll_has_its_day_only_if_there_is_one_day(read: Read) -> None:
    between = ["The mayor asked for help."] * 5
    first, last = "Shelling killed 12 villagers in Orsa on Sunday.", "A car bomb wounded 30 people in Belen."
    assert times(toll(read(first, *between, last), "30")) == ["Sunday"]
    assert times(toll(read("Raids killed 5 men in Tarn on Monday.", first, *between, last), "30")) == []


def test_no_toll_takes_the_date_of_another_attack(read: Read) -> None:
    claims = read("Shelling killed 12 villagers in Orsa on June 3.", "A car bomb wounded 30 people in Belen.")
    assert times(toll(claims, "30")) == []


def test_no_day_is_taken_from_background(read: Read) -> None:
    claims = read("The offensive against Orsa began in March.", "Shells wounded 30 people in Orsa.")
    assert times(toll(claims, "30")) == []


def test_a_later_sentence_dates_the_first_by_the_same_toll(read: Read) -> None:
    claims = read("Shelling killed 12 villagers, a monitor said.", "The town council said 12 villagers died on Sunday.")
    assert [times(claim) for claim in claims if claim.counts] == [["Sunday"], ["Sunday"]]


def test_a_later_sentence_dates_the_first_by_the_attack(read: Read) -> None:
    claims = read("Shelling killed 12 villagers in Orsa.", "The shelling on Sunday hit a market.")
    assert times(toll(claims, "12")) == ["Sunday"]


def test_a_later_attack_does_not_date_the_first(read: Read) -> None:
    claims = read("Shelling killed 12 villagers in Orsa.", "A car bomb hit a market in Belen on Sunday.")
    assert times(toll(claims, "12")) == []
