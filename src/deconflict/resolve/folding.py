"""Two spellings of one place name made comparable: a folded key, and a key that forgives transliteration.

Arabic names reach English news by many roads ("Dayr az-Zawr", "Deir Ezzor"). The folded key forgives case, accents, apostrophes
and hyphens; the bare key also a leading article; the tolerant key also what romanisation schemes differ in. A tolerant match is
weak evidence: whoever uses it asks for support from elsewhere.
"""

from __future__ import annotations

import re
import unicodedata

ARTICLES = frozenset(("al", "el", "ul", "an", "as", "es", "ash", "esh", "at", "et", "ad", "ed", "ar", "er", "az", "ez"))
"""The Arabic article with its assimilations, as romanised."""

MIN_TOLERANT = 4
"""Shorter tolerant keys say too little: "Ma" and "Moa", "Ur" and "Our" would be one name."""

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʿʾʼʻ‛′ʹ"), None)
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"})
_NOT_WORD = re.compile(r"[\W_]+")
_SAINT = re.compile(r"\bste?\b")

_GLUED_ARTICLE = re.compile(r"\b(?:al(?=[b-df-hj-np-tv-z]\w{3})|[ae](?=([dnrstz])\1|shsh))")
_FINAL_A = re.compile(r"(?:[ae]h|(?<=[a-z]{3})e)\b")
_CONSONANTS = re.compile(r"kh|gh|dh|th|dj|ch|ck|q|ph|tz")
_CONSONANT = {"kh": "h", "gh": "g", "dh": "d", "th": "t", "dj": "j", "ch": "sh", "ck": "k", "q": "k", "ph": "f", "tz": "z"}
_FRONT = re.compile(r"a[iy]+|[eiy]+")
_BACK = re.compile(r"aw|au|[ouw]+")
_DOUBLED = re.compile(r"(.)\1+")


def folded(words: str) -> str:
    """`words` without case, accents, apostrophes and hyphens; "" if nothing is left."""
    if words.isascii():
        plain = words.replace("'", "").replace("`", "").lower()
    else:
        plain = _without_accents(words.translate(_APOSTROPHES)).translate(_APOSTROPHES).casefold().translate(_LETTERS)
    return _SAINT.sub("saint", _NOT_WORD.sub(" ", plain).strip())


def bare(key: str) -> str:
    """A folded key without its leading article; the key itself if it has none."""
    first, _, rest = key.partition(" ")
    return rest if first in ARTICLES and rest else key


def tolerant(key: str) -> str:
    """A folded key with what romanisation schemes differ in taken out, without spaces; "" if too little is left."""
    words = [_GLUED_ARTICLE.sub("", word) for word in key.split() if word not in ARTICLES]
    joined = _DOUBLED.sub(r"\1", _spoken(" ".join(words)).replace(" ", ""))
    return joined if len(joined) >= MIN_TOLERANT else ""


def _spoken(words: str) -> str:
    """Words by their sound: -ah/-eh/-e/-a, kh/h, q/k, gh/g, ei/ay, ou/u/aw."""
    words = _CONSONANTS.sub(lambda found: _CONSONANT[found[0]], _FINAL_A.sub("a", words))
    return _BACK.sub("u", _FRONT.sub("i", words))


def _without_accents(words: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter))
