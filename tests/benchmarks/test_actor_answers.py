"""What counts as a right answer to who is meant."""

from __future__ import annotations

import pytest
from benchmarks.actors import Answer

from deconflict.packs import Packs
from deconflict.record import Entity

KNOWN = Packs(
    entities={
        "front": Entity("front", "Dorrin Front", "armed_group"),
        "guard": Entity("guard", "Lunan Guard", "armed_forces"),
        "unnamed.men": Entity("unnamed.men", "men (unnamed)", "generic"),
    }
)
OWN = "named:ada-osk"


def answer(gold: str, *given: str) -> Answer:
    """An answer of these ids where that is meant."""
    return Answer(
        "words", "drawn", "judge", tuple(frozenset(each.split("+")) for each in gold.split("/")), frozenset(given), KNOWN
    )


@pytest.mark.parametrize(
    ("gold", "given", "right", "mistaken"),
    [
        ("front", ("front",), True, False),
        ("front", ("guard",), False, True),
        ("front", (), False, False),
        ("front", ("unnamed.men",), False, False),
        ("front/guard", ("guard",), True, False),
        ("front+guard", ("front", "guard"), True, False),
        ("front+guard", ("front",), False, True),
        ("U", (), True, False),
        ("U", (OWN,), True, False),
        ("U", ("front",), False, True),
        ("U/front", ("front",), True, False),
        ("G", ("unnamed.men",), True, False),
        ("G", (OWN,), False, False),
        ("G", ("guard",), False, True),
        ("N", (), True, False),
        ("N", ("unnamed.men",), False, False),
        ("A", ("front",), False, True),
    ],
)
def test_an_answer_is_right_or_mistaken_or_merely_wanting(gold: str, given: tuple[str, ...], right: bool, mistaken: bool) -> None:
    assert (answer(gold, *given).right, answer(gold, *given).mistaken) == (right, mistaken)
