"""The model's files, each with its SHA-256 in the manifest.

manifest.json    the SHA-256 of every other file, the labels in the order of the outputs, and what scores are worth
nodes.onnx       ids (1, L) -> hidden (1, L, d), outputs (1, L, NODE_OUTPUTS)
links.onnx       hidden (N, d), at (T, L), marks (T, L), near (T, L), kinds (T,)
                 -> outputs (T, L, LINK_OUTPUTS), classes (T, CLASS_OUTPUTS)
tokenizer.json   the word pieces
card.md          what it was made from, how well it reads, what it gets wrong
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from deconflict.errors import BadRequest
from deconflict.read.neural.confidence import Scales
from deconflict.read.neural.scheme import outline

FILES = ("nodes.onnx", "links.onnx", "tokenizer.json", "card.md")


class Manifest(msgspec.Struct, frozen=True):
    """What a model folder holds: `version` of the model, `files` with their SHA-256, `labels` by kind, `scales` of confidence."""

    version: str
    files: dict[str, str]
    labels: dict[str, list[str]]
    scales: Scales = Scales()


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
