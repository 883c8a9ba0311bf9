"""Who is meant: mentions of actors in FA-KES against answers settled beforehand (`data/actors/README.md` has the rulings).

Figures for the half that judges; those of the half to develop on begin with `develop_`. Anaphors ("it said") are counted apart.

right          of the mentions drawn that mean an actor of a pack: share with its id
right_named    the same over the names with a capital that no pack has letter by letter
answers_right  of the pack's actors given, common nouns left out: share that is right
forced         of named people and bodies that no pack knows: share given as one that a pack knows
mistaken       of all mentions, anaphors included: share given as a pack's actor who is not meant
anaphors_right, anaphors_wrong   of the anaphors for an actor of a pack: share with its id, with another's
provisional    of the named that no pack knows: share with an id of their own
provisional_wrong   of these ids: share of anybody else
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from training.texts import fakes

from deconflict.packs import SHIPPED, Packs, load
from deconflict.record import Attribution, Claim, Report, Role
from deconflict.resolve import Gazetteer
from deconflict.resolve.actors import with_actors
from deconflict.resolve.drift import drift_flags

MENTIONS = Path(__file__).parent / "data" / "actors" / "mentions.csv"
NOBODY_KNOWN = frozenset("UGNA")
GENERIC = frozenset({"generic", "civilians"})
PROVISIONAL = "provisional"


class Answer(NamedTuple):
    """A mention, who is meant (each a set of ids that together are right), and what the program answers."""

    words: str
    set: str
    half: str
    gold: tuple[frozenset[str], ...]
    given: frozenset[str]
    packs: Packs

    @property
    def known(self) -> bool:
        """Whether an actor of a pack is meant."""
        return self.gold[0].isdisjoint(NOBODY_KNOWN)

    @property
    def unknown(self) -> bool:
        """Whether somebody named is meant whom no pack knows."""
        return "U" in self.gold[0]

    @property
    def provisional(self) -> bool:
        """Whether the answer is an id that no pack gave."""
        return any(self._kind(actor) == PROVISIONAL for actor in self.given)

    @property
    def names_one(self) -> bool:
        """Whether the answer is an actor of a pack and no common noun."""
        return any(self._kind(actor) not in (*GENERIC, PROVISIONAL) for actor in self.given)

    @property
    def right(self) -> bool:
        """Whether the answer is one of the right ones."""
        return self.given in self.gold or any(next(iter(meant)) in NOBODY_KNOWN and self._fits(meant) for meant in self.gold)

    @property
    def mistaken(self) -> bool:
        """Whether a pack's actor is given who is not meant; a common noun is, where another actor is meant with certainty."""
        return self.names_one and not self.right

    def _fits(self, meant: frozenset[str]) -> bool:
        kinds = {self._kind(actor) for actor in self.given}
        allowed = {"U": {PROVISIONAL}, "G": GENERIC, "A": GENERIC, "N": frozenset[str]()}[next(iter(meant))]
        return kinds <= allowed

    def _kind(self, actor: str) -> str:
        entity = self.packs.entity(actor)
        return entity.kind if entity else PROVISIONAL


def measure(corpora: Path) -> dict[str, float]:
    """Figures by name, shares 0..1."""
    found = list(answers(corpora))
    judged = figures([each for each in found if each.half == "judge"])
    return judged | {
        f"develop_{name}": share for name, share in figures([each for each in found if each.half == "develop"]).items()
    }


def figures(found: Sequence[Answer]) -> dict[str, float]:
    """The figures of the module's docstring."""
    apart = [each for each in found if each.set == "anaphor" and each.known]
    own = [each for each in found if each.set != "anaphor"]
    unknown = [each for each in own if each.unknown]
    given = [each for each in own if each.names_one]
    provisional = [each for each in own if each.provisional]
    return {
        "right": _share([each.right for each in own if each.known and each.set == "drawn"]),
        "right_named": _share([each.right for each in own if each.known and each.set == "name"]),
        "answers_right": _share([each.right for each in given]),
        "forced": _share([each.mistaken for each in unknown]),
        "mistaken": _share([each.mistaken for each in found]),
        "anaphors_right": _share([each.right for each in apart]),
        "anaphors_wrong": _share([each.mistaken for each in apart]),
        "provisional": _share([each.provisional for each in unknown]),
        "provisional_wrong": _share([not each.right for each in provisional]),
    }


def answers(corpora: Path) -> Iterator[Answer]:
    """Every mention with what the program answers, in the order of the file."""
    packs, gazetteer = load(SHIPPED), Gazetteer.open()
    with MENTIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = {row["report"] for row in rows}
    reports = {
        text.id: Report(text.id, text.id, packs.source_named(text.source), text.title, text.text, "")
        for text in fakes(corpora)
        if text.id in wanted
    }
    for name in dict.fromkeys(row["report"] for row in rows):
        report = msgspec.structs.replace(reports[name], flags=drift_flags(reports[name], packs))
        yield from _of_report(report, [row for row in rows if row["report"] == name], packs, gazetteer)


def _of_report(report: Report, rows: Sequence[dict[str, str]], packs: Packs, gazetteer: Gazetteer) -> Iterator[Answer]:
    claims = with_actors(report, tuple(_claim(report, row) for row in rows), packs, gazetteer)
    for row, claim in zip(rows, claims, strict=True):
        named = (each.entity for each in (*claim.roles, *claim.attribution))
        gold = tuple(frozenset(meant.split("+")) for meant in row["gold"].split("/"))
        yield Answer(claim.trigger.text, row["set"], row["half"], gold, frozenset(each for each in named if each), packs)


def _claim(report: Report, row: dict[str, str]) -> Claim:
    """A claim that holds the mention in its role; an anaphor speaks."""
    span = report.span(int(row["start"]), int(row["end"]), row["in"])  # type: ignore[arg-type]
    claim = Claim(report.id, "ASSAULT", span, span)
    if row["role"] in ("speaker", "anaphor"):
        return msgspec.structs.replace(claim, attribution=(Attribution(span),))
    return msgspec.structs.replace(claim, roles=(Role(row["role"], span),))  # type: ignore[arg-type]


def wrong(corpora: Path, half: str = "develop") -> Counter[tuple[str, str, str]]:
    """(words, right answers, given) of a half, for who mends the program; read them on `develop` only."""
    return Counter(
        (each.words, "/".join("+".join(sorted(meant)) for meant in each.gold), "+".join(sorted(each.given)))
        for each in answers(corpora)
        if each.half == half and not each.right
    )


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 0.0
