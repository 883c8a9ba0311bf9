"""Entities of re3d beside the published figures: python -m training.re3d [--seeds 3] [--epochs N] [--threads N]

The small encoder of the reader with one BIO head, trained on the train part of the split that ConfliBERT was measured on
(`re3d-split`). After every epoch the dev part is read; the weights of its best epoch read the test part, once a seed.
For comparison only: sentences of this split are the BBC's (CC BY-NC), so the weights are never saved and never shipped.
"""

from __future__ import annotations

import argparse
import copy
import math
import random
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from benchmarks import folders
from training import encoder
from training.entities import Figures, Sentence, best_tags, labels, sentences, strict

TOP, DOWN, HEADS, WARM = 2e-4, 0.9, 1e-3, 0.1
"""Learning rates: of the top layer, the factor for each layer below, of the head; the share of steps that warm up."""
BATCH, EPOCHS = 8, 16
DROP = 0.1
IGNORED = -100
FLOOR, AIM, PEER = 0.66, 0.70, "ConfliBERT (110 M parameters) .684"


class Pieces(NamedTuple):
    """A sentence as the encoder takes it: ids (L,), where each word's first piece stands (W,), each word's label (W,)."""

    ids: Tensor
    firsts: Tensor
    tags: Tensor


class Tagger(nn.Module):
    """The encoder and one linear head over the first piece of each word."""

    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder.folder(), attn_implementation="sdpa")
        self.encoder.pooler = None
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.drop = nn.Dropout(DROP)
        self.head = nn.Linear(self.encoder.config.hidden_size, outputs)

    def forward(self, ids: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """ids and mask (B, L), firsts (B, W) to scores (B, W, labels)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        words = torch.gather(hidden, 1, firsts[..., None].expand(-1, -1, hidden.shape[-1]))
        scores: Tensor = self.head(self.drop(words))
        return scores


def main() -> None:
    """Train with each seed; print dev and test of each, and the mean of test beside the floor."""
    asked = _arguments()
    torch.set_num_threads(asked.threads)
    folder = folders.corpora() / "re3d-split"
    parts = {name: sentences(folder / f"{name}.txt") for name in ("train", "dev", "test")}
    found = [run(parts, seed, asked.epochs) for seed in range(1, asked.seeds + 1)]
    mean, spread = statistics.mean(found), statistics.pstdev(found)
    print(f"test F1, mean of {len(found)} seeds: {mean:.4f} (spread {spread:.4f}); floor {FLOOR}, aim {AIM}; {PEER}")


def run(parts: dict[str, list[Sentence]], seed: int, epochs: int) -> float:
    """F1 on test of the weights that did best on dev."""
    torch.manual_seed(seed)
    shuffler, began = random.Random(seed), time.perf_counter()
    names, tokens = labels(parts["train"]), encoder.tokenizer()
    known = [pieces(sentence, tokens, names) for sentence in parts["train"]]
    tagger, kept, best, at = Tagger(len(names)), {}, Figures(-1.0, 0.0, 0.0), 0
    optimizer, schedule = _optimizer(tagger, epochs * math.ceil(len(known) / BATCH))
    for epoch in range(1, epochs + 1):
        learn(tagger, known, shuffler, lambda: (optimizer.step(), schedule.step(), optimizer.zero_grad(set_to_none=True)))
        dev = measured(tagger, parts["dev"], tokens, names)
        if dev.f1 > best.f1:
            best, at, kept = dev, epoch, copy.deepcopy(tagger.state_dict())
    tagger.load_state_dict(kept)
    test = measured(tagger, parts["test"], tokens, names)
    print(f"seed {seed}: dev {best.f1:.4f} at epoch {at}/{epochs}, test {test.f1:.4f} (precision {test.precision:.4f},"
          f" recall {test.recall:.4f}), {time.perf_counter() - began:.0f} s", flush=True)  # fmt: skip
    return test.f1


def pieces(sentence: Sentence, tokens: Tokenizer, names: Sequence[str]) -> Pieces:
    """The sentence in word pieces; a tag the training part lacks is not learnt from."""
    made = tokens.encode(list(sentence.words), is_pretokenized=True)
    words = [-1 if word is None else word for word in made.word_ids]
    firsts = {word: at for at, word in reversed(list(enumerate(words))) if word >= 0}
    where = [firsts.get(word, 0) for word in range(len(sentence.words))]
    numbers = [names.index(tag) if tag in names else IGNORED for tag in sentence.tags]
    return Pieces(torch.tensor(made.ids), torch.tensor(where), torch.tensor(numbers))


def learn(tagger: Tagger, known: list[Pieces], shuffler: random.Random, step: Callable[[], object]) -> None:
    """One epoch."""
    tagger.train()
    order = shuffler.sample(known, len(known))
    bounds = pairwise([*range(0, len(order), BATCH), len(order)])
    for chosen in (order[first:after] for first, after in bounds):
        ids, mask, firsts, tags = _side_by_side(chosen)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = tagger(ids, mask, firsts)
        functional.cross_entropy(scores.float().flatten(0, 1), tags.flatten(), ignore_index=IGNORED).backward()
        nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        step()


@torch.inference_mode()
def measured(tagger: Tagger, part: list[Sentence], tokens: Tokenizer, names: Sequence[str]) -> Figures:
    """Strict figures of what the tagger reads, a sentence at a time, in full precision."""
    tagger.eval()
    read = []
    for sentence in part:
        ids, mask, firsts, _ = _side_by_side([pieces(sentence, tokens, names)])
        scores = functional.log_softmax(tagger(ids, mask, firsts)[0].double(), dim=-1)
        read.append(best_tags(scores.numpy(), names))
    return strict([sentence.tags for sentence in part], read)


def _side_by_side(chosen: list[Pieces]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    def padded(rows: list[Tensor], value: int) -> Tensor:
        return nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=value)

    mask = padded([torch.ones_like(one.ids) for one in chosen], 0)
    tags = padded([one.tags for one in chosen], IGNORED)
    return padded([one.ids for one in chosen], 0), mask, padded([one.firsts for one in chosen], 0), tags


def _optimizer(tagger: Tagger, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    layers = tagger.encoder.encoder.layer
    groups = [{"params": layer.parameters(), "lr": TOP * DOWN ** (len(layers) - 1 - at)} for at, layer in enumerate(layers)]
    lowest = [value for value in tagger.encoder.embeddings.parameters() if value.requires_grad]
    groups += [{"params": lowest, "lr": TOP * DOWN ** len(layers)}, {"params": tagger.head.parameters(), "lr": HEADS}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(steps * WARM))
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: (step + 1) / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
