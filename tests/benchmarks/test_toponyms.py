from __future__ import annotations

from benchmarks.toponyms import UNNAMED, Document, Toponym, error_km, halves

from deconflict.resolve.ranking import Spot

COUNTRY = Spot("Zahra", "country", 10.0, 20.0, 400.0, 6, geonameid=5)
TOWN = Spot("Bashrat", "city", 10.0, 20.0, 5.0, 1, geonameid=6)


def gold(geonameid: int, lat: float = 13.0) -> Toponym:
    return Toponym("Zahra", 0, 5, geonameid, lat, 20.0)


def test_the_place_that_the_gold_names_is_right_wherever_its_middle_is_put() -> None:
    assert error_km(COUNTRY, gold(5)) == 0.0
    assert error_km(COUNTRY, gold(7)) > 300


def test_without_ids_a_country_is_right_if_it_reaches_to_the_point() -> None:
    assert error_km(COUNTRY, gold(UNNAMED)) == 0.0
    assert error_km(COUNTRY, gold(UNNAMED, lat=15.0)) > 500
    assert error_km(TOWN, gold(UNNAMED)) > 300


def test_a_document_is_of_one_half_only() -> None:
    documents = [Document(f"A text of number {number}.", ()) for number in range(40)]
    parts = halves(documents)
    assert sorted(each.text for part in parts.values() for each in part) == sorted(each.text for each in documents)
    assert all(parts.values())
