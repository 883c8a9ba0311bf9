"""What a reader gets right: casualty statements of the development set, claims of the annotated reports.

Matching, per report, one to one: a claim read is a claim annotated if it has its type and their triggers share a character.
A role or speaker is the annotated one if at least half the words of the shorter are the other's. Roles are counted twice: of
matched claims (`role_f1`), and of all claims, where those of a missed or wrong claim are missed or wrong (`all_role_f1`).
"""

from __future__ import annotations

import importlib.util
import io
import json
import re
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from deconflict.read.neural.scheme import TYPES
from deconflict.read.reader import Reader
from deconflict.record import Claim, Quantity, Report, Source
from deconflict.segment import segment

Row = dict[str, Any]
ROLES = ("actor", "recipient", "instrument", "place", "time")
WHOLE = ("trigger", "bare_trigger", "role", "all_role", "speaker", "all_speaker")
STATUSES = ("asserted", "denied", "negated", "planned", "possible", "demanded")
OUTCOMES = ("killed", "wounded", "missing", "detained", "displaced")


def tolls(reader: Reader, annotation: Path) -> dict[str, float]:
    """F1, precision, recall of casualty statements of `dev-tolls.json`, and speaker, perpetrator, place of the matched."""
    gold = json.loads((annotation / "dev-tolls.json").read_text(encoding="utf-8"))
    read = {}
    for row in gold:
        report = segment(Report(row["id"], row["id"], Source("", row.get("source", "")), row.get("title") or "", row["text"], ""))
        read[row["id"]] = [toll for claim in reader.read(report) for toll in _tolls(claim)]
    return _scored(annotation, gold, read)


def claims(reader: Reader, annotated: Sequence[Row], reports: Mapping[str, Report], annotation: Path) -> dict[str, float]:
    """Tolls, triggers with type, roles, speakers, status, background of annotated reports."""
    tally: Counter[str] = Counter()
    gold, read = [], {}
    for row in annotated:
        report = reports[row["report"]]
        found = reader.read(report)
        read[row["report"]] = [toll for claim in found for toll in _tolls(claim)]
        gold.append({"id": row["report"], "tolls": [toll for claim in row["claims"] for toll in _gold_tolls(report, claim)]})
        _match(report, row["claims"], list(found), tally)
    figures = {f"toll_{name}": value for name, value in _scored(annotation, gold, read).items()}
    figures |= {f"{name}_f1": _f1(tally, name) for name in WHOLE}
    figures |= {f"{name}_f1": _f1(tally, name) for name in ROLES}
    figures |= {f"{name}_f1": _f1(tally, name) for name in TYPES if tally[f"{name}_gold"]}
    held = [name for name in STATUSES if tally[f"status_{name}_gold"]]
    figures["status_macro_f1"] = sum(_f1(tally, f"status_{name}") for name in held) / max(1, len(held))
    figures |= {name: tally[f"{name}_right"] / max(1, tally["trigger_hit"]) for name in ("status", "background", "mode")}
    return figures


def _match(report: Report, gold: list[Row], found: list[Claim], tally: Counter[str]) -> None:
    gold = [claim for claim in gold if claim["trigger"]["in"] == "text"]
    free = [claim for claim in found if claim.trigger.part == "text"]
    tally["trigger_gold"] += len(gold)
    tally["trigger_read"] += len(free)
    tally["bare_trigger_gold"] += len(gold)
    tally["bare_trigger_read"] += len(free)
    bare = list(free)
    for row in gold:
        tally[f"{row['type']}_gold"] += 1
    for claim in free:
        tally[f"{claim.type}_read"] += 1
    for row in gold:
        near = next((claim for claim in bare if _touch(claim, row)), None)
        if near:
            bare.remove(near)
            tally["bare_trigger_hit"] += 1
        hit = next((claim for claim in free if claim.type == row["type"] and _touch(claim, row)), None)
        if hit:
            free.remove(hit)
            _parts(report, row, hit, tally)
        else:
            _unmatched(row, tally)
    for claim in free:
        tally["all_role_read"] += len(claim.roles)
        tally["all_speaker_read"] += any(link.speaker for link in claim.attribution)


def _touch(claim: Claim, row: Row) -> bool:
    return bool(claim.trigger.start < row["trigger"]["end"] and row["trigger"]["start"] < claim.trigger.end)


def _unmatched(row: Row, tally: Counter[str]) -> None:
    tally["all_role_gold"] += sum(len(row[name]) for name in ROLES)
    tally["all_speaker_gold"] += bool(row["speaker"])


def _parts(report: Report, row: Row, hit: Claim, tally: Counter[str]) -> None:
    tally["trigger_hit"] += 1
    tally[f"{hit.type}_hit"] += 1
    for name in ("status", "background", "mode"):
        tally[f"{name}_right"] += getattr(hit, name) == row[name]
    tally[f"status_{row['status']}_gold"] += 1
    tally[f"status_{hit.status}_read"] += 1
    tally[f"status_{row['status']}_hit"] += hit.status == row["status"]
    for name in ROLES:
        read = [role.span.text for role in hit.role(name)]
        _compare(_said(report, row[name]), read, (name, "role", "all_role"), tally)
    _speakers(report, row, hit, tally)


def _speakers(report: Report, row: Row, hit: Claim, tally: Counter[str]) -> None:
    gold, read = " ".join(_said(report, row["speaker"])), " ".join(link.speaker.text for link in hit.attribution if link.speaker)
    for name in ("speaker", "all_speaker"):
        tally[name + "_gold"] += bool(gold)
        tally[name + "_read"] += bool(read)
        tally[name + "_hit"] += bool(gold and read and same(gold, read))


def _compare(gold: list[str], read: list[str], names: tuple[str, ...], tally: Counter[str]) -> None:
    hits = min(sum(any(same(words, other) for other in read) for words in gold), len(read))
    for name in names:
        tally[name + "_gold"] += len(gold)
        tally[name + "_read"] += len(read)
        tally[name + "_hit"] += hits


def same(gold: str, read: str) -> bool:
    """Whether at least half of the words of the shorter are the other's."""
    a, b = (set(re.findall(r"\w+", words.lower())) - {"the", "a", "of"} for words in (gold, read))
    return not a and not b if not a or not b else len(a & b) * 2 >= min(len(a), len(b))


def _said(report: Report, spans: list[Row]) -> list[str]:
    return [report.body(span["in"])[span["start"] : span["end"]] for span in spans]


def _f1(tally: Counter[str], name: str) -> float:
    return 2 * tally[name + "_hit"] / max(1, tally[name + "_gold"] + tally[name + "_read"])


def _tolls(claim: Claim) -> list[Row]:
    return [
        {
            "low": count.low, "high": count.high, "outcome": count.what, "start": count.span.start, "end": count.span.end,
            "source": " ".join(link.speaker.text for link in claim.attribution if link.speaker),
            "by": " ".join(role.span.text for role in claim.role("actor")),
            "place": " ".join(role.span.text for role in claim.role("place")), "date": "",
        }
        for count in claim.counts
        if count.span.part == "text" and count.what in OUTCOMES
    ]  # fmt: skip


def _gold_tolls(report: Report, claim: Row) -> list[Row]:
    """The annotated casualty statements, bounds computed from their words."""
    found = []
    for count in claim["counts"]:
        bounds = Quantity.of(_said(report, [count["span"]])[0])
        if bounds is None or count["what"] not in OUTCOMES or count["span"]["in"] != "text":
            continue
        found.append({
            "low": bounds.low, "high": bounds.high, "outcome": count["what"], "event_date": "", "sent_in": "text",
            "sent_start": claim["sentence"]["start"], "sent_end": claim["sentence"]["end"],
            "source_text": " ".join(_said(report, claim["speaker"])), "by_text": " ".join(_said(report, claim["actor"])),
            "place_text": " ".join(_said(report, claim["place"])),
        })  # fmt: skip
    return found


def _scored(annotation: Path, gold: list[Row], read: dict[str, list[Row]]) -> dict[str, float]:
    """As `score_tolls.py` beside the annotations prints it, so that rule and data cannot drift apart."""
    spec = importlib.util.spec_from_file_location("score_tolls", annotation / "score_tolls.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no score_tolls.py in {annotation}")
    rule = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(rule)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "gold.json", Path(folder) / "read.json"]
        for path, value in zip(paths, (gold, read), strict=True):
            path.write_text(json.dumps(value), encoding="utf-8")
        printed = io.StringIO()
        with redirect_stdout(printed):
            f1 = rule.main(*map(str, paths))
    said = dict(re.findall(r"(P|R)=([\d.]+)", printed.getvalue()))
    fields = dict(re.findall(r"(\w+)=\d+/\d+=([\d.]+)", printed.getvalue()))
    names = {"source": "speaker", "by": "perpetrator", "place": "place"}
    return {
        "f1": float(f1), "precision": float(said["P"]), "recall": float(said["R"]),
        **{shown: float(fields[name]) for name, shown in names.items()},
    }  # fmt: skip
