"""From annotations to the model that is shipped: python -m training.make [FOLDER] [--seeds 1 2] [--epochs 10]

Trains every seed in a process of its own, one thread each, as many at once as there are processors; a seed broken off goes on
where it was. Of the exported models the one is shipped that reads the casualty statements of split dev best; it is calibrated and
gets its card.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks import folders
from deconflict.read import RuleReader
from deconflict.read.neural import shipped
from deconflict.read.neural.model import load
from deconflict.read.neural.neural_reader import NeuralReader
from training import examples, network, scores
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
    chosen = max((exported(path) for path in trained), key=score)
    shutil.copytree(chosen, asked.folder, dirs_exist_ok=True)
    scales, errors = calibrated(asked.folder)
    seal(asked.folder, scales, "")
    recipe = f"The best of {len(trained)} runs of {asked.epochs} epochs, by casualty statements of split dev (`make train`)."
    written = card(reader_of(asked.folder), errors, recipe)
    version = seal(asked.folder, scales, written)
    if asked.folder == shipped.SHIPPED:
        sign(version)
    print(written)


def exported(trained: Path) -> Path:
    """The folder of the exported model of a trained network."""
    folder = trained.with_suffix("")
    export(network.load(trained), folder)
    return folder


def score(folder: Path) -> float:
    """F1 of the casualty statements of split dev, by which runs are compared; the development set is not looked at."""
    annotated = examples.rows("dev")
    reports = examples.reports(annotated, folders.corpora())
    found = scores.claims(reader_of(folder), annotated, reports, folders.annotation())["toll_f1"]
    print(f"{folder.name}: {found:.4f}", flush=True)
    return found


def reader_of(folder: Path) -> NeuralReader:
    """As shipped: with the rules' vote."""
    return NeuralReader(load(folder), RuleReader().read)


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
