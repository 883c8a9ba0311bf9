"""What deconflict itself has written. Read as reports, its own words would become evidence for themselves."""

from __future__ import annotations

import re

from deconflict.record import Issue

_GENERATOR = re.compile(r"""<meta\s+name=["']?generator["']?\s+content=["']?deconflict\b""", re.IGNORECASE)
_WITHIN = 10_000  # characters; the mark stands in the first 1,000 of a page
_GEOJSON = re.compile(rb'\s*\{\s*"type"\s*:\s*"FeatureCollection".{0,400}"deconflict"\s*:', re.DOTALL)
_EVENTS = ("id", "type", "mode", "title", "status", "background", "edtf")
"""The first columns of the table of events; tests/ingest/test_ours.py holds them to the export."""


def is_our_page(text: str) -> bool:
    """Whether it is a page that `deconflict report` wrote."""
    return _GENERATOR.search(text[:_WITHIN]) is not None


def is_our_geojson(head: bytes) -> bool:
    """Whether it begins as an export of ours."""
    return _GEOJSON.match(head) is not None


def is_our_table(columns: tuple[str, ...]) -> bool:
    """Whether these are the columns of an export of ours."""
    return columns[: len(_EVENTS)] == _EVENTS


def own_work(name: str) -> Issue:
    """It is no report."""
    reason = f"{name} was written by deconflict itself, so it is no report: what it says comes from reports read before."
    return Issue("unsupported", name, reason, "Read the reports it was made from, or move it out of the folder.")
