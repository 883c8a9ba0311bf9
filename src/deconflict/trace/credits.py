"""Whom a report names as the one it has its text from: "(Meridian)", "--AFP", "Source: ...", "Reporting by ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deconflict.packs import Packs
from deconflict.record import Report, Source, Span

HEAD, TAIL = 250, 300
"""Characters at the start and the end of a text in which credits stand."""

_IN_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_AFTER_DASHES = re.compile(r"(?:--+|[—–]|(?<=\s)-)\s*([A-Z][^\n().]{1,40})[.\s]*$")
_SOURCE_LINE = re.compile(
    r"(?im)^[ \t]*(?:source|via|originally published by|from)[ \t]*:[ \t]*([^\n()]{2,60}?)(?:[ \t.)]|Twitter|Facebook)*$"
)
_SOURCE_AT_END = re.compile(r"\bSource\s*:\s*([A-Z][^\n:()]{1,60}?)(?:[.\s)]|Twitter|Facebook)*$")
_SIGNED = re.compile(r"\b(?:Reporting|Writing) by ([^;\n.()]{2,80})")
_NOBODY = frozenset({"", "agencies", "agency", "news agencies", "wires", "staff", "twitter", "facebook", "own correspondents"})
_SEVERAL = re.compile(r"\s*(?:/|,|&|\+|\band\b)\s*")


def credited(report: Report, packs: Packs) -> tuple[tuple[Source, Span], ...]:
    """The outlets other than its own that the report credits, each with the words that do. Empty: it credits none."""
    found: dict[str, tuple[Source, Span]] = {}
    for span, trusted in _candidates(report):
        for name in _SEVERAL.split(span.text):
            source = packs.source_named(name.strip())
            named = trusted and name.strip().casefold() not in _NOBODY
            if (named or source.kind is not None) and source.id != report.source.id:
                found.setdefault(source.id, (source, span))
    return tuple(found[key] for key in sorted(found))


def _candidates(report: Report) -> Iterator[tuple[Span, bool]]:
    """Where a credit may stand, and whether its form alone makes it one; in brackets only a known outlet is a credit."""
    text = report.text
    end = max(0, len(text) - TAIL)
    for match in (*_IN_BRACKETS.finditer(text, 0, HEAD), *_IN_BRACKETS.finditer(text, max(HEAD, end))):
        yield report.span(*match.span(1)), False
    if dashed := _AFTER_DASHES.search(text, end):
        yield report.span(*dashed.span(1)), False
    for match in (*_SOURCE_LINE.finditer(text, 0, HEAD), *_SOURCE_LINE.finditer(text, max(HEAD, end))):
        yield report.span(*match.span(1)), True
    for match in _SIGNED.finditer(text, end):
        yield report.span(*match.span(1)), False
    if ending := _SOURCE_AT_END.search(text, end):
        yield report.span(*ending.span(1)), True
