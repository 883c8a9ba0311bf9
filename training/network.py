"""The network: one encoder; node heads on its top; link layers that see one trigger marked, with their own heads."""

from __future__ import annotations

import copy
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel

from deconflict.read.neural.scheme import CLASS_OUTPUTS, LINK_OUTPUTS, NEAR_BUCKETS, NODE_OUTPUTS
from deconflict.read.neural.tagger import Floats, Ints
from training import encoder

WIDTH = 384


@dataclass(frozen=True)
class Shape:
    """`shared` layers of the encoder serve both looks; `linked` layers, copies of those above, serve the second."""

    shared: int = 5
    linked: int = 1
    hidden: int = 256


class Network(nn.Module):
    """Both looks. `nodes` gives hidden states for `links`."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        whole = AutoModel.from_pretrained(encoder.folder(), attn_implementation="sdpa")
        self.embeddings = whole.embeddings
        layers = whole.encoder.layer
        self.shared = nn.ModuleList(layers[: shape.shared])
        self.upper = nn.ModuleList(layers[shape.shared :])
        self.linked = nn.ModuleList(copy.deepcopy(layers[6 - shape.linked :]))
        self.node_head = nn.Linear(WIDTH, NODE_OUTPUTS)
        self.mark = nn.Embedding(2, WIDTH)
        self.near = nn.Embedding(NEAR_BUCKETS, shape.hidden)
        self.token_in = nn.Linear(WIDTH, shape.hidden)
        self.trigger_in = nn.Linear(WIDTH, shape.hidden)
        self.pair_in = nn.Linear(WIDTH, shape.hidden)
        self.link_head = nn.Linear(shape.hidden, LINK_OUTPUTS)
        self.class_in = nn.Linear(2 * WIDTH, shape.hidden)
        self.class_head = nn.Linear(shape.hidden, CLASS_OUTPUTS)
        self.drop = nn.Dropout(0.1)
        nn.init.normal_(self.mark.weight, std=0.02)
        nn.init.normal_(self.near.weight, std=0.02)

    def nodes(self, ids: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """ids (B, L) to hidden (B, L, d) and outputs (B, L, NODE_OUTPUTS); `mask` (B, L) is true where a piece is."""
        hidden = self.embeddings(input_ids=ids)
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.shared:
            hidden = _through(layer, hidden, seen)
        top = hidden
        for layer in self.upper:
            top = _through(layer, top, seen)
        return hidden, self.node_head(self.drop(top))

    def links(
        self, hidden: Tensor, marked: Tensor, near: Tensor, kinds: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """hidden (T, L, d), marked and near (T, L), kinds (T,) to (T, L, LINK_OUTPUTS) and (T, CLASS_OUTPUTS)."""
        seen = None if mask is None else mask[:, None, None, :]
        hidden = hidden + marked[..., None] * self.mark(kinds)[:, None, :]
        for layer in self.linked:
            hidden = _through(layer, hidden, seen)
        weights = marked / marked.sum(1, keepdim=True)
        trigger = torch.matmul(weights[:, None, :], hidden)
        hidden = self.drop(hidden)
        inner = self.token_in(hidden) + self.trigger_in(trigger) + self.pair_in(hidden * trigger) + self.near(near)
        told = torch.relu(self.class_in(torch.cat([trigger[:, 0], hidden[:, 0]], dim=-1)))
        return self.link_head(torch.relu(inner)), self.class_head(self.drop(told))


def _through(layer: nn.Module, hidden: Tensor, seen: Tensor | None) -> Tensor:
    made = layer(hidden, seen)
    return made[0] if isinstance(made, tuple) else made


def save(network: Network, path: Path) -> None:
    """Shape and weights; the vocabulary's embeddings are frozen and are not kept."""
    weights = {name: value for name, value in network.state_dict().items() if "word_embeddings" not in name}
    torch.save({"shape": asdict(network.shape), "weights": weights}, path)


def load(path: Path) -> Network:
    """The network saved at `path`, ready to read."""
    kept: dict[str, Any] = torch.load(path, weights_only=True)
    network = Network(Shape(**kept["shape"]))
    missing, unknown = network.load_state_dict(kept["weights"], strict=False)
    if unknown or any("word_embeddings" not in name for name in missing):
        raise ValueError(f"{path} holds another network: {[*missing, *unknown]}")
    return network.eval()


class TorchTagger:
    """The network as the reader asks for it, in full precision: for scoring while training."""

    def __init__(self, network: Network) -> None:
        self.network = network.eval()

    @torch.inference_mode()
    def nodes(self, ids: Ints) -> tuple[Floats, Floats]:
        """See `Tagger`."""
        hidden, outputs = self.network.nodes(torch.as_tensor(ids)[None])
        return hidden[0].numpy(), outputs[0].numpy()

    @torch.inference_mode()
    def links(self, hidden: Floats, marks: Floats, near: Ints, kinds: Ints) -> tuple[Floats, Floats]:
        """See `Tagger`."""
        marked = torch.as_tensor(np.asarray(marks))
        wide = torch.as_tensor(np.asarray(hidden))[None].expand(len(marked), -1, -1)
        outputs, classes = self.network.links(wide, marked, torch.as_tensor(np.asarray(near)), torch.as_tensor(np.asarray(kinds)))
        return outputs.numpy(), classes.numpy()
