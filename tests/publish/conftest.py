"""A small invented story as it would come from a record: copies, a denial, a rising toll, a doubtful report, an undated one."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from deconflict.publish import Landmark, Published
from deconflict.record import (
    Attribution,
    Block,
    Claim,
    Copy,
    Count,
    Entity,
    Event,
    Finding,
    Flag,
    Grade,
    Issue,
    Origin,
    Report,
    Role,
    Source,
    Span,
    Voice,
    When,
    Where,
)

WIRE = (
    "HARBOUR CITY, 7 May - At least 12 people were killed when aircraft struck the grain market in Ostrel on Monday, "
    "the Rivers Monitor said. Dozens were wounded.\n\n"
    "The defence ministry denied that any of its aircraft flew over Ostrel.\n\nShare this story"
)
REPRINT = (
    "At least 12 people were killed when aircraft struck the grain market in Ostrel on Monday, the Rivers Monitor said. "
    "The town has been held by the Northern Council since winter."
)
LATER = (
    "The toll of the raid on Ostrel market rose to 31, the Rivers Monitor said on Tuesday. Medics of the Relief Corps "
    "put it at between 28 and 35. About 400 families have left the town. The council called it “a crime” and will answer."
)
DRIFTING = "Up to 20 fighters died in fighting near Velm bridge, said a statement of the NCF, also called the NFC."
ONE_VOICE = "Only one voice speaks of it."
OSTREL = Where("Ostrel", 12.5, 3.25, 3, 1, admin1="North Bank", country="Marrow")
ORIGINS = (
    Origin("o-monitor", "speaker", "Rivers Monitor", None, "neutral"),
    Origin("o-ministry", "speaker", "Defence ministry", "ministry", "government"),
    Origin("o-medics", "speaker", "Relief Corps", None, "north"),
    Origin("o-voice", "outlet", "Voice of the North", None, "north"),
    Origin("o-ncf", "speaker", "NCF"),
    Origin("o-lantern", "outlet", "Daily Lantern"),
)
OLD = "In the winter of 2011 several villages east of Velm were shelled."


def report(name: str, source: Source, title: str, text: str, published: str | None, **more: Any) -> Report:
    known = "metadata" if published else None
    return Report(name, f"{name}.txt", source, title, text, "0" * 64, published=published, published_from=known, **more)


def sentence_with(told: Report, words: str) -> tuple[int, int]:
    """The sentence that holds the words; the stories have no abbreviations."""
    at = told.text.index(words)
    ends = [found.end() for found in re.finditer(r"\.|\n", told.text)]
    start = max((end for end in ends if end <= at), default=0)
    while told.text[start].isspace():
        start += 1
    return start, min(end for end in ends if end > at)


def claim(
    name: str, told: Report, trigger: str, *counts: tuple[Any, ...], roles: Any = (), speaker: str = "", **more: Any
) -> Claim:
    """A claim of one sentence; a count is its words, outcome, low, high and whether it is approximate."""
    start, end = sentence_with(told, trigger)

    def span(words: str) -> Span:
        at = told.text.index(words, start)
        return told.span(at, at + len(words))

    more["roles"] = tuple(Role(role, span(words), entity) for role, words, entity in roles)
    more["counts"] = tuple(Count(span(words), *bounds) for words, *bounds in counts)
    more["attribution"] = (Attribution(span(speaker)),) if speaker else ()
    return Claim(told.id, "ASSAULT", span(trigger), told.span(start, end), "aerial", id=name, **more)


def reports() -> dict[str, Report]:
    lantern = Source("lantern", "Daily Lantern")
    drifting = report("r-drifting", lantern, "Fierce battle at the bridge", DRIFTING, None)
    spans = tuple(drifting.span(at, at + 3) for at in (DRIFTING.index("NCF"), DRIFTING.index("NFC")))
    flags = (Flag("acronym_drift", "One body is written as NCF and as NFC.", spans), Flag("undated", "No date is given."))
    share = WIRE.index("Share")
    blocks = (Block("dateline", 0, 19), Block("body", 19, share - 2), Block("prompt", share, len(WIRE)))
    wire = Source("rivers-wire", "Rivers Wire", "agency", "neutral")
    herald = Source("herald", "Harbour Herald", "state_media", "government")
    north = Source("voice", "Voice of the North", "opposition_media", "north")
    told = (
        report("r-wire", wire, "Market struck in Ostrel", WIRE, "2019-05-07", url="https://wire.example/ostrel", blocks=blocks),
        report("r-reprint", herald, "Strike on market <b>reported</b>", REPRINT, "2019-05-07"),
        report("r-later", north, "Ostrel counts its dead", LATER, "2019-05-08"),
        msgspec.structs.replace(drifting, flags=flags),
        report("r-old", lantern, "", OLD, "2019-06-01", url="javascript:alert(1)"),
    )
    return {one.id: one for one in told}


def claims(told: dict[str, Report]) -> tuple[Claim, ...]:
    wire, later = told["r-wire"], told["r-later"]
    market = (("recipient", "grain market", None), ("place", "Ostrel", None), ("time", "Monday", None))
    monitor = {"speaker": "Rivers Monitor", "origin": "o-monitor"}
    ministry = {"speaker": "defence ministry", "origin": "o-ministry"}
    actor = (("actor", "defence ministry", "ministry"),)
    return (
        claim("c-wire", wire, "struck", ("At least 12", "killed", 12, None), roles=market, **monitor),
        claim("c-wounded", wire, "wounded", ("Dozens", "wounded", 24, None), origin="o-monitor"),
        claim("c-denial", wire, "denied", roles=actor, status="denied", **ministry),
        claim("c-reprint", told["r-reprint"], "struck", ("At least 12", "killed", 12, None), **monitor),
        claim("c-later", later, "raid", ("31", "killed", 31, 31), **monitor),
        claim("c-medics", later, "put", ("between 28 and 35", "killed", 28, 35), speaker="Relief Corps", origin="o-medics"),
        claim("c-left", later, "left", ("About 400", "displaced", 400, 400, True), origin="o-voice"),
        claim("c-velm", told["r-drifting"], "died", ("Up to 20", "killed", None, 20), speaker="NCF", origin="o-ncf"),
        claim("c-old", told["r-old"], "shelled", background=True, origin="o-lantern"),
    )


def voice(name: str, *claims: str, stance: Any = "asserts", **more: Any) -> Voice:
    origin = next(origin for origin in ORIGINS if origin.name == name)
    return Voice(origin.id, name, origin.side, stance, claims, **more)


def market() -> Event:
    denies = voice("Defence ministry", "c-denial", stance="denies")
    voices = (
        voice("Rivers Monitor", "c-wire", "c-reprint", low=12, superseded_by="c-later"),
        voice("Rivers Monitor", "c-later", low=31, high=31, said="2019-05-08"),
        voice("Relief Corps", "c-medics", low=28, high=35),
        denies,
    )
    killed = Finding("killed", "disputed", "A later figure stands for its earlier one.", voices, low=28, best=31, high=35)
    wounded = Finding("wounded", "single", ONE_VOICE, (voice("Rivers Monitor", "c-wounded", low=24),), low=24)
    by = Finding("actor", "disputed", "The one it is said of denies it.", (denies,), "ministry")
    hit = Finding("recipient", "single", ONE_VOICE, (voice("Rivers Monitor", "c-wire", value="grain market"),), "grain market")
    return Event(
        id="e-market",
        type="ASSAULT",
        mode="aerial",
        title="Aircraft strike the grain market in Ostrel",
        status="disputed",
        where=OSTREL,
        when=When("2019-05-06", "2019-05-06", "2019-05-06", 1),
        actors=(by,),
        recipients=(hit,),
        tolls={"killed": killed, "wounded": wounded},
        claims=("c-wire", "c-wounded", "c-denial", "c-reprint", "c-later", "c-medics"),
        reports=3,
        origins=3,
        sides=("government", "neutral", "north"),
        grade=Grade("disputed", "Three origins speak of it, and one of them denies its part."),
    )


def single(name: str, title: str, claim: str, where: Where | None, when: When | None, *tolls: Finding, **more: Any) -> Event:
    found = {toll.property: toll for toll in tolls}
    grade = Grade("one origin", "Only one origin speaks of it.")
    return Event(name, "ASSAULT", None, title, "asserted", where, when, (), (), found, (claim,), 1, 1, (), grade, **more)


def events() -> tuple[Event, ...]:
    about = voice("Voice of the North", "c-left", low=400, high=400, approximate=True)
    left = Finding("displaced", "single", ONE_VOICE, (about,), low=400, best=400, high=400)
    velm = Finding("killed", "single", ONE_VOICE, (voice("NCF", "c-velm", high=20),), high=20)
    north_bank = Where("North Bank", 12.9, 3.6, 60, 4, country="Marrow")
    may, winter = When("2019-05", "2019-05-01", "2019-05-31", 4), When("2011-24", "2011-12-01", "2012-02-29", 5)
    return (
        market(),
        single("e-left", "Families leave Ostrel", "c-left", OSTREL, may, left),
        single("e-velm", "Fighting near Velm bridge", "c-velm", north_bank, None, velm),
        single("e-old", "Villages east of Velm are shelled", "c-old", None, winter, background=True),
    )


@pytest.fixture
def story() -> Published:
    told = reports()
    wire, reprint = told["r-wire"], told["r-reprint"]
    from_, length, to = WIRE.index("At least"), REPRINT.index(" The town"), REPRINT.index("At least")
    same = ((wire.span(from_, from_ + length), reprint.span(to, to + length)),)
    ring = [[2, 11.6], [3.4, 11.4], [4.6, 12.1], [4.4, 13.2], [3.1, 13.6], [2.2, 12.9], [2, 11.6]]
    marrow = {"type": "Feature", "properties": {"name": "Marrow"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    return Published(
        title="The war in Marrow",
        made_at="2026-11-20T17:00:00+00:00",
        reports=tuple(told.values()),
        claims=claims(told),
        events=events(),
        origins=ORIGINS,
        copies=(Copy("r-wire", "r-reprint", same, 0.64, "A whole sentence stands in both."),),
        issues=(Issue("empty", "notes/blank.txt", "The file is empty.", "Remove it or fill it."),),
        sides={"government": "Government of Marrow", "north": "Northern Council", "neutral": "No party to the conflict"},
        entities={"ministry": Entity("ministry", "Defence ministry of Marrow", "agency", "government")},
        outlines=(marrow,),
        landmarks=(Landmark("Harbour City", 11.9, 2.9, 90000),),
    )
