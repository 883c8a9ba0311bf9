"""A saved web page: its article, and what it says about itself."""

from __future__ import annotations

import functools
import logging
import re
from typing import TYPE_CHECKING

import msgspec

from deconflict.errors import Unreadable
from deconflict.ingest.limits import LONGEST_REPORT
from deconflict.ingest.page_date import published_on

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ENOUGH_OF_ARTICLE = 0.5
_ENOUGH_OF_PAGE = 0.2
_MUCH_MORE = 3

_BODY = re.compile("<(?:html|body)[\\s>]", re.IGNORECASE)
_ARTICLES = "//article[not(ancestor::article)]"
_PARAGRAPHS = ".//p[not(ancestor::aside or ancestor::footer or ancestor::nav or ancestor::figure or ancestor::form)]"
_SITE_NAME = 'string(//meta[@property="og:site_name"]/@content)'
_NO_NAME = re.compile(r"https?://|@|©|copyright\b", re.IGNORECASE)  # what some pages put where their name should be


class Page(msgspec.Struct, frozen=True):
    """The article's text, one paragraph a line, and the page's own metadata; "" or None for what it does not say."""

    text: str
    title: str = ""
    source: str = ""
    url: str | None = None
    published: str | None = None


def page_of(html: str) -> Page:
    """Read without any request. Raises Unreadable if it cannot be taken apart."""
    from trafilatura.utils import load_html

    _quiet()
    try:
        tree = load_html(html if _BODY.search(html) else f"<html><body>{html}</body></html>")
        if tree is None:
            return Page("")
        title, source, url = _metadata(tree)
        return Page(article_of(tree), title, source, url, published_on(tree, url))
    except (RecursionError, AssertionError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        # what third-party code raises on markup that nobody thought of; one page must not end the reading of all
        raise Unreadable(f"The page cannot be taken apart ({type(error).__name__}).", "Paste its text into a file.") from error


def article_of(tree: HtmlElement) -> str:
    """The article's text. Each step engages only if the one before under-delivered.

    Measured on the 181 pages of benchmarks/ingest_html.py. Set on either half of them, step 2's share comes out the same and
    takes F1 on the other half from 0.961 to 0.975, or leaves it at 0.968.
    """
    from trafilatura import extract
    from trafilatura.baseline import html2txt

    everything = html2txt(tree)
    if len(everything) > LONGEST_REPORT:
        return everything  # no report, and taking it apart could take minutes
    # 1. trafilatura without what it finds doubtful: F1 0.964, against 0.960 as it comes
    text = extract(tree, favor_precision=True, include_comments=False) or ""
    # 2. the paragraphs of the page's own article element, if 1 has less than half of them: F1 0.973. So it is on 3 pages whose
    #    articles lie in several boxes, where 1 has at most 0.45 of them; everywhere else it has 0.66 or more
    paragraphs = _article_paragraphs(tree)
    if len(text) < _ENOUGH_OF_ARTICLE * len(paragraphs):
        return paragraphs
    # 3. trafilatura with what it finds doubtful, if 1 has less than a fifth of the page and this three times as much: no
    #    difference after 2, but without article elements (as on older pages) F1 0.967 instead of 0.963
    if len(text) < _ENOUGH_OF_PAGE * len(everything):
        generous = extract(tree, favor_recall=True, fast=True, include_comments=False) or ""
        if len(generous) > _MUCH_MORE * len(text):
            return generous
    return text


def _article_paragraphs(tree: HtmlElement) -> str:
    """The paragraphs of the page's longest article element, "" if it has none."""
    articles = (map(_words, article.xpath(_PARAGRAPHS)) for article in tree.xpath(_ARTICLES))
    return max(("\n".join(filter(None, paragraphs)) for paragraphs in articles), key=len, default="")


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _metadata(tree: HtmlElement) -> tuple[str, str, str | None]:
    """(title, name of the site, address), as the page gives them. The site's own name for itself goes before other publishers."""
    from trafilatura.metadata import extract_metadata

    # its date is not used, since any number on the page may be taken for one; these settings make it cheap and the same every day
    found = extract_metadata(tree, date_config={"extensive_search": False, "original_date": True, "max_date": "2100-12-31"})
    names = (" ".join(str(name or "").split()) for name in (tree.xpath(_SITE_NAME), found.sitename))
    site = next((name for name in names if name and not _NO_NAME.match(name)), "")
    return found.title or "", site, found.url


@functools.cache
def _quiet() -> None:
    """Once a process: trafilatura's warnings to nobody in particular would end up on standard error."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
