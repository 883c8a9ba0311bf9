"""What an event says of itself: title, status, place, parties, grade."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from deconflict.record import Event, Role, When
from deconflict.trace import trace
from deconflict.weigh import weigh
from deconflict.weigh.titles import date_text


def event(story: Any) -> Event:
    traced = trace(story.reports, story.claims, story.packs)
    weighed = weigh(story.claims, story.by_id(), traced, story.packs)
    assert weighed == weigh(story.claims[::-1], story.by_id(), traced, story.packs)
    return weighed


ARMY = ("Army", "army")


def strike(story: Any, speaker: str = "Medics", entity: str | None = None, **fields: Any) -> None:
    """An air strike by the army, says the speaker."""
    number = fields.pop("number", 12)
    words = f"Army jets killed {number} in Kelvat, {speaker} said."
    fields = {"actor": ARMY, "speaker": speaker, "entity": entity, "killed": str(number), **fields}
    story.told(words, **fields)


def denial(story: Any) -> None:
    """The army denies it."""
    story.told("Sarvenan army denied it.", trigger="denied", type="REJECT", mode=None, actor=("Sarvenan army", "army"))


def test_the_title_says_what_the_findings_say(story: Any) -> None:
    strike(story)
    assert event(story).title == "Air strike at Kelvat, 6 May 2019: 12 killed"
    strike(story, "Police", number=14)
    assert event(story).title == "Air strike at Kelvat, 6 May 2019: 12 to 14 killed"
    strike(story, "Activists", number=90)
    assert event(story).title == "Air strike at Kelvat, 6 May 2019: number killed disputed (12 to 90)"


def test_a_bound_is_a_bound_in_the_title(story: Any) -> None:
    strike(story, high=None)
    assert event(story).title.endswith("at least 12 killed")


def test_without_place_and_time_the_title_names_none(story: Any) -> None:
    strike(story, place=None, when=None)
    assert event(story).title == "Air strike: 12 killed"


def test_the_year_a_report_leaves_out_is_inferred_from_its_event(story: Any) -> None:
    strike(story)
    told = story.told(
        "Army jets killed 12 in Kelvat, Police said.", published=None, killed="12", when=When("XXXX-05-06", None, None, 1)
    )
    found = event(story)
    assert found.when
    assert found.when.edtf == "2019-05-06"
    (inferred,) = found.inferred
    assert (inferred.claim, inferred.report, inferred.edtf) == (told.id, told.report, "2019-05-06")


def test_nothing_is_inferred_while_no_report_gives_the_year(story: Any) -> None:
    strike(story, when=When("XXXX-05-06", None, None, 1))
    found = event(story)
    assert found.when
    assert (found.when.edtf, found.inferred) == ("XXXX-05-06", ())


def test_what_is_only_background_is_no_attack_of_its_own(story: Any) -> None:
    strike(story, background=True, mode=None)
    assert event(story).title.startswith("Armed violence at Kelvat")


def test_a_province_is_where_an_event_is_in(story: Any) -> None:
    strike(story, place="Dorrin")
    assert event(story).title.startswith("Air strike in Dorrin")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-05-06", "6 May 2019"),
        ("2019-05", "May 2019"),
        ("XXXX-02-07", "7 February, year not given"),
        ("2019-05-06/2019-05-09", "6 May 2019 to 9 May 2019"),
        ("2019-05-06/..", "since 6 May 2019"),
        ("../2019-05-06", "until 6 May 2019"),
        ("2019", "2019"),
        ("2019-13", "2019-13"),
    ],
)
def test_dates_are_said_in_words(edtf: str, words: str) -> None:
    assert date_text(edtf) == words


def test_a_denial_is_not_a_second_report(story: Any) -> None:
    strike(story)
    denial(story)
    found = event(story)
    assert found.status == "disputed"
    assert found.title.endswith("(disputed)")
    assert found.tolls["killed"].status == "single"
    assert found.grade.label == "contested"
    assert found.type == "ASSAULT"


def test_who_denies_is_set_against_who_blames(story: Any) -> None:
    strike(story)
    denial(story)
    (actor,) = event(story).actors
    assert (actor.value, actor.status) == ("Sarvenan army", "disputed")
    assert {(voice.speaker, voice.stance) for voice in actor.voices} == {
        ("medics, not named", "asserts"),
        ("Sarvenan army", "denies"),
    }


def test_a_ministry_denies_for_its_army(story: Any) -> None:
    strike(story)
    story.told("The ministry denied it.", trigger="denied", type="REJECT", mode=None, actor=("ministry", "ministry"))
    (actor,) = event(story).actors
    assert actor.status == "disputed"


def test_only_denied_is_denied(story: Any) -> None:
    strike(story, "Sarvenan army", "army", status="denied")
    found = event(story)
    assert (found.status, found.grade.label) == ("denied", "denied")
    assert found.title == "Air strike at Kelvat, 6 May 2019 (denied)"


def test_a_rejection_of_a_proposal_is_an_event_of_its_own(story: Any) -> None:
    story.told("The Front rejected talks.", trigger="rejected", type="REJECT", mode=None, actor=("Front", "front"))
    assert (event(story).type, event(story).status) == ("REJECT", "asserted")


def test_a_plan_is_planned_until_somebody_says_it_happened(story: Any) -> None:
    strike(story, status="planned")
    assert (event(story).status, event(story).grade.label) == ("planned", "announced")
    assert event(story).title.startswith("Planned: air strike")
    strike(story, "Police")
    assert event(story).status == "asserted"


def test_what_may_have_happened_is_called_possible(story: Any) -> None:
    strike(story, status="possible")
    assert event(story).title.startswith("Possible: air strike")


def test_one_origin_is_weak_and_two_are_fair(story: Any) -> None:
    strike(story)
    strike(story)
    assert event(story).grade.label == "weak"
    strike(story, "Police")
    assert event(story).grade.label == "fair"


def test_an_actor_that_says_so_itself_confirms_the_act(story: Any) -> None:
    strike(story, "Sarvenan army", "army")
    assert event(story).grade.label == "confirmed"


def test_an_ally_confirms_nothing(story: Any) -> None:
    strike(story, "Sarvenan army", "army", actor=("jets", "coalition"))
    assert event(story).grade.label == "weak"


def test_a_threat_confirms_nothing(story: Any) -> None:
    story.told("The Front vowed revenge.", trigger="vowed", type="THREATEN", mode=None, actor=("Front", "front"))
    assert event(story).grade.label == "weak"


def test_its_enemy_confirms_nothing(story: Any) -> None:
    strike(story, "Free Dorrin Front", "front")
    assert event(story).grade.label == "weak"


def test_an_outlet_of_the_same_side_confirms_nothing(story: Any) -> None:
    story.told("Army jets killed 12.", source="Halmir Herald", actor=ARMY, killed="12")
    assert event(story).sides == ("government",)
    assert event(story).grade.label == "weak"


def test_blame_on_two_sides_is_contested(story: Any) -> None:
    strike(story)
    strike(story, "Police", actor=("jets", "coalition"))
    found = event(story)
    assert {actor.status for actor in found.actors} == {"disputed"}
    assert found.grade.label == "contested"


def test_an_army_and_its_government_are_no_two_culprits(story: Any) -> None:
    strike(story)
    strike(story, "Police", actor=("jets", "government"))
    assert "disputed" not in {actor.status for actor in event(story).actors}


def test_both_parties_of_a_clash_are_actors(story: Any) -> None:
    report = story.report("Army and Front fought in Kelvat.")
    claim = story.claim(report, "fought", mode=None, actor=("Army", "army"))
    front = report.text.index("Front")
    roles = (*claim.roles, Role("actor", report.span(front, front + 5), "front"))
    story.claims[0] = msgspec.structs.replace(claim, roles=roles)
    assert {(actor.value, actor.status) for actor in event(story).actors} == {
        ("Sarvenan army", "single"),
        ("Free Dorrin Front", "single"),
    }


def test_place_and_time_are_the_most_precise_that_most_origins_give(story: Any) -> None:
    strike(story, place="Dorrin", when=When("2019-05", "2019-05-01", "2019-05-31", 4))
    strike(story, "Police")
    strike(story, "Activists")
    strike(story, "Soldiers", place="Orrest", when="2019-05-07")
    found = event(story)
    assert found.where is not None
    assert found.when is not None
    assert (found.where.name, found.when.edtf) == ("Kelvat", "2019-05-06")


def test_the_id_does_not_move_when_a_claim_with_a_greater_id_joins(story: Any) -> None:
    strike(story)
    strike(story, "Police")
    first, second = sorted(story.claims, key=lambda claim: claim.id)
    story.claims = [first]
    alone = event(story).id
    story.claims = [second, first]
    assert event(story).id == alone


def test_sides_are_those_of_the_origins(story: Any) -> None:
    strike(story, "Free Dorrin Front", "front")
    denial(story)
    assert event(story).sides == ("dorrin", "government")


def test_a_denial_of_responsibility_disputes_who_and_not_whether(story: Any) -> None:
    strike(story)
    words = "Sarvenan army denied any responsibility."
    story.told(words, trigger="denied", type="REJECT", mode=None, actor=("Sarvenan army", "army"))
    found = event(story)
    assert (found.status, found.grade.label) == ("asserted", "contested")
    assert not found.title.endswith("(disputed)")
    assert {actor.value: actor.status for actor in found.actors} == {"Sarvenan army": "disputed"}


def test_a_denial_of_responsibility_alone_is_denied(story: Any) -> None:
    words = "Sarvenan army denied involvement in the attack."
    story.told(words, trigger="attack", status="denied", actor=("Sarvenan army", "army"))
    assert event(story).status == "denied"


def test_a_refused_call_is_no_denial(story: Any) -> None:
    strike(story)
    words = "Sarvenan army rejected calls for a halt."
    story.told(words, trigger="rejected", type="REJECT", mode=None, actor=("Sarvenan army", "army"))
    assert event(story).status == "asserted"
    assert "disputed" not in {actor.status for actor in event(story).actors}


def test_the_killing_of_people_is_not_called_destruction(story: Any) -> None:
    strike(story, mode="destroy")
    assert event(story).title.startswith("Attack at Kelvat")
