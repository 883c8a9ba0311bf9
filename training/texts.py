"""The texts that annotations point into, by report id. All but our own are not part of the project: see `benchmarks/folders.py`.

fakes:UNIT_ID     FA-KES, `fa-kes/reports.csv`                    commas and apostrophes stripped
re3d:_ID          re3d, `re3d/*/documents.json`
muc4:DEV-MUC3-N   MUC-4, `muc4/dev/dev-muc3-*`                    upper case
gum:NAME          GUM news, `gum-news/dep/NAME.conllu`            rebuilt from its tokens
example:FILE      the three examples beside the corpora
own:NAME          `annotations/own.jsonl`: written for what the corpora hold too little of; invented wars
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

MUC_HEAD = re.compile(r"(DEV-MUC3-\d+)[^\n]*\n")
OWN = Path(__file__).parent / "annotations" / "own.jsonl"
TOKEN = re.compile(r"(\d+)(?:-(\d+))?\t")


class Text(msgspec.Struct, frozen=True):
    """A report's text as the annotations' offsets count it."""

    id: str
    title: str
    source: str
    text: str


def texts(corpora: Path) -> dict[str, Text]:
    """All texts of all corpora that are there, by id. Raises FileNotFoundError if the folder is not."""
    if not corpora.is_dir():
        raise FileNotFoundError(f"The corpora are not at {corpora}; set DECONFLICT_DATA to their folder.")
    return {text.id: text for load in LOADERS.values() for text in load(corpora)}


def fakes(corpora: Path) -> Iterator[Text]:
    """FA-KES: 709 articles on the war in Syria."""
    with (corpora / "fa-kes" / "reports.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Text(f"fakes:{row['unit_id']}", row["article_title"], row["source"], row["article_content"])


def re3d(corpora: Path) -> Iterator[Text]:
    """re3d: documents of governments, the press and Wikipedia on Syria and Iraq."""
    for path in sorted((corpora / "re3d").glob("*/documents.json")):
        for row in _documents(path.read_text(encoding="utf-8")):
            yield Text(f"re3d:{row['_id']}", row.get("title") or "", row["sourceName"], row["text"])


def muc4(corpora: Path) -> Iterator[Text]:
    """The development messages of MUC-3/4, on Latin America around 1989."""
    for path in sorted((corpora / "muc4" / "dev").glob("dev-muc3-*")):
        for part in re.split(r"\n(?=DEV-MUC3-\d+)", path.read_text(encoding="latin-1")):
            if head := MUC_HEAD.match(part):
                yield Text(f"muc4:{head[1]}", "", "muc4", part[head.end() :].strip("\n"))


def gum(corpora: Path) -> Iterator[Text]:
    """News of the GUM corpus."""
    for path in sorted((corpora / "gum-news" / "dep").glob("*news*.conllu")):
        title, text = _rebuilt(path.read_text(encoding="utf-8").splitlines())
        yield Text(f"gum:{path.stem}", title, "gum", text)


def examples(corpora: Path) -> Iterator[Text]:
    """The three examples."""
    for path in sorted((corpora.parent / "examples").glob("*.txt")):
        yield Text(f"example:{path.name}", "", "example", path.read_text(encoding="utf-8"))


def own(corpora: Path) -> Iterator[Text]:  # noqa: ARG001 (they lie here)
    """Reports of our own writing."""
    for line in OWN.read_text(encoding="utf-8").splitlines():
        yield msgspec.json.decode(line, type=Text)


LOADERS: Mapping[str, Callable[[Path], Iterator[Text]]] = {
    "fakes": fakes,
    "re3d": re3d,
    "muc4": muc4,
    "gum": gum,
    "example": examples,
    "own": own,
}


def _documents(content: str) -> list[dict[str, str]]:
    """One JSON array, or one document a line: re3d's folders hold both."""
    if content.lstrip().startswith("["):
        return list(json.loads(content))
    return [json.loads(line) for line in content.splitlines() if line.strip()]


def _rebuilt(lines: list[str]) -> tuple[str, str]:
    """(title, text) of a CoNLL-U document: tokens with their spaces, a blank line between paragraphs."""
    title, text, inside = "", "", range(0)
    for line in lines:
        if line.startswith("# meta::title"):
            title = line.partition("=")[2].strip()
        elif line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        elif not line.strip():
            inside = range(0)
        elif (token := TOKEN.match(line)) and int(token[1]) not in inside:
            fields = line.split("\t")
            text += fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")
            inside = range(int(token[1]), int(token[2]) + 1) if token[2] else range(0)
    return title, text.strip()
