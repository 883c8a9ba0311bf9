from __future__ import annotations

import pytest

from deconflict.resolve.relations import Disc, placed, told

POINT = Disc(10.0, 20.0, 2.0)


@pytest.mark.parametrize(
    ("words", "kind", "anchor", "km", "bearing"),
    [
        ("five miles east of the agreed-on “ceasefire” line", "off", "ceasefire line", 8.05, 90.0),
        ("60 kilometres (35 miles) northeast of Brennick", "off", "Brennick", 60.0, 45.0),
        ("some 20km from Brennick", "off", "Brennick", 20.0, None),
        ("within 12 miles of Brennick", "off", "Brennick", 19.31, None),
        ("about 1.5 km to the south-west of the town of Brennick", "off", "Brennick", 1.5, 225.0),
        ("to the west of Brennick", "off", "Brennick", None, 270.0),
        ("north of Brennick", "off", "Brennick", None, 0.0),
        ("near Brennick", "near", "Brennick", None, None),
        ("on the outskirts of Brennick", "near", "Brennick", None, None),
        ("northern countryside of Brennick", "countryside", "Brennick", None, 0.0),
        ("Brennick's eastern countryside", "countryside", "Brennick's", None, 90.0),
        ("rural Brennick", "countryside", "Brennick", None, None),
        ("southern Brennick", "part", "Brennick", None, 180.0),
        ("the north of Brennick", "part", "Brennick", None, 0.0),
        ("eastern bank of the Meren", "part", "Meren", None, 90.0),
        ("government-held western Brennick", "part", "Brennick", None, 270.0),
    ],
)  # fmt: skip
def test_a_relation_is_read_from_its_words(words: str, kind: str, anchor: str, km: float | None, bearing: float | None) -> None:
    relation = told(words)
    assert relation is not None
    assert (relation.kind, relation.anchor, relation.distance_km, relation.bearing_deg) == (kind, anchor, km, bearing)


@pytest.mark.parametrize(
    "words", ["Brennick", "northern city of Brennick", "western province of Lissar", "nearby town of Brennick", ""]
)
def test_a_description_is_no_relation(words: str) -> None:
    assert told(words) is None


def test_square_kilometres_are_no_distance() -> None:
    relation = told("510 square kilometres of the plateau")
    assert relation is None or relation.distance_km is None


def test_a_vague_number_gives_no_distance() -> None:
    relation = told("several miles north of Brennick")
    assert relation is not None
    assert (relation.distance_km, relation.bearing_deg) == (None, 0.0)


def test_the_words_before_a_relation_are_kept() -> None:
    relation = told("village of Orrest, near Brennick")
    assert relation is not None
    assert relation.before == "village of Orrest"


def test_a_farther_place_is_less_certain() -> None:
    near, far = told("5 km north of Brennick"), told("50 km north of Brennick")
    assert near is not None
    assert far is not None
    assert placed(near, POINT).radius_km < placed(far, POINT).radius_km


def test_a_distance_without_direction_is_a_ring_around_the_anchor() -> None:
    relation = told("30 km from Brennick")
    assert relation is not None
    assert placed(relation, POINT) == Disc(10.0, 20.0, 32.0)


def test_between_lies_half_way_and_reaches_both() -> None:
    relation = told("between Brennick and Orrest")
    assert relation is not None
    middle = placed(relation, POINT, Disc(12.0, 20.0, 2.0))
    assert middle.lat == pytest.approx(11.0, abs=0.001)
    assert middle.radius_km == pytest.approx(110.6, abs=0.1)
