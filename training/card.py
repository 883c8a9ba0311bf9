"""The model card: what a model was made from, how well it reads, what it gets wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import folders
from deconflict.read.neural.scheme import OUTCOMES, TYPES
from deconflict.read.reader import Reader
from deconflict.record import Report
from training import examples, scores

LICENCES = {
    "fakes": "FA-KES: 15 outlets on the war in Syria, 2011-2018; CC BY",
    "re3d": "re3d: governments and others on Syria and Iraq; public domain, OGL 3, CC BY, CC BY-SA",
    "muc4": "MUC-4: Latin America around 1989, upper case; public research data",
    "gum": "GUM news; CC BY",
    "own": "written for this project: invented wars, for what the corpora hold too little of; Apache-2.0",
    "example": "examples of copied pages",
}
WHOLE = ("toll_f1", "trigger_f1", "role_f1", "speaker_f1", "status_macro_f1")
ABOUT = """MiniLM-L6-H384-uncased (Apache-2.0; 22.7 million parameters, vocabulary cut to 19,000 pieces), trained to mark
claims in English news about armed conflict; int8 ONNX. {recipe} Apache-2.0, as the project. It gives words of the text and never
any of its own; the bounds of numbers follow from the words by rule."""
APART = """Texts of the corpora are not in the project; their annotations are (`training/annotations`). No report of the
development set for casualty statements, none of split dev and no BBC text of re3d's published split was trained on."""
KNOWN = Path(__file__).with_name("known_errors.md")


def card(reader: Reader, calibration: Mapping[str, float], recipe: str) -> str:
    """The card of the model that `reader` reads with, in Markdown. `calibration`: expected calibration error by kind."""
    annotated = examples.rows()
    dev = [row for row in annotated if row["split"] == "dev"]
    reports = examples.reports(dev, folders.corpora())
    whole = scores.claims(reader, dev, reports, folders.annotation())
    tolls = scores.tolls(reader, folders.annotation())
    return "\n\n".join([
        "# The reader's model",
        ABOUT.format(recipe=recipe),
        "## Made from", _data(annotated), APART,
        "## Reads", _scores(tolls, whole, calibration),
        "## By corpus (split dev)", _by_corpus_scores(reader, dev, reports),
        "## By type of event (split dev)", _types(whole, dev, annotated),
        KNOWN.read_text(encoding="utf-8").strip(),
    ]) + "\n"  # fmt: skip


def _data(annotated: Sequence[examples.Row]) -> str:
    lines = ["| | reports to learn from | kept for measuring | claims | what |", "|---|---|---|---|---|"]
    for name, rows in _by_corpus(annotated).items():
        kept = sum(row["split"] == "dev" for row in rows)
        lines.append(f"| {name} | {len(rows) - kept} | {kept} | {sum(len(row['claims']) for row in rows):,} | {LICENCES[name]} |")
    counts = Counter(count["what"] for row in annotated for claim in row["claims"] for count in claim["counts"])
    lines += ["", "Numbers by outcome: " + ", ".join(f"{name} {counts[name]:,}" for name in OUTCOMES) + "."]
    return "\n".join(lines)


def _scores(tolls: Mapping[str, float], dev: Mapping[str, float], calibration: Mapping[str, float]) -> str:
    lines = ["| with the rule reader's vote, as shipped | F1, or share right |", "|---|---|"]
    lines += [f"| casualty statements, development set of 17 reports: {name} | {value:.3f} |" for name, value in tolls.items()]
    lines += [
        f"| split dev: {name} | {dev[name]:.3f} |"
        for name in (*WHOLE, *(f"{role}_f1" for role in scores.ROLES), "background", "mode")
    ]
    lines += [f"| expected calibration error, {name} | {value:.3f} |" for name, value in calibration.items()]
    return "\n".join(lines)


def _types(dev: Mapping[str, float], kept: Sequence[examples.Row], annotated: Sequence[examples.Row]) -> str:
    every, held = (Counter(claim["type"] for row in rows for claim in row["claims"]) for rows in (annotated, kept))
    lines = ["| type | annotated | of these kept | F1 |", "|---|---|---|---|"]
    for name in TYPES:
        score = f"{dev[f'{name}_f1']:.2f}" if f"{name}_f1" in dev else ""
        lines.append(f"| {name} | {every[name]} | {held[name]} | {score} |")
    return "\n".join(lines)


def _by_corpus_scores(reader: Reader, dev: Sequence[examples.Row], reports: Mapping[str, Report]) -> str:
    """A line a corpus; no score where there is nothing to be found."""
    found = {}
    for name, rows in _by_corpus(dev).items():
        found[name] = scores.claims(reader, rows, reports, folders.annotation())
        if not any(count["what"] in scores.OUTCOMES for row in rows for claim in row["claims"] for count in claim["counts"]):
            del found[name]["toll_f1"]
    return _table(found, WHOLE)


def _table(figures: Mapping[str, Mapping[str, float]], names: Sequence[str]) -> str:
    lines = ["| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    lines += [
        f"| {name} | " + " | ".join(f"{found[each]:.2f}" if each in found else "" for each in names) + " |"
        for name, found in figures.items()
    ]
    return "\n".join(lines)


def _by_corpus(rows: Sequence[examples.Row]) -> dict[str, list[examples.Row]]:
    found: dict[str, list[examples.Row]] = {name: [] for name in LICENCES}
    for row in rows:
        found[row["report"].partition(":")[0]].append(row)
    return {name: own for name, own in found.items() if own}
