"""How far voices agree on numbers."""

from __future__ import annotations

from typing import Any

from deconflict.record import Claim, Count, Event, Finding
from deconflict.trace import trace
from deconflict.weigh import weigh


def event(story: Any) -> Event:
    """All claims of the story, weighed as one event; in any order it is the same."""
    traced = trace(story.reports, story.claims, story.packs)
    weighed = weigh(story.claims, story.by_id(), traced, story.packs)
    assert weighed == weigh(story.claims[::-1], story.by_id(), traced, story.packs)
    return weighed


def killed(story: Any) -> Finding:
    return event(story).tolls["killed"]


def counted(report: Any, words: str, low: int | None, high: int | None, what: Any = "killed", **fields: Any) -> Count:
    """A count on the first of these words in the report."""
    for name in ("of", "included_in"):
        if name in fields:
            at = report.text.index(fields[name])
            fields[name] = report.span(at, at + len(fields[name]))
    at = report.text.index(words)
    return Count(report.span(at, at + len(words)), what, low, high, **fields)


def said(story: Any, number: int, speaker: str, published: str | None = "2019-05-07", **fields: Any) -> Claim:
    """That many killed, says the speaker."""
    return story.told(f"{speaker} said {number} were killed.", speaker=speaker, killed=str(number), published=published, **fields)


def values(finding: Finding) -> list[tuple[int | None, int | None, bool]]:
    """Each voice's bounds and whether it is superseded."""
    return [(voice.low, voice.high, voice.superseded_by is not None) for voice in finding.voices]


def test_one_origin_is_single_however_many_reports_print_it(story: Any) -> None:
    for _ in range(3):
        said(story, 12, "Conflict Monitor", entity="monitor")
    finding = killed(story)
    assert (finding.status, finding.low, finding.best, finding.high) == ("single", 12, 12, 12)
    assert len(finding.voices) == 1
    assert event(story).origins == 1
    assert event(story).reports == 3


def test_two_origins_with_one_number_agree(story: Any) -> None:
    said(story, 12, "Conflict Monitor", entity="monitor")
    said(story, 12, "Medics")
    assert killed(story).status == "agreed"


def test_different_numbers_are_a_range(story: Any) -> None:
    said(story, 23, "Conflict Monitor", entity="monitor")
    said(story, 31, "Medics")
    finding = killed(story)
    assert (finding.status, finding.low, finding.high) == ("ranged", 23, 31)


def test_numbers_more_than_twice_apart_are_disputed(story: Any) -> None:
    said(story, 9, "Conflict Monitor", entity="monitor")
    said(story, 60, "Aldovan-led coalition", entity="coalition")
    finding = killed(story)
    assert (finding.status, finding.low, finding.high) == ("disputed", 9, 60)


def test_best_is_what_most_origins_say(story: Any) -> None:
    said(story, 23, "Conflict Monitor", entity="monitor")
    said(story, 31, "Medics")
    said(story, 23, "Police")
    assert killed(story).best == 23


def test_of_numbers_as_well_supported_the_latest_is_best(story: Any) -> None:
    said(story, 23, "Conflict Monitor", published="2019-05-07", entity="monitor")
    said(story, 31, "Medics", published="2019-05-08")
    assert killed(story).best == 31


def test_a_later_figure_of_the_same_origin_supersedes_the_earlier(story: Any) -> None:
    for number, day in ((12, "2019-05-06"), (19, "2019-05-07"), (23, "2019-05-08")):
        said(story, number, "Conflict Monitor", published=day, entity="monitor")
    finding = killed(story)
    assert values(finding) == [(12, 12, True), (19, 19, True), (23, 23, False)]
    assert (finding.status, finding.low, finding.high) == ("single", 23, 23)
    first, second, third = finding.voices
    assert (first.superseded_by, second.superseded_by) == (second.claims[0], third.claims[0])


def test_a_late_reprint_of_an_old_figure_does_not_bring_it_back(story: Any) -> None:
    for number, day in ((12, "2019-05-06"), (23, "2019-05-08"), (12, "2019-05-20")):
        said(story, number, "Conflict Monitor", published=day, entity="monitor")
    assert values(killed(story)) == [(12, 12, True), (23, 23, False)]


def test_a_later_figure_of_another_origin_supersedes_nothing(story: Any) -> None:
    said(story, 12, "Conflict Monitor", published="2019-05-06", entity="monitor")
    said(story, 19, "Medics", published="2019-05-08")
    assert not any(voice.superseded_by for voice in killed(story).voices)


def test_two_figures_of_one_origin_without_dates_both_stand(story: Any) -> None:
    said(story, 12, "Conflict Monitor", published=None, entity="monitor")
    said(story, 14, "Conflict Monitor", published="2019-05-07", entity="monitor")
    finding = killed(story)
    assert not any(voice.superseded_by for voice in finding.voices)
    assert finding.status == "ranged"


def test_a_figure_given_as_the_earlier_one_is_superseded(story: Any) -> None:
    report = story.report("The Conflict Monitor said 23 were killed.", "It had earlier put the number killed at 12.")
    for sentence, number, speaker in ((0, "23", "Conflict Monitor"), (1, "12", "It")):
        count = counted(report, number, int(number), int(number))
        story.claim(report, "killed", sentence=sentence, speaker=speaker, entity="monitor", counts=[count])
    assert sorted(values(killed(story))) == [(12, 12, True), (23, 23, False)]


def test_an_earlier_figure_of_nobody_named_gives_way_to_the_one_its_report_gives_now(story: Any) -> None:
    report = story.report("Monitor said 19 were killed.", "It had earlier put the number of dead at 12.")
    story.claim(report, "killed", speaker="Monitor", entity="monitor", counts=[counted(report, "19", 19, 19)])
    story.claim(report, "dead", sentence=1, counts=[counted(report, "12", 12, 12)])
    found = killed(story)
    assert (found.low, found.high) == (19, 19)
    assert (12, 12, True) in values(found)


def test_a_vaguer_word_for_the_same_number_supersedes_nothing(story: Any) -> None:
    said(story, 23, "Conflict Monitor", published="2019-05-07", entity="monitor")
    later = "Conflict Monitor said more than 20 were killed."
    story.told(later, speaker="Conflict Monitor", entity="monitor", published="2019-05-09", killed="20", high=None)
    finding = killed(story)
    assert not any(voice.superseded_by for voice in finding.voices)
    assert (finding.status, finding.best) == ("single", 23)


def test_a_least_gives_way_to_a_higher_number_of_the_same_day(story: Any) -> None:
    fields = {"speaker": "Monitor", "entity": "monitor"}
    story.told("Dozens were killed, the Monitor said.", killed="Dozens", low=24, high=None, **fields)
    story.told("58 were killed, the Monitor said.", killed="58", **fields)
    assert values(killed(story)) == [(24, None, True), (58, 58, False)]


def test_a_number_does_not_give_way_to_another_of_the_same_day(story: Any) -> None:
    said(story, 12, "Conflict Monitor", entity="monitor")
    said(story, 14, "Conflict Monitor", entity="monitor")
    assert values(killed(story)) == [(12, 12, False), (14, 14, False)]


def test_a_bound_does_not_dispute_a_number_above_it(story: Any) -> None:
    story.told("Medics said at least 40 were killed.", speaker="Medics", killed="40", high=None)
    said(story, 57, "Conflict Monitor", entity="monitor")
    finding = killed(story)
    assert (finding.status, finding.low, finding.best, finding.high) == ("agreed", 40, 57, 57)


def test_a_bound_above_all_numbers_leaves_the_top_open(story: Any) -> None:
    story.told("Medics said at least 60 were killed.", speaker="Medics", killed="60", high=None)
    said(story, 57, "Conflict Monitor", entity="monitor")
    finding = killed(story)
    assert (finding.status, finding.low, finding.high) == ("ranged", 57, None)


def test_many_is_a_voice_and_no_number(story: Any) -> None:
    report = story.report("The Sarvenan army said many were killed.")
    story.claim(report, "killed", speaker="Sarvenan army", entity="army", counts=[counted(report, "many", None, None)])
    finding = killed(story)
    assert (finding.status, finding.low, finding.best, finding.high) == ("single", None, None, None)
    said(story, 9, "Conflict Monitor", entity="monitor")
    assert (killed(story).low, killed(story).high) == (9, 9)


def test_a_denied_number_is_denied_by_its_voice(story: Any) -> None:
    said(story, 12, "Sarvenan army", entity="army", status="denied")
    assert killed(story).status == "denied"
    assert killed(story).low is None
    said(story, 12, "Conflict Monitor", entity="monitor")
    assert killed(story).status == "disputed"
    assert {voice.stance for voice in killed(story).voices} == {"asserts", "denies"}


def test_nobody_was_killed_is_a_number(story: Any) -> None:
    report = story.report("Police said nobody was killed.")
    story.claim(report, "killed", speaker="Police", counts=[counted(report, "nobody", 0, 0)], status="negated")
    assert (killed(story).low, killed(story).best, killed(story).high) == (0, 0, 0)
    said(story, 12, "Medics")
    assert killed(story).status == "disputed"


def test_none_of_the_advisers_killed_does_not_dispute_twelve_killed(story: Any) -> None:
    report = story.report("The coalition said no advisers were killed.")
    no = counted(report, "no", 0, 0, of="advisers", category="combatant")
    story.claim(report, "killed", speaker="coalition", counts=[no], status="negated")
    assert killed(story).high == 0
    said(story, 12, "Medics")
    assert values(killed(story)) == [(12, 12, False)]


def test_no_civilians_killed_is_a_number_of_civilians(story: Any) -> None:
    report = story.report("The coalition said no civilians were killed.")
    no = counted(report, "no", 0, 0, of="civilians", category="civilian")
    story.claim(report, "killed", speaker="coalition", counts=[no], status="negated")
    said(story, 12, "Medics")
    tolls = event(story).tolls
    assert values(tolls["killed"]) == [(12, 12, False)]
    assert values(tolls["killed:civilian"]) == [(0, 0, False)]


def test_no_deaths_among_the_troops_do_not_dispute_twelve_killed(story: Any) -> None:
    report = story.report("The army said no deaths were seen among the troops.")
    story.claim(report, "deaths", speaker="army", counts=[counted(report, "no", 0, 0)], status="negated")
    said(story, 12, "Medics")
    assert values(killed(story)) == [(12, 12, False)]


def test_a_part_never_stands_for_the_whole(story: Any) -> None:
    report = story.report("Medics said 23 people, including 6 children, were killed.")
    counts = [counted(report, "23", 23, 23), counted(report, "6", 6, 6, included_in="23", category="civilian")]
    story.claim(report, "killed", speaker="Medics", counts=counts)
    found = event(story).tolls
    assert values(found["killed"]) == [(23, 23, False)]
    assert values(found["killed:civilian"]) == [(6, None, False)]


def test_two_more_dead_do_not_supersede_the_toll(story: Any) -> None:
    said(story, 23, "Conflict Monitor", published="2019-05-07", entity="monitor")
    later = "Conflict Monitor said 2 more were killed."
    story.told(later, speaker="Conflict Monitor", entity="monitor", published="2019-05-08", killed="2")
    assert values(killed(story)) == [(23, 23, False)]


def test_two_more_dead_alone_are_a_least(story: Any) -> None:
    story.told("Medics said 2 more were killed.", speaker="Medics", killed="2")
    assert values(killed(story)) == [(2, None, False)]


def test_four_others_wounded_are_the_wounded(story: Any) -> None:
    report = story.report("Two were killed and 4 others wounded.")
    story.claim(report, "wounded", counts=[counted(report, "Two", 2, 2), counted(report, "4", 4, 4, "wounded")])
    assert event(story).tolls["wounded"].best == 4


def test_one_number_for_killed_and_wounded_is_neither(story: Any) -> None:
    report = story.report("Some 50 were killed and wounded.")
    joint = [counted(report, "50", 50, 50, what, joint=True, approximate=True) for what in ("killed", "wounded")]
    story.claim(report, "killed", counts=joint)
    assert list(event(story).tolls) == ["killed_or_wounded"]


def test_soldiers_and_police_named_side_by_side_are_added(story: Any) -> None:
    report = story.report("Gunmen killed 5 soldiers and 2 policemen.")
    counts = [
        counted(report, n, int(n), int(n), of=of, category="combatant") for n, of in (("5", "soldiers"), ("2", "policemen"))
    ]
    story.claim(report, "killed", counts=counts)
    assert killed(story).best == 7


def test_two_numbers_of_which_one_may_be_part_of_the_other_are_not_added(story: Any) -> None:
    report = story.report("Shells killed 30 people, among them 9 policemen.")
    counts = [counted(report, "30", 30, 30, of="people"), counted(report, "9", 9, 9, of="policemen", category="combatant")]
    story.claim(report, "killed", counts=counts)
    assert killed(story).best == 30


def test_civilians_are_not_set_against_all_the_dead(story: Any) -> None:
    said(story, 57, "Conflict Monitor", entity="monitor")
    report = story.report("Medics said 40 civilians were killed.")
    story.claim(report, "killed", speaker="Medics", counts=[counted(report, "40", 40, 40, category="civilian")])
    found = event(story).tolls
    assert (found["killed"].status, found["killed"].best) == ("agreed", 57)
    assert values(found["killed:civilian"]) == [(40, 40, False)]


def test_civilians_by_one_and_fighters_by_another_are_no_dispute(story: Any) -> None:
    for speaker, number, category in (("Medics", 15, "civilian"), ("Police", 40, "combatant")):
        report = story.report(f"{speaker} said {number} were killed.")
        counts = [counted(report, str(number), number, number, category=category)]
        story.claim(report, "killed", speaker=speaker, counts=counts)
    found = event(story).tolls
    assert found["killed"].status != "disputed"
    assert "only civilians or only fighters" in found["killed"].rule
    assert (found["killed:civilian"].best, found["killed:combatant"].best) == (15, 40)


def test_background_is_left_out_of_the_tolls_of_fresh_events(story: Any) -> None:
    said(story, 12, "Medics")
    said(story, 90, "Police", background=True)
    assert (killed(story).low, killed(story).high) == (12, 12)


def test_background_alone_is_counted(story: Any) -> None:
    said(story, 90, "Police", background=True)
    assert killed(story).best == 90
    assert event(story).background


def test_feared_dead_are_not_set_against_counted_dead(story: Any) -> None:
    said(story, 90, "Police", status="possible")
    assert "feared" in killed(story).rule
    said(story, 12, "Medics")
    assert (killed(story).low, killed(story).high) == (12, 12)


def test_every_finding_says_its_rule(story: Any) -> None:
    said(story, 12, "Medics")
    said(story, 40, "Police")
    assert killed(story).rule.startswith("Origins give numbers of which one is more than twice another")
    assert "most independent origins" in killed(story).rule


def test_a_vague_word_sets_no_lowest_number_where_others_count(story: Any) -> None:
    story.told("Medics said dozens were killed.", speaker="Medics", killed="dozens", low=24, high=None)
    assert killed(story).low == 24
    said(story, 58, "Conflict Monitor", entity="monitor")
    said(story, 87, "Police")
    finding = killed(story)
    assert (finding.low, finding.high) == (58, 87)
    assert "Vague words" in finding.rule
    assert (24, None, False) in values(finding)


def test_nobody_killed_is_a_lowest_number(story: Any) -> None:
    said(story, 0, "Police")
    said(story, 12, "Conflict Monitor", entity="monitor")
    assert killed(story).low == 0


def test_a_number_of_children_sets_no_lowest_number_where_others_count_all(story: Any) -> None:
    report = story.report("Medics said 3 children were killed.")
    story.claim(report, "killed", speaker="Medics", counts=[counted(report, "3", 3, 3, of="children", category="civilian")])
    said(story, 58, "Conflict Monitor", entity="monitor")
    assert killed(story).low == 58


def test_who_were_among_the_dead_are_a_part(story: Any) -> None:
    report = story.report("Medics said 5 children were among the dead killed.")
    story.claim(report, "killed", speaker="Medics", counts=[counted(report, "5", 5, 5, of="children", category="civilian")])
    assert (event(story).tolls["killed:civilian"].low, event(story).tolls["killed:civilian"].high) == (5, None)


def test_fighters_of_two_sides_add_up_though_one_of_them_is_named_apart(story: Any) -> None:
    report = story.report("Fighting killed 129 loyalists and 116 rebels including 1 commander.")
    story.claim(
        report,
        "killed",
        counts=[
            counted(report, "129", 129, 129, of="loyalists"),
            counted(report, "116", 116, 116, of="rebels"),
            counted(report, "1 ", 1, 1, of="commander", included_in="116"),
        ],
    )
    assert killed(story).best == 245


def test_a_number_that_most_exclude_is_not_the_best(story: Any) -> None:
    said(story, 1, "Police")
    for speaker, least in (("Medics", 3), ("Activists", 9), ("Residents", 17)):
        words = f"{speaker} said at least {least} were killed."
        story.told(words, speaker=speaker, killed=str(least), high=None)
    finding = killed(story)
    assert (finding.status, finding.low, finding.best, finding.high) == ("disputed", 1, 17, None)


def test_an_exact_number_comes_before_a_bound_that_as_many_allow(story: Any) -> None:
    story.told("Medics said at least 60 were killed.", speaker="Medics", killed="60", high=None)
    said(story, 57, "Conflict Monitor", entity="monitor")
    assert killed(story).best == 57


def test_others_wounded_beside_the_dead_are_all_the_wounded(story: Any) -> None:
    report = story.report("Medics said 4 died and 40 others were wounded.")
    story.claim(report, "wounded", speaker="Medics", counts=[counted(report, "40", 40, 40, "wounded")])
    report = story.report("Police said 74 were wounded.")
    story.claim(report, "wounded", speaker="Police", counts=[counted(report, "74", 74, 74, "wounded")])
    finding = event(story).tolls["wounded"]
    assert (finding.low, finding.high) == (40, 74)


def test_low_best_and_high_are_in_order(story: Any) -> None:
    report = story.report("Activists said 2 children were killed.")
    story.claim(report, "killed", speaker="Activists", counts=[counted(report, "2", 2, 2, of="children", category="civilian")])
    report = story.report("Medics said at least 35 civilians were killed.")
    number = counted(report, "35", 35, None, of="civilians", category="civilian")
    story.claim(report, "killed", speaker="Medics", counts=[number])
    finding = killed(story)
    assert (finding.status, finding.low, finding.best, finding.high) == ("agreed", 35, 35, None)
