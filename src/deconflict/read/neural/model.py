"""The model opened: run one chunk, or the spans of one report, at a time.

Dynamic int8 takes one scale over all that is given at once. So a chunk is never run beside another, nor a report's spans beside
another report's: a report's claims depend on the report alone.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from deconflict.errors import BadRequest
from deconflict.read.neural.confidence import Scales
from deconflict.read.neural.model_files import check
from deconflict.read.neural.tagger import Encode, Floats, Ints, Pieces, Tagger


@dataclass(frozen=True, slots=True)
class Model:
    """What a reader reads with: a tagger, the pieces it knows, and what its scores are worth."""

    version: str
    tagger: Tagger
    encode: Encode
    scales: Scales


def load(folder: Path) -> Model:
    """The model in a folder. Raises BadRequest if a file is missing or is not the one the manifest names."""
    manifest = check(folder)
    return Model(manifest.version, OnnxTagger(folder), _encode(folder / "tokenizer.json"), manifest.scales)


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
