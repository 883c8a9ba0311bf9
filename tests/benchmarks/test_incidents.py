"""From claims to incidents: types, who fills which role, and which claims are one incident."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.incidents import incidents, type_of

from deconflict.record import Claim, Count, Role, Span


def span(text: str) -> Span:
    return Span.of(text, 0, len(text))


def claim(trigger: str = "SHELLED", kind: Any = "ASSAULT", of: str = "", **fields: Any) -> Claim:
    """A claim with its roles by name."""
    said = {name: fields.pop(name) for name in ("actor", "recipient", "instrument", "place", "time") if name in fields}
    roles = tuple(Role(name, span(words)) for name, words in said.items())  # type: ignore[arg-type]
    counts = (Count(span("3"), "killed", 3, 3, of=span(of)),) if of else ()
    return Claim("r", kind, span(trigger), span(trigger), roles=roles, counts=counts, **fields)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (claim(), "attack"),
        (claim(mode="abduct"), "kidnapping"),
        (claim("BLEW UP", mode="explosives"), "bombing"),
        (claim("CAR BOMB"), "bombing"),
        (claim("ATTACKED", instrument="STICKS OF DYNAMITE"), "bombing"),
        (claim("BURNED DOWN"), "arson"),
        (claim("LOOTED", "COERCE"), "robbery"),
        (claim("ARRESTED", "COERCE"), None),
        (claim("SAID", "ACCUSE"), None),
        (claim(status="denied"), None),
        (claim(status="planned"), "attack"),
    ],
)
def test_type_of_incident(given: Claim, expected: str | None) -> None:
    assert type_of(given) == expected


def test_parties_and_people_fill_different_roles() -> None:
    (found,) = incidents([claim(actor="THE RIVER FRONT"), claim(actor="RVF"), claim(actor="MASKED GUNMEN")])
    assert found.fillers == {"PerpOrg": ("river front", "rvf"), "PerpInd": ("masked gunmen",)}


def test_things_are_targets_and_names_are_victims() -> None:
    said = [
        claim(recipient="TWO BRIDGES"),
        claim(recipient="ANNA MOLNAR"),
        claim(recipient="SEVERAL MILLERS"),
        claim(recipient="GIRL"),
    ]
    (found,) = incidents(said)
    assert found.fillers == {"Target": ("two bridges",), "Victim": ("anna molnar",)}


def test_the_counted_are_no_name() -> None:
    (found,) = incidents([claim(recipient="YOUNG MILLERS", of="YOUNG MILLERS")])
    assert found.fillers == {}


def test_a_name_said_twice_counts_once() -> None:
    (found,) = incidents([claim(actor="THE RIVER FRONT"), claim(actor="RIVER FRONT")])
    assert found.fillers == {"PerpOrg": ("river front",)}


def test_claims_of_one_type_are_one_incident_until_place_or_day_part_them() -> None:
    assert len(incidents([claim(place="RIVERTOWN"), claim(), claim(place="RIVERTOWN MARKET")])) == 1
    assert len(incidents([claim(place="RIVERTOWN"), claim(place="HILLTOWN")])) == 2
    assert len(incidents([claim(time="MONDAY"), claim(time="TUESDAY")])) == 2


def test_another_type_is_another_incident() -> None:
    assert [found.type for found in incidents([claim(), claim(mode="abduct"), claim()])] == ["attack", "kidnapping"]
