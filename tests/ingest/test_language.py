"""Another language than English is named only when it is sure."""

from __future__ import annotations

import subprocess
import sys

import pytest

from deconflict.ingest import report_of, with_language
from deconflict.ingest.english import is_plainly_english
from deconflict.ingest.language import language_of
from deconflict.record import Raw
from deconflict.record.raw import UNASKED

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


FRENCH = "Les soldats se sont retirés du village mardi après deux jours de bombardements, ont déclaré les habitants. "
DUTCH = "De burgemeester was in het dorp of in de stad; niemand is er zeker van, want het was in de nacht van zondag op maandag."


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), ENGLISH.replace(",", "").rstrip("."), ENGLISH.replace(" ", "\n")])
def test_english_is_plain_in_any_case_and_without_punctuation(text: str) -> None:
    assert is_plainly_english(text)


@pytest.mark.parametrize(
    "text", ["", "Shells hit the harbour", FRENCH * 9, DUTCH, "the the the the the " * 9, "的" * 900 + ENGLISH]
)
def test_what_is_not_beyond_doubt_is_not_plain(text: str) -> None:
    assert not is_plainly_english(text)


def test_english_behind_a_long_foreign_beginning_is_not_lost() -> None:
    assert language_of(FRENCH * 20 + 2 * ENGLISH) is None
    assert language_of(FRENCH * 20) == "fr"


def test_a_language_unlike_any_that_agencies_write_in_is_named_all_the_same() -> None:
    sentence = "ਸਿਪਾਹੀ ਮੰਗਲਵਾਰ ਨੂੰ ਦੋ ਦਿਨਾਂ ਦੀ ਗੋਲਾਬਾਰੀ ਤੋਂ ਬਾਅਦ ਪਿੰਡ ਤੋਂ ਪਿੱਛੇ ਹਟ ਗਏ, ਵਸਨੀਕਾਂ ਨੇ ਫ਼ੋਨ ਉੱਤੇ ਪੱਤਰਕਾਰਾਂ ਨੂੰ ਦੱਸਿਆ। "
    assert language_of(4 * sentence) == "pa"


def test_plain_english_needs_no_tables_of_languages() -> None:
    script = f"""
import sys
from deconflict.ingest.language import language_of
assert language_of({ENGLISH!r}) == "en"
print([name for name in ("py3langid", "numpy") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, "Umm al-Qasab"])
def test_a_language_told_ahead_makes_the_same_report(text: str) -> None:
    raw = Raw("one", text, "sha")
    assert with_language(raw).language == language_of(text)
    assert report_of(with_language(raw)) == report_of(raw)


def test_of_a_page_nothing_is_told_ahead() -> None:
    assert with_language(Raw("page", f"<html><p>{ENGLISH}</p></html>", "sha", format="html")).language == UNASKED
