"""The bounds that words of number set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deconflict.record import NUMBER, Quantity

TABLE = [
    ("32", 32, 32),
    ("1,623", 1623, 1623),
    ("Seventy-six", 76, 76),
    ("two hundred and fifty", 250, 250),
    ("two thousand five hundred", 2500, 2500),
    ("1.5 million", 1_500_000, 1_500_000),
    ("a quarter of a million", 250_000, 250_000),
    ("half a million", 500_000, 500_000),
    ("a dozen", 12, 12),
    ("half a dozen", 6, 6),
    ("two dozen", 24, 24),
    ("a couple of", 2, 2),
    ("a couple of dozen", 24, 24),
    ("at least 32", 32, None),
    ("At Least 3", 3, None),
    ("more than 32", 32, None),
    ("over 60", 60, None),
    ("no fewer than 264", 264, None),
    ("not a single", 0, 0),
    ("Not one", 0, 0),
    ("40 or more", 40, None),
    ("40+", 40, None),
    ("more than a dozen", 12, None),
    ("up to 40", None, 40),
    ("as many as 40", None, 40),
    ("no more than 5", None, 5),
    ("fewer than 40", None, 40),
    ("30 to 40", 30, 40),
    ("30-40", 30, 40),
    ("between 30 and 40", 30, 40),
    ("two or three", 2, 3),
    ("dozens", 24, None),
    ("several dozen", 36, None),
    ("scores", 40, None),
    ("hundreds", 200, None),
    ("several hundred", 300, None),
    ("thousands", 2000, None),
    ("tens of thousands", 20_000, None),
    ("hundreds of thousands", 200_000, None),
    ("several", 3, None),
    ("no one", 0, 0),
    ("Nobody", 0, 0),
    ("No civilians", 0, 0),
    ("a civilian", 1, 1),
    ("another soldier", 1, 1),
    ("her son", 1, 1),
    ("many", None, None),
    ("a large number", None, None),
]


@pytest.mark.parametrize(("words", "low", "high"), TABLE)
def test_words_of_number_set_the_bounds_of_the_contract(words: str, low: int | None, high: int | None) -> None:
    quantity = Quantity.of(words)
    assert quantity is not None
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    "words", ["about 100", "some 40", "an estimated 100", "nearly 40", "around 50", "40 or so", "at least some 40"]
)
def test_a_rounded_number_is_approximate(words: str) -> None:
    quantity = Quantity.of(words)
    assert quantity is not None
    assert quantity.approximate


@pytest.mark.parametrize("words", ["10%", "2-1/2 year", "18-year-old", "3rd", "$40", "12.5", "2013-14", "villages", ""])
def test_what_counts_nothing_has_no_bounds(words: str) -> None:
    assert Quantity.of(words) is None


def test_the_modifier_belongs_to_the_number() -> None:
    sentence = "Officials said at least 32 people died, up to 40 were hurt and some 100 fled."
    assert [found[0] for found in NUMBER.finditer(sentence)] == ["at least 32", "up to 40", "some 100"]


def test_a_group_of_people_is_not_one_person() -> None:
    assert Quantity.of("a family") is None
    assert Quantity.of("a group") is None


@given(st.text(max_size=200))
def test_any_text_has_bounds_in_order_or_none(words: str) -> None:
    quantity = Quantity.of(words)
    if quantity and quantity.low is not None and quantity.high is not None:
        assert 0 <= quantity.low <= quantity.high


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_are_read_as_themselves_with_and_without_commas(number: int) -> None:
    assert Quantity.of(str(number)) == Quantity.of(f"{number:,}") == Quantity(number, number)
