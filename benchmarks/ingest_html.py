"""How much of an article comes out of its saved page, and how little else.

The measure is that of the Zyte article extraction benchmark (github.com/scrapinghub/article-extraction-benchmark, evaluate.py):
shares of 4-word shingles, precision and recall averaged over the pages, F1 of the two averages. Published with it: trafilatura
2.0.0 0.958, go-trafilatura 0.960, rs_trafilatura 0.970.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from deconflict.ingest.page import Page, page_of

SHINGLE = 4
WORD = re.compile(r"\w+")


class Overlap(NamedTuple):
    """Shingles in both texts, only in the one found, only in the true one."""

    both: int
    extra: int
    missing: int

    @property
    def precision(self) -> float:
        """The share of what was found that is true; all of it, if nothing was and nothing should have been."""
        return self.both / (self.both + self.extra) if self.extra or self.missing else 1.0

    @property
    def recall(self) -> float:
        """The share of what is true that was found."""
        return self.both / (self.both + self.missing) if self.extra or self.missing else 1.0


def measure(data: Path) -> dict[str, float]:
    """f1, precision and recall over the pages in `data`; beside them trafilatura's F1 as it comes, and the pages' metadata."""
    truths = {name: page["articleBody"] for name, page in json.loads((data / "ground-truth.json").read_bytes()).items()}
    pages = {name: gzip.decompress((data / "html" / f"{name}.html.gz").read_bytes()).decode() for name in truths}
    started = time.perf_counter()
    found = {name: page_of(html) for name, html in pages.items()}
    seconds = time.perf_counter() - started
    by_itself = _scores(truths, lambda name: _trafilatura(pages[name]))
    return {
        **_scores(truths, lambda name: found[name].text),
        "f1_trafilatura": by_itself["f1"],
        "dated": _share(found.values(), lambda page: page.published),
        "named": _share(found.values(), lambda page: page.source or page.url),
        "pages_per_second": len(pages) / seconds,
    }


def overlap(found: str, true: str) -> Overlap:
    """How the shingles of two texts match, each counted as often as it occurs."""
    found_shingles, true_shingles = _shingles(found), _shingles(true)
    both = (found_shingles & true_shingles).total()
    return Overlap(both, found_shingles.total() - both, true_shingles.total() - both)


def _scores(truths: dict[str, str], text_of: Callable[[str], str]) -> dict[str, float]:
    overlaps = [overlap(text_of(name), true) for name, true in truths.items()]
    precision = statistics.mean(page.precision for page in overlaps if page.both + page.extra)
    recall = statistics.mean(page.recall for page in overlaps if page.both + page.missing)
    return {"f1": 2 * precision * recall / (precision + recall), "precision": precision, "recall": recall}


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    starts = range(max(1, len(words) - SHINGLE + 1)) if words else ()
    return Counter(tuple(words[start : start + SHINGLE]) for start in starts)


def _trafilatura(html: str) -> str:
    from trafilatura import extract

    return extract(html, include_comments=False) or ""


def _share(pages: Iterable[Page], has: Callable[[Page], object]) -> float:
    return statistics.mean(bool(has(page)) for page in pages)
