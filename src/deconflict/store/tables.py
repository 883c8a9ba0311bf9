"""The tables of a record. Each noun is a JSON payload, beside it only the columns that queries need.

Rows of the upper half are never edited: a report's text is fixed for ever, and each reading of it is a further row, the newest
of which is the live one. Rows of the lower half are computed from them and replaced as a whole.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False),
    Column("raw_sha256", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("kept_at", Text, nullable=False),
    Index("reports_by_bytes", "raw_sha256"),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    Column("input", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Index("readings_by_report", "report", "number"),
    Index("readings_by_input", "input", "method"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

readings_claims = Table(
    "readings_claims",
    metadata,
    Column("reading", Integer, ForeignKey("readings.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim", Text, ForeignKey("claims.id"), nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("reading", Integer, ForeignKey("readings.number")),
    Column("kind", Text, nullable=False),
    Column("noted_at", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

settled = Table(
    "settled",
    metadata,
    Column("issue", Integer, ForeignKey("issues.number"), primary_key=True),
    Column("settled_at", Text, nullable=False),
)
"""Issues of inputs that were read well later: no longer shown, and never edited."""

meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("payload", Text, nullable=False))

origins = Table(
    "origins",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("payload", Text, nullable=False),
)

claims_origins = Table(
    "claims_origins",
    metadata,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
    Column("origin", Text, ForeignKey("origins.id"), nullable=False),
)

copies = Table("copies", metadata, Column("number", Integer, primary_key=True), Column("payload", Text, nullable=False))

links = Table(
    "links",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("a", Text, ForeignKey("claims.id"), nullable=False),
    Column("b", Text, ForeignKey("claims.id"), nullable=False),
    Column("verdict", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

events_claims = Table(
    "events_claims",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
)

WEIGHED = (events_claims, events, links, copies, claims_origins, origins)
"""The computed tables, those that point before those pointed at: the order in which they can be emptied."""
