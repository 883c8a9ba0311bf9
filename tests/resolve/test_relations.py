from __future__ import annotations

import pytest

from deconflict.resolve.relations import told


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
        ("eastern bank of the Meren", "line", "Meren", None, 90.0),
        ("government-held western Brennick", "part", "Brennick", None, 270.0),
        ("near the Lissarian border", "border", "Lissarian", None, None),
        ("close to the border with Lissar", "border", "Lissar", None, None),
        ("6 kilometers from the Lissarian border", "border", "Lissarian", 6.0, None),
        ("the Lissar-Meren border", "border", "Lissar-Meren", None, None),
        ("on the banks of the Meren river", "line", "Meren river", None, None),
        ("the highway between Brennick and Orrest", "between", "Brennick", None, None),
        ("Brennick-Orrest road", "between", "Brennick", None, None),
        ("on the road from Brennick to Orrest", "between", "Brennick", None, None),
        ("countryside around Brennick", "countryside", "Brennick", None, None),
        ("countryside south of Brennick", "countryside", "Brennick", None, 180.0),
        ("a few miles east of central Brennick", "off", "Brennick", None, 90.0),
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
