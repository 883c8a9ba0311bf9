"""Which sentences of different reports are the same wording, found through an index and never by comparing all pairs.

A copy is looked up by the hash of its words; a sentence not seen before by runs of three words that it shares with the first
sentence of a wording. Each wording is compared through that one sentence only, so a wording cannot drift from copy to copy,
and ten thousand copies of a report cost ten thousand look-ups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from deconflict.record import Report, Sentence
from deconflict.record.report import READ_BLOCKS
from deconflict.trace.spellings import spelt_alike
from deconflict.trace.words import fixed_words, numbers_in, shared_words, shingles, words_of

LEAST_WORDS = 8
"""Shorter sentences are said alike by chance. Of those that two of the 709 FA-KES reports share, all with up to four words are
page furniture, and five to seven words still hold stock phrases ("this is a tragedy"); from eight on they are copies."""

STOCK = 64
"""A run of words in more wordings than this is a stock phrase ("said in a"); a sentence is then found by its other runs."""

TRIED = 4
"""Of the wordings that share most runs with a sentence, so many are compared in full."""


class Mention(msgspec.Struct, frozen=True):
    """A sentence where it stands. `words`: how many."""

    report: str
    sentence: Sentence
    words: int


class Wording(msgspec.Struct):
    """Sentences of one wording in the order given; `words` and `fixed` are those of the first."""

    words: tuple[str, ...]
    fixed: frozenset[str]
    mentions: list[Mention]

    def reports(self) -> frozenset[str]:
        """The reports it stands in."""
        return frozenset(mention.report for mention in self.mentions)


def wordings(reports: Iterable[Report]) -> tuple[Wording, ...]:
    """All wordings of the reports, each with every sentence that bears it. Deterministic in the order of `reports`."""
    index = _Index()
    for report in reports:
        for sentence in report.sentences:
            if sentence.kind in READ_BLOCKS:
                index.add(report, sentence)
    return tuple(index.found)


class _Index:
    def __init__(self) -> None:
        self.found: list[Wording] = []
        self._by_words: dict[tuple[str, ...], int] = {}
        self._by_run: dict[str, list[int]] = {}

    def add(self, report: Report, sentence: Sentence) -> None:
        text = report.body(sentence.part)[sentence.start : sentence.end]
        words = words_of(text)
        if len(words) < LEAST_WORDS:
            return
        at = self._by_words.get(words)
        if at is None:
            at = self._place(words, fixed_words(text))
            self._by_words[words] = at
        self.found[at].mentions.append(Mention(report.id, sentence, len(words)))

    def _place(self, words: tuple[str, ...], fixed: frozenset[str]) -> int:
        """The wording that the sentence rewords, else a new one."""
        runs = shingles(words)
        for at in self._nearest(runs):
            if same_wording(words, fixed, self.found[at].words, self.found[at].fixed):
                return at
        self.found.append(Wording(words, fixed, []))
        for run in runs:
            where = self._by_run.setdefault(run, [])
            if len(where) <= STOCK:
                where.append(len(self.found) - 1)
        return len(self.found) - 1

    def _nearest(self, runs: frozenset[str]) -> Iterator[int]:
        shared: Counter[int] = Counter()
        for run in runs:
            where = self._by_run.get(run, ())
            if len(where) <= STOCK:
                shared.update(where)
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:TRIED]
        return (at for at, count in best if count > 1)


SAME_WORDS = 0.7
"""Share of words in common (Dice) from which a sentence is taken for the other one reworded. Of 25 wordings drawn at random from
those that so come together in FA-KES, reading them by eye, 24 are one text reworded and one is doubtful."""

SAME_FIXED = 0.7
"""Share of names and numbers in common (Jaccard): one strike told in the words of another keeps the words and changes these."""

CUT = 0.9
"""Share of the shorter sentence's words from which it is taken for a cut of the longer one."""


def same_wording(words: tuple[str, ...], fixed: frozenset[str], others: tuple[str, ...], other_fixed: frozenset[str]) -> bool:
    """Whether one sentence is the other, reworded or cut. Two that give numbers and have none in common are not."""
    numbers, other_numbers = numbers_in(fixed), numbers_in(other_fixed)
    if numbers and other_numbers and not numbers & other_numbers:
        return False
    shared = shared_words(words, others)
    reworded = 2 * shared >= SAME_WORDS * (len(words) + len(others))
    cut = shared >= CUT * min(len(words), len(others))
    if not (reworded or cut):
        return False
    alike = spelt_alike(fixed - other_fixed - numbers, other_fixed - fixed - other_numbers)
    names = len(fixed & other_fixed) + len(alike)
    if reworded and names >= SAME_FIXED * (len(fixed) + len(other_fixed) - names):
        return True
    return cut and names >= CUT * min(len(fixed), len(other_fixed)) > 0
