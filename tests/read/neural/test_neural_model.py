import hashlib
import json
from pathlib import Path

import pytest

from deconflict.errors import BadRequest
from deconflict.read.neural.model_files import FILES, check
from deconflict.read.neural.scheme import CLASS_OUTPUTS, LINKS, NODE_OUTPUTS, WHOM_AT, outline


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).write_text(name)
    files = {name: hashlib.sha256(name.encode()).hexdigest() for name in FILES}
    (tmp_path / "manifest.json").write_text(json.dumps({"version": "1", "files": files, "labels": outline()}))
    return tmp_path


def test_a_whole_model_is_accepted(folder: Path) -> None:
    assert set(check(folder).files) == set(FILES)


def test_a_changed_file_is_refused_by_name(folder: Path) -> None:
    (folder / "links.onnx").write_text("other")
    with pytest.raises(BadRequest, match=r"links\.onnx"):
        check(folder)


def test_a_missing_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="cannot be read"):
        check(tmp_path)


def test_a_model_of_other_labels_is_refused(folder: Path) -> None:
    said = json.loads((folder / "manifest.json").read_text())
    said["labels"]["types"] = said["labels"]["types"][::-1]
    (folder / "manifest.json").write_text(json.dumps(said))
    with pytest.raises(BadRequest, match="other labels"):
        check(folder)


def test_outputs_stand_side_by_side() -> None:
    assert NODE_OUTPUTS == 33 + 27 + 11 + 4
    assert len(LINKS) == 9
    assert WHOM_AT.stop == CLASS_OUTPUTS
