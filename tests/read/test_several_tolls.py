"""Several numbers in one sentence: of several speakers, earlier and later, whole and part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict.record import Claim

Read = Callable[..., tuple[Claim, ...]]


def said(claims: tuple[Claim, ...]) -> list[tuple[str, list[str]]]:
    return [
        (count.span.text, [link.speaker.text for link in claim.attribution if link.speaker])
        for claim in claims
        for count in claim.counts
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The front claimed to have killed 31 soldiers; a military source said just 3 were killed.",
            [("31", ["front"]), ("3", ["military source"])],
        ),
        (
            "Aldova accused rebels of killing 12 soldiers; Dorrin says at least 42 died.",
            [("12", ["Aldova"]), ("at least 42", ["Dorrin"])],
        ),
        ("The rebels said they killed 40 soldiers while the army said 12 died.", [("40", ["rebels"]), ("12", ["army"])]),
        (
            "The monitor said 12 died and 30 were wounded and the ministry said 9 died.",
            [("12", ["monitor"]), ("30", ["monitor"]), ("9", ["ministry"])],
        ),
    ],
)
def test_each_count_has_its_own_speaker(read: Read, sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(read(sentence)) == expected


def test_counts_of_one_speaker_stay_together(read: Read) -> None:
    claims = [claim for claim in read("A medic said raids killed 12, adding that 5 more were wounded.") if claim.counts]
    assert len(claims) == 1
    assert said((claims[0],)) == [("12", ["medic"]), ("5", ["medic"])]


def test_a_day_after_saying_is_not_what_was_said(read: Read) -> None:
    assert said(read("Twelve people died in the raid, the army said two days later.")) == [("Twelve", ["army"])]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The ministry lowered the death toll from 13 to nine.", "nine"),
        ("The ministry lowered the toll from 13 to nine.", "nine"),
        ("The ministry cut the death toll by four to 14.", "14"),
        ("The ministry raised its toll to 19.", "19"),
    ],
)
def test_a_changed_toll_is_the_new_one_by_who_changed_it(read: Read, sentence: str, number: str) -> None:
    assert said(read(sentence)) == [(number, ["ministry"])]


def test_who_raises_no_toll_says_nothing(read: Read) -> None:
    assert said(read("The rebels raised the flag over Orsa and 12 soldiers were killed.")) == [("12", [])]


def test_a_toll_that_climbs_by_a_number_climbs_to_another(read: Read) -> None:
    assert said(read("The death toll climbed by three to 14.")) == [("14", [])]


def test_the_neutralised_are_not_all_dead(read: Read) -> None:
    (claim,) = read("The army neutralised 36 terrorists, 30 of them dead.")
    whole, part = claim.counts
    assert (whole.span.text, whole.what) == ("36", "other")
    assert (part.span.text, part.what, part.included_in) == ("30", "killed", whole.span)


def test_those_killed_before_are_not_those_hurt_now(read: Read) -> None:
    claims = read("As well as those killed at least 160 people were injured in the attack.")
    assert [(count.span.text, count.what) for claim in claims for count in claim.counts] == [("at least 160", "wounded")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Shelling killed eleven people, three children and two nurses among them.",
        "Shelling killed eleven people, among them three children and two nurses.",
    ],
)
def test_a_list_of_some_of_them_is_part_of_the_whole(read: Read, sentence: str) -> None:
    (claim,) = read(sentence)
    whole, *parts = claim.counts
    assert whole.included_in is None
    assert [(part.span.text, part.included_in) for part in parts] == [("three", whole.span), ("two", whole.span)]


def test_a_part_belongs_to_the_number_before_it(read: Read) -> None:
    (claim,) = read("Shells killed one person and wounded another nine among them a child.")
    assert [(count.span.text, count.what) for count in claim.counts] == [
        ("one", "killed"),
        ("nine", "wounded"),
        ("a child", "wounded"),
    ]
    assert claim.counts[1].included_in is None


def test_a_year_long_past_dates_the_dead_of_that_year(read: Read) -> None:
    (claim,) = read("Some 20,000 people were killed in 1982 in Orsa by the army.")
    assert claim.background
    assert [role.span.text for role in claim.role("time")] == ["1982"]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Forty people died in Orsa, twice as many as on Friday.", []),
        ("Ten people died, three more than on Monday.", []),
        ("Ten people died on Friday, compared with 4 on Thursday.", ["Friday"]),
    ],
)
def test_a_day_compared_with_is_not_the_days_of_the_dead(read: Read, sentence: str, times: list[str]) -> None:
    (claim,) = read(sentence)
    assert [role.span.text for role in claim.role("time")] == times


@pytest.mark.parametrize(
    ("sentences", "place"),
    [
        (
            ("Shells hit Orsa.", "Twelve people were killed in several towns east of the Sarvenian capital."),
            ["several towns east of the Sarvenian capital"],
        ),
        (("Shells hit Orsa.", "Twelve people were killed near the Sarvenian capital."), ["Sarvenian capital"]),
        (("Twelve people were killed near the Sarvenian capital Belen.",), ["Belen"]),
        (("Shells hit Orsa.", "Twelve people were killed."), ["Orsa"]),
    ],
)
def test_a_place_told_from_a_capital_is_not_the_town_named_before(
    read: Read, sentences: tuple[str, ...], place: list[str]
) -> None:
    claim = read(*sentences)[-1]
    assert [role.span.text for role in claim.role("place")] == place


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Raids killed 14 people including three children fleeing over the river.", [("14", "killed"), ("three", "killed")]),
        ("Raids killed 14 people fleeing the town.", [("14", "killed")]),
        ("Some 300 residents fleeing the raids reached the border.", [("Some 300", "displaced")]),
    ],
)
def test_the_dead_in_flight_are_dead(read: Read, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(count.span.text, count.what) for claim in read(sentence) for count in claim.counts] == expected


def test_one_among_strikes_may_be_a_strike(read: Read) -> None:
    claims = read("At least 23 people were killed in air strikes on Orsa including one near a clinic.")
    assert [(count.span.text, count.what) for claim in claims for count in claim.counts] == [("At least 23", "killed")]
    claims = read("Raids killed 31 villagers including 10 in a bus.")
    assert [count.span.text for claim in claims for count in claim.counts] == ["31", "10"]
