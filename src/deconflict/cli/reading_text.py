"""A report as a reader read it: what it is, its sentences with their words marked, and below each the claims it makes."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from deconflict.cli.claim_text import ClaimText, quoted
from deconflict.cli.marking import marked
from deconflict.cli.not_known import Known
from deconflict.cli.paragraph import Paragraph
from deconflict.cli.printable import one_line
from deconflict.cli.wording import counted
from deconflict.publish.marks import Mark, marks_of
from deconflict.publish.webpage.words import BLOCKS
from deconflict.record import Claim, Reading, Sentence, Span
from deconflict.record.report import READ_BLOCKS


class ReadingText:
    """One reading, to be shown. Sentences that were read are numbered from 1; the title has no number."""

    def __init__(self, reading: Reading, known: Known) -> None:
        self.report, self.claims, self._reading = reading.report, reading.claims, reading
        self._marks = [(mark, number) for number, claim in enumerate(self.claims, 1) for mark in marks_of(claim)]
        self._told = ClaimText(self.report, known, self._place_of)

    def __iter__(self) -> Iterator[RenderableType]:
        yield from self._head()
        if self._is_unread:
            return
        for sentence in self._sentences:
            yield Text()
            yield from self._sentence(sentence)

    @cached_property
    def _is_unread(self) -> bool:
        return any(issue.kind == "not_english" for issue in self._reading.issues)

    @cached_property
    def _sentences(self) -> list[Sentence]:
        """Those that were read, the title first if a claim stands on it."""
        by_title = any(claim.sentence.part == "title" for claim in self.claims)
        return [
            sentence
            for sentence in self.report.sentences
            if (sentence.part == "text" and sentence.kind in READ_BLOCKS) or (sentence.part == "title" and by_title)
        ]

    @cached_property
    def _in_text(self) -> list[Sentence]:
        return [sentence for sentence in self._sentences if sentence.part == "text"]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self._in_text]

    @cached_property
    def _numbers(self) -> dict[Sentence, int]:
        return {sentence: number for number, sentence in enumerate(self._in_text, 1)}

    @cached_property
    def _by_sentence(self) -> dict[Sentence, list[tuple[int, Claim]]]:
        """The claims of each sentence by its words; a claim's own sentence may be a part of a very long one."""
        found: dict[Sentence, list[tuple[int, Claim]]] = defaultdict(list)
        for number, claim in enumerate(self.claims, 1):
            if sentence := self._holding(claim.sentence):
                found[sentence].append((number, claim))
        return found

    @cached_property
    def _marked(self) -> dict[Sentence, list[tuple[Mark, int]]]:
        """The marks of each sentence, those of claims of other sentences too."""
        found: dict[Sentence, list[tuple[Mark, int]]] = defaultdict(list)
        for mark, number in self._marks:
            if sentence := self._holding(mark.span):
                found[sentence].append((mark, number))
        return found

    def _holding(self, span: Span) -> Sentence | None:
        """The sentence that was read in which the words stand, None if they stand elsewhere."""
        if span.part == "title":
            return next((each for each in self._sentences if each.part == "title"), None)
        at = bisect_right(self._starts, span.start) - 1
        return self._in_text[at] if at >= 0 and span.end <= self._in_text[at].end else None

    def _head(self) -> Iterator[RenderableType]:
        report = self.report
        day = f"{report.published} (from {report.published_from})" if report.published else "day of publication not known"
        yield Text()
        yield Rule(style="dim")
        yield Text(one_line(" ".join(report.title.split())) or "No title", "bold")
        yield Text(f"{report.source.name or 'outlet not known'}, {day}, {report.key}")
        for flag in report.flags:
            words = ", ".join(dict.fromkeys(quoted(span) for span in flag.spans[:8]))
            yield Text(f"doubt: {flag.kind}: {flag.reason}{f' {words}' if words else ''}", "yellow")
        yield Text(self._how_much())
        for issue in self._reading.issues:
            yield Text(f"note: {issue.reason} {issue.advice}".rstrip(), "yellow")

    def _how_much(self) -> str:
        """How many sentences were read, and why others were not."""
        kinds = Counter(sentence.kind for sentence in self.report.sentences if sentence.part == "text")
        read = 0 if self._is_unread else sum(kinds[kind] for kind in READ_BLOCKS)
        boilerplate = [f"{number} {BLOCKS.get(kind, kind)}" for kind, number in kinds.items() if kind not in READ_BLOCKS]
        why = "not English" if self._is_unread else ", ".join(boilerplate)
        skipped = f", {unread} not ({why})" if (unread := sum(kinds.values()) - read) else ""
        by = f"{self._reading.reader.name} {self._reading.reader.version}"
        return f"{counted(read, 'sentences')} read{skipped}; {counted(len(self.claims), 'claims')} by the reader {by}"

    def _sentence(self, sentence: Sentence) -> Iterator[RenderableType]:
        span = self.report.span(sentence.start, sentence.end, sentence.part)
        marks = self._marked.get(sentence, [])
        own = self._by_sentence.get(sentence, [])
        yield Paragraph(str(self._numbers.get(sentence, "title")), marked(span, (mark for mark, _ in marks)))
        for number, claim in own:
            yield Paragraph(f"claim {number}:", self._told.line(claim), indent=12)
        numbers = {number for number, _ in own}
        yield from self._lent([(mark, number) for mark, number in marks if number not in numbers])

    def _lent(self, marks: list[tuple[Mark, int]]) -> Iterator[RenderableType]:
        """What claims of other sentences take from this one, a line a claim."""
        taken: dict[int, list[str]] = defaultdict(list)
        for mark, number in marks:
            taken[number].append(f"{mark.part} {quoted(mark.span)}")
        for number, words in sorted(taken.items()):
            yield Paragraph(f"to claim {number}:", Text("; ".join(dict.fromkeys(words)), "dim"), indent=12)

    def _place_of(self, span: Span) -> str:
        """Where words stand: in a sentence that was read, by its number; else in the title or in words that were not."""
        sentence = self._holding(span)
        if sentence in self._numbers:
            return f"sentence {self._numbers[sentence]}"
        return "title" if span.part == "title" else "outside the sentences read"
