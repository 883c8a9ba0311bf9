"""How well a reader reads: casualty statements on the development set; for the rules also two halves of annotated claims.

Scores with the matching rule of `score_tolls.py` in that folder, taken from there, so that rule and data cannot drift apart.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from deconflict.engine.plan import ReadingDesk, ReadingPlan, chosen_packs
from deconflict.record import Claim, Raw

Row = dict[str, Any]
_OUTCOMES = ("killed", "wounded", "missing", "detained", "displaced")
_NAMES = {"source": "speaker", "by": "perpetrator", "place": "place", "date": "date"}


def measure(annotation: Path, reader: str) -> dict[str, float]:
    """Figures of the reader of that name on dev-tolls.json, the whole of Phase A behind them; 0..1."""
    gold = json.loads((annotation / "dev-tolls.json").read_text(encoding="utf-8"))
    figures = {f"tolls_{name}": value for name, value in _score(_rule(annotation), gold, gold, reader).items()}
    return {
        name.removeprefix("tolls_") if name.endswith(tuple(_NAMES.values())) else name: value for name, value in figures.items()
    }


def rules(annotation: Path) -> dict[str, float]:
    """The rule reader's, also (`tune_*`, `held_*`) on two halves of FA-KES claims: those it was tuned on and the others.

    The neural reader has learnt from most of these.
    """
    figures, rule = measure(annotation, "rules"), _rule(annotation)
    for half, rows, texts in _halves(annotation / "claims"):
        gold = [_as_gold(row, texts) for row in rows]
        figures |= {f"{half}_{name}": value for name, value in _score(rule, gold, list(texts.values()), "rules").items()}
        figures |= {f"{half}_{name}": value for name, value in _claim_scores(rows, texts).items()}
    return figures


def _rule(annotation: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_tolls", annotation / "score_tolls.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no score_tolls.py in {annotation}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _desk(reader: str) -> ReadingDesk:
    return ReadingPlan(reader, chosen_packs(())).open()


def read_row(row: Row, reader: str) -> tuple[Claim, ...]:
    """The claims of one row (id, title, source, text), the whole of Phase A behind them."""
    sha256 = hashlib.sha256(row["text"].encode()).hexdigest()
    raw = Raw(row["id"], row["text"], sha256, title=row.get("title") or "", source=row.get("source", ""))
    return _desk(reader).read(raw).claims


def _score(rule: ModuleType, gold: list[Row], texts: Iterable[Row], reader: str) -> dict[str, float]:
    """F1, precision, recall and the fields of matched tolls, as the given rule prints them."""
    predicted = {row["id"]: [toll for claim in read_row(row, reader) for toll in _tolls(claim)] for row in texts}
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, value in (("gold", gold), ("pred", predicted)):
            paths.append(Path(folder) / f"{name}.json")
            paths[-1].write_text(json.dumps(value), encoding="utf-8")
        printed = io.StringIO()
        with redirect_stdout(printed):
            f1 = rule.main(*map(str, paths))
    said = dict(re.findall(r"(P|R)=([\d.]+)", printed.getvalue()))
    fields = dict(re.findall(r"(\w+)=\d+/\d+=([\d.]+)", printed.getvalue()))
    dated = any(toll["event_date"] for row in gold for toll in row["tolls"])
    named = {known: float(fields[name]) for name, known in _NAMES.items() if dated or name != "date"}
    return {"f1": float(f1), "precision": float(said["P"]), "recall": float(said["R"]), **named}


def _tolls(claim: Claim) -> list[Row]:
    return [
        {
            "low": count.low, "high": count.high, "outcome": count.what, "start": count.span.start, "end": count.span.end,
            "source": " ".join(link.speaker.text for link in claim.attribution if link.speaker),
            "by": " ".join(role.span.text for role in claim.role("actor")),
            "place": " ".join(role.span.text for role in claim.role("place")),
            "date": claim.when.edtf if claim.when else "",
        }
        for count in claim.counts
        if count.span.part == "text" and count.what in _OUTCOMES
    ]  # fmt: skip


def _halves(folder: Path) -> list[tuple[str, list[Row], dict[str, Row]]]:
    """The annotated FA-KES reports in two halves by a hash of their id: one to tune on, one to report."""
    texts = {row["id"]: row for row in json.loads((folder / "texts.json").read_text(encoding="utf-8"))}
    rows = [row for row in json.loads((folder / "claims.json").read_text(encoding="utf-8")) if row["report"].startswith("fakes:")]
    parts: dict[str, list[Row]] = {"tune": [], "held": []}
    for row in rows:
        even = hashlib.sha256(row["report"].encode()).digest()[0] % 2 == 0
        parts["tune" if even else "held"].append({**row, "claims": _settled(row, texts[row["report"]])})
    return [(half, part, {row["report"]: texts[row["report"]] for row in part}) for half, part in parts.items()]


def _settled(row: Row, text: Row) -> list[Row]:
    """The claims after the ruling on headlines: those of a repeated headline, or annotated twice, are left out."""
    heads = [_plain(block["text"]) for block in row.get("blocks", []) if block["kind"] in ("headline", "teaser")] + [
        _plain(text["title"])
    ]
    kept, seen = [], set()
    for claim in row["claims"]:
        sentence = _plain(_words(claim["sentence"]))
        key = (sentence[:60], _words(claim["trigger"]))
        if any(sentence and (sentence == head or sentence == head + " the") for head in heads) or key in seen:
            continue
        seen.add(key)
        kept.append(claim)
    return kept


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _words(value: str | Row) -> str:
    return value if isinstance(value, str) else str(value["text"])


def _as_gold(row: Row, texts: dict[str, Row]) -> Row:
    """Casualty statements of the annotated claims, in the form of dev-tolls.json; bounds computed from the words."""
    from deconflict.record import Quantity

    text, tolls = texts[row["report"]]["text"], []
    for claim in row["claims"]:
        start = text.rfind(_words(claim["sentence"]))
        for count in claim["counts"]:
            bounds = Quantity.of(_words(count["text"]))
            if start < 0 or count["what"] not in _OUTCOMES or bounds is None:
                continue
            tolls.append({
                "low": bounds.low, "high": bounds.high, "outcome": count["what"], "event_date": "", "sent_in": "text",
                "sent_start": start, "sent_end": start + len(_words(claim["sentence"])),
                "source_text": " ".join(map(_words, claim["speaker"])), "by_text": " ".join(map(_words, claim["actor"])),
                "place_text": " ".join(map(_words, claim["place"])),
            })  # fmt: skip
    return {"id": row["report"], "tolls": tolls}


def _claim_scores(rows: list[Row], texts: dict[str, Row]) -> dict[str, float]:
    """F1 of triggers with their type, of roles; status and speaker of matched claims."""
    tally: Counter[str] = Counter()
    for row in rows:
        _match(row["claims"], list(read_row(texts[row["report"]], "rules")), texts[row["report"]]["text"], tally)
    found = {f"{name}_f1": _f1(tally, name) for name in ("trigger", "role", "actor", "recipient")}
    found["place_role_f1"] = _f1(tally, "place")
    return found | {f"claim_{name}": tally[name] / max(1, tally["trigger_hit"]) for name in ("status", "speaker", "background")}


def _f1(tally: Counter[str], name: str) -> float:
    return 2 * tally[name + "_hit"] / max(1, tally[name + "_gold"] + tally[name + "_read"])


def _match(gold: list[Row], claims: list[Claim], text: str, tally: Counter[str]) -> None:
    free = [claim for claim in claims if claim.trigger.part == "text"]
    tally["trigger_gold"] += len(gold)
    tally["trigger_read"] += len(free)
    for row in gold:
        sentence, trigger = _words(row["sentence"]), _words(row["trigger"])
        start = text.rfind(sentence)
        at = start + sentence.find(trigger)
        hit = next(
            (c for c in free if c.type == row["type"] and c.trigger.start < at + len(trigger) and at < c.trigger.end), None
        )
        if hit is None:
            continue
        free.remove(hit)
        tally["trigger_hit"] += 1
        tally["status"] += hit.status == row["status"]
        tally["background"] += hit.background == row["background"]
        tally["speaker"] += _same(
            " ".join(map(_words, row["speaker"])), " ".join(a.speaker.text for a in hit.attribution if a.speaker)
        )
        for name in ("actor", "recipient", "instrument", "place", "time"):
            _roles([_words(value) for value in row[name]], [role.span.text for role in hit.role(name)], name, tally)


def _roles(gold: list[str], read: list[str], name: str, tally: Counter[str]) -> None:
    hits = sum(any(_same(words, other) for other in read) for words in gold)
    for key in ("role", name):
        tally[key + "_gold"] += len(gold)
        tally[key + "_read"] += len(read)
        tally[key + "_hit"] += min(hits, len(read))


def _same(gold: str, read: str) -> bool:
    a, b = set(_plain(gold).split()) - {"the", "a", "of"}, set(_plain(read).split()) - {"the", "a", "of"}
    return not a and not b if not a or not b else len(a & b) * 2 >= min(len(a), len(b))
