"""Builders shared by tests of several steps: reports and claims about invented events, as short as a test can tell them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from deconflict.packs import Packs, fold
from deconflict.record import Attribution, Claim, Count, Entity, Report, Role, Sentence, Source, Span, When, Where

ENTITIES = (
    Entity("monitor", "Sarvena Conflict Monitor", "monitor", "neutral"),
    Entity("army", "Sarvenan army", "armed_forces", "government", part_of="government"),
    Entity("ministry", "Sarvenan defence ministry", "agency", "government", part_of="government"),
    Entity("government", "Government of Sarvena", "government", "government"),
    Entity("front", "Free Dorrin Front", "armed_group", "dorrin"),
    Entity("coalition", "Aldovan-led coalition", "alliance", "aldova"),
)
SOURCES = (
    Source("source:wire", "Meridian Wire", "agency", "neutral"),
    Source("source:post", "Island Post", "private_media", "neutral"),
    Source("source:herald", "Halmir Herald", "state_media", "government"),
    Source("source:monitor", "Sarvena Conflict Monitor", "monitor", "neutral"),
)
PLACES = {
    "Kelvat": Where("Kelvat", -33.52, -27.85, 3.0, 1, admin1="Dorrin", country="XS"),
    "Orrest": Where("Orrest", -33.21, -27.52, 3.0, 1, admin1="Dorrin", country="XS"),
    "Kelvat mill": Where("Kelvat mill", -33.55, -27.87, 1.0, 1, admin1="Dorrin", country="XS"),
    "Halmir": Where("Halmir", -34.72, -29.31, 15.0, 1, admin1="Lissar", country="XS"),
    "Dorrin city": Where("Dorrin", -33.95, -27.05, 5.0, 1, admin1="Dorrin", country="XS"),
    "Lissar": Where("Lissar", -34.6, -29.2, 70.0, 4, admin1="Lissar", country="XS"),
    "Dorrin": Where("Dorrin", -33.6, -27.6, 70.0, 4, admin1="Dorrin", country="XS"),
    "Millbrook": Where("Millbrook", None, None, None, 7),
    "Stonebridge": Where("Stonebridge", None, None, None, 7),
    "Sarvena": Where("Sarvena", -34.1, -28.4, 180.0, 6, country="XS"),
}


def day(edtf: str, precision: int = 1) -> When:
    """A day, or an interval "2019-05-06/2019-05-09"."""
    first, _, last = edtf.partition("/")
    return When(edtf, first, last or first, precision)


class Story:
    """Reports and claims added one by one. Spans are found by their words, so no test can claim what its report does not say."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.claims: list[Claim] = []
        self.packs = Packs(
            entities={each.id: each for each in ENTITIES},
            actor_names={fold(each.name): (each.id,) for each in ENTITIES},
            sources={each.id: each for each in SOURCES},
            source_names={fold(name): each.id for each in SOURCES for name in (each.name, each.name.split()[0])},
        )

    def by_id(self) -> dict[str, Report]:
        """The reports by id."""
        return {report.id: report for report in self.reports}

    def report(self, *sentences: str, source: str = "", published: str | None = "2019-05-07", key: str = "") -> Report:
        """A report of these sentences; each report has an outlet of its own unless `source` names one."""
        key = key or f"report-{len(self.reports)}"
        outlet = self.packs.source_named(source or f"Outlet of {key}")
        text, at = " ".join(sentences), 0
        bounds = []
        for sentence in sentences:
            bounds.append(Sentence(at, at + len(sentence)))
            at += len(sentence) + 1
        report = Report(f"r-{key}", key, outlet, "", text, key, published=published, sentences=tuple(bounds))
        self.reports.append(report)
        return report

    def claim(
        self,
        report: Report,
        trigger: str,
        *,
        sentence: int = 0,
        speaker: str | Sequence[str] = (),
        entity: str | None = None,
        actor: tuple[str, str | None] | None = None,
        recipient: tuple[str, str | None] | None = None,
        time: str | None = None,
        counts: Sequence[Count] = (),
        place: str | None = "Kelvat",
        when: When | str | None = "2019-05-06",
        **fields: Any,
    ) -> Claim:
        """A claim in that sentence; `speaker`: the chain outermost first, `entity` is the innermost speaker's."""
        where = report.sentences[sentence]
        chain = (speaker,) if isinstance(speaker, str) else tuple(speaker)
        cue = next(
            (find(report, words, sentence) for words in ("said", "spoke") if words in report.text[where.start : where.end]), None
        )
        links = [Attribution(find(report, words, sentence), cue) for words in chain]
        if links and entity:
            links[-1] = msgspec.structs.replace(links[-1], entity=entity)
        roles = [
            Role(name, find(report, words[0], sentence), words[1])
            for name, words in (("actor", actor), ("recipient", recipient), ("time", (time, None) if time else None))
            if words
        ]
        fields = {"type": "ASSAULT", "mode": "aerial", **fields}
        claim = Claim(
            report=report.id,
            trigger=find(report, trigger, sentence),
            sentence=report.span(where.start, where.end),
            roles=tuple(roles),
            counts=tuple(counts),
            attribution=tuple(links),
            where=PLACES[place] if place else None,
            when=day(when) if isinstance(when, str) else when,
            **fields,
        ).identified()
        self.claims.append(claim)
        return claim

    def told(self, words: str, *, source: str = "", published: str | None = "2019-05-07", **claim: Any) -> Claim:
        """A report of one sentence with one claim. `killed`: the number's words, which are its bounds too."""
        report = self.report(words, source=source, published=published)
        if killed := claim.pop("killed", None):
            number = int(killed) if killed.isdigit() else None
            claim["counts"] = (count(report, killed, low=claim.pop("low", number), high=claim.pop("high", number)),)
        return self.claim(report, claim.pop("trigger", "killed"), **claim)


def find(report: Report, words: str, sentence: int = 0) -> Span:
    """The span of the words in that sentence."""
    bounds = report.sentences[sentence]
    start = report.text.index(words, bounds.start, bounds.end)
    return report.span(start, start + len(words))


def count(
    report: Report,
    words: str,
    *,
    low: int | None = None,
    high: int | None = None,
    what: str = "killed",
    sentence: int = 0,
    **fields: Any,
) -> Count:
    """A count on those words; `of` and `included_in` are given as words of the sentence."""
    for name in ("of", "included_in"):
        if isinstance(fields.get(name), str):
            fields[name] = find(report, fields[name], sentence)
    return Count(find(report, words, sentence), what, low, high, **fields)  # type: ignore[arg-type]


@pytest.fixture
def story() -> Story:
    """A story to be told."""
    return Story()
