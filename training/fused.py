"""An encoder layer as onnxruntime runs it fastest: attention is one operator with queries, keys and values together."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

HEADS = 12


class Attend(torch.autograd.Function):
    """Self-attention over one unpadded chunk; exported as onnxruntime's own `Attention`."""

    @staticmethod
    def forward(ctx: Any, hidden: Tensor, weight: Tensor, bias: Tensor) -> Tensor:  # noqa: ARG004 (torch gives it)
        """hidden (B, L, d), weight (d, 3d), bias (3d,) to (B, L, d)."""
        rows, size, width = hidden.shape
        asked, known, told = (hidden @ weight + bias).view(rows, size, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        weights = functional.softmax(asked @ known.transpose(-1, -2) / math.sqrt(width // HEADS), dim=-1)
        return (weights @ told).transpose(1, 2).reshape(rows, size, width)

    @staticmethod
    def symbolic(g: Any, hidden: Any, weight: Any, bias: Any) -> Any:
        """The one operator."""
        return g.op("com.microsoft::Attention", hidden, weight, bias, num_heads_i=HEADS).setType(hidden.type())


class FusedLayer(nn.Module):
    """The same function as the layer it is made from, without dropout."""

    def __init__(self, layer: Any) -> None:
        super().__init__()
        parts = [layer.attention.self.query, layer.attention.self.key, layer.attention.self.value]
        self.weight = nn.Parameter(torch.cat([part.weight.detach() for part in parts]).T.contiguous())
        self.bias = nn.Parameter(torch.cat([part.bias.detach() for part in parts]))
        self.after, self.after_norm = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.wide, self.narrow, self.norm = layer.intermediate.dense, layer.output.dense, layer.output.LayerNorm

    def forward(self, hidden: Tensor, seen: None = None) -> Tensor:  # noqa: ARG002 (the shape of the layer it stands for)
        """hidden (B, L, d) to the same."""
        hidden = self.after_norm(self.after(Attend.apply(hidden, self.weight, self.bias)) + hidden)
        return self.norm(self.narrow(functional.gelu(self.wide(hidden))) + hidden)
