"""Export a trained network: python -m training.export MODEL.pt FOLDER [--vocabulary N]

Fused by onnxruntime's optimizer for BERT, int8 weights per output channel, dynamic int8 activations, pruned vocabulary.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from benchmarks import folders
from deconflict.read.neural.confidence import Scales
from deconflict.read.neural.model_files import FILES, Manifest, check
from deconflict.read.neural.scheme import outline
from training import encoder
from training.fused import HEADS, FusedLayer
from training.network import Network, load
from training.texts import texts

WIDTH = 384
FLOATS = {"DefaultTensorType": TensorProto.FLOAT}
KEPT = 19_000  # of 30,522 pieces: all the corpora use often enough, then the vocabulary's own order, which is by frequency


class Nodes(nn.Module):
    """The first look, alone."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """ids (1, L) to hidden (1, L, d) and outputs."""
        return self.network.nodes(ids)


class Links(nn.Module):
    """The second look, alone."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, hidden: Tensor, at: Tensor, marks: Tensor, near: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """hidden (N, d), at, marks and near (T, L), kinds (T,) to link outputs and classes."""
        return self.network.links(hidden, at, marks, near, kinds)


def main() -> None:
    """Write the model folder and check it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vocabulary", type=int, default=KEPT)
    asked = parser.parse_args()
    export(load(asked.model), asked.folder, asked.vocabulary)
    for path in sorted(asked.folder.iterdir()):
        print(f"{path.name:16} {path.stat().st_size / 1e6:6.2f} MB")


def export(network: Network, folder: Path, vocabulary: int = KEPT) -> None:
    """Write nodes.onnx, links.onnx, tokenizer.json, an empty card and the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    _prune(network, folder / "tokenizer.json", vocabulary)
    network.layers = nn.ModuleList(FusedLayer(layer) for layer in network.layers)
    ids = torch.full((1, 12), 100)
    _write(Nodes(network), (ids,), ["ids"], ["hidden", "outputs"], {"ids": {1: "L"}}, folder / "nodes.onnx")
    hidden = network.nodes(ids)[0][0].detach()
    at = torch.arange(9).repeat(2, 1)
    marks = torch.zeros((2, 9)).index_fill_(1, torch.tensor([3]), 1.0)
    names = ["hidden", "at", "marks", "near", "kinds"]
    axes = {"hidden": {0: "N"}, "kinds": {0: "T"}} | {name: {0: "T", 1: "L"} for name in names[1:4]}
    given = (hidden, at, marks, torch.zeros_like(at), torch.tensor([0, 1]))
    _write(Links(network), given, names, ["outputs", "classes"], axes, folder / "links.onnx")
    seal(folder, Scales(), "")


def seal(folder: Path, scales: Scales, card: str) -> str:
    """Write the card and the manifest, and check the whole. Returns the model's version."""
    (folder / "card.md").write_text(card, encoding="utf-8")
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    version = hashlib.sha256("".join(digests[name] for name in FILES if name != "card.md").encode()).hexdigest()[:8]
    manifest = Manifest(version, digests, outline(), scales)
    (folder / "manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    return check(folder).version


def _write(module: nn.Module, given: Any, names: list[str], outputs: list[str], axes: dict[str, Any], path: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        plain, fused = Path(scratch) / "plain.onnx", Path(scratch) / "fused.onnx"
        torch.onnx.export(
            module.eval(), given, str(plain), input_names=names, output_names=outputs, dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False
        made = optimizer.optimize_model(
            str(plain), "bert", num_heads=HEADS, hidden_size=WIDTH, optimization_options=options, opt_level=1
        )
        print(path.name, made.get_fused_operator_statistics())
        made.save_model_to_file(str(fused))
        quantize_dynamic(str(fused), str(path), per_channel=True, weight_type=QuantType.QInt8, extra_options=FLOATS)


def _prune(network: Network, path: Path, size: int) -> None:
    """Keep `size` pieces: what the corpora need most, then the most frequent of the encoder's own."""
    tokens = encoder.tokenizer()
    kept = _kept(tokens.get_vocab_size(), size)
    said = json.loads(tokens.to_str())
    by_id = {number: piece for piece, number in said["model"]["vocab"].items()}
    renumbered = {old: new for new, old in enumerate(kept)}
    said["model"]["vocab"] = {by_id[old]: new for old, new in renumbered.items()}
    said["post_processor"] = None
    said["added_tokens"] = [{**token, "id": renumbered[token["id"]]} for token in said["added_tokens"]]
    path.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    old = network.embeddings.word_embeddings.weight.detach()
    network.embeddings.word_embeddings = nn.Embedding.from_pretrained(old[kept].clone())


def _kept(whole: int, size: int) -> list[int]:
    """Old numbers in order; the first 104 hold the marks and stay, so that 101 and 102 keep their meaning."""
    if size >= whole:
        return list(range(whole))
    tokens = encoder.tokenizer()
    used = {piece for text in texts(folders.corpora()).values() for piece in tokens.encode(text.text).ids}
    wanted = [*range(104), *sorted(used - set(range(104)))]
    rest = [number for number in range(999, whole) if number not in used]
    first = set(wanted[:size])
    return sorted(first | set(rest[: max(0, size - len(first))]))


if __name__ == "__main__":
    main()
