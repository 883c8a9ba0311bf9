"""A report's words with its claims marked where they stand. The text stays the report's, character for character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from deconflict.publish.webpage.words import BLOCKS
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


@dataclass(frozen=True, slots=True)
class Word:
    """A span that one claim stands on: `n`umber, `t`rigger, `a`ctor, `r`ecipient, `i`nstrument, `p`lace, ti`m`e, `s`peaker."""

    start: int
    end: int
    part: str
    claim: int

    @property
    def mark(self) -> str:
        """As the script reads it: the claim's number within the report, and the part."""
        return f"{self.claim}{self.part}"


_ROLES = {"actor": "a", "recipient": "r", "instrument": "i", "place": "p", "time": "m"}


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
    spans = [("t", claim.trigger), *(("n", count.span) for count in claim.counts)]
    spans += [(_ROLES[role.role], role.span) for role in claim.roles]
    spans += [("s", link.speaker) for link in claim.attribution if link.speaker]
    return (Word(span.start, span.end, kind, number) for kind, span in spans if span.part == part and span.text)


def _pieces(body: str, boxes: Iterable[Box], words: Iterable[Word]) -> Iterator[Markup]:
    """Walks the places where anything begins or ends; boxes are kept properly nested by closing and opening anew."""
    opening, ending = _by_start(boxes), defaultdict(list)
    beginning: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        beginning[word.start].append(word)
        ending[word.end].append(word)
    cuts = sorted({0, len(body), *opening, *(box.end for found in opening.values() for box in found), *beginning, *ending})
    stack: list[Box] = []
    live: list[Word] = []
    for here, there in pairwise(cuts):
        yield from _closed(stack, here)
        for box in opening.get(here, ()):
            stack.append(box)
            yield box.opening
        live = [word for word in live if word.end > here] + beginning.get(here, [])
        yield _leaf(body[here:there], live)
    yield from _closed(stack, len(body))


def _by_start(boxes: Iterable[Box]) -> dict[int, list[Box]]:
    """The longest first, so that it is the outer one."""
    opening: dict[int, list[Box]] = defaultdict(list)
    for box in sorted(boxes, key=lambda box: -box.end):
        if box.end > box.start:
            opening[box.start].append(box)
    return opening


def _closed(stack: list[Box], here: int) -> Iterator[Markup]:
    """Closes the boxes that end here, and with them those within; the latter are opened anew."""
    first = next((depth for depth, box in enumerate(stack) if box.end <= here), len(stack))
    cut, stack[first:] = stack[first:], []
    for box in reversed(cut):
        yield box.closing + box.tail if box.end <= here else box.closing
    for box in cut:
        if box.end > here:
            stack.append(box)
            yield box.again


def _leaf(words: str, live: Sequence[Word]) -> Markup:
    if not live:
        return escape(words)
    parts = {word.part for word in live}
    style = "n" if "n" in parts else "t" if "t" in parts else ""
    marks = " ".join(sorted({word.mark for word in live}))
    kind = Markup(' class="{}"').format(style) if style else Markup("")
    return Markup('<b{} data-c="{}">{}</b>').format(kind, marks, words)
