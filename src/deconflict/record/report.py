"""A report: its fixed text, what it says about itself, and its parts."""

from __future__ import annotations

from typing import Literal

import msgspec

from deconflict.record.source import Source
from deconflict.record.span import Part, Span

BlockKind = Literal["headline", "dateline", "body", "quotation", "caption", "byline", "teaser", "tags", "prompt", "other"]
PublishedFrom = Literal["metadata", "dateline", "url", "inferred", "given"]

READ_BLOCKS: frozenset[BlockKind] = frozenset({"body", "quotation"})
"""Blocks whose sentences may hold claims; the rest, captions included, is kept and shown, and never read as news."""


class Block(msgspec.Struct, frozen=True):
    """A stretch `start:end` of the text that serves one purpose. Blocks do not overlap and are in order."""

    kind: BlockKind
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True, array_like=True):
    """A sentence `start:end` of a part of the report, without surrounding white space."""

    start: int
    end: int
    kind: BlockKind = "body"
    part: Part = "text"


class Flag(msgspec.Struct, frozen=True):
    """A doubt about the report as a whole, with the words that raise it.

    Kinds: garbled_names, acronym_drift, repost, spun, undated, truncated, not_english, stitched,
    impossible_date.
    """

    kind: str
    reason: str
    spans: tuple[Span, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """One published text. `text` never changes; all offsets count Unicode code points in it."""

    id: str
    key: str
    source: Source
    title: str
    text: str
    raw_sha256: str
    url: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    flags: tuple[Flag, ...] = ()

    def body(self, part: Part = "text") -> str:
        """The text or the title."""
        return self.title if part == "title" else self.text

    def span(self, start: int, end: int, part: Part = "text") -> Span:
        """The span `start:end` of this report."""
        return Span.of(self.body(part), start, end, part)

    def says(self, span: Span) -> bool:
        """Whether this report's words at the span are the span's words."""
        return self.body(span.part)[span.start : span.end] == span.text
