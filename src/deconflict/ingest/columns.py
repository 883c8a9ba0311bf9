"""Which column of a table holds what."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from deconflict.errors import BadRequest
from deconflict.ingest.options import COLUMN_ROLES, ColumnRole

_OBVIOUS: Mapping[ColumnRole, tuple[str, ...]] = {
    "text": (
        "text", "content", "body", "article", "story", "fulltext", "maintext", "plaintext", "bodytext", "articletext",
        "articlecontent", "articlebody", "newstext", "newscontent", "newsbody", "textcontent", "contenttext", "reporttext",
    ),
    "title": ("title", "headline", "heading", "articletitle", "articleheadline", "newstitle", "newsheadline", "reporttitle"),
    "source": (
        "source", "outlet", "publisher", "publication", "newspaper", "sourcename", "newssource", "newsoutlet", "sitename",
    ),
    "published": (
        "published", "date", "publisheddate", "publishedat", "publishedon", "publicationdate", "publishdate", "datepublished",
        "pubdate", "articledate",
    ),
    "id": ("id", "uid", "uuid", "guid", "articleid", "documentid", "docid", "reportid", "unitid", "newsid"),
    "url": ("url", "link", "href", "permalink", "articleurl", "articlelink", "pageurl", "weburl", "canonicalurl"),
}  # fmt: skip
"""Names in small letters, without what stands between their words."""

_SHOWN = 40  # columns named in a message


class Columns(msgspec.Struct, frozen=True):
    """The column of each role that has one, `text` always; `unsure`: roles that several columns could fill, and those columns."""

    names: dict[ColumnRole, str]
    unsure: dict[ColumnRole, tuple[str, ...]] = {}


def columns_of(
    table: str, header: Sequence[str], asked: Mapping[ColumnRole, str], numbers: Collection[str] = frozenset()
) -> Columns:
    """What the user asked for, and nothing else; the obvious names if nothing was asked for. Raises BadRequest.

    `numbers`: columns that are known to hold no words, so that none of them is the text.
    """
    for role, name in asked.items():
        if header.count(name) != 1:
            wrong = "has no column" if name not in header else "has more than one column"
            raise BadRequest(f"{table} {wrong} {name!r}, which --columns gives for {role}.", _there_are(header))
    wanted = ("text",) if asked else COLUMN_ROLES
    candidates = {role: _candidates(role, header) for role in wanted if role not in asked}
    names = dict(asked) | {role: found[0] for role, found in candidates.items() if len(found) == 1}
    if names.get("text") in numbers:
        raise BadRequest(f"{table} has no text: its column {names['text']!r} holds numbers or dates.", _which(header))
    if "text" not in names:
        which = "more than one column that could be" if candidates["text"] else "no column that is plainly"
        raise BadRequest(f"{table} has {which} the reports' text.", _which(header))
    return Columns(names, {role: found for role, found in candidates.items() if len(found) > 1})


def _candidates(role: ColumnRole, header: Sequence[str]) -> tuple[str, ...]:
    """The columns that could be meant. One called exactly by the role's own name is meant, unless the role is the text."""
    if role != "text" and header.count(role) == 1:
        return (role,)
    return tuple(name for name in header if "".join(filter(str.isalnum, name.casefold())) in _OBVIOUS[role])


def _which(header: Sequence[str]) -> str:
    return f"{_there_are(header)} Say which with --columns text=NAME."


def _there_are(header: Sequence[str]) -> str:
    more = f" and {len(header) - _SHOWN} more" if len(header) > _SHOWN else ""
    return f"Its columns are {', '.join(header[:_SHOWN]) or 'without names'}{more}."
