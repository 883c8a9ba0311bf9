"""What came before the news is background, claim by claim; what is only mentioned is no claim."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from deconflict.read import RuleReader
from deconflict.record import Claim, Report, Sentence, Source

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    "sentence",
    [
        "More than 9,000 people have been killed since the conflict began.",
        "The war has killed 900 people and displaced 300.",
        "Raids have killed 40 civilians since March 2016.",
        "Shelling has killed 90 people in the six-year conflict.",
        "The war has killed 90,000 people and forced 300 to flee.",
        "In late July raids killed 14 villagers.",
        "The strike came a day after raids on Belen.",
        "Shells are usually fired at the port by the rebels.",
    ],
)
def test_what_came_before_the_news_is_background(read: Read, sentence: str) -> None:
    claims = read(sentence)
    assert claims
    assert claims[-1].background


@pytest.mark.parametrize(
    "sentence",
    [
        "Shelling killed 12 villagers in Orsa on Monday.",
        "This is the first raid on Orsa since the war began in 2011.",
        "Shells killed 12 people in Orsa, which has been besieged since 2013.",
        "Shells killed 12 people, said the monitor, which relies on a network of activists.",
    ],
)
def test_the_news_is_not_background(read: Read, sentence: str) -> None:
    assert not read(sentence)[0].background


@pytest.mark.parametrize(
    "sentence",
    [
        "The conflict began with protests.",
        "Aldova has been locked in a civil war since 2011.",
        "Barrel bombs are crude drums packed with explosives and dropped from above.",
        "The Orsa Observatory relies on a network of sources for its reports of fighting.",
    ],
)
def test_what_only_explains_is_no_claim(read: Read, sentence: str) -> None:
    assert read(sentence) == ()


def test_what_only_dates_another_event_is_no_claim(read: Read) -> None:
    (claim,) = read("The army said 40 depots were destroyed since raids began in May.")
    assert [count.span.text for count in claim.counts] == ["40"]


@pytest.mark.parametrize(("published", "background"), [("2014-10-08", False), ("2015-04-08", True), (None, False)])
def test_a_date_months_from_the_report_is_background(published: str | None, background: bool) -> None:
    text = "Rebels seized Orsa on October 5."
    report = Report("r", "k", Source("s", "S"), "", text, "0", sentences=(Sentence(0, len(text)),))
    (claim,) = RuleReader().read(msgspec.structs.replace(report, published=published))
    assert claim.background is background
