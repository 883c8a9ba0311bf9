"""A report made of text, and its parts as words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict.record import Report, Source
from deconflict.segment import segment

Words = Callable[..., list[str]]
Parts = Callable[..., list[tuple[str, str]]]
Cut = Callable[..., Report]


def _cut(text: str, title: str = "") -> Report:
    return segment(Report("r-1", "one", Source("source:quill", "Quill"), title, text, "0" * 64))


@pytest.fixture
def cut() -> Cut:
    """`cut(text, title)`: the report, segmented."""
    return _cut


@pytest.fixture
def parts() -> Parts:
    """`parts(text, title)`: kind and words of each block."""
    return lambda text, title="": [(block.kind, text[block.start : block.end]) for block in _cut(text, title).blocks]


@pytest.fixture
def sentences() -> Words:
    """`sentences(text)`: the words of each sentence of the text."""
    return lambda text: [text[s.start : s.end] for s in _cut(text).sentences if s.part == "text"]
