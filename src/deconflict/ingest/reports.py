"""From a report as it came in to the noun all other steps work on."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

import msgspec

from deconflict.errors import Unreadable
from deconflict.ingest.dates import iso_date
from deconflict.ingest.language import language_of
from deconflict.ingest.limits import LONGEST_REPORT
from deconflict.ingest.page import Page, page_of
from deconflict.record import Raw, Report, Source, content_id
from deconflict.record.raw import UNASKED
from deconflict.record.report import PublishedFrom

UNKNOWN = "unknown"


def report_of(raw: Raw) -> Report:
    """The report, not yet divided into blocks and sentences. The same raw report gives the same id on every machine.

    Raises Unreadable if there is no text in it. The id is made of the input's bytes and of what was made of them, so that an
    id names one text for ever: should a later version find more text in the same page, that is another report.
    """
    page = page_of(raw.content) if raw.format == "html" else Page(raw.content)
    if not page.text.strip():
        raise Unreadable(
            f"{raw.key} has no article in it.", "Save the page from a browser, complete, or paste its text into a file."
        )
    if len(page.text) > LONGEST_REPORT:
        raise Unreadable(f"{raw.key} is longer than {LONGEST_REPORT:,} characters.", "Split it into one file per report.")
    title, url = raw.title or page.title, raw.url or page.url or None
    published, published_from = _published(raw, page)
    return Report(
        id=content_id("r", raw.raw_sha256, title, page.text),
        key=url if url and raw.url is None else raw.key,
        source=_source(raw.source or page.source, url),
        title=title,
        text=page.text,
        raw_sha256=raw.raw_sha256,
        url=url,
        published=published,
        published_from=published_from,
        language=language_of(page.text) if raw.language == UNASKED else raw.language,
    )


def with_language(raw: Raw) -> Raw:
    """With the language of its text, so that the process which makes the report need not load the tables of languages.

    A page is left as it is, since its text is found only when the report is made, and so is what is too long for a report.
    """
    if raw.format == "html" or len(raw.content) > LONGEST_REPORT:
        return raw
    return msgspec.structs.replace(raw, language=language_of(raw.content))


def _published(raw: Raw, page: Page) -> tuple[str | None, PublishedFrom | None]:
    """The user's word before the input's own."""
    if raw.published_given and (given := iso_date(raw.published_given)):
        return given, "given"
    own = iso_date(raw.published or "") or page.published
    return (own, "metadata") if own else (None, None)


def _source(name: str, url: str | None) -> Source:
    """By the name the input gives, else by the site it was on."""
    name = name or site_of(url) or UNKNOWN
    return Source(id=f"source:{_slug(name)}", name=name)


def site_of(url: str | None) -> str:
    """The host of an address, "" if it has none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _slug(name: str) -> str:
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", plain).strip("-") or content_id("unnamed", name)
