"""The title of an event: what kind of act, where, when and how many, and no more than its findings say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deconflict.record import EventType, Finding, When, Where
from deconflict.record.event import EventStatus
from deconflict.weigh.statements import OUTCOMES, bounds_text

_BY_MODE = {
    ("ASSAULT", "aerial"): "Air strike", ("ASSAULT", "drone"): "Drone strike", ("ASSAULT", "heavy-weapons"): "Shelling",
    ("ASSAULT", "suicide-attack"): "Suicide attack", ("ASSAULT", "explosives"): "Explosion", ("ASSAULT", "firearms"): "Gunfire",
    ("ASSAULT", "abduct"): "Abduction", ("ASSAULT", "torture"): "Torture", ("ASSAULT", "sexual"): "Sexual violence",
    ("ASSAULT", "beat"): "Beating", ("ASSAULT", "destroy"): "Destruction", ("ASSAULT", "unconventional"): "Unconventional attack",
    ("ASSAULT", "crowd-control"): "Force against a crowd", ("ASSAULT", "targeted"): "Targeted attack",
    ("COERCE", "seize"): "Seizure", ("COERCE", "restrict"): "Restriction", ("COERCE", "arrest"): "Arrest",
    ("COERCE", "deport"): "Deportation", ("COERCE", "withhold"): "Withholding", ("COERCE", "curfew"): "Curfew",
    ("COERCE", "martial-law"): "Martial law", ("COERCE", "censor"): "Censorship", ("COERCE", "cyber"): "Cyber attack",
    ("MOBILIZE", "troops"): "Movement of troops", ("MOBILIZE", "weapons"): "Movement of weapons",
    ("MOBILIZE", "police"): "Movement of police", ("MOBILIZE", "militia"): "Movement of militia",
    ("RETREAT", "withdraw"): "Withdrawal", ("RETREAT", "release"): "Release", ("RETREAT", "ceasefire"): "Ceasefire",
    ("RETREAT", "disarm"): "Disarmament", ("RETREAT", "access"): "Access granted", ("RETREAT", "resign"): "Resignation",
    ("CONSULT", "visit"): "Visit", ("CONSULT", "phone"): "Telephone call",
    ("CONSULT", "multilateral"): "Talks of several parties", ("CONSULT", "third-party"): "Mediation",
}  # fmt: skip
_BY_TYPE: dict[EventType, str] = {
    "AGREE": "Agreement", "CONSULT": "Talks", "SUPPORT": "Support", "CONCEDE": "Concession", "COOPERATE": "Cooperation",
    "AID": "Aid", "RETREAT": "Retreat", "REQUEST": "Request", "ACCUSE": "Accusation", "REJECT": "Rejection", "THREATEN": "Threat",
    "PROTEST": "Protest", "SANCTION": "Sanction", "MOBILIZE": "Movement of forces", "COERCE": "Coercion", "ASSAULT": "Attack",
}  # fmt: skip
_MONTHS = "January February March April May June July August September October November December"
_MONTH = _MONTHS.split()
_DAY = re.compile(r"^(\d{4}|X{4})-(\d\d)(?:-(\d\d))?$")
_OPEN = ("", "..")
AREA = 3
"""Precision from which an event is "in" a place and not "at" it."""


def title(
    type_: EventType, mode: str | None, status: EventStatus, possible: bool, background: bool, where: Where | None,
    when: When | None, tolls: Mapping[str, Finding],
) -> str:  # fmt: skip
    """Such as "Air strike at Kelvat, 6 May 2019: 23 to 31 killed (disputed)"."""
    name = _name(type_, mode, background, tolls)
    said = _standing(name, status, possible)
    place = f" {'in' if where.precision >= AREA else 'at'} {where.name}" if where else ""
    day = f", {date_text(when.edtf)}" if when else ""
    toll = toll_text(tolls)
    after = {"disputed": " (disputed)", "denied": " (denied)"}.get(status, "")
    return f"{said}{place}{day}{f': {toll}' if toll else ''}{after}"


def _name(type_: EventType, mode: str | None, background: bool, tolls: Mapping[str, Finding]) -> str:
    if type_ == "ASSAULT" and mode is None and background:
        return "Armed violence"
    if type_ == "COERCE" and mode is None and "displaced" in tolls:
        return "Displacement"
    if mode == "destroy" and "killed" in tolls and "destroyed" not in tolls:
        return "Attack"
    return _BY_MODE.get((type_, mode or "")) or _BY_TYPE[type_]


def toll_text(tolls: Mapping[str, Finding]) -> str:
    """The first outcome that has a number, as its finding gives it; "" if none has."""
    for outcome in OUTCOMES:
        finding = tolls.get(outcome)
        if finding is not None and outcome != "other" and (finding.low, finding.high) != (None, None):
            return _figure(finding, outcome)
    return ""


def date_text(edtf: str) -> str:
    """An EDTF date in words: "15 May 2017", "7 February, year not given", "15 May 2017 to 18 May 2017"."""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        if first in _OPEN or last in _OPEN:
            return f"since {date_text(first)}" if last in _OPEN else f"until {date_text(last)}"
        return f"{date_text(first)} to {date_text(last)}"
    found = _DAY.match(edtf.rstrip("~?%"))
    if not found or not 1 <= int(found[2]) <= len(_MONTH):
        return edtf
    day = f"{int(found[3])} " if found[3] else ""
    year = ", year not given" if found[1].startswith("X") else f" {found[1]}"
    return f"{day}{_MONTH[int(found[2]) - 1]}{year}"


def _standing(name: str, status: EventStatus, possible: bool) -> str:
    lower = name[0].lower() + name[1:]
    return f"Planned: {lower}" if status == "planned" else f"Possible: {lower}" if possible else name


def _figure(finding: Finding, outcome: str) -> str:
    if finding.status == "disputed":
        return f"number {outcome} disputed ({bounds_text(finding.low, finding.high)})"
    if finding.status in ("agreed", "single") and finding.best is not None and finding.high is not None:
        return f"{_about(finding)}{finding.best:,} {outcome}"
    return f"{bounds_text(finding.low, finding.high)} {outcome}"


def _about(finding: Finding) -> str:
    asserting = [voice for voice in finding.voices if voice.low == finding.best and not voice.superseded_by]
    return "about " if asserting and all(voice.approximate for voice in asserting) else ""
