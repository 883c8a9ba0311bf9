"""The network: one encoder, node heads on its top, and a narrow second look at a window in which one span is marked."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel

from deconflict.read.neural.scheme import CLASS_OUTPUTS, LINK_OUTPUTS, NODE_OUTPUTS
from deconflict.read.neural.tagger import Floats, Ints
from deconflict.read.neural.windows import NEAR_BUCKETS
from training import encoder

WIDTH = 384


@dataclass(frozen=True)
class Shape:
    """`link` is the width of the second look, `hidden` that of what it says of the span as a whole."""

    link: int = 192
    hidden: int = 256


class Network(nn.Module):
    """Both looks. `nodes` gives hidden states for `links`."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        whole = AutoModel.from_pretrained(encoder.folder(), attn_implementation="sdpa")
        self.embeddings = whole.embeddings
        self.layers = whole.encoder.layer
        self.node_head = nn.Linear(WIDTH, NODE_OUTPUTS)
        self.near = nn.Embedding(2 * NEAR_BUCKETS, shape.link)
        self.token_in = nn.Linear(WIDTH, shape.link)
        self.trigger_in = nn.Linear(WIDTH, shape.link)
        self.norm = nn.LayerNorm(shape.link)
        self.link_in = nn.Linear(shape.link, shape.link)
        self.link_head = nn.Linear(shape.link, LINK_OUTPUTS)
        self.class_in = nn.Linear(WIDTH + shape.link, shape.hidden)
        self.class_head = nn.Linear(shape.hidden, CLASS_OUTPUTS)
        self.drop = nn.Dropout(0.1)
        nn.init.normal_(self.near.weight, std=0.02)

    def nodes(self, ids: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """ids (B, L) to hidden (B, L, d) and outputs (B, L, NODE_OUTPUTS); `mask` (B, L) is true where a piece is."""
        hidden = self.embeddings(input_ids=ids)
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            hidden = _through(layer, hidden, seen)
        return hidden, self.node_head(self.drop(hidden))

    def links(self, hidden: Tensor, at: Tensor, marks: Tensor, near: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """hidden (N, d); at, marks and near (T, L), kinds (T,) to (T, L, LINK_OUTPUTS) and (T, CLASS_OUTPUTS)."""
        weights = (marks / marks.sum(1, keepdim=True))[:, None, :]
        trigger = torch.matmul(weights, self.drop(hidden)[at])
        asked = self.trigger_in(trigger)
        tokens = self.token_in(self.drop(hidden))[at]
        rows = self.norm(tokens * (1.0 + asked) + asked + self.near(near + NEAR_BUCKETS * kinds[:, None]))
        told = torch.relu(self.class_in(torch.cat([trigger[:, 0], torch.matmul(weights, rows)[:, 0]], dim=-1)))
        rows = self.drop(torch.relu(self.link_in(rows)))
        return self.link_head(rows), self.class_head(self.drop(told))


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
    def links(self, hidden: Floats, at: Ints, marks: Ints, near: Ints, kinds: Ints) -> tuple[Floats, Floats]:
        """See `Tagger`."""
        given = [torch.as_tensor(np.asarray(values)) for values in (hidden, at, marks, near, kinds)]
        given[2] = given[2].float()
        outputs, classes = self.network.links(*given)
        return outputs.numpy(), classes.numpy()
