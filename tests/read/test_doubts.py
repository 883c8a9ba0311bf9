"""Tolls that are denied, unconfirmed, threatened, feared, or did not happen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict.record import Claim

Read = Callable[..., tuple[Claim, ...]]
Tolls = Callable[..., list[tuple[str, str]]]


def told(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    return [(count.span.text, claim.status) for claim in claims for count in claim.counts]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("None of the reports of 11 deaths was true, the army said of the raid.", ("11", "denied")),
        ("The army denied reports that 12 people were killed in the raid.", ("12", "denied")),
        ("The army rejected claims that 12 civilians had been killed in the raid.", ("12", "denied")),
        ("The rebels dismissed as false the reports of 40 dead.", ("40", "denied")),
        ("Reports that 40 people had died in the raid were false, the army said.", ("40", "denied")),
        ("There was no confirmation of reports that 45 people had died in the raid.", ("45", "possible")),
        ("The army could not confirm that 45 people had died in the raid.", ("45", "possible")),
        ("If confirmed, the death of 30 soldiers would be the heaviest loss.", ("30", "possible")),
        ("Unconfirmed reports spoke of 30 dead soldiers.", ("30", "possible")),
        ("Hundreds could die if the siege goes on.", ("Hundreds", "possible")),
        ("The strike could have killed 40 people.", ("40", "possible")),
        ("Forty people may have been killed in the raid.", ("Forty", "possible")),
        ("The death toll could rise to 30.", ("30", "possible")),
        ("The group plans to kill 200 militants in the raid, a commander threatened.", ("200", "planned")),
        ("The group threatened to kill 12 hostages.", ("12", "planned")),
        ("Not a single soldier was hurt in the attack.", ("Not a single", "negated")),
        ("Not one civilian was hurt in the attack.", ("Not one", "negated")),
    ],
)
def test_a_toll_has_the_status_that_the_words_around_it_give(read: Read, sentence: str, expected: tuple[str, str]) -> None:
    assert told(read(sentence)) == [expected]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The army could not immediately confirm the raid but said 12 soldiers were killed.", "12"),
        ("The army said 40 militants, not civilians, had been killed.", "40"),
        ("The army said 40 militants not civilians had been killed.", "40"),
        ("The army repelled the attack, killing 40 militants.", "40"),
        ("A suspected air strike killed 12 villagers.", "12"),
        ("Nearly 40 people were killed in the raid.", "Nearly 40"),
        ("Not one but two soldiers were killed in the attack.", "two"),
        ("Air strikes since 21 May have killed 40 people.", "40"),
    ],
)
def test_a_stated_toll_stays_asserted_whatever_else_is_in_doubt(read: Read, sentence: str, number: str) -> None:
    assert told(read(sentence)) == [(number, "asserted")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("1,000 civilians would have been killed had the strike gone ahead.", []),
        ("The rebels failed to kill 12 soldiers.", []),
        ("The truce prevented the killing of 40 people.", []),
        ("The raid that was to have killed a commander instead killed 6 farmers.", [("6", "killed")]),
        ("The bomber tried to kill the governor and killed 4 guards.", [("4", "killed")]),
    ],
)
def test_what_would_have_been_is_no_toll(tolls: Tolls, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert tolls(sentence) == expected


def test_nobody_hurt_is_zero_and_not_one(read: Read) -> None:
    (count,) = (count for claim in read("Not a single soldier was hurt in the attack.") for count in claim.counts)
    assert (count.low, count.high) == (0, 0)


def test_a_wrong_figure_is_denied_and_the_true_one_asserted(read: Read) -> None:
    claims = read("An earlier report that 14 had died was wrong; the true number was 4.")
    assert told(claims) == [("14", "denied"), ("4", "asserted")]
    assert told(read("The true number of votes was 4.")) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is not true that 12 soldiers were killed, the army said.", [("12", "denied")]),
        ("Rebels denied killing 12 villagers and said 40 soldiers died.", [("12", "denied"), ("40", "asserted")]),
        ("The army did not deny killing 12 civilians.", [("12", "possible")]),
        ("Officials fear 40 miners were killed in the blast.", [("40", "possible")]),
        ("Residents feared a raid and 40 people fled; shells killed 12.", [("40", "asserted"), ("12", "asserted")]),
        ("It was not clear how many were killed in the raid.", []),
    ],
)
def test_a_doubt_reaches_no_further_than_its_own_toll(read: Read, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(read(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Reports on the use of chemical weapons in Orsa are totally false, the state agency said.", "denied"),
        ("Claims of an air strike on Orsa were baseless, the army said.", "denied"),
        ("There is no truth to reports of an air strike on Orsa, the army said.", "denied"),
        ("The monitor could not confirm the air strike on Orsa.", "possible"),
        ("The army used chemical weapons in Orsa, reports said.", "asserted"),
        ("The air strike hit Orsa, and the claims of the army were false, residents said.", "asserted"),
    ],
)
def test_what_reports_are_said_to_be_wrong_about_is_denied(read: Read, sentence: str, status: str) -> None:
    events = [claim for claim in read(sentence) if claim.type == "ASSAULT"]
    assert [claim.status for claim in events[:1]] == [status]
