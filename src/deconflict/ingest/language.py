"""Which language a text is in. English is taken for granted sooner than any other: to be wrong about another drops a report."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

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
_SURE = 0.9  # on 2,127 windows of 60 characters of FA-KES another language than English came first 13 times, with at most 0.50;
# on rows of Arabic names in Latin letters alone with at most 0.86; of 20 articles in other languages 19 have more


def language_of(text: str) -> str | None:
    """The ISO 639-1 code, None if the text is too short or another language than English is likely but not sure."""
    sample = text[:_READ]
    if sum(map(str.isalpha, sample)) < _SHORTEST:
        return None
    language, probability = _identifier().classify(sample.lower())
    return str(language) if language == "en" or probability >= _SURE else None


@functools.cache
def _identifier() -> LanguageIdentifier:
    """Built once a process, at the first text: it takes most of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
