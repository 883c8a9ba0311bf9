"""`deconflict schema`"""

from __future__ import annotations

from typing import Any

import click

from deconflict.cli import out
from deconflict.errors import BadRequest

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NOUNS = (
    "Span", "Source", "Block", "Flag", "Report", "Role", "Count", "Attribution", "Relation", "ZoneRelation", "Where", "When",
    "Claim", "Entity", "Origin", "Copy", "Link", "Voice", "Finding", "Grade", "Event", "Issue",
)  # fmt: skip


@click.command()
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print the JSON Schema of a noun, or of all nouns.

    NAME is Span, Report, Claim, Event, Finding, and so on.
    """
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(schema_of(name) if name else schema_of_all()), indent=2)
    out.write(text.decode() + "\n")


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one noun, with the nouns it is made of among its `$defs`. Errors: `BadRequest` if there is no such noun."""
    import msgspec

    from deconflict import record

    known = {noun.lower(): noun for noun in NOUNS}
    if name.lower() not in known:
        raise BadRequest(f"There is no noun {name!r}.", f"Choose one of: {', '.join(NOUNS)}.")
    return {"$schema": DRAFT, **msgspec.json.schema(getattr(record, known[name.lower()]))}


def schema_of_all() -> dict[str, Any]:
    """All nouns, as the `$defs` of one schema."""
    import msgspec

    from deconflict import record

    _, parts = msgspec.json.schema_components([getattr(record, noun) for noun in NOUNS], ref_template="#/$defs/{name}")
    return {"$schema": DRAFT, "$defs": dict(sorted(parts.items()))}
