"""Scores of readers side by side: python -m training.score [MODEL.pt | MODEL_FOLDER ...]

The rule reader stands first. On `dev` (split=dev of the annotations) it has an advantage: its rules were tuned on a half of the
FA-KES reports of the first set, some of which are in dev.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch

from benchmarks import folders
from deconflict.read import RuleReader
from deconflict.read.neural.confidence import Scales
from deconflict.read.neural.model import Model, load
from deconflict.read.neural.neural_reader import NeuralReader
from deconflict.read.reader import Reader
from training import encoder, examples, network, scores


def main(names: list[str]) -> None:
    """Print a line a figure, a column a reader."""
    torch.set_num_threads(1)
    readers: dict[str, Reader] = {"rules": RuleReader()}
    for name in names:
        reader = reader_of(Path(name))
        readers[Path(name).stem] = reader
        readers[f"{Path(name).stem}+vote"] = NeuralReader(reader.model, RuleReader().read)
    measured = {name: figures(reader) for name, reader in readers.items()}
    print(" " * 24, *(f"{name[-11:]:>11}" for name in measured))
    for figure in measured["rules"]:
        print(f"{figure:24}", *(f"{found[figure]:11.3f}" for found in measured.values()))


def reader_of(path: Path) -> NeuralReader:
    """The reader with a trained network, or with an exported model."""
    if path.is_dir():
        return NeuralReader(load(path))
    return NeuralReader(
        Model(path.stem, network.TorchTagger(network.load(path)), encoder.encode_with(encoder.tokenizer()), Scales())
    )


def figures(reader: Reader, split: str = "dev") -> dict[str, float]:
    """`tolls_*` of the development set, `dev_*` of the annotated reports of the split."""
    annotated = examples.rows(split)
    reports = examples.reports(annotated, folders.corpora())
    found = {f"tolls_{name}": value for name, value in scores.tolls(reader, folders.annotation()).items()}
    for part in ("", "second"):
        chosen = [row for row in annotated if part in ("", row["set"])]
        if chosen:
            measured = scores.claims(reader, chosen, reports, folders.annotation())
            found |= {f"{part or split}_{name}": value for name, value in measured.items()}
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
