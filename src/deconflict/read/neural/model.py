"""The model's files: checked, opened, and run one chunk at a time.

    manifest.json    the SHA-256 of every other file, and the labels in the order of the outputs
    nodes.onnx       ids (1, L) -> hidden (1, L, d), outputs (1, L, NODE_OUTPUTS)
    links.onnx       hidden (N, d), at (T, L), marks (T, L), near (T, L), kinds (T,)
                     -> outputs (T, L, LINK_OUTPUTS), classes (T, CLASS_OUTPUTS)
    tokenizer.json   the word pieces
    card.md          what it was made from, how well it reads, what it gets wrong

Dynamic int8 takes one scale over all that is given at once. So a chunk is never run beside another, nor a report's spans beside
another report's: a report's claims depend on the report alone.
"""

from __future__ import annotations

import hashlib
import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from deconflict.errors import BadRequest
from deconflict.read.neural.confidence import Scales
from deconflict.read.neural.scheme import outline
from deconflict.read.neural.tagger import Encode, Floats, Ints, Pieces, Tagger

SHIPPED = Path(__file__).with_name("model")
FILES = ("nodes.onnx", "links.onnx", "tokenizer.json", "card.md")


class Manifest(msgspec.Struct, frozen=True):
    """What a model folder holds: `version` of the model, `files` with their SHA-256, `labels` by kind, `scales` of confidence."""

    version: str
    files: dict[str, str]
    labels: dict[str, list[str]]
    scales: Scales = Scales()


@dataclass(frozen=True, slots=True)
class Model:
    """What a reader reads with: a tagger, the pieces it knows, and what its scores are worth."""

    version: str
    tagger: Tagger
    encode: Encode
    scales: Scales


def load(folder: Path = SHIPPED) -> Model:
    """The model in a folder. Raises BadRequest if a file is missing or is not the one the manifest names."""
    manifest = check(folder)
    return Model(manifest.version, OnnxTagger(folder), _encode(folder / "tokenizer.json"), manifest.scales)


def check(folder: Path) -> Manifest:
    """The manifest of a whole and unchanged model. Raises BadRequest."""
    try:
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
        found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    except (OSError, msgspec.MsgspecError) as error:
        raise BadRequest(f"the model in {folder} cannot be read: {error}") from error
    changed = [name for name in FILES if manifest.files.get(name) != found[name]]
    if changed:
        raise BadRequest(f"the model in {folder} is not the one its manifest names: {', '.join(changed)} differ.")
    if manifest.labels != outline():
        raise BadRequest(f"the model in {folder} was trained on other labels than this version reads.")
    return manifest


class OnnxTagger:
    """The model on onnxruntime, one thread a call. Several threads may share it."""

    def __init__(self, folder: Path) -> None:
        self._nodes, self._links = _session(folder / "nodes.onnx"), _session(folder / "links.onnx")

    def nodes(self, ids: Ints) -> tuple[Floats, Floats]:
        """See `Tagger`."""
        hidden, outputs = self._nodes.run(None, {"ids": ids[None]})
        return hidden[0], outputs[0]

    def links(self, hidden: Floats, at: Ints, marks: Ints, near: Ints, kinds: Ints) -> tuple[Floats, Floats]:
        """See `Tagger`."""
        given = {"hidden": hidden, "at": at, "marks": marks.astype(np.float32), "near": near, "kinds": kinds}
        outputs, classes = self._links.run(None, given)
        return outputs, classes


def _session(path: Path) -> Any:
    runtime = _imported("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _encode(path: Path) -> Encode:
    tokens = _imported("tokenizers").Tokenizer.from_file(str(path))

    def encode(text: str) -> Pieces:
        found = tokens.encode(text, add_special_tokens=False)
        return Pieces(found.ids, found.offsets, [0 if word is None else word for word in found.word_ids])

    return encode


def _imported(name: str) -> Any:
    """A library only this reader needs. Raises BadRequest if it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise BadRequest(f"the neural reader needs {name}, which is not installed.") from error
