"""A tally announced in one sentence says what the number of the next one counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict.record import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("announcement", "number", "what"),
    [
        ("The army gave its tally of vehicles destroyed in Belen.", "The statement said 40 vehicles were hit.", "destroyed"),
        ("The general staff released a list of depots that it has destroyed.", "It said 40 targets were struck.", "destroyed"),
        ("The ministry published a breakdown of fighters killed in the raids.", "In total 40 fighters were hit.", "killed"),
        ("The army said it destroyed three tanks.", "The statement said 40 targets were hit.", "struck"),
        ("The army gave its tally of vehicles destroyed in Belen.", "Rebels hit 40 vehicles near Orsa.", "struck"),
        ("The army gave its tally of supplies received.", "The statement said 40 targets were hit.", "struck"),
    ],
)
def test_the_outcome_is_that_of_the_tally_announced_before(read: Read, announcement: str, number: str, what: str) -> None:
    claims = read(announcement, number)
    assert [count.what for claim in claims for count in claim.counts if count.span.text == "40"] == [what]


def test_a_sentence_between_ends_the_tally(read: Read) -> None:
    claims = read("The army gave its tally of vehicles destroyed.", "It rained in Belen.", "It said 40 vehicles were hit.")
    assert [count.what for claim in claims for count in claim.counts] == ["struck"]


def test_a_tally_has_the_time_of_its_announcement(read: Read) -> None:
    claims = read("The army gave its tally of vehicles destroyed in the past month.", "The statement said 40 vehicles were hit.")
    assert [role.span.text for role in claims[-1].role("time")] == ["in the past month"]


def test_the_staff_that_announced_the_tally_is_its_speaker(read: Read) -> None:
    claims = read("The general staff gave its rundown of depots destroyed.", "The statement said 40 targets were hit.")
    assert [link.speaker.text for link in claims[-1].attribution if link.speaker] == ["general staff"]
