"""How links become events: contradictions, distances, decisions, order, and how the work grows."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deconflict.merge import clusters, link
from deconflict.merge.blocks import pairs
from deconflict.merge.mention import mentions
from deconflict.record import Claim, Count, Link, Span, Trace, When, Where
from deconflict.trace import trace


def same(a: Claim, b: Claim, score: float = 6.0, by: str = "machine", verdict: Any = "same") -> Link:
    low, high = sorted((a.id, b.id))
    return Link(low, high, verdict, score, (), by)


def sizes(claims: Sequence[Claim], links: Sequence[Link]) -> list[int]:
    return sorted(len(cluster) for cluster in clusters(claims, links))


def test_links_do_not_chain_events_more_than_three_days_apart(story: Any) -> None:
    claims = [story.told(f"Jets killed {at} there.", when=f"2019-05-{at:02}") for at in range(1, 10)]
    chained = clusters(claims, [same(one, other) for one, other in pairwise(claims)])
    for cluster in chained:
        days = [date.fromisoformat(claim.when.earliest) for claim in cluster]
        assert (max(days) - min(days)).days <= 3
    assert len(chained) < len(claims)


def test_a_claim_of_the_province_does_not_join_two_towns(story: Any) -> None:
    kelvat, halmir, wide = (
        story.told(f"Jets killed {n} there.", place=p) for n, p in ((1, "Kelvat"), (2, "Halmir"), (3, "Dorrin"))
    )
    assert sizes([kelvat, halmir, wide], [same(kelvat, wide), same(halmir, wide)]) == [1, 2]


def test_a_contradiction_keeps_two_events_apart_whatever_links_them(story: Any) -> None:
    one, other, between = (story.told(f"Jets killed {n} there.") for n in (1, 2, 3))
    links = [same(one, between), same(other, between, 5.0), same(one, other, verdict="different")]
    made = clusters(story.claims, links)
    assert {one.id, between.id} in [{claim.id for claim in cluster} for cluster in made]
    assert (other,) in made


def test_a_persons_word_outranks_the_machines(story: Any) -> None:
    one, other, third = (story.told(f"Jets killed {n} there.") for n in (1, 2, 3))
    machine = [same(one, other), same(other, third, verdict="different")]
    assert sizes(story.claims, machine) == [1, 2]
    assert sizes(story.claims, [*machine, same(one, other, by="analyst", verdict="different")]) == [1, 1, 1]
    assert sizes(story.claims, [*machine, same(other, third, by="analyst")]) == [3]


def told_at_length(story: Any) -> list[Claim]:
    """A strike by several voices, an update, a denial, another attack of the day, another town, a sum."""
    story.told("Jets killed 12 at the market.", killed="12", speaker=())
    story.told("An air raid killed 12 people.", killed="12")
    story.told("A strike killed 19 traders.", killed="19", when="2019-05-06")
    story.told("A car bomb killed 4 at the gate.", killed="4", mode="explosives")
    story.told("A blast killed 4 by the gate.", killed="4", mode="explosives")
    story.told("Jets killed 12 in Orrest.", killed="12", place="Orrest")
    story.told("Someone killed 12 there.", killed="12", mode=None)
    story.told("The army denied it.", trigger="denied", type="REJECT", mode=None, actor=("army", "army"))
    story.told("Fighting killed 90 since May.", killed="90", when=When("2019-05", "2019-05-01", "2019-05-31", 4))
    return list(story.claims)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(story: Any, seed: random.Random) -> None:
    claims = list(story.claims) or told_at_length(story)
    traced = trace(story.reports, claims, story.packs)
    links = link(claims, traced)
    expected = clusters(claims, links)
    seed.shuffle(claims)
    again = link(claims, traced)
    assert again == links
    shuffled = list(links)
    seed.shuffle(shuffled)
    assert clusters(claims, shuffled) == expected
    assert 3 <= len(expected) < len(claims)


def test_a_claim_given_twice_is_one(story: Any) -> None:
    claim = story.told("Jets killed 12 there.")
    assert clusters([claim, claim], ()) == ((claim,),)


def many_claims(how_many: int, towns: int) -> list[Claim]:
    """Synthetic claims: attacks over four years in so many towns, each with a toll by chance."""
    chance = random.Random(11)
    return [attack(f"c-{at:07}", chance.randrange(towns), chance) for at in range(how_many)]


def attack(name: str, town: int, chance: random.Random) -> Claim:
    day = (date(2014, 1, 1) + timedelta(days=chance.randrange(1_460))).isoformat()
    latitude, longitude = 30 + town % 40 / 8, 35 + town // 40 / 8
    toll = chance.randrange(1, 60)
    return Claim(
        report=f"r-{name}",
        type="ASSAULT",
        mode=chance.choice(("aerial", None, "explosives")),
        trigger=Span(3, 9, "killed"),
        sentence=Span(0, 10, "12 killed."),
        counts=(Count(Span(0, 2, "12"), "killed", toll, toll),),
        where=Where(f"Town {town}", latitude, longitude, 3.0, 1, admin1=f"Province {town // 10}", country="XS"),
        when=When(day, day, day, 1),
        id=name,
    )


def test_twice_the_claims_in_twice_the_towns_are_about_twice_the_comparisons() -> None:
    def compared(how_many: int) -> int:
        return sum(1 for _ in pairs(mentions(many_claims(how_many, towns=how_many // 10), Trace((), {}))))

    assert compared(16_000) < 3 * compared(8_000)


def test_a_block_of_a_thousand_claims_stays_bounded_and_loses_none() -> None:
    claims = many_claims(1_000, towns=1)
    claims = [msgspec.structs.replace(claim, mode="aerial", when=claims[0].when) for claim in claims]
    links = link(claims, Trace((), {}))
    assert len(links) <= 2 * 30 * len(claims)
    assert sum(map(len, clusters(claims, links))) == len(claims)
