import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.read.neural.scripted import report_of

from deconflict.engine.plan import ReadingPlan
from deconflict.errors import BadRequest
from deconflict.read import FALLBACK
from deconflict.read.neural import ShippedReader, shipped
from deconflict.read.neural.shipped import SHIPPED, VERSION


def test_a_reader_without_its_model_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipped, "SHIPPED", tmp_path)
    assert "cannot be read" in ShippedReader.missing()
    with pytest.raises(BadRequest, match="cannot be read"):
        ShippedReader()


def test_another_reads_where_the_model_cannot_and_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipped, "SHIPPED", tmp_path)
    plan = ReadingPlan.usable("neural", ("world",))
    assert plan.reader == FALLBACK
    assert "cannot read here" in plan.instead


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "find_spec", lambda name: None if name == "tokenizers" else object())
    assert ShippedReader.missing() == "tokenizers is not installed."


def test_nothing_heavy_is_imported_before_a_reader_is_made() -> None:
    code = (
        "import sys, deconflict.read.neural as n; print([m for m in ('numpy', 'onnxruntime', 'tokenizers') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_shipped_model_is_at_most_24_megabytes_and_has_the_version_that_claims_are_signed_with() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 24_000_000
    assert json.loads((SHIPPED / "manifest.json").read_text())["version"] == VERSION


def test_the_same_report_gives_the_same_claims_with_one_thread_or_two() -> None:
    sentences = ("Gunners shelled Rivertown on Monday, killing at least 12 people, the mayor said.", "Two houses were destroyed.")
    reports = [report_of(*sentences[: 1 + at % 2], *["Nobody came to the market."] * at) for at in range(6)]
    reader = ShippedReader()
    alone = [reader.read(report) for report in reports]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(reader.read, reports)) == alone
    assert list(map(reader.read, reversed(reports))) == alone[::-1]
    assert any(claim.counts for claims in alone for claim in claims)
