"""What kind of input a file is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from deconflict.ingest.content import Content
from deconflict.record import Issue

Kind = Literal["text", "markdown", "html", "delimited", "json", "json lines", "parquet"]

_KINDS: Mapping[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    "": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "delimited",
    ".tsv": "delimited",
    ".tab": "delimited",
    ".json": "json",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".parquet": "parquet",
    ".pq": "parquet",
}
_DOCUMENTS = (
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".eml", ".msg", ".mbox", ".mht", ".mhtml", ".warc", ".wacz", ".epub", ".xls",
    ".xlsx", ".ods", ".xml", ".rss", ".atom", ".gz", ".zst", ".zip", ".bz2", ".xz",
)  # fmt: skip
"""What may hold reports. Other files in a folder, pictures and the like, are passed over."""


def kind_by_name(content: Content) -> Kind | None:
    """By the file's extension; None if such files are not read."""
    return _KINDS.get(content.extension)


def is_passed_over(content: Content) -> bool:
    """Whether it was found in a folder and is no report, such as a picture beside the reports."""
    return content.path is not None and not content.named and content.extension not in (*_KINDS, *_DOCUMENTS)


def unsupported(content: Content) -> Issue:
    """An input that was named, or that may hold a report, in a format that is not read."""
    reason = f"{content.name} is not read: {content.extension} files are not supported."
    return Issue("unsupported", content.name, reason, "Save it as .txt, .html or .csv.")


def passed_over(contents: Iterable[Content]) -> Iterator[Issue]:
    """One word for all files of a kind that are passed over; it is no warning."""
    by_extension: dict[str, list[str]] = {}
    for content in contents:
        by_extension.setdefault(content.extension, []).append(content.name)
    for extension, names in by_extension.items():
        which = names[0] if len(names) == 1 else f"{len(names):,} {extension} files such as {names[0]}"
        reason = f"Not read, since no reports are kept in {extension} files: {which}."
        yield Issue("unsupported", names[0], reason, "Nothing to do if they hold no reports.", skipped=False)
