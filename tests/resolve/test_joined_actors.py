"""Words that join several actors are a role for each; words that leave open who it was are none."""

from __future__ import annotations

import pytest

from deconflict import packs
from deconflict.record import Claim, Report, Role, Source
from deconflict.resolve.actors import with_actors

Named = list[tuple[str, str | None]]


@pytest.fixture(scope="module")
def shipped() -> packs.Packs:
    return packs.load(packs.SHIPPED)


def roles_of(words: str, known: packs.Packs, role: str = "actor") -> Named:
    """Words and ids of the roles that one role of these words becomes."""
    text = f"Then {words} came to Syria."
    report = Report("r", "r", Source("s", "s"), "", text, "x")
    span = report.span(5, 5 + len(words))
    claim = Claim("r", "ASSAULT", span, span, roles=(Role(role, span),))  # type: ignore[arg-type]
    (found,) = with_actors(report, (claim,), known)
    assert all(report.says(each.span) for each in found.roles)
    return [(each.span.text, each.entity) for each in found.roles]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("Russian and Syrian warplanes", [("Russian", "ru.air_force"), ("Syrian warplanes", "sy.air_force")]),
        ("Russia and Syrian forces", [("Russia", "ru"), ("Syrian forces", "sy.armed_forces")]),
        ("the US and Turkey", [("the US", "us"), ("Turkey", "tr")]),
        ("US-Russian", [("US", "us"), ("Russian", "ru")]),
        ("Syrian-Russian warplanes", [("Syrian", "sy.air_force"), ("Russian warplanes", "ru.air_force")]),
        ("the Syrian army and its allies", [("the Syrian army", "sy.armed_forces"), ("its allies", None)]),
        ("ISIS, the YPG and Turkey", [("ISIS", "isis"), ("the YPG", "ypg"), ("Turkey", "tr")]),
        ("ISIS and Daesh", [("ISIS and Daesh", "isis")]),
    ],
)
def test_words_that_join_actors_are_a_role_for_each(shipped: packs.Packs, words: str, roles: Named) -> None:
    assert roles_of(words, shipped) == roles


@pytest.mark.parametrize(
    "words",
    [
        "Syrian or Russian warplanes",
        "either Russia or Turkey",
        "ISIS and men of the hills",
        "men and women",
        "ISIS, a militant group",
        "Arab-Kurdish alliance",
    ],
)
def test_words_that_leave_one_of_them_open_stay_one_role(shipped: packs.Packs, words: str) -> None:
    assert roles_of(words, shipped) == [(words, None)]


def test_what_belongs_to_two_is_hit_with_both(shipped: packs.Packs) -> None:
    assert roles_of("ISIS and YPG positions", shipped, "recipient") == [("ISIS", "isis"), ("YPG positions", "ypg")]
    assert roles_of("ISIS and YPG positions", shipped) == [("ISIS and YPG positions", None)]
