import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.read.neural.scripted import report_of

from deconflict.errors import BadRequest
from deconflict.read.neural import shipped_reader
from deconflict.read.neural.model import SHIPPED, load


def test_a_reader_without_its_model_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tmp_path_factory.mktemp("model")
    monkeypatch.setattr(load, "__defaults__", (empty,))
    with pytest.raises(BadRequest, match="cannot be read"):
        shipped_reader()


def test_nothing_heavy_is_imported_before_a_reader_is_made() -> None:
    code = (
        "import sys, deconflict.read.neural as n; print([m for m in ('numpy', 'onnxruntime', 'tokenizers') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.skipif(not SHIPPED.is_dir(), reason="no model is shipped yet")
def test_the_shipped_model_is_at_most_24_megabytes() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 24_000_000


@pytest.mark.skipif(not SHIPPED.is_dir(), reason="no model is shipped yet")
def test_the_same_report_gives_the_same_claims_with_one_thread_or_two() -> None:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    sentences = ("Gunners shelled Rivertown on Monday, killing at least 12 people, the mayor said.", "Two houses were destroyed.")
    reports = [report_of(*sentences[: 1 + at % 2], *["Nobody came to the market."] * at) for at in range(6)]
    reader = shipped_reader()
    alone = [reader.read(report) for report in reports]
    with ThreadPoolExecutor(2) as pool:
        beside = list(pool.map(reader.read, [*reports, *reversed(reports)]))
    assert beside[:6] == alone
    assert beside[6:] == alone[::-1]
    assert any(count.low == 12 for claim in alone[0] for count in claim.counts)
