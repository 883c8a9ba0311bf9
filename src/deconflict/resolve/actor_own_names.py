"""The names of one report that no pack knows, and the surnames it goes on with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from deconflict.packs import Packs, fold
from deconflict.record import Claim, Entity, Report, Span
from deconflict.resolve.actor_names import without_titles
from deconflict.resolve.actor_provisional import IsPlace, body_named, is_body, is_titled, person_named
from deconflict.resolve.actor_words import bare

LEADING = frozenset("jaish jaysh liwa jabhat harakat kataib kateeba faylaq failaq".split())  # noqa: SIM905
"""Nouns that begin the name of a body and do not end it."""

_NAME_GOES_ON = re.compile(r"[ -](?:[Aa]l-)?[A-Z]")

IN_FRONT = 30
"""Characters before a name in which its title stands."""


class OwnNames:
    """Who is named in full in the roles and speakers of a report's claims and known to no pack."""

    def __init__(self, report: Report, claims: Iterable[Claim], packs: Packs, is_place: IsPlace) -> None:
        self._report = report
        self._claims = claims
        self._packs = packs
        self._is_place = is_place
        self._found: dict[tuple[int, int, bool], Entity | None] = {}

    def of(self, span: Span, speaks: bool) -> Entity | None:
        """The provisional actor whom the span names in full, or by the surname of the only one whom the report so names."""
        if span.part != "text" or any(flag.kind == "garbled_names" for flag in self._report.flags):
            return None
        found = self._in_full(span, speaks)
        return self._fuller.get(found.id, found) if found else self._by_surname.get(_surname(span.text) or "")

    def _in_full(self, span: Span, speaks: bool) -> Entity | None:
        key = (span.start, span.end, speaks)
        if key not in self._found:
            self._found[key] = self._new(span, speaks)
        return self._found[key]

    def _new(self, span: Span, speaks: bool) -> Entity | None:
        """Who speaks is a person or a body; who acts or is hit is one only if the words or those in front say so."""
        if self._packs.actors_named(span.text):
            return None
        body = None if self._goes_on(span) else body_named(span.text, self._packs, self._is_place)
        if body or not (speaks or self._titled(span)):
            return body
        return person_named(span.text, self._packs, self._is_place)

    def _goes_on(self, span: Span) -> bool:
        """Whether a name that begins with its noun may go on behind the span: "Liwa Ahrar" of "Liwa Ahrar Osk"."""
        return bare(span.text.partition(" ")[0]) in LEADING and _NAME_GOES_ON.match(self._report.text, span.end) is not None

    def _titled(self, span: Span) -> bool:
        in_front = self._report.text[max(0, span.start - IN_FRONT) : span.start].rstrip()
        return is_titled(in_front) or without_titles(span.text) != span.text

    @cached_property
    def _fuller(self) -> dict[str, Entity]:
        """By the ids of names that begin or end one other name of the report: that name's actor."""
        names = {entity.id: (fold(entity.name), entity) for entity in self._all()}
        found: dict[str, list[Entity]] = {}
        for id_, (short, _) in names.items():
            found[id_] = [who for name, who in names.values() if name.startswith(f"{short} ") or name.endswith(f" {short}")]
        return {id_: fuller[0] for id_, fuller in found.items() if len(fuller) == 1}

    @cached_property
    def _by_surname(self) -> dict[str, Entity]:
        """Last words of full names; those of two people are left out."""
        named: dict[str, dict[str, Entity]] = {}
        for entity in self._all():
            fuller = self._fuller.get(entity.id, entity)
            if not is_body(fuller.name):
                named.setdefault(fold(fuller.name).rpartition(" ")[2], {})[fuller.id] = fuller
        return {surname: next(iter(people.values())) for surname, people in named.items() if len(people) == 1}

    def _all(self) -> Iterator[Entity]:
        """Everybody whom the roles and speakers name in full."""
        for claim in self._claims:
            spans = [(role.span, False) for role in claim.roles if role.role in ("actor", "recipient")]
            spans += [(link.speaker, True) for link in claim.attribution if link.speaker]
            found = (self._in_full(span, speaks) for span, speaks in spans if span.part == "text")
            yield from (entity for entity in found if entity)


def _surname(words: str) -> str | None:
    """The folded surname, titles left out, if the words are one capitalised word."""
    name = without_titles(words.strip())
    return fold(name) if name[:1].isupper() or (name[:3].lower() in ("al-", "el-") and " " not in name) else None
