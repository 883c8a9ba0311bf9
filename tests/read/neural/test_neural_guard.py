import pytest

from deconflict.read.neural.guard import number_at


def at(text: str, words: str) -> str | None:
    start = text.index(words)
    found = number_at(text, start, start + len(words))
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A man aged 40 was hurt.", "40"),
        ("The 40-year-old was hurt.", "40"),
        ("Fighting lasted 12 days.", "12"),
        ("It began in 2014 with a siege.", "2014"),
        ("The raid of 12 March was the worst.", "12"),
        ("The village lies 5 kilometres away.", "5"),
        ("The soldiers were hurt.", "soldiers"),
    ],
)
def test_ages_dates_measures_and_plain_words_count_nobody(text: str, words: str) -> None:
    assert at(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("At least 32 people were killed.", "32", "At least 32"),
        ("Twelve people were killed.", "Twelve", "Twelve"),
        ("It rose to 13 and 106 injured.", "13 and", "13"),
        ("A mortar wounded a farmer.", "a farmer", "a farmer"),
        ("In all, 2014 people fled.", "2014", "2014"),
    ],
)
def test_a_number_takes_in_the_words_that_bound_it_and_no_others(text: str, words: str, whole: str) -> None:
    assert at(text, words) == whole
