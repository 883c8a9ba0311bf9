"""How many: the bounds that words of number set."""

from __future__ import annotations

import re

import msgspec

_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PLURALS = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
"""Each is two of its kind at the least; "scores" is two score."""

_NOBODY = ("no one", "no-one", "nobody", "none", "no", "not a single", "not one")
_LEAST = (
    "at the very least", "at least", "a minimum of", "minimum of", "more than", "well over", "just over", "over", "above",
    "upwards of", "upward of", "in excess of", "no fewer than", "not fewer than", "no less than", "not less than",
)  # fmt: skip
_MOST = (
    "up to", "as many as", "as much as", "a maximum of", "maximum of", "at most", "no more than", "as high as",
    "not more than", "less than", "fewer than", "under", "below",
)  # fmt: skip
_ABOUT = (
    "about", "around", "some", "roughly", "approximately", "an estimated", "estimated", "nearly", "almost", "close to", "circa",
    "approx", "more or less", "perhaps",
)  # fmt: skip
_SEVERAL = ("several", "a few", "few")
_INDEFINITE = frozenset({"several", "few", "multiple"})
_VAGUE = (
    "many", "some", "numerous", "countless", "various", "a number of", "a large number of", "large numbers of", "a handful of",
    "an unknown number of", "an unspecified number of", "a small number of", "large number of", "a handful", "a number",
    "a large number", "large number", "a lot of",
)  # fmt: skip


def _any(words: tuple[str, ...] | dict[str, int]) -> str:
    """An alternation of `words`, longest first, any white space between."""
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)) + ")"


_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?)(?![\d])"
_MULTIPLIER = rf"(?:half\s+a|a\s+couple\s+of|a\s+couple|couple\s+of|couple|a|{_any(_SEVERAL)})"
_WORDED = (
    rf"(?:a\s+)?quarter\s+of\s+a\s+million|(?:{_MULTIPLIER}\s+)?{_any(_SCALES)}"
    rf"|{_any(_ONES)}(?:[-\s](?:{_any(_ONES)}))?"
)
_SCALED = rf"(?:(?:\s+and)?[-\s]+(?:{_any(_SCALES)}|(?<=(?:red|and|ion)\s){_any(_ONES)}(?:[-\s]{_any(_ONES)})?)(?!\w))*"
_PLURAL = (
    rf"(?:{_any(_SEVERAL)}\s+|many\s+)?{_any(_PLURALS)}(?:\s+(?:and\s+{_any(_PLURALS)}|of\s+(?:thousands|millions|hundreds)))?"
)
_FEW = rf"(?:a\s+couple\s+of|a\s+couple|couple\s+of|{_any(_SEVERAL)}|multiple|both)"
_VALUE = rf"(?:{_PLURAL}|(?:{_DIGITS}(?:\s+{_any(_SCALES)})?|(?:{_WORDED})(?!\w){_SCALED})|{_FEW})"
_BOUND = rf"(?:{_any((*_LEAST, *_MOST, *_ABOUT, 'exactly', 'a total of', 'as few as'))}\s+)"
_RANGE = r"(?:\s*[-–—]\s*|\s+to\s+|\s+or\s+)"

NUMBER: re.Pattern[str] = re.compile(
    rf"(?<![\w.,$£€#/:%+-])(?:{_BOUND}{{0,2}}(?:between\s+{_VALUE}\s+and\s+{_VALUE}|{_VALUE}(?:{_RANGE}{_VALUE})?)"
    rf"(?:\+|\s+or\s+(?:more|so|fewer|less))?(?!\w|%|-\w|[.,:/]\d)"
    rf"|(?:{_any((*_NOBODY[:-1], *_VAGUE))}|not\s+one(?!\s+but\b))(?!\w|-\w))",
    re.IGNORECASE,
)
"""Finds number words with the modifiers that bound them ("at least 32", "several dozen"), anywhere in a sentence."""

_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+")
_BOUNDING = re.compile(rf"\b{_any((*_LEAST, *_MOST, *_ABOUT))}(?=\s)")
_AFTER = re.compile(r"(\+|\bor more)$")
_AFTER_LESS = re.compile(r"\bor (?:fewer|less)$")
_SINGLE = re.compile(
    r"(?:an?|another|one|his|her|its|their|a single)\s+(?!(?:\w+\s+)?(?:number|lot|handful|few|group|family|series)\b)[^\W\d]",
    re.IGNORECASE,
)
_PRONOUN = frozenset({"he", "she", "him", "her", "himself", "herself"})


def is_vague(words: str) -> bool:
    """Whether the words only give an order of size ("dozens", "several", "many"), and no number that was counted."""
    phrase = words.lower()
    if re.search(r"\d", phrase):
        return False
    tokens = set(_TOKEN.findall(phrase))
    return not tokens.isdisjoint(_PLURALS) or not tokens.isdisjoint(_INDEFINITE) or " ".join(phrase.split()) in _VAGUE


class Quantity(msgspec.Struct, frozen=True):
    """`low..high`, both inclusive; None: the words set no bound on that side. `approximate`: "about", "some 40"."""

    low: int | None
    high: int | None
    approximate: bool = False

    @classmethod
    def of(cls, words: str) -> Quantity | None:
        """The bounds `words` set, after the table in docs/contract.md; None if they hold no number word.

        A single person ("a civilian", "her son", "he") is 1..1; "many" and "some" are a number without bounds.
        """
        found = NUMBER.search(words)
        if found:
            return _bounds(" ".join(found[0].lower().split()))
        single = words.strip().lower() in _PRONOUN or _SINGLE.match(words.strip())
        return cls(1, 1) if single else None


def _bounds(phrase: str) -> Quantity | None:
    """The bounds of one phrase that NUMBER found, in lower case and single spaces."""
    if phrase in _NOBODY:
        return Quantity(0, 0)
    if phrase in _VAGUE:
        return Quantity(None, None)
    said = set(_BOUNDING.findall(phrase))
    floor, ceiling, about = (not said.isdisjoint(words) for words in (_LEAST, _MOST, _ABOUT))
    values = _values(phrase)
    if not values:
        return None
    low, high = values[0][0], values[-1][1]
    if high is not None and high < low:
        return None
    if floor or _AFTER.search(phrase):
        return Quantity(low, None, about)
    if ceiling or _AFTER_LESS.search(phrase):
        return Quantity(None, high if high is not None else low, about)
    return Quantity(low, high, about or phrase.endswith("or so"))


def _values(phrase: str) -> list[tuple[int, int | None]]:
    """The one number of the phrase, or the two of a range, each as bounds."""
    if plural := _plural(phrase):
        return [plural]
    parts = re.split(r"\bto\b|[–—]|(?<=\d)\s*-\s*(?=\d)|\bor\b(?! more| so| fewer| less)", phrase)
    if "between " in phrase:
        parts = re.split(r"\band\b", phrase.split("between ", 1)[1], maxsplit=1)
    return [value for part in parts if (value := _value(part)) is not None]


def _plural(phrase: str) -> tuple[int, None] | None:
    """ "dozens", "hundreds of thousands", "several hundred": a floor without a ceiling."""
    tokens = _TOKEN.findall(phrase)
    plurals = [token for token in tokens if token in _PLURALS]
    if plurals:
        several = 3 if any(token in ("several", "few") for token in tokens) else 2
        floor = _PLURALS[plurals[0]] // 2 * several
        times = _PLURALS[plurals[1]] // 2 if len(plurals) > 1 and " of " in phrase else 1
        return floor * times, None
    if any(token in ("several", "few") for token in tokens) and "as few as" not in phrase:
        scale = 1
        for token in tokens:
            scale *= _SCALES.get(token, 1)
        return 3 * scale, None
    return (2, None) if "multiple" in tokens else None


def _value(words: str) -> tuple[int, int] | None:
    """A plain number in digits, words, or both ("1.5 million", "two hundred and fifty"); None if there is none."""
    total, part, seen = 0.0, 0.0, False
    share = 0.5 if "half a" in words else 0.25 if "quarter of a" in words else 1.0
    for token in _TOKEN.findall(words):
        if token[0].isdigit():
            part, seen = part + float(token.replace(",", "")), True
        elif token in _ONES:
            part, seen = part + _ONES[token], True
        elif token in ("couple", "both"):
            part, seen = 2.0, True
        elif token in _SCALES:
            part, seen = (part or 1.0) * _SCALES[token] * share, True
            if token not in ("hundred", "dozen"):
                total, part = total + part, 0.0
    number = total + part
    return (int(number), int(number)) if seen and number == int(number) else None
