"""The article of a saved page, and what the page says about itself."""

from __future__ import annotations

import contextlib
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deconflict.errors import Unreadable
from deconflict.ingest.page import page_of

STORY = [
    "Shells fell on the market of Arrun at noon on Tuesday, killing at least four people, residents told the Arrun Post.",
    "The garrison of the town denied that any of its guns had fired, and spoke of an explosion in a fuel store nearby.",
    "Two ambulances took the wounded to the hospital of Kelm, some twenty kilometres to the north, a doctor there said.",
    "It was the third such incident in the district since the truce was signed in the spring, according to its monitors.",
]
MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30)) + "</ul></nav>"
TEASERS = "<aside>" + "".join(f'<p><a href="/t{n}">Another story number {n} of the week</a></p>' for n in range(20)) + "</aside>"


def page(body: str, head: str = "") -> str:
    title = "<title>Market shelled - Arrun Post</title>"
    return f"<!DOCTYPE html><html><head>{title}{head}</head><body>{MENU}{body}{TEASERS}</body></html>"


def article(paragraphs: list[str]) -> str:
    return "<article><h1>Market shelled</h1>" + "".join(f"<p>{words}</p>" for words in paragraphs) + "</article>"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a page was asked for on the network")

    monkeypatch.setattr(socket.socket, "connect", refused)


def test_the_article_is_read_and_what_surrounds_it_is_not() -> None:
    text = page_of(page(article(STORY))).text
    assert all(words in text for words in STORY)
    assert "Section 3" not in text
    assert "Another story" not in text


def test_paragraphs_are_lines() -> None:
    lines = page_of(page(article(STORY))).text.split("\n")
    assert [line for line in lines if line in STORY] == STORY


def test_an_article_in_several_boxes_is_read_whole() -> None:
    first, second = ("".join(f"<p>{words} {n}</p>" for n, words in enumerate(STORY * 4, start)) for start in (0, 100))
    boxes = f'<div class="article__body">{first}</div><div class="row"><div class="article__body">{second}</div></div>'
    text = page_of(page(f"<article>{boxes}{boxes.replace(' 1', ' 7')}</article>")).text
    assert all(f"{words} {n}" in text for start in (0, 100) for n, words in enumerate(STORY * 4, start))


@pytest.mark.parametrize(("doubtful", "is_taken"), [(4, True), (2, False)])
def test_a_page_of_which_next_to_nothing_was_taken_is_read_generously(
    monkeypatch: pytest.MonkeyPatch, doubtful: int, is_taken: bool
) -> None:
    def extract(*_: object, favor_recall: bool = False, **__: object) -> str:
        return STORY[0] * doubtful if favor_recall else STORY[0]

    monkeypatch.setattr("trafilatura.extract", extract)
    text = page_of(page("".join(f"<p>{words}</p>" for words in STORY * 4))).text
    assert (text == STORY[0] * doubtful) is is_taken


def test_a_fragment_is_read() -> None:
    assert STORY[0] in page_of(f"<p>{STORY[0]}</p>").text


@pytest.mark.parametrize("html", ["", "<html></html>", "<html><body><script>var a = 1</script></body></html>"])
def test_a_page_without_words_has_none(html: str) -> None:
    assert page_of(html).text == ""


def test_an_encoding_that_is_no_longer_true_is_not_believed() -> None:
    html = f'<?xml version="1.0" encoding="windows-1251"?>\n{page(article(["Café – “closed”. " + STORY[0]]))}'
    assert "Café – “closed”." in page_of(html).text


def test_the_page_says_its_title_site_and_address() -> None:
    head = (
        '<meta property="og:title" content="Market shelled in Arrun"><meta property="og:site_name" content="Arrun Post">'
        '<link rel="canonical" href="https://www.arrunpost.example/2031/05/19/market">'
    )
    found = page_of(page(article(STORY), head))
    assert (found.title, found.source) == ("Market shelled in Arrun", "Arrun Post")
    assert found.url == "https://www.arrunpost.example/2031/05/19/market"


def test_the_sites_own_name_goes_before_the_agencys() -> None:
    publisher = '"publisher": {"@type": "Organization", "name": "Wire Service of the Federation"}'
    linked = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Market shelled", {publisher}}}'
    head = f'<meta property="og:site_name" content="Arrun Post"><script type="application/ld+json">{linked}</script>'
    assert page_of(page(article(STORY), head)).source == "Arrun Post"


@pytest.mark.parametrize(
    "head", ['<meta property="og:site_name" content="https://a.example">', '<meta name="copyright" content="Copyright 2031">']
)
def test_an_address_or_a_notice_is_no_name(head: str) -> None:
    assert page_of(page(article(STORY), head)).source == ""


def test_what_nobody_thought_of_in_markup_is_unreadable_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.extract", fails)
    with pytest.raises(Unreadable, match="RecursionError"):
        page_of(page(article(STORY)))


def test_nothing_is_written_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    page_of("<html><body></body></html>")
    page_of("<a><b><<<>")
    assert capfd.readouterr() == ("", "")


@settings(max_examples=50, deadline=None)
@given(st.text("<>/=\"' apdivbodyhtml&;#x0123\n", max_size=300))
def test_any_markup_is_a_page_or_unreadable(html: str) -> None:
    with contextlib.suppress(Unreadable):
        assert isinstance(page_of(html).text, str)
