"""When a page says it was published. Only what is marked as the publication date counts: not a copyright year, not a date in
the text, not today's date in the page's head, and not when it was last changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from deconflict.ingest.dates import iso_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ARTICLE_TYPES = ("Article", "BlogPosting", "LiveBlogPosting", "Report", "WebPage")
_META = (
    "article:published_time", "article:published", "article.published", "og:article:published_time", "og:published_time",
    "og:pubdate", "datepublished", "rnews:datepublished", "publication_date", "publication-date", "published-date",
    "publish-date", "publish_date", "publishdate", "pubdate", "cxenseparse:recs:publishtime", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dc.date.created", "dcterms.created", "dcterms.date",
    "citation_publication_date", "citation_online_date", "date", "article_date_original",
)  # fmt: skip
_MARKED = './/*[@itemprop="datePublished" and not(self::meta)] | .//time[@pubdate]'
_DAY_IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
_TIMES = ".//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer)]"


def published_on(tree: HtmlElement, url: str | None = None) -> str | None:
    """The day, YYYY-MM-DD, of the first way of saying it that names exactly one; None if none does.

    A way that names several days (a list of stories, each with its date) says nothing about the page.
    """
    for ways in (_in_json(tree), _in_meta(tree), _in_marks(tree), _in_times(tree)):
        days = {day for words in ways if (day := iso_date(words.strip()))}
        if len(days) == 1:
            return _where_printed(days.pop(), url)
    return None


def _where_printed(day: str, url: str | None) -> str:
    """`day`, or the day in the page's address if that is the one before or after.

    Metadata are mostly in universal time, addresses in the outlet's, where "on Tuesday" was written: 7 of the 157 dated pages of
    the benchmark differ by a day, all for this reason.
    """
    match = _DAY_IN_ADDRESS.search(url or "")
    printed = iso_date("-".join(match.groups())) if match else None
    if printed and abs(date.fromisoformat(printed) - date.fromisoformat(day)) == timedelta(days=1):
        return printed
    return day


def _in_json(tree: HtmlElement) -> Iterator[str]:
    """`datePublished` of the articles described in JSON-LD, outermost or in a graph."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            found = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(found):
            kinds = item.get("@type")
            if any(str(kind).endswith(_ARTICLE_TYPES) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield str(item.get("datePublished") or "")


def _items(found: object) -> Iterator[dict[str, object]]:
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict):
            yield item
            yield from _items(item.get("@graph"))


def _in_meta(tree: HtmlElement) -> Iterable[str]:
    for meta in tree.iterfind(".//meta[@content]"):
        if any((meta.get(name) or "").lower() in _META for name in ("property", "name", "itemprop")):
            yield meta.get("content") or ""


def _in_marks(tree: HtmlElement) -> Iterable[str]:
    for element in tree.xpath(_MARKED):
        yield element.get("datetime") or element.get("content") or element.text_content()


def _in_times(tree: HtmlElement) -> Iterable[str]:
    """All times but those beside the article: one story has one, a list of stories has several."""
    return (time.get("datetime") or "" for time in tree.xpath(_TIMES))
