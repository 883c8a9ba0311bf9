"""The measure of template filling: what counts as the same filler and the same incident."""

from __future__ import annotations

from benchmarks.ceaf import Incident
from benchmarks.muc4 import Template

from benchmarks import ceaf

ROLES = ["PerpOrg", "Target"]


def template(*types: str, **fillers: list[str]) -> Template:
    """Each filler's names are parted by a stroke."""
    named = {role: tuple(frozenset(each.split("/")) for each in given) for role, given in fillers.items()}
    return Template(frozenset(types), named, frozenset())


def incident(kind: str, **fillers: list[str]) -> Incident:
    return Incident(kind, {role: tuple(named) for role, named in fillers.items()})


def test_a_filler_is_right_by_any_of_its_names() -> None:
    gold = template("attack", PerpOrg=["river front/rf"], Target=["bridge"])
    assert ceaf.fillers([([gold], [incident("attack", PerpOrg=["rf"], Target=["bridge"])])], ROLES) == (2, 2, 2)


def test_two_names_of_one_filler_are_right_once() -> None:
    gold = template("attack", PerpOrg=["river front/rf"])
    assert ceaf.fillers([([gold], [incident("attack", PerpOrg=["rf", "river front"])])], ROLES) == (1, 1, 2)


def test_another_type_of_incident_shares_nothing() -> None:
    gold = template("bombing", Target=["bridge"])
    assert ceaf.fillers([([gold], [incident("attack", Target=["bridge"])])], ROLES).right == 0


def test_either_of_two_types_is_right() -> None:
    gold = template("bombing", "attack", Target=["bridge"])
    assert ceaf.fillers([([gold], [incident("attack", Target=["bridge"])])], ROLES).right == 1


def test_another_role_is_another_filler() -> None:
    gold = template("attack", Target=["guard post"])
    assert ceaf.fillers([([gold], [incident("attack", PerpOrg=["guard post"])])], ROLES).right == 0


def test_incidents_are_put_side_by_side_so_that_most_agrees() -> None:
    gold = [template("attack", Target=["bridge"]), template("attack", Target=["bridge", "mill"])]
    read = [incident("attack", Target=["bridge", "mill"]), incident("attack", Target=["bridge"])]
    assert ceaf.fillers([(gold, read)], ROLES) == (3, 3, 3)


def test_two_incidents_read_cannot_share_one_of_the_key() -> None:
    read = [incident("attack", Target=["bridge"]), incident("attack", Target=["bridge"])]
    assert ceaf.fillers([([template("attack", Target=["bridge"])], read)], ROLES) == (1, 1, 2)


def test_incidents_that_the_key_gives_twice_alike_count_once() -> None:
    gold = [template("attack", Target=["bridge"]), template("attack", Target=["bridge"])]
    assert ceaf.fillers([(gold, [])], ROLES) == (0, 1, 0)


def test_messages_do_not_lend_each_other_incidents() -> None:
    gold, read = template("attack", Target=["bridge"]), incident("attack", Target=["bridge"])
    found = ceaf.fillers([([gold], []), ([], [read])], ROLES)
    assert (found, found.f1) == ((0, 1, 1), 0.0)


def test_types_are_counted_one_to_one() -> None:
    gold = [template("attack"), template("bombing", "attack")]
    found = ceaf.types([(gold, [incident("attack"), incident("attack"), incident("attack")])])
    assert (found.precision, found.recall) == (2 / 3, 1.0)
