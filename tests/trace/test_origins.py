"""Who counts as one voice."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from deconflict.record import Origin, Source
from deconflict.trace import trace

STRIKE = "At least 12 people were killed when warplanes struck a crowded market in Kelvat on Monday"


def origin(story: Any, claim: Any) -> Origin:
    traced = trace(story.reports, story.claims, story.packs)
    return traced.by_id[traced.origin_of[claim.id]]


def origins(story: Any) -> list[str]:
    """The origin of each claim, in the order in which the story tells them."""
    traced = trace(story.reports, story.claims, story.packs)
    return [traced.origin_of[claim.id] for claim in story.claims]


def test_a_reprint_is_no_second_witness(story: Any) -> None:
    story.told(f"{STRIKE}.", source="Island Post", published="2019-05-06")
    reprint = story.told(f"{STRIKE}.", published="2019-05-07")
    first, second = origins(story)
    assert first == second
    assert origin(story, reprint).name == "Island Post"
    assert origin(story, reprint).kind == "wording"


def test_a_reprint_of_half_the_text_speaks_with_the_voice_of_the_first(story: Any) -> None:
    follow_up = "Stalls burned for hours while neighbours carried water from the river to the square."
    story.told(f"{STRIKE}.", source="Island Post", published="2019-05-06")
    reprint = story.report(f"{STRIKE}.", "Nine cars burned.", published="2019-05-07")
    story.claim(reprint, "burned", sentence=1)
    assert len(set(origins(story))) == 1
    own = story.report(f"{STRIKE}.", follow_up, follow_up.replace("hours", "a day and a night"), published="2019-05-07")
    story.claim(own, "burned", sentence=1)
    assert len(set(origins(story))) == 2


def test_a_reworded_sentence_is_the_same_wording(story: Any) -> None:
    story.told(f"{STRIKE}.", source="Island Post", published="2019-05-06")
    spun = STRIKE.replace("people", "persons").replace("crowded", "packed")
    story.told(f"{spun}.", published="2019-05-07")
    assert len(set(origins(story))) == 1


def test_the_same_words_about_another_town_and_toll_are_no_copy(story: Any) -> None:
    story.told(f"{STRIKE}.", source="Island Post")
    story.told(f"{STRIKE}.".replace("12", "7").replace("Kelvat", "Orrest"))
    assert len(set(origins(story))) == 2


def test_short_sentences_alike_are_no_copy(story: Any) -> None:
    story.told("Two men were killed in Kelvat.")
    story.told("Two men were killed in Kelvat.")
    assert len(set(origins(story))) == 2


def test_one_named_speaker_is_one_origin_whoever_prints_it(story: Any) -> None:
    story.told("The Conflict Monitor said 12 were killed.", speaker="Conflict Monitor", entity="monitor", source="Island Post")
    story.told("A strike killed 19, SCM said.", speaker="SCM", entity="monitor")
    assert len(set(origins(story))) == 1
    assert origin(story, story.claims[0]).kind == "speaker"


def test_a_monitors_own_bulletin_and_its_words_elsewhere_are_one_origin(story: Any) -> None:
    story.told("Strikes killed 12 people in the town.", source="Sarvena Conflict Monitor")
    story.told("The Conflict Monitor said 12 were killed.", speaker="Conflict Monitor", entity="monitor")
    assert len(set(origins(story))) == 1


def test_one_outlet_is_one_origin_in_all_its_reports(story: Any) -> None:
    story.told("Jets killed 12 at the market.", source="Island Post")
    story.told("The number killed rose overnight.", source="Island Post")
    assert len(set(origins(story))) == 1


@pytest.mark.parametrize("name", ["", "unknown"])
def test_reports_without_an_outlet_are_not_one_outlet(story: Any, name: str) -> None:
    for key in ("a", "b"):
        report = story.report(f"Jets killed some at the {key} market.", key=key)
        story.reports[-1] = msgspec.structs.replace(report, source=Source("source:unknown", name))
        story.claim(report, "killed")
    assert len(set(origins(story))) == 2


def test_the_innermost_named_speaker_is_the_origin(story: Any) -> None:
    words = "Meridian quoted the Conflict Monitor as saying that activists saw 12 killed."
    claim = story.told(words, speaker=("Meridian", "Conflict Monitor", "activists"))
    assert origin(story, claim).name == "Conflict Monitor"


def test_unnamed_speakers_outrank_the_outlet_that_carries_them(story: Any) -> None:
    claim = story.told("Residents told Meridian that 12 were killed.", speaker=("Meridian", "Residents"))
    assert origin(story, claim).name == "residents, not named"


def test_unnamed_speakers_of_one_kind_and_side_are_one_origin(story: Any) -> None:
    story.told("Activists said 12 were killed.", speaker="Activists")
    story.told("Local activists spoke of 15 killed.", speaker="Local activists")
    story.told("Police spoke of 9 killed.", speaker="Police")
    one, same, other = origins(story)
    assert one == same != other


def test_a_spokesman_speaks_for_his_army(story: Any) -> None:
    story.told("The Sarvenan army said 8 were killed.", speaker="Sarvenan army", entity="army")
    story.told("A Sarvenan army spokesman spoke of 8 killed.", speaker="Sarvenan army spokesman")
    assert len(set(origins(story))) == 1


def test_a_bare_spokesman_continues_who_spoke_in_the_sentence_before(story: Any) -> None:
    report = story.report(
        "The Sarvenan army denied the strike.", "A spokesman said 8 were killed.", "It rained for hours.", "He saw 3 killed."
    )
    story.claim(report, "denied", type="REJECT", mode=None, actor=("Sarvenan army", "army"))
    story.claim(report, "killed", sentence=1, speaker="spokesman")
    far = story.claim(report, "killed", sentence=3, speaker="He")
    one, same, other = origins(story)
    assert one == same != other
    assert origin(story, far).kind == "outlet"


def test_who_denies_is_who_speaks(story: Any) -> None:
    claim = story.told("The Sarvenan army denied the strike.", trigger="denied", type="REJECT", actor=("Sarvenan army", "army"))
    assert origin(story, claim).side == "government"


CREDITS = [
    "--Meridian",
    "(Meridian)",
    "Source: Meridian Wire",
    "- Meridian Wire",
    "Reporting by Meridian; editing by us",
]


@pytest.mark.parametrize("credit", [*CREDITS, "(Source: Meridian Wire) Twitter"])
def test_a_credited_agency_is_upstream(story: Any, credit: str) -> None:
    report = story.report("Jets killed 12 at the market.", credit, source="Island Post")
    claim = story.claim(report, "killed")
    assert origin(story, claim).name == "Meridian Wire"


def test_agencies_are_nobody_in_particular(story: Any) -> None:
    report = story.report("Jets killed 12 at the market.", "Source: Agencies", source="Island Post")
    claim = story.claim(report, "killed")
    assert origin(story, claim).name == "Island Post"


def test_a_monitor_is_known_with_what_the_report_says_it_is(story: Any) -> None:
    words = "The Halmir-based Sarvena Conflict Monitor group said 12 were killed."
    claim = story.told(words, speaker="Halmir-based Sarvena Conflict Monitor group")
    assert origin(story, claim).entity == "monitor"


def test_an_acronym_in_brackets_is_no_credit(story: Any) -> None:
    report = story.report("Fighters of the Front (FDF) were killed at the market.", source="Island Post")
    claim = story.claim(report, "killed")
    assert origin(story, claim).name == "Island Post"


def test_two_credits_name_nobody(story: Any) -> None:
    report = story.report("Jets killed 12 at the market.", "(Meridian/Island Post)", source="Halmir Herald")
    claim = story.claim(report, "killed")
    assert origin(story, claim).name == "Halmir Herald"


def test_one_credit_tells_where_all_copies_come_from(story: Any) -> None:
    story.report(f"{STRIKE}.", "--Meridian", published="2019-05-08")
    claim = story.told(f"{STRIKE}.", published="2019-05-07")
    assert origin(story, claim).name == "Meridian Wire"


def test_a_name_spelt_differently_in_a_copied_sentence_is_one_origin(story: Any) -> None:
    tail = "told reporters that 12 people were killed at the market on Monday"
    story.told(f"Tomas Velden {tail}.", speaker="Tomas Velden")
    story.told(f"Thomas Veldan {tail}.", speaker="Thomas Veldan", published="2019-05-08")
    story.told("Thomas Veldan visited the families of those killed.", speaker="Thomas Veldan", published="2019-06-08")
    first, copy, elsewhere = origins(story)
    assert first == copy != elsewhere


def test_a_surname_is_the_full_name_of_the_same_report(story: Any) -> None:
    report = story.report("Tomas Velden said 12 were killed.", "Velden spoke of 15 killed.")
    story.claim(report, "killed", speaker="Tomas Velden")
    story.claim(report, "killed", sentence=1, speaker="Velden")
    assert len(set(origins(story))) == 1


def test_a_copy_that_lost_its_speaker_has_the_speaker_of_the_other(story: Any) -> None:
    story.told(f"{STRIKE}, the Conflict Monitor said.", speaker="Conflict Monitor", entity="monitor")
    claim = story.told(f"{STRIKE}.", published="2019-05-09")
    assert origin(story, claim).entity == "monitor"


def test_the_order_of_reports_and_claims_changes_nothing(story: Any) -> None:
    for number in range(6):
        story.told(f"{STRIKE}, report {number} of six says.", published=f"2019-05-0{9 - number}", speaker=("report",))
    forward = trace(story.reports, story.claims, story.packs)
    assert forward == trace(story.reports[::-1], story.claims[::-1], story.packs)


def test_every_claim_has_an_origin_with_a_reason(story: Any) -> None:
    story.told(f"{STRIKE}.")
    story.told("Activists said 12 were killed.", speaker="Activists")
    traced = trace([], story.claims, story.packs)
    assert set(traced.origin_of) == {claim.id for claim in story.claims}
    assert all(row.reason for row in traced.origins)


def test_who_is_known_to_no_pack_is_one_voice_with_and_without_an_id(story: Any) -> None:
    first = story.report("Five died, Ada Oskenby said.", published="2019-05-06")
    story.claim(first, "died", speaker="Ada Oskenby", entity="named:ada-oskenby")
    second = story.report("Five people died, Ada Oskenby said.", published="2019-05-07")
    story.claim(second, "died", speaker="Ada Oskenby")
    assert len(set(origins(story))) == 1
