"""Train the reader's network: python -m training.train OUT.pt [--epochs N] [--seed N] [--link N] [--part X]"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import Any

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
    torch.set_num_threads(asked.threads)
    annotated = examples.rows(None if asked.all else "train")
    annotated = random.Random(0).sample(annotated, int(len(annotated) * asked.part))
    encode = encoder.encode_with(encoder.tokenizer())
    known = list(examples.examples(annotated, examples.reports(annotated, folders.corpora()), encode))
    print(f"{len(annotated)} reports, {len(known)} sections, {sum(len(one.spans) for one in known)} triggers", flush=True)
    torch.manual_seed(0)  # every run begins with the same heads, so that runs can be averaged
    network = Network(Shape(asked.link))
    run(network, known, asked.epochs, asked.seed, asked.out)


def run(network: Network, known: list[Example], epochs: int, seed: int, out: Path) -> None:
    """Train for `epochs`, a section a step. After each, `out` holds the network and `out`.state where to go on if broken off."""
    steps = epochs * len(known)
    optimizer = torch.optim.AdamW(_groups(network), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    state = out.with_suffix(".state")
    for epoch in range(_resumed(state, network, optimizer, schedule), epochs):
        torch.manual_seed(1000 * seed + epoch)  # an epoch is the same whether or not the run was broken off before it
        generator, order = np.random.default_rng([seed, epoch]), random.Random(1000 * seed + epoch)
        began, total = time.perf_counter(), 0.0
        network.train()
        for example in order.sample(known, len(known)):
            total += _step(network, example, optimizer, generator)
            schedule.step()
        save(network, out)
        parts = {"network": network, "optimizer": optimizer, "schedule": schedule}
        torch.save({"epoch": epoch + 1} | {name: part.state_dict() for name, part in parts.items()}, state)
        print(f"epoch {epoch + 1}/{epochs} loss {total / len(known):.4f} {time.perf_counter() - began:.0f} s", flush=True)
    state.unlink(missing_ok=True)


def _step(network: Network, example: Example, optimizer: torch.optim.Optimizer, generator: np.random.Generator) -> float:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        punished = loss(network, example, generator)
    punished.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return float(punished.detach())


def _resumed(state: Path, network: Network, optimizer: torch.optim.Optimizer, schedule: Any) -> int:
    """How many epochs are done already; all parts are as they were then."""
    if not state.exists():
        return 0
    kept: dict[str, Any] = torch.load(state, weights_only=True)
    for name, part in {"network": network, "optimizer": optimizer, "schedule": schedule}.items():
        part.load_state_dict(kept[name])
    return int(kept["epoch"])


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
