"""What makes two spellings one name."""

from __future__ import annotations

import pytest

from deconflict.packs import acronym, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.S.-led Coalition", "US led coalition"),
        ("Zahra's Army", "Zahra Army"),
        ("Jaish al-Bahr", "jaish albahr".replace("al", "al ")),
        ("Jaish ul-Bahr", "JAISH AL-BAHR"),
        ("Deir ez-Zahr", "Deir al-Zahr"),
        ("Médecins du Port", "medecins du port"),
        ("Da’esh", "daesh"),
    ],
)
def test_case_accents_articles_apostrophes_dots_and_hyphens_do_not_tell_names_apart(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_other_letters_do_tell_names_apart() -> None:
    assert fold("Zahra Front") != fold("Zahran Front")
    assert fold("al Nur") != fold("an Nurs")


def test_a_short_acronym_is_told_from_a_word_by_its_capitals() -> None:
    assert [acronym(words) for words in ("US", "U.S.", "the US", "us", "WHO", "who", "NATO", "Is")] == [
        "US", "US", "US", None, "WHO", None, None, None,
    ]  # fmt: skip
