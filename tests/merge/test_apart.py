"""What must not be one event although place and day, or one report, suggest it; and what is one although they do not."""

from __future__ import annotations

from typing import Any

import pytest

from deconflict.merge import clusters, link
from deconflict.record import Claim, Count, When
from deconflict.trace import trace


def joined(story: Any, one: Claim, other: Claim) -> bool:
    made = clusters(story.claims, link(story.claims, trace(story.reports, story.claims, story.packs)))
    return any({one, other} <= set(cluster) for cluster in made)


def counted(report: Any, words: str, number: int, high: int | None = None, category: Any = "unknown") -> Count:
    at = report.text.index(words)
    return Count(report.span(at, at + len(words)), "killed", number, high, category=category)


def test_a_seizure_beside_an_attack_in_one_report_is_another_event(story: Any) -> None:
    report = story.report("Jets killed 12 in Kelvat.", "The Front seized Kelvat.")
    attack = story.claim(report, "killed")
    seizure = story.claim(report, "seized", sentence=1, type="COERCE", mode="seize")
    assert not joined(story, attack, seizure)


def test_an_accusation_is_no_bridge_between_a_deed_and_a_demand(story: Any) -> None:
    report = story.report("Jets killed 12 in Kelvat, which the Front condemned and for which it demanded talks.")
    attack = story.claim(report, "killed")
    story.claim(report, "condemned", type="ACCUSE", mode=None)
    demand = story.claim(report, "demanded", type="REQUEST", mode=None)
    assert not joined(story, attack, demand)


def test_an_accusation_stands_with_the_deed_it_is_about(story: Any) -> None:
    report = story.report("Jets killed 12 in Kelvat, which the Front condemned.")
    attack, blame = story.claim(report, "killed"), story.claim(report, "condemned", type="ACCUSE", mode=None)
    assert joined(story, attack, blame)


def test_fighting_around_a_town_is_not_the_strike_on_it(story: Any) -> None:
    strike = story.told("Air strikes killed 12 in Kelvat.", trigger="strikes")
    fight = story.told("Fighting goes on in Kelvat.", trigger="Fighting", mode=None)
    assert not joined(story, strike, fight)


def test_background_without_a_day_is_not_todays_attack(story: Any) -> None:
    report = story.report("Jets struck Kelvat.", "Kelvat has often been struck.")
    today = story.claim(report, "struck")
    often = story.claim(report, "struck", sentence=1, when=None, mode=None, background=True)
    assert not joined(story, today, often)


def test_two_tolls_in_one_sentence_are_two_events(story: Any) -> None:
    report = story.report("Jets killed 19 in Kelvat just after a raid killed dozens there.")
    first = story.claim(report, "killed 19", counts=[counted(report, "19", 19)])
    second = story.claim(report, "raid killed", counts=[counted(report, "dozens", 24)])
    assert not joined(story, first, second)


def test_a_province_is_not_joined_with_a_town_of_another(story: Any) -> None:
    """The report links each to a claim that gives no place, and so to one another."""
    report = story.report("Jets killed 12 in Kelvat and the raid killed 12 and a raid killed 12 in Lissar.")
    town = story.claim(report, "Jets killed")
    story.claim(report, "the raid killed", place=None)
    province = story.claim(report, "a raid killed", place="Lissar")
    assert not joined(story, town, province)


@pytest.mark.parametrize(("mode", "one"), [("unconventional", True), ("aerial", False)])
def test_gas_in_a_province_and_gas_in_its_town_on_one_day_are_one_event(story: Any, mode: str, one: bool) -> None:
    province = story.told("An attack killed people in Dorrin.", place="Dorrin", mode=mode)
    town = story.told("An attack killed people in Kelvat.", mode=mode)
    assert joined(story, province, town) == one


@pytest.mark.parametrize(("number", "one"), [("62", True), ("9", False)])
def test_a_city_named_like_its_province_may_stand_for_it(story: Any, number: str, one: bool) -> None:
    """Kelvat lies too far from the city of Dorrin for two towns; gas and nearly the same toll say that it is meant."""
    city = story.told("Gas killed 58 in Dorrin.", killed="58", place="Dorrin city", mode="unconventional", actor=("Gas", "army"))
    town = story.told(f"Gas killed {number} in Kelvat.", killed=number, mode="unconventional", actor=("Gas", "army"))
    assert joined(story, city, town) == one


def test_the_same_civilians_are_no_sign_of_the_same_attack(story: Any) -> None:
    """In a city as wide as Halmir one day sees more than one attack."""
    fields = {"place": "Halmir", "recipient": ("civilians", "civilians")}
    one = story.told("Jets killed civilians in the east.", **fields)
    other = story.told("Shells killed civilians in the west.", mode="heavy-weapons", **fields)
    assert not joined(story, one, other)


@pytest.mark.parametrize(("other", "one"), [("26", True), ("60", False)])
def test_numbers_close_together_speak_for_one_event(story: Any, other: str, one: bool) -> None:
    first = story.told("Jets killed 22 in Dorrin.", killed="22", place="Dorrin")
    second = story.told(f"Jets killed {other} in the province.", killed=other, place="Dorrin")
    assert joined(story, first, second) == one


def test_the_same_vague_word_is_no_same_number(story: Any) -> None:
    fields = {"killed": "hundreds", "low": 200, "high": None, "place": "Sarvena", "when": None, "background": True, "mode": None}
    one = story.told("The war killed hundreds in spring.", **fields)
    other = story.told("The long siege killed hundreds.", **fields)
    assert not joined(story, one, other)


def test_in_one_report_numbers_that_exclude_each_other_are_of_two_attacks_on_a_city(story: Any) -> None:
    report = story.report("Jets killed 15 in Halmir.", "The day was long.", "Jets killed 9 in Halmir.")
    one = story.claim(report, "killed", place="Halmir", counts=[counted(report, "15", 15, 15)])
    other = story.claim(report, "killed", sentence=2, place="Halmir", counts=[counted(report, "9", 9, 9)])
    assert not joined(story, one, other)


def test_meanwhile_opens_another_event(story: Any) -> None:
    report = story.report("Jets struck Halmir.", "Meanwhile jets struck Halmir.")
    one, other = story.claim(report, "struck", place="Halmir"), story.claim(report, "struck", sentence=1, place="Halmir")
    assert not joined(story, one, other)


def test_who_denies_a_part_in_the_deed_may_speak_of_it(story: Any) -> None:
    words = ("Jets killed 12 in Kelvat.", "The army denied responsibility for the attack.")
    report = story.report(*words)
    deed = story.claim(report, "killed")
    denial = story.claim(report, "denied", sentence=1, type="REJECT", mode=None, actor=("army", "army"))
    told = story.claim(report, "attack", sentence=1, mode=None, speaker="army", entity="army")
    assert joined(story, deed, told)
    assert joined(story, deed, denial)


def test_who_rejects_a_call_denies_no_deed(story: Any) -> None:
    deed = story.told("Jets killed 12 in Kelvat.")
    refusal = story.told("The army rejected calls to halt.", trigger="rejected", type="REJECT", mode=None, actor=("army", "army"))
    assert not joined(story, deed, refusal)


def test_who_rejects_a_report_denies_the_deed(story: Any) -> None:
    deed = story.told("Jets killed 12 in Kelvat.")
    denial = story.told("The army rejected the reports.", trigger="rejected", type="REJECT", mode=None, actor=("army", "army"))
    assert joined(story, deed, denial)


@pytest.mark.parametrize(("place", "one"), [("Millbrook", True), ("Stonebridge", False)])
def test_a_village_that_no_list_knows_is_known_by_its_name(story: Any, place: str, one: bool) -> None:
    first = story.told("Jets struck Millbrook.", trigger="struck", place="Millbrook")
    second = story.told("An air raid hit the village.", trigger="raid", place=place)
    assert joined(story, first, second) == one


def test_a_report_that_names_two_places_tells_of_two_events(story: Any) -> None:
    report = story.report("Jets struck Kelvat.", "The day was long.", "Jets struck the mill.")
    one = story.claim(report, "struck")
    other = story.claim(report, "struck", sentence=2, place="Kelvat mill")
    assert not joined(story, one, other)


@pytest.mark.parametrize(("between", "one"), [((), True), (("The day was long.",), False)])
def test_a_denial_answers_the_deed_told_just_before(story: Any, between: tuple[str, ...], one: bool) -> None:
    """The report tells of another town too, so that the denial's words alone do not say which attack is meant."""
    report = story.report("Jets struck Orrest.", "Jets struck Kelvat.", *between, "The army denied it.")
    other = story.claim(report, "struck", place="Orrest", actor=("Jets", "front"))
    deed = story.claim(report, "struck", sentence=1, actor=("Jets", "front"))
    last = len(report.sentences) - 1
    fields = {"place": None, "when": None, "mode": None, "type": "REJECT"}
    denial = story.claim(report, "denied", sentence=last, actor=("army", "army"), **fields)
    assert joined(story, deed, denial) == one
    assert not joined(story, other, denial)


def test_an_undated_report_joins_the_event_of_its_day(story: Any) -> None:
    dated = story.told("Jets killed 12 in Kelvat.", published="2019-05-07")
    open_ = story.told("Jets killed 12 in Kelvat, medics say.", published=None, when=When("XXXX-05-06", None, None, 1))
    assert joined(story, dated, open_)


def test_an_undated_report_of_another_day_of_the_year_stays_apart(story: Any) -> None:
    dated = story.told("Jets killed 12 in Kelvat.", published="2019-05-07")
    open_ = story.told("Jets killed 12 in Kelvat, medics say.", published=None, when=When("XXXX-05-08", None, None, 1))
    assert not joined(story, dated, open_)


def test_an_undated_report_does_not_make_one_of_two_years(story: Any) -> None:
    one = story.told("Jets killed 12 in Kelvat.", published="2019-05-07")
    other = story.told("Jets killed 15 in Kelvat, police say.", published="2018-05-07", when="2018-05-06")
    story.told("Jets killed 12 in Kelvat, medics say.", published=None, when=When("XXXX-05-06", None, None, 1))
    assert not joined(story, one, other)
