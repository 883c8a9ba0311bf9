"""Which language a text is in. English is taken for granted sooner than any other: to be wrong about another drops a report."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from deconflict.ingest.english import is_plainly_english

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = (
    "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "ha", "he",
    "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "ko", "ku", "ky", "lt", "lv", "mk", "ms", "my", "nl", "no", "pl",
    "ps", "pt", "ro", "ru", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "th", "tr", "ug", "uk", "ur", "uz", "vi", "zh",
)  # fmt: skip
"""Written by news agencies. Creoles, dialects and dead languages that English with foreign names is taken for are left out."""

_SHORTEST = 40  # letters; a line of names says nothing about its language
_READ = 1_000  # characters; 2,000 give the same answer on all 709 reports of FA-KES at 1.5 times the cost
_PASSAGE = 400  # characters; some three sentences, the fewest of which English is told nearly always
_NONE_OF_THEM = (
    0.001  # on 23,099 windows of 80 characters of FA-KES, MUC-4 and re3d the languages above had together 0.095 or more
)
_SURE = 0.9  # on 2,127 windows of 60 characters of FA-KES another language than English came first 13 times, with at most 0.50;
# on rows of Arabic names in Latin letters alone with at most 0.86; of 20 articles in other languages 19 have more


def language_of(text: str) -> str | None:
    """The ISO 639-1 code; None if the text is too short, likely but not surely in another language, or in two.

    Of a text that begins in another language and holds a passage of plain English, that passage must not be lost.
    """
    sample = text[:_READ]
    if sum(map(str.isalpha, sample)) < _SHORTEST:
        return None
    if is_plainly_english(sample):
        return "en"
    language, probability = _likeliest(sample.lower())
    if language == "en":
        _identifier.cache_clear()  # among English texts a doubtful one is rare: of FA-KES's 709 three, mere headlines
        return "en"
    return language if probability >= _SURE and not _turns_english(text) else None


def _likeliest(text: str) -> tuple[str, float]:
    """The likeliest of `LANGUAGES` with its share of what they have together; if they have next to nothing, the likeliest of all.

    The identifier can restrict itself to some languages, but copies its tables for it.
    """
    ranked = _identifier().rank(text)
    known = [(language, probability) for language, probability in ranked if language in LANGUAGES]
    together = sum(probability for _, probability in known)
    language, probability = (known[0][0], known[0][1] / together) if together > _NONE_OF_THEM else ranked[0]
    return str(language), probability


def _turns_english(text: str) -> bool:
    return any(is_plainly_english(text[start : start + _PASSAGE]) for start in range(0, len(text), _PASSAGE // 2))


@functools.cache
def _identifier() -> LanguageIdentifier:
    """Built at a text that is not plain English, and kept while such texts turn out to be in other languages.

    It takes most of a second and 75 MB.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
