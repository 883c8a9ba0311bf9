"""Claims as Parquet read back as they were."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from deconflict import __version__
from deconflict.errors import PublishRefused
from deconflict.publish import EXPORTS, Published
from deconflict.publish.parquet import claim_schema
from deconflict.record import Claim


def test_every_claim_reads_back_as_it_was(story: Published, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    assert EXPORTS["parquet"](story, path) == len(story.claims)
    rows = pq.read_table(path).to_pylist()
    events = [row.pop("event") for row in rows]
    assert msgspec.convert(rows, tuple[Claim, ...], strict=False) == story.claims
    assert events[:2] == ["e-market", "e-market"]


def test_the_columns_are_those_of_the_noun() -> None:
    assert claim_schema().names == [*msgspec.inspect.type_info(Claim).cls.__struct_encode_fields__, "event"]


def test_the_file_says_what_it_is(story: Published, tmp_path: Path) -> None:
    EXPORTS["parquet"](story, tmp_path / "claims.parquet")
    about = pq.read_schema(tmp_path / "claims.parquet").metadata
    assert about[b"deconflict"] == __version__.encode()
    assert about[b"title"] == b"The war in Marrow"


def test_nothing_to_publish_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishRefused):
        EXPORTS["parquet"](Published("Empty", "2026-11-20"), tmp_path / "claims.parquet")
