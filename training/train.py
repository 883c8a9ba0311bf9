"""Train the reader's network: python -m training.train OUT.pt [--epochs N] [--seed N] [--link N] [--part X]"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch

from benchmarks import folders
from training import encoder, examples
from training.examples import Example
from training.losses import loss
from training.network import Network, Shape, save

TOP, DOWN, HEADS = 2e-4, 0.9, 1e-3
"""Learning rates: of the top layer, the factor for each layer below, of the heads."""
WARM = 0.1


def main() -> None:
    """Train and save, a line an epoch."""
    asked = _arguments()
    random.seed(asked.seed)
    torch.set_num_threads(asked.threads)
    annotated = examples.rows(None if asked.all else "train")
    annotated = random.Random(0).sample(annotated, int(len(annotated) * asked.part))
    encode = encoder.encode_with(encoder.tokenizer())
    known = list(examples.examples(annotated, examples.reports(annotated, folders.corpora()), encode))
    print(f"{len(annotated)} reports, {len(known)} sections, {sum(len(one.spans) for one in known)} triggers", flush=True)
    torch.manual_seed(0)  # every run begins with the same heads, so that runs can be averaged
    network = Network(Shape(asked.link))
    torch.manual_seed(asked.seed)
    run(network, known, asked.epochs, asked.seed, asked.out)


def run(network: Network, known: list[Example], epochs: int, seed: int, out: Path) -> None:
    """Train for `epochs`, a section a step; saves to `out` at the end of each."""
    generator, shuffler = np.random.default_rng(seed), random.Random(seed)
    steps = epochs * len(known)
    optimizer = torch.optim.AdamW(_groups(network), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    for epoch in range(epochs):
        began, total = time.perf_counter(), 0.0
        network.train()
        for example in shuffler.sample(known, len(known)):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                punished = loss(network, example, generator)
            punished.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            total += float(punished.detach())
        save(network, out)
        print(f"epoch {epoch + 1}/{epochs} loss {total / len(known):.4f} {time.perf_counter() - began:.0f} s", flush=True)


def _groups(network: Network) -> list[dict[str, object]]:
    """Parameters with their learning rates; the vocabulary's embeddings stay as they are."""
    network.embeddings.word_embeddings.weight.requires_grad = False
    layers = list(network.layers)
    groups: list[dict[str, object]] = [
        {"params": list(layer.parameters()), "lr": TOP * DOWN ** (len(layers) - 1 - at)} for at, layer in enumerate(layers)
    ]
    groups.append({"params": [p for p in network.embeddings.parameters() if p.requires_grad], "lr": TOP * DOWN ** len(layers)})
    taken = {id(p) for group in groups for p in group["params"]}  # type: ignore[attr-defined]
    heads = [p for p in network.parameters() if p.requires_grad and id(p) not in taken]
    return [*groups, {"params": heads, "lr": HEADS}]


def _rate(step: int, steps: int) -> float:
    warm = max(1, int(steps * WARM))
    return (step + 1) / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--link", type=int, default=192)
    parser.add_argument("--part", type=float, default=1.0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="train on the dev split as well")
    return parser.parse_args()


if __name__ == "__main__":
    main()
