"""What the network is punished for: the log loss of every label, summed over a section as of independent labels."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from deconflict.read.neural.scheme import (
    BACKGROUND_AT,
    CATEGORIES_AT,
    COUNTS_AT,
    DIRECT_AT,
    LINKS,
    MODE_AT,
    NODES,
    NODES_AT,
    OUTCOMES_AT,
    STATUS_AT,
    TALLY_AT,
    TRIGGER_AT,
    TYPE_AT,
    WHOM_AT,
)
from deconflict.read.neural.windows import windows
from training.examples import IGNORED, Example
from training.network import Network
from training.second_look import rows

SCALE = 50.0  # of a step's summed loss a chunk, so that gradients stay near the clipping norm
OTHER_NODES = 0.3
LINK = 0.5
STEP = 32  # lengths are padded to a multiple: fewer shapes for which kernels must be compiled
RARE = torch.tensor([1.0, 2.0, 2.5, 3.0, 2.0, 3.0])
"""Weights of the statuses, about the root of how much rarer they are than `asserted`, at most 3: 85 % are asserted."""


def loss(network: Network, example: Example, generator: np.random.Generator) -> Tensor:
    """Both looks at one section."""
    reading = example.reading
    hidden, outputs = _first(network, example)
    total = _node_loss(example, outputs.float())
    marked = rows(example, outputs.detach().float().numpy(), generator)
    if len(marked.kinds):
        seen = windows(reading, marked.spans)
        given = [torch.from_numpy(values) for values in (seen.at, seen.marks.astype(np.float32), seen.near, marked.kinds)]
        linked, told = network.links(hidden, *given)
        links = np.take_along_axis(marked.links, seen.at[:, None, :], axis=-1)
        total = total + _link_loss(linked.float(), torch.from_numpy(links))
        total = total + _class_loss(told.float(), torch.from_numpy(marked.classes))
        total = total + _tally_loss(told.float(), torch.from_numpy(marked.tallies))
    return total / SCALE / 4


def _first(network: Network, example: Example) -> tuple[Tensor, Tensor]:
    """Hidden states (N, d) and outputs (N, NODE_OUTPUTS) of the section's own pieces; its chunks are read side by side."""
    chunks = example.reading.chunks
    longest = -(-max(len(chunk.ids) for chunk in chunks) // STEP) * STEP
    ids = torch.zeros((len(chunks), longest), dtype=torch.long)
    mask = torch.zeros((len(chunks), longest), dtype=torch.bool)
    for row, chunk in enumerate(chunks):
        ids[row, : len(chunk.ids)] = torch.tensor(chunk.ids)
        mask[row, : len(chunk.ids)] = True
    hidden, outputs = network.nodes(ids, mask)
    own = [(row, chunk.own) for row, chunk in enumerate(chunks)]
    return torch.cat([hidden[row, at] for row, at in own]), torch.cat([outputs[row, at] for row, at in own])


def _node_loss(example: Example, outputs: Tensor) -> Tensor:
    total = _cross(outputs[:, TRIGGER_AT], torch.from_numpy(example.trigger))
    scores = outputs[:, NODES_AT].unflatten(-1, (len(NODES), 3))
    for at, name in enumerate(NODES):
        total = total + _cross(scores[:, at], torch.from_numpy(example.nodes[at])) * (1.0 if name == "count" else OTHER_NODES)
    category = torch.from_numpy(example.category)
    counted = category != IGNORED
    if counted.any():
        wanted = torch.from_numpy(example.outcomes)[counted].float()
        total = total + functional.binary_cross_entropy_with_logits(outputs[:, OUTCOMES_AT][counted], wanted, reduction="sum")
    return total + _cross(outputs[:, CATEGORIES_AT], category) * OTHER_NODES


def _link_loss(outputs: Tensor, links: Tensor) -> Tensor:
    scores = outputs.unflatten(-1, (len(LINKS), 3)).transpose(1, 2)
    return _cross(scores, links) * LINK


def _class_loss(outputs: Tensor, classes: Tensor) -> Tensor:
    total = _cross(outputs[:, TYPE_AT], classes[:, 0]) + _cross(outputs[:, MODE_AT], classes[:, 1])
    total = total + _cross(outputs[:, STATUS_AT], classes[:, 2], RARE)
    return total + _yes_or_no(outputs[:, [BACKGROUND_AT, DIRECT_AT]], classes[:, 3:5])


def _tally_loss(outputs: Tensor, tallies: Tensor) -> Tensor:
    total = _yes_or_no(outputs[:, COUNTS_AT], tallies[:, 0]) + _yes_or_no(outputs[:, TALLY_AT], tallies[:, 1:-1])
    return total + _cross(outputs[:, WHOM_AT], tallies[:, -1]) * OTHER_NODES


def _yes_or_no(scores: Tensor, wanted: Tensor) -> Tensor:
    known = wanted != IGNORED
    return functional.binary_cross_entropy_with_logits(scores[known], wanted[known].float(), reduction="sum")


def _cross(scores: Tensor, wanted: Tensor, weight: Tensor | None = None) -> Tensor:
    flat = scores.flatten(0, -2)
    return functional.cross_entropy(flat, wanted.flatten(), weight, ignore_index=IGNORED, reduction="sum")
