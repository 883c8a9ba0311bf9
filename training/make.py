"""From annotations to the model that is shipped: python -m training.make [FOLDER] [--seeds 1 2] [--epochs 10]

Trains every seed in a process of its own, one thread each, as many at once as there are processors; a seed broken off goes on
where it was. Averages their weights (all begin with the same heads), exports, calibrates, scores, and writes the card.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from deconflict.read import RuleReader
from deconflict.read.neural import shipped
from deconflict.read.neural.model import load
from deconflict.read.neural.neural_reader import NeuralReader
from training import network
from training.calibrate import calibrated
from training.card import card
from training.export import export, seal

RUNS = Path(__file__).with_name("runs")


def main() -> None:
    """Make the model."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=shipped.SHIPPED)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--epochs", type=int, default=10)
    asked = parser.parse_args()
    RUNS.mkdir(exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        trained = list(pool.map(lambda seed: train(seed, asked.epochs), asked.seeds))
    export(network.mean([network.load(path) for path in trained]), asked.folder)
    scales, errors = calibrated(asked.folder)
    seal(asked.folder, scales, "")
    recipe = f"Mean of {len(trained)} runs of {asked.epochs} epochs (`make train`)."
    written = card(NeuralReader(load(asked.folder), RuleReader().read), errors, recipe)
    version = seal(asked.folder, scales, written)
    if asked.folder == shipped.SHIPPED:
        sign(version)
    print(written)


def train(seed: int, epochs: int) -> Path:
    """The trained network of a seed, made if it is not there."""
    out = RUNS / f"seed{seed}.pt"
    if not out.exists() or out.with_suffix(".state").exists():
        command = [
            sys.executable,
            "-m",
            "training.train",
            str(out),
            "--seed",
            str(seed),
            "--epochs",
            str(epochs),
            "--threads",
            "1",
        ]
        subprocess.run(command, check=True, env={**os.environ, "OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive"})
    return out


def sign(version: str) -> None:
    """Claims bear the version of the model that read them."""
    path = Path(shipped.__file__)
    path.write_text(re.sub(r'VERSION = ".*"', f'VERSION = "{version}"', path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
