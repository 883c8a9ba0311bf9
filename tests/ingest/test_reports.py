"""From a report as it came in to the report that all steps work on."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deconflict.errors import Unreadable
from deconflict.ingest import report_of
from deconflict.record import Raw

TEXT = "Market shelled\n\nShells fell on the market of Arrun at noon on Tuesday, residents told the Arrun Post."
RAW = Raw(key="a.txt", content=TEXT, raw_sha256="ab" * 32)
PAGE = (
    '<html><head><title>Market shelled</title><meta property="og:site_name" content="Arrun Post">'
    '<meta property="article:published_time" content="2031-05-19"><link rel="canonical" href="https://arrunpost.example/market">'
    f"</head><body><article><h1>Market shelled</h1><p>{TEXT[16:]}</p>"
    f"<p>{'The truce monitors were told. ' * 9}</p></article></body></html>"
)


def changed(**fields: object) -> Raw:
    return msgspec.structs.replace(RAW, **fields)


def test_a_text_is_the_report_word_for_word() -> None:
    report = report_of(RAW)
    assert (report.text, report.title, report.key, report.raw_sha256) == (TEXT, "", "a.txt", RAW.raw_sha256)
    assert (report.source.id, report.source.name) == ("source:unknown", "unknown")
    assert (report.published, report.published_from, report.url) == (None, None, None)
    assert report.language == "en"


@given(st.text(min_size=1).filter(str.strip))
def test_no_text_is_changed(text: str) -> None:
    assert report_of(changed(content=text)).text == text


def test_markdown_is_left_as_it_is() -> None:
    assert report_of(changed(content="# Arrun\n\n*Shells* fell.", format="markdown")).text == "# Arrun\n\n*Shells* fell."


def test_the_same_bytes_are_the_same_report_under_any_name() -> None:
    assert report_of(RAW).id == report_of(changed(key="copy.txt", published_given="2031-05-20")).id
    assert report_of(RAW).id != report_of(changed(raw_sha256="cd" * 32)).id


def test_an_id_names_one_text() -> None:
    assert report_of(RAW).id != report_of(changed(content=TEXT + " ")).id


def test_reading_twice_gives_the_same_report() -> None:
    page = changed(content=PAGE, format="html")
    assert report_of(page) == report_of(page)


def test_a_page_tells_its_title_source_date_and_address() -> None:
    report = report_of(changed(key="saved.html", content=PAGE, format="html"))
    assert (report.title, report.source.id, report.source.name) == ("Market shelled", "source:arrun-post", "Arrun Post")
    assert (report.published, report.published_from) == ("2031-05-19", "metadata")
    assert (report.url, report.key) == ("https://arrunpost.example/market",) * 2
    assert TEXT[16:] in report.text


def test_what_the_table_says_goes_before_what_the_page_says() -> None:
    row = changed(key="7", content=PAGE, format="html", title="T", source="S", url="", published="2031-05-01")
    report = report_of(row)
    assert (report.key, report.title, report.source.name, report.published) == ("7", "T", "S", "2031-05-01")


@pytest.mark.parametrize("published", ["2031-05-18", None])
def test_the_users_date_goes_before_all_others(published: str | None) -> None:
    report = report_of(changed(published=published, published_given="2031-05-20"))
    assert (report.published, report.published_from) == ("2031-05-20", "given")


def test_a_date_and_time_is_shortened_to_its_day() -> None:
    assert report_of(changed(published="2031-05-18T23:59:00-05:00")).published == "2031-05-18"


@pytest.mark.parametrize(
    ("source", "url", "name", "id_"),
    [
        ("Al-Arrun Éveil", None, "Al-Arrun Éveil", "source:al-arrun-eveil"),
        ("صحيفة", None, "صحيفة", "source:صحيفة"),
        ("", "https://www.arrunpost.example/a", "arrunpost.example", "source:arrunpost-example"),
        ("", "http://[broken", "unknown", "source:unknown"),
        ("", None, "unknown", "source:unknown"),
    ],
)
def test_the_source_is_named_by_the_input_else_by_its_site(source: str, url: str | None, name: str, id_: str) -> None:
    report = report_of(changed(source=source, url=url))
    assert (report.source.name, report.source.id) == (name, id_)


@pytest.mark.parametrize("content", ["<html><body></body></html>", "<p></p>"])
def test_a_page_without_an_article_is_unreadable(content: str) -> None:
    with pytest.raises(Unreadable, match=r"a\.txt has no article"):
        report_of(changed(content=content, format="html"))
