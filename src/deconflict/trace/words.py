"""What makes two sentences the same words, however a copyist set their commas, capitals and apostrophes."""

from __future__ import annotations

import re
from collections import Counter

SHINGLE = 3
"""Words in a row that are looked up together: a rewriter seldom leaves four in a row alone, and any two sentences share two."""

_APOSTROPHE = re.compile(r"['’‘`´]")
_DIGIT_COMMA = re.compile(r"(?<=\d),(?=\d)")
_WORD = re.compile(r"[^\W_]+")
_NUMERALS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozen dozens scores
"""
_NUMBER_WORDS = frozenset(_NUMERALS.split())


def words_of(sentence: str) -> tuple[str, ...]:
    """The words in small letters: "Assad's 1,000" and "Assads 1000" are the same words, so are "USA -led" and "USA-led"."""
    return tuple(_WORD.findall(_plain(sentence).casefold()))


def fixed_words(sentence: str) -> frozenset[str]:
    """Numbers and names: the words that a rewording keeps, and in which two different events differ."""
    words = _WORD.findall(_plain(sentence))
    named = (word.casefold() for at, word in enumerate(words) if at and word[0].isupper())
    counted = (word.casefold() for word in words if word[0].isdigit() or word.casefold() in _NUMBER_WORDS)
    return frozenset((*named, *counted))


def numbers_in(words: frozenset[str]) -> frozenset[str]:
    """Those of the words that are numbers."""
    return frozenset(word for word in words if word[0].isdigit() or word in _NUMBER_WORDS)


def shingles(words: tuple[str, ...]) -> frozenset[str]:
    """All runs of `SHINGLE` words."""
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def shared_words(words: tuple[str, ...], others: tuple[str, ...]) -> int:
    """How many words stand in both, each as often as it stands in both."""
    return sum((Counter(words) & Counter(others)).values())


def _plain(sentence: str) -> str:
    return _DIGIT_COMMA.sub("", _APOSTROPHE.sub("", sentence))
