"""Folding: what makes two spellings of a name the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"['’`´]s?\b(?=\W|$)")
_SILENT = re.compile(r"[.'’‘`´ʿʾʼ]")
_ARABIC_ARTICLE = re.compile(r"\b(?:al|el|(?:a[dnrstz]|ash|e[drstz]|esh|ul)(?=-))[- ]+(?=\w)")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_ENGLISH_ARTICLE = re.compile(r"^(?:the|an?) ")


@lru_cache(maxsize=16384)
def fold(words: str) -> str:
    """`words` without case, accents, articles (English in front, Arabic anywhere), apostrophes, dots and hyphens.

    "the U.S.-led coalition" and "US led Coalition" fold alike, so do "Jaysh al-Islām" and "jaysh alislam" not.
    """
    plain = words if words.isascii() else _without_accents(words)
    plain = _SILENT.sub("", _POSSESSIVE.sub("", plain.lower()))
    plain = _BETWEEN_WORDS.sub(" ", _ARABIC_ARTICLE.sub("", plain)).strip()
    return _ENGLISH_ARTICLE.sub("", plain)


def acronym(words: str) -> str | None:
    """The letters of a short acronym ("U.S." and "the US" give "US"), None if `words` are no such thing.

    Up to three letters, capitals alone tell it from a word: "US" from "us", "IS" from "is", "WHO" from "who".
    """
    letters = words.removeprefix("the ").removeprefix("The ").replace(".", "").strip()
    return letters if 2 <= len(letters) <= 3 and letters.isalpha() and letters.isupper() else None


def _without_accents(words: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter))
