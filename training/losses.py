"""What the network is punished for: the log loss of every label, summed over a chunk as of independent labels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from deconflict.read.neural.chunks import marks
from deconflict.read.neural.decode import spans
from deconflict.read.neural.scheme import (
    BACKGROUND_AT,
    CATEGORIES_AT,
    DIRECT_AT,
    LINKS,
    MODE_AT,
    NODES,
    NODES_AT,
    OUTCOMES_AT,
    STATUS_AT,
    TRIGGER_AT,
    TYPE_AT,
    TYPES,
)
from training.examples import IGNORED, Example
from training.network import Network

SCALE = 50.0  # of a chunk's summed loss, so that gradients stay near the clipping norm
OTHER_NODES = 0.3
LINK = 0.5


@dataclass
class Batch:
    """Chunks of like length, padded. `rows` are the triggers' chunks."""

    examples: list[Example]
    ids: Tensor
    mask: Tensor


def batch(chosen: list[Example]) -> Batch:
    """The chunks side by side."""
    longest = max(len(example.chunk.ids) for example in chosen)
    ids = torch.zeros((len(chosen), longest), dtype=torch.long)
    mask = torch.zeros((len(chosen), longest), dtype=torch.bool)
    for row, example in enumerate(chosen):
        ids[row, : len(example.chunk.ids)] = torch.tensor(example.chunk.ids)
        mask[row, : len(example.chunk.ids)] = True
    return Batch(chosen, ids, mask)


def loss(network: Network, given: Batch, generator: np.random.Generator) -> Tensor:
    """Both looks; the second also sees up to two spans a chunk that are no claims: the mistakes of the first, if it makes any."""
    hidden, outputs = network.nodes(given.ids, given.mask)
    total = _node_loss(given, outputs.float())
    false = [_mistakes(example, outputs[row].detach().float().numpy(), generator) for row, example in enumerate(given.examples)]
    rows = [row for row, example in enumerate(given.examples) for _ in range(len(example.spans) + len(false[row]))]
    if rows:
        marked, near, links, classes = _second(given, false)
        linked, told = network.links(hidden[rows], marked, near, given.mask[rows])
        total = total + _link_loss(linked.float(), links) + _class_loss(told.float(), classes)
    return total / len(given.examples) / SCALE


def _node_loss(given: Batch, outputs: Tensor) -> Tensor:
    longest = given.ids.shape[1]
    trigger = _stack([example.trigger for example in given.examples], longest)
    nodes = _stack([example.nodes for example in given.examples], longest)
    category = _stack([example.category for example in given.examples], longest)
    outcomes = torch.from_numpy(np.stack([_padded(example.outcomes.T, longest, 0) for example in given.examples]))
    total = _cross(outputs[..., TRIGGER_AT], trigger)
    scores = outputs[..., NODES_AT].unflatten(-1, (len(NODES), 3))
    for at, name in enumerate(NODES):
        total = total + _cross(scores[:, :, at], nodes[:, at]) * (1.0 if name == "count" else OTHER_NODES)
    counted = category != IGNORED
    if counted.any():
        wanted = outcomes.transpose(1, 2)[counted].float()
        total = total + functional.binary_cross_entropy_with_logits(outputs[..., OUTCOMES_AT][counted], wanted, reduction="sum")
    return total + _cross(outputs[..., CATEGORIES_AT], category) * OTHER_NODES


def _mistakes(example: Example, outputs: np.ndarray, generator: np.random.Generator) -> list[tuple[int, int]]:
    scores = outputs[[word.piece for word in example.chunk.words]][:, TRIGGER_AT]
    tag = scores.argmax(1)
    bio = np.where(tag == 0, 0, np.where(tag <= len(TYPES), 1, 2))
    bio[1:][(bio[1:] == 2) & (bio[:-1] == 0)] = 1
    bio[0] = min(int(bio[0]), 1)
    own = [at for at, word in enumerate(example.chunk.words) if word.core]
    taken = {at for first, after in example.spans for at in range(first, after)}
    wrong = [span for span in spans(bio) if span[0] >= own[0] and not taken.intersection(range(*span))]
    if len(wrong) < 2:
        free = [at for at in own if at not in taken and example.chunk.words[at].end - example.chunk.words[at].start > 3]
        weights = np.array([np.exp(min(5.0, -float(scores[at, 0] - scores[at, 1:].max()))) for at in free])
        if free:
            at = int(generator.choice(free, p=weights / weights.sum()))
            wrong.append((at, at + 1))
    generator.shuffle(wrong)
    return wrong[:2]


def _second(given: Batch, false: list[list[tuple[int, int]]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """marked, near (T, L), links (T, LINKS, L), classes (T, 5) of true and false triggers, chunk by chunk."""
    longest = given.ids.shape[1]
    marked, near, links, classes = [], [], [], []
    for example, wrong in zip(given.examples, false, strict=True):
        more, away = marks(example.chunk, wrong)
        nothing = np.full((len(wrong), len(LINKS), len(example.chunk.ids)), IGNORED, dtype=np.int64)
        none = np.tile(np.array([[0, IGNORED, IGNORED, IGNORED, IGNORED]], dtype=np.int64), (len(wrong), 1))
        for values, true, untrue, fill in (
            (marked, example.marked, more, 0), (near, example.near, away, 0), (links, example.links, nothing, IGNORED),
        ):  # fmt: skip
            values.append(_padded(np.concatenate([true, untrue]), longest, fill))
        classes.append(np.concatenate([example.classes, none]))
    made = [torch.from_numpy(np.concatenate(values)) for values in (marked, near, links, classes)]
    return made[0].float(), made[1], made[2], made[3]


def _link_loss(outputs: Tensor, links: Tensor) -> Tensor:
    scores = outputs.unflatten(-1, (len(LINKS), 3)).transpose(1, 2)
    return _cross(scores, links) * LINK


def _class_loss(outputs: Tensor, classes: Tensor) -> Tensor:
    total = sum(_cross(outputs[:, part], classes[:, at]) for at, part in enumerate((TYPE_AT, MODE_AT, STATUS_AT)))
    for column, at in ((BACKGROUND_AT, 3), (DIRECT_AT, 4)):
        known = classes[:, at] != IGNORED
        if known.any():
            total = total + functional.binary_cross_entropy_with_logits(
                outputs[known, column], classes[known, at].float(), reduction="sum"
            )
    return torch.as_tensor(total)


def _cross(scores: Tensor, wanted: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2), wanted.flatten(), ignore_index=IGNORED, reduction="sum")


def _padded(values: np.ndarray, longest: int, fill: int) -> np.ndarray:
    room = [(0, 0)] * (values.ndim - 1) + [(0, longest - values.shape[-1])]
    return np.pad(values, room, constant_values=fill)


def _stack(values: list[np.ndarray], longest: int) -> Tensor:
    return torch.from_numpy(np.stack([_padded(value, longest, IGNORED) for value in values]))
