"""Another language than English is named only when it is sure."""

from __future__ import annotations

import pytest

from deconflict.ingest.language import language_of

ENGLISH = "Soldiers withdrew from the village on Tuesday after two days of shelling, residents told reporters by telephone."


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), ENGLISH.lower()])
def test_english_is_english_in_any_case(text: str) -> None:
    assert language_of(text) == "en"


def test_english_full_of_arabic_names_is_english() -> None:
    text = "Fighters of Kata'ib al-Rimal and Liwa Jabal al-Milh took the villages of Tell Zurayq and Umm al-Qasab from the army."
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "انسحب الجنود من القرية يوم الثلاثاء بعد يومين من القصف كما قال السكان للصحفيين عبر الهاتف"),
        ("ru", "Солдаты покинули деревню во вторник после двух дней обстрела, сообщили журналистам местные жители по телефону."),
        ("tr", "Köylüler gazetecilere telefonla yaptıkları açıklamada askerlerin salı günü köyden çekildiğini söyledi."),
        ("fr", "Les soldats se sont retirés du village mardi après deux jours de bombardements, ont déclaré les habitants."),
        ("de", "Die Soldaten zogen sich am Dienstag nach zwei Tagen Beschuss aus dem Dorf zurück, berichteten die Bewohner."),
    ],
)
def test_another_language_is_named(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "   ", "Umm al-Qasab", "1 2 3 " * 100, "Les soldats se sont retirés"])
def test_too_few_letters_say_nothing(text: str) -> None:
    assert language_of(text) is None


def test_a_row_of_names_is_not_sure() -> None:
    assert language_of("Khalid Yusuf Abd al-Rahim, Salim al-Tawil, Umar Haddad, Ziyad al-Masri, Nabil Khuri") in (None, "en")


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    first = language_of(ENGLISH)
    language_of("Солдаты покинули деревню во вторник после двух дней обстрела, сообщили местные жители.")
    assert language_of(ENGLISH) == first
