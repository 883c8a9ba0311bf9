"""MUC-4's messages and keys as figures published since 2020 take them (github.com/xinyadu/gtt, data/muc/scripts).

Of a key's 25 slots: the type of the incident, five roles, and here also the numbers of people. A filler is one or several ways in
which the text names one thing. Victims are those with a name; ways that the text does not hold are left out; what a key marks as
optional counts like the rest; a type may be one of two ("ATTACK / BOMBING").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.matching import plain

ROLES = {
    "PERP: INDIVIDUAL ID": "PerpInd",
    "PERP: ORGANIZATION ID": "PerpOrg",
    "PHYS TGT: ID": "Target",
    "HUM TGT: NAME": "Victim",
    "INCIDENT: INSTRUMENT ID": "Weapon",
}
"""Slot -> role."""
EFFECTS = {"DEATH": "killed", "INJURY": "wounded"}
ID = r"(?:DEV-MUC3|TST\d-MUC4)-\d{4}"
SLOT = re.compile(r"\d+\.\s+([A-Z][A-Z :]*[A-Z])\s{2,}(.*)")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
NUMBER = re.compile(r"\d+")

Filler = frozenset[str]
"""The ways in which one thing is named, as `plain` writes them."""


class Toll(NamedTuple):
    """People of one description in a key: the numbers that are right, and the effects that are."""

    numbers: frozenset[int]
    effects: frozenset[str]


class Template(NamedTuple):
    """One incident of a key: the types that are right (lower case), the fillers of each role, the people harmed."""

    types: frozenset[str]
    fillers: Mapping[str, tuple[Filler, ...]]
    tolls: frozenset[Toll]


def messages(path: Path) -> dict[str, str]:
    """The text of each message, by its id."""
    parts = re.split(rf"^({ID})[^\n]*\n", path.read_text(encoding="latin-1"), flags=re.MULTILINE)
    return {message: text.strip("\n") for message, text in zip(parts[1::2], parts[2::2], strict=True)}


def keys(path: Path, texts: Mapping[str, str]) -> dict[str, list[Template]]:
    """The incidents of each message of `texts`; a message without one has an empty list."""
    found: dict[str, list[Template]] = {message: [] for message in texts}
    for block in re.split(r"^(?=0\.\s)", path.read_text(encoding="latin-1"), flags=re.MULTILINE):
        slots = _slots(block)
        named = re.match(ID, slots["MESSAGE: ID"][0]) if slots else None
        if named and named[0] in texts and slots["INCIDENT: TYPE"] != ["*"]:
            found[named[0]].append(_template(slots, texts[named[0]]))
    return found


def _slots(block: str) -> dict[str, list[str]]:
    """The lines of each slot; what stands below a slot's first line belongs to it."""
    slots: dict[str, list[str]] = {}
    for line in block.splitlines():
        if head := SLOT.match(line):
            slots[head[1]] = lines = [head[2].strip()]
        elif slots and line.strip() and not line.startswith(";"):
            lines.append(line.strip())
    return slots


def _template(slots: Mapping[str, list[str]], text: str) -> Template:
    # The published texts have round brackets where the messages have square ones, so names with them are found in neither.
    flat = " ".join(text.replace("[", "(").replace("]", ")").split())
    types = frozenset(name.strip().lower() for name in slots["INCIDENT: TYPE"][0].split("/"))
    fillers = {role: tuple(_fillers(slots[slot], flat)) for slot, role in ROLES.items()}
    return Template(types, fillers, frozenset(_tolls(slots)))


def _fillers(lines: list[str], text: str) -> Iterator[Filler]:
    for line in lines:
        names = (name.replace("\\", "").strip() for name in QUOTED.findall(line))
        if held := frozenset(plain(name) for name in names if name in text):
            yield held


def _tolls(slots: Mapping[str, list[str]]) -> Iterator[Toll]:
    """Numbers above one of the killed and wounded. One person is mostly a name, which says no number."""
    harmed = slots["HUM TGT: EFFECT OF INCIDENT"]
    effects = {_who(line): {EFFECTS[word] for word in EFFECTS if _says(line, word)} for line in harmed}
    for line in slots["HUM TGT: NUMBER"]:
        numbers = frozenset(int(number) for number in NUMBER.findall(line.partition('"')[0]))
        if effects.get(_who(line)) and numbers - {1}:
            yield Toll(numbers, frozenset(effects[_who(line)]))


def _says(line: str, word: str) -> bool:
    said = (part.strip(" ?:") for part in line.partition('"')[0].split("/"))
    return word in said


def _who(line: str) -> frozenset[str]:
    return frozenset(QUOTED.findall(line))
