"""Sentences of our own about an invented war, read by rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict.read import RuleReader
from deconflict.record import Claim, Report, Sentence, Source

Read = Callable[..., tuple[Claim, ...]]


def report_of(*sentences: str, title: str = "", headline: str = "") -> Report:
    """A report whose body is `sentences`, each a sentence of its own; `headline` is a block that is not read."""
    text, parts = "", []
    for words, kind in ((headline, "headline"), *((sentence, "body") for sentence in sentences)):
        if words:
            parts.append(Sentence(len(text), len(text) + len(words), kind))  # type: ignore[arg-type]
            text += words + "\n"
    if title:
        parts.append(Sentence(0, len(title), "headline", "title"))
    return Report("r-1", "key", Source("source:a", "A"), title, text, "0", sentences=tuple(parts))


@pytest.fixture
def read() -> Read:
    """Reads sentences and gives the claims."""
    return lambda *sentences, **parts: RuleReader().read(report_of(*sentences, **parts))


@pytest.fixture
def tolls() -> Callable[..., list[tuple[str, str]]]:
    """Reads sentences and gives (number words, outcome) of every count, in order."""

    def counted(*sentences: str) -> list[tuple[str, str]]:
        claims = RuleReader().read(report_of(*sentences))
        counts = sorted((count for claim in claims for count in claim.counts), key=lambda count: (count.span, count.what))
        return [(count.span.text, count.what) for count in counts]

    return counted
