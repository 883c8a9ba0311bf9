"""What a claim holds, and what earlier sentences lend it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deconflict.read import READERS, RuleReader
from deconflict.record import Claim, Quantity, Report, Sentence, Source

Read = Callable[..., tuple[Claim, ...]]


def words(claim: Claim, role: str) -> list[str]:
    return [each.span.text for each in claim.role(role)]  # type: ignore[arg-type]


def speakers(claim: Claim) -> list[str | None]:
    return [link.speaker.text if link.speaker else None for link in claim.attribution]


def test_the_word_for_the_attack_is_the_trigger(read: Read) -> None:
    (claim,) = read("Air strikes killed 12 villagers in Orsa.")
    assert (claim.trigger.text, claim.type, claim.mode) == ("Air strikes", "ASSAULT", "aerial")


def test_without_a_word_for_the_attack_the_result_is_the_trigger(read: Read) -> None:
    (claim,) = read("Twelve villagers were killed in Orsa.")
    assert (claim.trigger.text, claim.type) == ("killed", "ASSAULT")


@pytest.mark.parametrize(
    ("sentence", "type_", "mode"),
    [
        ("A suicide bombing hit the gate.", "ASSAULT", "suicide-attack"),
        ("A car bomb went off near the gate.", "ASSAULT", "explosives"),
        ("Rebels fired rockets at the port.", "ASSAULT", "heavy-weapons"),
        ("The rebels seized the town of Orsa.", "COERCE", "seize"),
        ("The army besieged the town by the river; the siege goes on.", "COERCE", "restrict"),
        ("Residents fled their homes.", "COERCE", None),
        ("The troops withdrew from Orsa.", "RETREAT", "withdraw"),
        ("The minister accused the rebels of lying.", "ACCUSE", None),
        ("The ministry denied the report.", "REJECT", None),
        ("A drone strike hit the depot.", "ASSAULT", "drone"),
        ("A chlorine gas attack was reported.", "ASSAULT", "unconventional"),
    ],
)
def test_triggers_have_the_type_and_mode_of_plover(read: Read, sentence: str, type_: str, mode: str | None) -> None:
    assert (type_, mode) in [(claim.type, claim.mode) for claim in read(sentence)]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Regime air strikes killed 12 villagers in Orsa.", ["Regime"]),
        ("Air strikes by the US-led coalition killed 12 villagers.", ["US-led coalition"]),
        ("A suicide bomber killed five policemen.", ["suicide bomber"]),
        ("Government forces shelled the port.", ["Government forces"]),
        ("Twelve villagers were killed by rebel fighters.", ["rebel fighters"]),
        ("The rebels launched an attack on the port.", ["rebels"]),
        ("Twelve villagers were killed when army helicopters attacked the port.", ["army helicopters"]),
        ("Clashes between rebel fighters and government troops killed 12.", ["rebel fighters", "government troops"]),
        ("Twelve villagers were killed in Orsa.", []),
        ("An attack by two suicide bombers killed 12 villagers.", ["suicide bombers"]),
        ("The army said it shelled the port.", ["army"]),
        ("Shells hit the port.", []),
    ],
)
def test_the_author_stands_where_the_grammar_puts_him(read: Read, sentence: str, actor: list[str]) -> None:
    claim = next(claim for claim in read(sentence) if claim.type == "ASSAULT")
    assert words(claim, "actor") == actor


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Orsa Observatory for Human Rights said 12 people were killed.", ["Orsa Observatory for Human Rights"]),
        ("Twelve people were killed, a police source said on Monday.", ["police source"]),
        ("Twelve people were killed according to local residents.", ["local residents"]),
        ("According to the health ministry, 12 people were killed.", ["health ministry"]),
        ("Mayor Tarik Belen told reporters that 12 people were killed.", ["Tarik Belen"]),
        (
            "The Orsa Agency reported citing local residents that 12 people were killed.",
            ["Orsa Agency", "local residents"],
        ),
        ("Twelve people were killed when shells hit Orsa, said the Orsa Observatory.", ["Orsa Observatory"]),
        ("Tarik Belen, head of the Orsa Observatory, said 12 people were killed.", ["Tarik Belen"]),
        ("A group tracking the war said 12 people were killed.", ["group"]),
        ("Twelve people were killed in shelling on Orsa a monitor said.", ["monitor"]),
        ("Twelve people were killed.", []),
        ("A correspondent in rebel-held eastern Orsa said 12 were killed.", ["correspondent in rebel-held eastern Orsa"]),
        ("Twelve people were killed near the rebel bastion Orsa a monitor said.", ["monitor"]),
    ],
)
def test_the_speaker_is_quoted_without_article_or_title(read: Read, sentence: str, expected: list[str]) -> None:
    claim = next(claim for claim in read(sentence) if claim.counts)
    assert speakers(claim) == expected


def test_he_added_leads_to_who_spoke_last(read: Read) -> None:
    first, second = read("Tarik Belen said 12 people were killed.", "He added that 30 were wounded.")
    assert speakers(second) == speakers(first) == ["Tarik Belen"]


def test_a_place_before_adding_is_no_speaker(read: Read) -> None:
    claims = read("A medic confirmed deaths in rebel-held Orsa adding that 12 people were killed.")
    assert {tuple(speakers(claim)) for claim in claims if claim.counts} == {("medic",)}


def test_claiming_without_one_who_claims_has_no_speaker_of_before(read: Read) -> None:
    claims = read("The mayor said 12 people were killed.", "Jets bombed the port claiming to hit 40 rebels.")
    assert speakers(claims[-1]) in ([], [None])


def test_nobody_is_hit_by_himself(read: Read) -> None:
    (claim,) = read("Two suicide bombers attacked two suicide bombers.")
    assert words(claim, "recipient") == []


def test_an_adjective_is_no_recipient_without_its_noun(read: Read) -> None:
    assert words(read("Jets bombed rebel positions in Orsa.")[0], "recipient") == ["rebel positions"]
    assert words(read("Shells hit Orsa National Hospital.")[0], "recipient") != ["National"]


def test_a_headline_run_into_the_text_is_no_event_of_its_own(read: Read) -> None:
    claims = read("Military denies The army denied on Monday that it shelled Orsa.")
    assert [claim.trigger.text for claim in claims if claim.type == "REJECT"] == ["denied"]


def test_a_quoted_trigger_is_said_directly(read: Read) -> None:
    (claim,) = read('"The shelling killed 12 people" the mayor said.')
    assert [link.manner for link in claim.attribution] == ["direct"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The army attacked Orsa.", "asserted"),
        ("The army did not attack Orsa in the raid.", "negated"),
        ("Around 50 soldiers are to be deployed.", "planned"),
        ("A suspected air strike hit Orsa.", "possible"),
        ("The envoy called for a ceasefire.", "demanded"),
        ("A suspected air strike killed 12 villagers.", "asserted"),
        ("The army denied carrying out raids on Orsa.", "denied"),
    ],
)
def test_status_follows_the_words_before_the_trigger(read: Read, sentence: str, status: str) -> None:
    assert status in [claim.status for claim in read(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Shells hit the northern city of Orsa.", ["Orsa"]),
        ("Shells hit a market in Orsa in Belen province.", ["Orsa", "Belen province"]),
        ("Shells hit a depot five miles east of the de-confliction line.", ["five miles east of the de-confliction line"]),
        ("Shells hit the depot in January.", []),
        ("Shells hit the depot in the Free Orsa Army base on Monday.", []),
        ("Shells hit rebel-held Orsa.", []),
        ("Shells hit the depot, said the Committee to Protect Journalists.", []),
        ("The Convention on Certain Gases bans such shelling.", []),
        ("Shells hit the camp of Ahrar al-Orsa.", []),
        ("A medical official in Orsa Tarik el-Belen told reporters shells hit a school.", ["Orsa"]),
    ],
)
def test_places_are_names_behind_words_of_place(read: Read, sentence: str, expected: list[str]) -> None:
    assert words(read(sentence)[0], "place") == expected


def test_a_genitive_without_its_apostrophe_is_two_places(read: Read) -> None:
    claim = read("Shelling killed 12 people in Syrias Orsa province.")[0]
    assert words(claim, "place") == ["Orsa province", "Syria"]


def test_a_toll_without_place_takes_it_from_the_sentence_before(read: Read) -> None:
    _, claim = read("Government jets bombed a market in Orsa.", "Twelve villagers were killed in the attack.")
    (place,) = claim.role("place")
    assert place.span.text == "Orsa"
    assert not place.span.within(claim.sentence)


def test_the_attack_has_the_author_named_before(read: Read) -> None:
    first, second = read("Government jets bombed a market in Orsa.", "The attack wounded 12.")
    assert words(second, "actor") == words(first, "actor") == ["Government jets"]


def test_the_killed_are_not_the_author_carried_over(read: Read) -> None:
    claims = read("Rebel fighters attacked the port in Orsa.", "Twelve rebel fighters were killed.")
    assert words(claims[-1], "actor") == []


def test_a_war_told_of_takes_no_place_from_the_news(read: Read) -> None:
    claims = read("Shells hit a market in Orsa.", "The war has killed more than 90000 people since it began in 2011.")
    assert claims[-1].background
    assert words(claims[-1], "place") == []


def test_raids_on_those_who_attacked_leave_open_who_killed(read: Read) -> None:
    claims = read("The coalition carried out air strikes on militia forces that launched an attack and killed 12 troops.")
    (claim,) = [claim for claim in claims if claim.counts]
    assert claim.trigger.text == "killed"
    assert words(claim, "actor") == []


def test_who_confirms_an_attack_is_not_its_author(read: Read) -> None:
    assert words(read("The attack was later confirmed by the rebels.")[0], "actor") == []


def test_the_dead_of_days_before_are_another_event(read: Read) -> None:
    claims = read("An air strike killed 4 medics just days after dozens of drivers were killed.")
    assert [[count.span.text for count in claim.counts] for claim in claims] == [["4"], ["dozens"]]


def test_a_verb_that_tells_more_of_an_attack_is_no_second_event(read: Read) -> None:
    assert [claim.trigger.text for claim in read("The air strikes that hit the port killed 12.")] == ["air strikes"]


def test_the_statement_leads_to_who_gave_it(read: Read) -> None:
    claims = read("The general staff gave its rundown of targets.", "The statement said 40 targets were hit.")
    assert speakers(claims[-1]) == ["general staff"]


def test_he_is_not_a_crowd_that_spoke_before(read: Read) -> None:
    claims = read("Local residents said 12 people were killed.", "He said 30 were wounded.")
    assert speakers(claims[-1]) == [None]


def test_adding_goes_on_with_the_speaker_of_the_sentence(read: Read) -> None:
    claims = read("A medic said 12 people were killed, adding that rebels shelled the port.")
    assert {tuple(speakers(claim)) for claim in claims} == {("medic",)}


def test_a_claimer_is_the_author_and_not_the_speaker(read: Read) -> None:
    (claim,) = read("The Dorrin Front claimed responsibility for the attack.")
    assert (words(claim, "actor"), speakers(claim)) == (["Dorrin Front"], [])


def test_an_unknown_name_is_the_subject_where_a_subject_stands(read: Read) -> None:
    assert words(read("Aldova will send 200 soldiers to Orsa.")[0], "actor") == ["Aldova"]


def test_a_headline_that_recurs_is_no_claim(read: Read) -> None:
    claims = read(
        "Shelling killed 12 villagers in Orsa.", title="Shelling kills 12 in Orsa", headline="Shelling kills 12 in Orsa"
    )
    assert [claim.trigger.part for claim in claims] == ["text"]


def test_a_headline_is_read_where_the_text_never_says_it(read: Read) -> None:
    claims = read("The mayor was in Belen.", title="Shelling kills 12 in Orsa")
    assert [claim.trigger.part for claim in claims] == ["title"]


def test_blocks_that_are_no_news_are_not_read(read: Read) -> None:
    assert read("The mayor was in Belen.", headline="Shelling kills 12 in Orsa") == ()


def test_the_same_report_gives_the_same_claims(read: Read) -> None:
    sentences = ("Government jets bombed Orsa, killing 12.", "The attack wounded 30, the mayor said.")
    assert read(*sentences) == read(*sentences)


def test_readers_are_known_by_name() -> None:
    assert READERS["rules"].name.name == "rules"


_WORDS = """
    killed wounded 12 dozens at least of and the said , . " ( ) who were in Orsa according to air strikes by regime forces
    a child including among them dead death toll rose from no one US IS Syrias 's – 1,000 2013 five miles east denied lives
"""
_PIECES = st.sampled_from(_WORDS.split())


def _whole(text: str) -> Report:
    return Report(
        "r",
        "k",
        Source("s", "S"),
        text[:60],
        text,
        "0",
        sentences=(Sentence(0, len(text)), Sentence(0, len(text[:60]), "headline", "title")),
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_is_read_without_error_and_every_span_says_what_the_report_says(text: str) -> None:
    report = _whole(text)
    for claim in RuleReader().read(report):
        assert all(report.says(span) for span in claim.spans())
        for count in claim.counts:
            quantity = Quantity.of(count.span.text)
            assert quantity is not None
            assert (quantity.low, quantity.high) == (count.low, count.high)


def _seconds(report: Report) -> float:
    begun = time.perf_counter()
    RuleReader().read(report)
    return time.perf_counter() - begun


def test_a_thousand_repeats_cost_a_thousand_times_one() -> None:
    sentence = "Government jets bombed Orsa, killing 12 people and wounding dozens, the mayor said on Monday. "
    text = sentence * 1000
    sentences = tuple(Sentence(at, at + len(sentence) - 1) for at in range(0, len(text), len(sentence)))
    report = Report("r", "k", Source("s", "S"), "", text, "0", sentences=sentences)
    assert len(RuleReader().read(report)) == 1000
    assert _seconds(report) < 5


def test_a_sentence_of_twenty_thousand_words_is_read_in_time() -> None:
    text = "shells killed 12 people and wounded 5 the rebels said in Orsa " * 2000
    claims = RuleReader().read(_whole(text))
    assert sum(len(claim.counts) for claim in claims) > 3000
    assert _seconds(_whole(text)) < 5


def test_whoever_is_accused_is_the_author_and_not_the_speaker(read: Callable[..., tuple[Claim, ...]]) -> None:
    claims = read(
        "The Aldovan army is accused of bombing the town of Orsa, a day after Halmir forces accused of shelling it left."
    )
    bombing = next(claim for claim in claims if claim.trigger.text == "bombing")
    assert bombing.attribution == ()
    assert [role.span.text for role in bombing.role("actor")] == ["Aldovan army"]
