from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict.packs import Packs
from deconflict.record import Where

Locate = Callable[..., Where | None]


def known(where: Where | None) -> Where:
    assert where is not None
    assert where.lat is not None
    return where


def test_a_town_is_a_point(locate: Locate) -> None:
    where = known(locate("Ostrava Nova"))
    assert (where.lat, where.lon, where.precision, where.geonameid, where.country) == (12.0, 22.0, 1, 4, "XA")


@pytest.mark.parametrize(
    "words",
    [
        "city of Bashrat",
        "Zahran city of Bashrat",
        "Zahra's Bashrat",
        "Zahras Bashrat",
        "the northern city of Bashrat",
        "Bashrats",
    ],
)
def test_a_described_town_is_that_town(locate: Locate, words: str) -> None:
    where = known(locate(words))
    assert (where.name, where.lat, where.precision, where.relation) == ("Bashrat", 10.0, 1, None)


def test_a_province_is_no_point(locate: Locate) -> None:
    where = known(locate("Bashrat province"))
    assert (where.precision, where.radius_km) == (4, 80.0)


def test_a_province_no_pack_knows_is_where_its_seat_lies(locate: Locate, no_packs: Packs) -> None:
    where = known(locate("Ostrava Nova province", packs=no_packs, beside=["Zahra"]))
    assert where.precision == 4
    assert where.lat == pytest.approx(12.05)
    assert where.geonameid is None


def test_a_country_is_named_as_one(locate: Locate) -> None:
    where = known(locate("Zahra"))
    assert (where.name, where.precision) == ("Zahra", 6)


def test_a_continent_says_next_to_nothing(locate: Locate) -> None:
    assert known(locate("Farland")).precision == 7


@pytest.mark.parametrize(
    "words", ["the town", "a market", "their homes", "the area", "Zahran", "a Zahran air base", "Middle East", ""]
)
def test_words_without_a_name_are_no_place(locate: Locate, words: str) -> None:
    assert locate(words) is None


def test_an_armed_group_is_no_place(locate: Locate) -> None:
    assert locate("a Tell Front stronghold") is None


def test_the_most_specific_known_place_counts(locate: Locate) -> None:
    assert known(locate("a market", "Ostrava Nova", "Zahra")).geonameid == 4


def test_a_hamlet_abroad_is_not_taken_for_a_village_nobody_knows(locate: Locate) -> None:
    where = locate("Little Kelm")
    assert where == Where("Little Kelm", None, None, None, 7)


def test_a_hamlet_is_taken_where_the_report_is_about_its_country(locate: Locate) -> None:
    assert known(locate("Little Kelm", beside=["Port Union"])).geonameid == 7


def test_a_large_city_needs_no_support(locate: Locate) -> None:
    assert known(locate("Grand Port")).geonameid == 8


def test_the_packs_country_outranks_another(locate: Locate) -> None:
    assert known(locate("Bashrat")).country == "XA"


def test_the_named_container_outranks_the_pack(locate: Locate) -> None:
    assert known(locate("Bashrat", "Texland", "Port Union")).geonameid == 6


def test_a_short_like_spelling_far_from_the_report_is_no_match(locate: Locate) -> None:
    assert locate("Mallih", "Bashrat") != locate("Al Malih")
    where = locate("Mallih", beside=["Dayr az-Zahr"])
    assert where is not None
    assert where.lat is None


def test_a_short_like_spelling_beside_a_place_of_the_same_province_is_one(locate: Locate) -> None:
    assert known(locate("Mallih", beside=["Ostrava Nova"])).geonameid == 5


def test_a_quarter_nobody_knows_is_somewhere_in_its_town(locate: Locate) -> None:
    where = known(locate("Old Dyers neighbourhood", "Bashrat"))
    assert (where.name, where.lat, where.precision, where.radius_km, where.geonameid) == ("Old Dyers", 10.0, 2, 12.0, None)


def test_a_quarter_is_not_a_village_of_its_name(locate: Locate) -> None:
    where = known(locate("Ostrava Nova neighbourhood", "Bashrat"))
    assert (where.name, where.lat, where.precision) == ("Ostrava Nova", 10.0, 2)


def test_a_village_nobody_knows_is_somewhere_in_its_province(locate: Locate) -> None:
    where = known(locate("village of Tall Amber", "Bashrat province"))
    assert (where.name, where.precision, where.radius_km) == ("Tall Amber", 4, 80.0)


def test_a_known_village_outside_the_named_province_is_not_meant(locate: Locate) -> None:
    where = known(locate("Al Malih", "Bashrat province"))
    assert (where.name, where.precision, where.geonameid) == ("Al Malih", 4, None)


def test_a_camp_named_after_a_town_is_near_it(locate: Locate) -> None:
    where = known(locate("Ostrava Nova refugee camp"))
    assert (where.precision, where.radius_km) == (2, 25.0)


def test_a_direction_may_belong_to_the_name(locate: Locate) -> None:
    where = known(locate("Eastern Tell"))
    assert (where.name, where.relation) == ("Eastern Tell", None)


def test_near_a_town_is_said_to_be_so(locate: Locate) -> None:
    where = known(locate("near Ostrava Nova"))
    assert where.relation is not None
    assert (where.lat, where.precision, where.radius_km, where.relation.anchor) == (12.0, 2, 25.0, "Ostrava Nova")


def test_a_distance_and_direction_move_the_point(locate: Locate) -> None:
    where = known(locate("10 kilometres north of Ostrava Nova"))
    assert where.relation is not None
    assert where.lat == pytest.approx(12.0904, abs=0.0005)
    assert where.lon == pytest.approx(22.0, abs=0.0005)
    assert (where.relation.distance_km, where.relation.bearing_deg, where.precision) == (10.0, 0.0, 2)


def test_the_city_is_the_town_the_claim_names(locate: Locate) -> None:
    where = known(locate("15 kilometers to the east of the city", "Ostrava Nova"))
    assert where.relation is not None
    assert where.relation.anchor == "Ostrava Nova"
    assert (where.lon or 0) > 22.1


def test_a_named_place_keeps_the_relation_told_beside_it(locate: Locate) -> None:
    where = known(locate("Dayr az-Zahr", "five miles east of the agreed-on “ceasefire” line"))
    assert where.relation is not None
    assert (where.geonameid, where.lat) == (2, 10.5)
    assert (where.relation.anchor, where.relation.distance_km, where.relation.bearing_deg) == ("ceasefire line", 8.05, 90.0)


def test_a_relation_to_something_unknown_keeps_its_words(locate: Locate) -> None:
    where = locate("five miles east of the ceasefire line")
    assert where is not None
    assert where.relation is not None
    assert (where.lat, where.precision, where.relation.distance_km) == (None, 7, 8.05)


def test_a_village_told_from_a_town_is_placed_by_it(locate: Locate) -> None:
    where = known(locate("village of Tall Amber near Ostrava Nova"))
    assert (where.name, where.lat, where.precision) == ("Tall Amber", 12.0, 2)


def test_part_of_a_country_is_an_area_without_borders(locate: Locate) -> None:
    whole, part = known(locate("Zahra")), known(locate("northern Zahra"))
    assert part.precision == 5
    assert (part.lat or 0) > (whole.lat or 0)
    assert (part.radius_km or 0) < (whole.radius_km or 0)


def test_between_two_towns_is_half_way(locate: Locate) -> None:
    where = known(locate("between Dayr az-Zahr and Ostrava Nova"))
    assert where.lat == pytest.approx(11.25, abs=0.02)
    assert where.precision == 5


def test_the_division_has_the_packs_name(locate: Locate) -> None:
    assert known(locate("Dayr az-Zahr")).admin1 == "Bashrat"
    assert known(locate("Ostrava Nova")).admin1 is None


def test_a_town_that_alone_bears_its_name_is_known_where_no_pack_says_what_the_news_is_about(
    locate: Locate, no_packs: Packs
) -> None:
    assert known(locate("Dayr az-Zahr", packs=no_packs)).geonameid == 2
    assert locate("Little Kelm", packs=no_packs) == Where("Little Kelm", None, None, None, 7)


def test_a_state_named_abroad_lends_no_weight_to_a_hamlet_in_it(locate: Locate) -> None:
    assert locate("Little Kelm", beside=["Bashrat", "Texland"]) == Where("Little Kelm", None, None, None, 7)
