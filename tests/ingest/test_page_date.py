"""When a page says it was published."""

from __future__ import annotations

import pytest
from lxml.html import fromstring  # type: ignore[import-untyped]

from deconflict.ingest.page_date import published_on


def day_of(head: str = "", body: str = "<p>Shells fell.</p>", url: str | None = None) -> str | None:
    return published_on(fromstring(f"<html><head><title>t</title>{head}</head><body>{body}</body></html>"), url)


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2031-05-19T22:15:00+03:00">',
        '<meta name="pubdate" content="20310519">',
        '<meta itemprop="datePublished" content="2031-05-19">',
        '<meta name="DC.date.issued" content="2031-05-19">',
        linked('{"@type": "NewsArticle", "datePublished": "2031-05-19T22:15:00Z"}'),
        linked('[{"@type": "Organization"}, {"@type": ["ReportageNewsArticle"], "datePublished": "May 19, 2031"}]'),
        linked('{"@graph": [{"@type": "WebPage", "datePublished": "2031-05-19"}]}'),
    ],
)
def test_what_is_marked_as_the_publication_date_is_one(head: str) -> None:
    assert day_of(head) == "2031-05-19"


@pytest.mark.parametrize(
    "body",
    [
        '<span itemprop="datePublished" content="2031-05-19">today</span>',
        '<span itemprop="datePublished">19 May 2031</span>',
        '<time pubdate datetime="2031-05-19T10:00">Monday</time><time datetime="2031-05-20">Tuesday</time>',
        '<article><time datetime="2031-05-19">Monday</time></article><aside><time datetime="2031-05-12">last week</time></aside>',
    ],
)
def test_a_marked_date_in_the_page_is_one(body: str) -> None:
    assert day_of(body=body) == "2031-05-19"


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2031-05-19">',
        '<meta name="last-modified" content="2031-05-19">',
        '<meta property="article:published_time" content="0001-01-01T00:00:00Z">',
        '<meta property="article:published_time" content="4/5/2031">',
        linked('{"@type": "Organization", "datePublished": "2031-05-19"}'),
        linked('{"@type": "NewsArticle", "dateModified": "2031-05-19"}'),
        linked("{broken"),
        linked("[" * 10_000),
    ],
)
def test_other_dates_are_not_the_publication_date(head: str) -> None:
    assert (
        day_of(head, "<p>On 18 May 2031 shells fell.</p><footer>© 2031 Arrun Post <time datetime='2031-06-01'></time></footer>")
        is None
    )


def test_a_list_of_stories_has_no_date() -> None:
    assert day_of(body="<time datetime='2031-05-19'></time><time datetime='2031-05-18'></time>") is None


def test_a_way_that_disagrees_with_itself_leaves_the_next_to_tell() -> None:
    stories = linked('[{"@type": "Article", "datePublished": "2031-05-01"}, {"@type": "Article", "datePublished": "2031-05-02"}]')
    assert day_of(stories + '<meta name="date" content="2031-05-19">') == "2031-05-19"


def test_the_day_in_the_address_is_the_outlets_own() -> None:
    head = '<meta property="article:published_time" content="2031-05-20T03:15:00Z">'
    assert day_of(head, url="https://arrunpost.example/2031/05/19/market") == "2031-05-19"
    assert day_of(head, url="https://arrunpost.example/2031/05/02/market") == "2031-05-20"
    assert day_of(head, url="https://arrunpost.example/market-4711") == "2031-05-20"
