"""Which claims speak of one event, pair by pair."""

from __future__ import annotations

from typing import Any

import pytest

from deconflict.merge import clusters, link
from deconflict.record import Count, Link
from deconflict.trace import trace


def links(story: Any) -> tuple[Link, ...]:
    return link(story.claims, trace(story.reports, story.claims, story.packs))


def verdict(story: Any) -> str | None:
    """The verdict on the only two claims of the story; None if there is no link."""
    (one, other) = story.claims
    found = [each.verdict for each in links(story) if {each.a, each.b} == {one.id, other.id}]
    return found[0] if found else None


def groups(story: Any) -> list[set[str]]:
    """The clusters, each as the triggers' sentences of its claims."""
    made = clusters(story.claims, links(story))
    assert sorted(claim.id for cluster in made for claim in cluster) == sorted({claim.id for claim in story.claims})
    return [{claim.sentence.text for claim in cluster} for cluster in made]


def test_the_same_town_day_and_kind_of_act_is_one_event(story: Any) -> None:
    story.told("Jets killed 12 at the market.", killed="12")
    story.told("An air raid killed 15 in the town.", killed="15")
    assert verdict(story) == "same"


def test_every_reason_is_a_sentence_and_they_sum_to_the_score(story: Any) -> None:
    story.told("Jets killed 12 at the market.", killed="12")
    story.told("An air raid killed 12 in the town.", killed="12")
    (found,) = links(story)
    assert {"same_day", "same_place", "same_type", "same_means", "same_toll"} == {reason.feature for reason in found.reasons}
    assert found.score == sum(reason.weight for reason in found.reasons)
    assert all(reason.text.endswith(".") for reason in found.reasons)


ELSEWHERE = [("Orrest", "2019-05-06"), ("Halmir", "2019-05-06")]
ANOTHER_DAY = [("Kelvat", "2019-05-07"), ("Kelvat", "2019-05-16"), ("Kelvat", "2020-05-06")]


@pytest.mark.parametrize(("place", "when"), ELSEWHERE + ANOTHER_DAY)
def test_another_town_or_another_day_is_another_event(story: Any, place: str, when: str) -> None:
    story.told("Jets killed 12 at the market.", killed="12")
    story.told("An air raid killed 3 there.", killed="3", place=place, when=when)
    assert verdict(story) != "same"


def test_a_hamlet_beside_the_town_is_the_same_event(story: Any) -> None:
    story.told("Jets killed 12 at the market.", killed="12", actor=("Jets", "army"))
    story.told("Jets killed 12 by the mill.", killed="12", place="Kelvat mill", actor=("Jets", "army"))
    assert verdict(story) == "same"


def test_a_day_off_by_one_is_the_same_event_if_the_rest_agrees(story: Any) -> None:
    story.told("Jets killed 27 at the market.", killed="27")
    story.told("An air raid killed 27 in the town.", killed="27", when="2019-05-07")
    assert verdict(story) == "same"


def test_a_province_and_a_day_are_not_enough(story: Any) -> None:
    story.told("Jets killed 12 in the province.", killed="12", place="Dorrin")
    story.told("An air raid killed 4 in the province.", killed="4", place="Dorrin")
    assert verdict(story) != "same"


def test_a_country_and_a_day_are_not_enough(story: Any) -> None:
    story.told("Jets killed 7 somewhere.", killed="7", place="Sarvena")
    story.told("An air raid killed 7 in the town.", killed="7")
    assert verdict(story) != "same"


def test_without_place_and_time_only_the_wording_joins(story: Any) -> None:
    for _ in range(2):
        report = story.report("Witnesses by the river counted 12 bodies among the burned carts after the jets had gone.")
        story.claim(report, "bodies", place=None, when=None, mode=None)
    assert verdict(story) == "same"
    apart = story.told("Some 12 bodies were found.", trigger="bodies", place=None, when=None, mode=None)
    assert (apart,) in clusters(story.claims, links(story))


def test_claims_of_one_sentence_are_one_event(story: Any) -> None:
    report = story.report("Jets struck the market, killing 12 and burning stalls.")
    story.claim(report, "struck")
    story.claim(report, "killing", mode=None)
    assert verdict(story) == "same"


def test_the_next_sentence_without_place_goes_on_about_the_event_if_it_names_the_same(story: Any) -> None:
    report = story.report("Jets struck traders at the market.", "Jets hit traders again as they fled.")
    story.claim(report, "struck", actor=("Jets", "army"), recipient=("traders", None))
    story.claim(report, "hit", sentence=1, actor=("Jets", "army"), recipient=("traders", None), place=None, when=None)
    assert verdict(story) == "same"


def test_a_car_bomb_and_an_air_strike_of_one_day_and_town_stay_two(story: Any) -> None:
    story.told("Jets killed 12 at the market.", killed="12")
    story.told("A car bomb killed 4 at the gate.", killed="4", mode="explosives")
    assert verdict(story) == "different"


def test_two_tolls_of_one_speaker_in_one_report_are_two_events(story: Any) -> None:
    report = story.report("The Conflict Monitor said 12 were killed at the market.", "It said 5 were killed at the gate.")
    story.claim(report, "killed", speaker="Conflict Monitor", entity="monitor", counts=[_count(report, "12", 0)])
    story.claim(report, "killed", sentence=1, speaker="It", entity="monitor", counts=[_count(report, "5", 1)])
    assert verdict(story) == "different"


def test_a_toll_and_its_update_in_one_report_are_one_event(story: Any) -> None:
    report = story.report("The Conflict Monitor said 12 were killed at the market.", "It had earlier said 5 were killed.")
    story.claim(report, "killed", speaker="Conflict Monitor", entity="monitor", counts=[_count(report, "12", 0)])
    story.claim(report, "killed", sentence=1, speaker="It", entity="monitor", counts=[_count(report, "5", 1)])
    assert verdict(story) == "same"


def _count(report: Any, words: str, sentence: int) -> Count:
    bounds = report.sentences[sentence]
    start = report.text.index(words, bounds.start)
    return Count(report.span(start, start + len(words)), "killed", int(words), int(words))


def test_a_denial_joins_the_event_it_denies(story: Any) -> None:
    story.told("Army jets killed 12 at the market.", killed="12", actor=("Army", "army"))
    story.told("The army denied it.", trigger="denied", type="REJECT", mode=None, actor=("army", "army"))
    assert verdict(story) == "same"


def test_a_denial_of_something_elsewhere_stays_out(story: Any) -> None:
    story.told("Army jets killed 12 at the market.", killed="12", actor=("Army", "army"))
    story.told("The army denied it.", trigger="denied", type="REJECT", mode=None, actor=("army", "army"), place="Orrest")
    assert verdict(story) != "same"


def test_what_the_denier_says_happened_instead_is_another_event(story: Any) -> None:
    story.told("Jets killed 12 at the market.", killed="12", mode=None)
    report = story.report("The army denied the strike.", "The army said a depot blew up and killed 8.")
    story.claim(report, "denied", type="REJECT", mode=None, actor=("army", "army"))
    story.claim(report, "killed", sentence=1, mode=None, speaker="army", entity="army", counts=[_count(report, "8", 1)])
    together = [group for group in groups(story) if "Jets killed 12 at the market." in group]
    assert together == [{"Jets killed 12 at the market.", "The army denied the strike."}]


def test_a_sum_over_a_period_is_no_event_of_a_day(story: Any) -> None:
    story.told("Jets killed 12 at the market.", killed="12")
    story.told("Fighting has killed 12 since Monday.", killed="12", when="2019-05-06/2019-05-09", time="since Monday")
    assert verdict(story) is None


def test_a_toll_since_a_day_is_no_event_of_that_day(story: Any) -> None:
    story.told("Jets killed 12 at the market.", killed="12")
    story.told("Over 350 were killed since a truce ended on Monday.", killed="350", high=None, time="Monday")
    assert verdict(story) is None


def test_sums_with_the_same_number_are_one_statement(story: Any) -> None:
    for words in ("The war killed 4000 people.", "The conflict killed 4000."):
        story.told(words, killed="4000", place="Sarvena", when=None, mode=None, background=True)
    story.told("The long war killed 6000.", killed="6000", place="Sarvena", when=None, mode=None, background=True)
    assert sorted(map(len, groups(story))) == [1, 2]


def test_a_plan_and_a_deed_stay_two(story: Any) -> None:
    story.told("Troops moved in.", trigger="moved", type="MOBILIZE", mode="troops", place="Halmir")
    story.told("Troops will be moved.", trigger="moved", type="MOBILIZE", mode="troops", place="Halmir", status="planned")
    assert verdict(story) != "same"


def test_killing_and_talking_in_one_town_are_two_events(story: Any) -> None:
    story.told("Jets killed 12 at the market.", killed="12")
    story.told("Envoys met in the town.", trigger="met", type="CONSULT", mode="visit")
    assert verdict(story) is None
