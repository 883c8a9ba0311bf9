"""A report's words with its claims marked where they stand. The text stays the report's, character for character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from deconflict.publish.marks import Mark, MarkedPart, marks_of
from deconflict.publish.nesting import walk
from deconflict.publish.webpage.words import BLOCKS, PARTS, TYPES, bounds, plain
from deconflict.record import Claim, Report, Span
from deconflict.record.span import Part


@dataclass(frozen=True, slots=True)
class Box:
    """Markup around `start:end`; `again` opens it anew where another box's end cuts it in two, `tail` follows its true end."""

    start: int
    end: int
    opening: Markup
    again: Markup
    closing: Markup
    tail: Markup

    def markup(self, kind: str) -> Markup:
        """What stands where a walk opens it, opens it again, cuts it or closes it."""
        made = {"open": self.opening, "again": self.again, "cut": self.closing, "close": self.closing + self.tail}
        return made[kind]


@dataclass(frozen=True, slots=True)
class Word:
    """A span that one claim stands on: its part by its letter, the label beside it, and what it was read as in full."""

    start: int
    end: int
    part: str
    claim: int
    label: str
    title: str

    @property
    def mark(self) -> str:
        """As the script reads it: the claim's number within the report, and the part."""
        return f"{self.claim}{self.part}"


LETTERS: dict[MarkedPart, str] = {
    "count": "n", "trigger": "t", "actor": "a", "recipient": "r", "speaker": "s", "place": "p", "time": "m", "instrument": "i",
    "counted": "o", "cue": "q",
}  # fmt: skip
"""The parts of a claim by the letter that the script and the style know them by."""


def marked(report: Report, claims: Sequence[Claim], event_of: Mapping[str, str], part: Part = "text") -> Markup:
    """The report's text or title: blocks that are no news greyed, each claim's sentence a `mark` with the claim's id."""
    numbers = {claim.id: number for number, claim in enumerate(claims)}
    boxes = [*(_blocks(report) if part == "text" else ()), *_sentences(claims, numbers, event_of, part)]
    words = [word for claim in claims for word in _words(claim, numbers[claim.id], part)]
    return Markup("").join(_pieces(report.body(part), boxes, words))


def _blocks(report: Report) -> Iterator[Box]:
    for block in report.blocks:
        if block.kind in BLOCKS:
            opening = Markup('<span class="grey" title="{}">').format(BLOCKS[block.kind])
            yield Box(block.start, block.end, opening, opening, Markup("</span>"), Markup(""))


def _sentences(claims: Sequence[Claim], numbers: Mapping[str, int], event_of: Mapping[str, str], part: Part) -> Iterator[Box]:
    """One box a sentence, in which the claims that stand on it nest, so that each has an id of its own."""
    by_sentence: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.sentence.part == part:
            by_sentence[claim.sentence].append(claim)
    again, closing = Markup('<mark class="on">'), Markup("</mark>")
    for sentence, told in by_sentence.items():
        back = dict.fromkeys(event_of[claim.id] for claim in told if claim.id in event_of)
        links = (Markup('<a class="up" href="#{}" aria-label="to the event"></a>').format(event) for event in back)
        tail = Markup("").join(links)
        for depth, claim in enumerate(told):
            opening = Markup('<mark id="{}" data-k="{}">').format(claim.id, numbers[claim.id])
            yield Box(sentence.start, sentence.end, opening, again, closing, Markup("") if depth else tail)


def _words(claim: Claim, number: int, part: Part) -> Iterator[Word]:
    for mark in marks_of(claim):
        if mark.span.part == part and mark.span.text:
            said = (_label(mark, claim), _title(mark, claim))
            yield Word(mark.span.start, mark.span.end, LETTERS[mark.part], number, *said)


def _label(mark: Mark, claim: Claim) -> str:
    """What stands beside the words: for a number of whom, for the trigger of what; for all else its part in the event."""
    if mark.part == "trigger":
        told = (
            TYPES.get(claim.type, claim.type).lower(),
            plain(claim.mode or ""),
            "" if claim.status == "asserted" else claim.status,
        )
        return ", ".join(word for word in told if word)
    return plain(mark.count.what) if mark.count else PARTS[mark.part]


def _title(mark: Mark, claim: Claim) -> str:
    """The same in full, as it shows when the words are pointed at."""
    label = _label(mark, claim)
    if mark.count:
        return f"{label}: {bounds(mark.count.low, mark.count.high, mark.count.approximate)}"
    return f"{PARTS[mark.part]}: {label}" if mark.part == "trigger" else label


def _pieces(body: str, boxes: Sequence[Box], words: Iterable[Word]) -> Iterator[Markup]:
    """The body with its boxes, and between their edges the words that claims stand on."""
    beginning: dict[int, list[Word]] = defaultdict(list)
    stops: set[int] = set()
    for word in words:
        beginning[word.start].append(word)
        stops |= {word.start, word.end}
    live: list[Word] = []
    for step in walk(0, len(body), [(box.start, box.end) for box in boxes], stops):
        if step.kind == "words":
            live = [word for word in live if word.end > step.start] + beginning.get(step.start, [])
            yield _leaf(body[step.start : step.end], live, step.end)
        else:
            yield boxes[step.stretch].markup(step.kind)


def _leaf(words: str, live: Sequence[Word], end: int) -> Markup:
    """Words that are in all of `live`, up to `end`; whose last words these are bears its label."""
    if not live:
        return escape(words)
    parts = {word.part for word in live}
    style = "n" if "n" in parts else "t" if "t" in parts else ""
    kind = Markup(' class="{}"').format(style) if style else Markup("")
    marks = " ".join(sorted({word.mark for word in live}))
    labels = dict.fromkeys(f"{word.claim}:{word.label}" for word in live if word.end == end)
    shown = Markup(' data-l="{}"').format("|".join(labels)) if labels else Markup("")
    title = "; ".join(dict.fromkeys(word.title for word in live))
    return Markup('<b{} data-c="{}"{} title="{}">{}</b>').format(kind, marks, shown, title, words)
