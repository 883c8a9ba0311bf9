"""The words of a sentence with their places in the report: what every other rule looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deconflict.record import Report, Sentence, Span
from deconflict.record.span import Part

_WORD = re.compile(
    r"U\.?S\.?\s?-\s?led(?![^\W_])"  # "US -led", as some extractors leave it
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*(?:[-/][^\W_]+)*[^\W_]*"  # 1,623  12-year-old  3rd  13/04/2014
    r"|['’]s(?![^\W_])"  # the genitive is a word of its own
    r"|[^\W_]+(?:(?:[-‐‑]|['’](?!s(?![^\W_])))[^\W_]+)*"  # al-Nusra  Shi'ite  rebel-held
    r"|[^\s]"
)

_ACRONYMS = {
    "US": "u.s.",
    "USA": "u.s.",
    "IS": "isis",
    "U.S.A.": "u.s.",
    "US -led": "us-led",
    "U.S. -led": "us-led",
    "WHO": "w.h.o.",
}
"""Capitals that in lower case would be other words ("us", "is", "who")."""
_ARABIC_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ez", "es", "er", "eh"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as words. `low` are the words in lower case; `starts`, `ends` their code points in the report's part."""

    report: Report
    sentence: Sentence
    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    capitals: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def part(self) -> Part:
        """Whether the sentence stands in the text or the title."""
        return self.sentence.part

    def span(self, first: int, after: int) -> Span:
        """The report's span from word `first` up to, not including, word `after`."""
        return self.report.span(self.starts[first], self.ends[after - 1], self.part)

    def whole(self) -> Span:
        """The span of the whole sentence."""
        return self.report.span(self.sentence.start, self.sentence.end, self.part)

    def at(self, index: int) -> str:
        """The lower-case word at `index`, "" beyond either end."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def capital(self, index: int) -> bool:
        """Whether the word at `index` is written like a name."""
        return 0 <= index < len(self.words) and self.capitals[index]

    def phrase(self, index: int, length: int) -> str:
        """The `length` lower-case words from `index`, one space between."""
        return " ".join(self.low[index : index + length])


def line_of(report: Report, sentence: Sentence) -> Line:
    """The words of `sentence`."""
    words, starts, ends = [], [], []
    for found in _WORD.finditer(report.body(sentence.part), sentence.start, sentence.end):
        words.append(found[0])
        starts.append(found.start())
        ends.append(found.end())
    low = [_ACRONYMS.get(word) or word.lower().replace("’", "'") for word in words]
    return Line(report, sentence, words, low, starts, ends, [_is_name(word) for word in words])


def _is_name(word: str) -> bool:
    """ "Aleppo", "al-Bab": a capital first, or behind an Arabic article."""
    first, _, rest = word.partition("-")
    return word[0].isupper() or (first in _ARABIC_ARTICLES and rest[:1].isupper())
