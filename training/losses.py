"""What the network is punished for: the log loss of every label, summed over a chunk as of independent labels."""

from __future__ import annotations

from dataclasses import dataclass

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
from training.examples import IGNORED, Example
from training.network import Network
from training.second_look import padded, rows, stacked

SCALE = 50.0  # of a chunk's summed loss, so that gradients stay near the clipping norm
OTHER_NODES = 0.3
STEP = 32  # lengths are padded to a multiple: fewer shapes for which kernels must be compiled; 846 pieces/s against 717
LINK = 0.5


@dataclass
class Batch:
    """Chunks of like length, padded. `rows` are the triggers' chunks."""

    examples: list[Example]
    ids: Tensor
    mask: Tensor


def batch(chosen: list[Example]) -> Batch:
    """The chunks side by side."""
    longest = -(-max(len(example.chunk.ids) for example in chosen) // STEP) * STEP
    ids = torch.zeros((len(chosen), longest), dtype=torch.long)
    mask = torch.zeros((len(chosen), longest), dtype=torch.bool)
    for row, example in enumerate(chosen):
        ids[row, : len(example.chunk.ids)] = torch.tensor(example.chunk.ids)
        mask[row, : len(example.chunk.ids)] = True
    return Batch(chosen, ids, mask)


def loss(network: Network, given: Batch, generator: np.random.Generator) -> Tensor:
    """Both looks."""
    hidden, outputs = network.nodes(given.ids, given.mask)
    total = _node_loss(given, outputs.float())
    seen = outputs.detach().float().numpy()
    every = [rows(example, seen[at], generator) for at, example in enumerate(given.examples)]
    at = [at for at, each in enumerate(every) for _ in each.kinds]
    if at:
        second = stacked(every, given.ids.shape[1])
        linked, told = network.links(hidden[at], second["marked"].float(), second["near"], second["kinds"], given.mask[at])
        total = total + _link_loss(linked.float(), second["links"])
        total = total + _class_loss(told.float(), second["classes"]) + _tally_loss(told.float(), second["tallies"])
    return total / len(given.examples) / SCALE


def _node_loss(given: Batch, outputs: Tensor) -> Tensor:
    longest = given.ids.shape[1]
    trigger = _stack([example.trigger for example in given.examples], longest)
    nodes = _stack([example.nodes for example in given.examples], longest)
    category = _stack([example.category for example in given.examples], longest)
    outcomes = torch.from_numpy(np.stack([padded(example.outcomes.T, longest, 0) for example in given.examples]))
    total = _cross(outputs[..., TRIGGER_AT], trigger)
    scores = outputs[..., NODES_AT].unflatten(-1, (len(NODES), 3))
    for at, name in enumerate(NODES):
        total = total + _cross(scores[:, :, at], nodes[:, at]) * (1.0 if name == "count" else OTHER_NODES)
    counted = category != IGNORED
    if counted.any():
        wanted = outcomes.transpose(1, 2)[counted].float()
        total = total + functional.binary_cross_entropy_with_logits(outputs[..., OUTCOMES_AT][counted], wanted, reduction="sum")
    return total + _cross(outputs[..., CATEGORIES_AT], category) * OTHER_NODES


def _link_loss(outputs: Tensor, links: Tensor) -> Tensor:
    scores = outputs.unflatten(-1, (len(LINKS), 3)).transpose(1, 2)
    return _cross(scores, links) * LINK


def _class_loss(outputs: Tensor, classes: Tensor) -> Tensor:
    total = outputs.new_zeros(())
    for at, part in enumerate((TYPE_AT, MODE_AT, STATUS_AT)):
        total = total + _cross(outputs[:, part], classes[:, at])
    return total + _yes_or_no(outputs[:, [BACKGROUND_AT, DIRECT_AT]], classes[:, 3:5])


def _tally_loss(outputs: Tensor, tallies: Tensor) -> Tensor:
    total = _yes_or_no(outputs[:, COUNTS_AT], tallies[:, 0]) + _yes_or_no(outputs[:, TALLY_AT], tallies[:, 1:-1])
    return total + _cross(outputs[:, WHOM_AT], tallies[:, -1]) * OTHER_NODES


def _yes_or_no(scores: Tensor, wanted: Tensor) -> Tensor:
    known = wanted != IGNORED
    return functional.binary_cross_entropy_with_logits(scores[known], wanted[known].float(), reduction="sum")


def _cross(scores: Tensor, wanted: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2), wanted.flatten(), ignore_index=IGNORED, reduction="sum")


def _stack(values: list[np.ndarray], longest: int) -> Tensor:
    return torch.from_numpy(np.stack([padded(value, longest, IGNORED) for value in values]))
