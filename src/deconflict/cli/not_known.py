"""Why an actor, a place or a day of a claim is not known, in a few words for a person who checks the reading."""

from __future__ import annotations

from dataclasses import dataclass

from deconflict.packs import Packs
from deconflict.record import Claim, Report, Where
from deconflict.record.actor import provisional_words
from deconflict.resolve import Gazetteer
from deconflict.resolve.beside import is_beside
from deconflict.resolve.dates import no_dates_in
from deconflict.resolve.times import when

SOME_DAY = "2019-05-07"  # any day will do to see whether words are told from the day of publication


@dataclass(frozen=True)
class Known:
    """What a report's words were resolved with."""

    packs: Packs
    gazetteer: Gazetteer

    def name(self, entity: str) -> str:
        """An actor's name; an id that no pack has stays as it is."""
        found = self.packs.entity(entity)
        if found is None and provisional_words(entity):
            return f"named by reports, in no pack ({entity})"
        return f"{found.name} ({entity})" if found else entity

    def why_no_actor(self, words: str) -> str:
        """Why the words name no actor."""
        named = self.packs.actors_named(words)
        if not named:
            return "no pack has this name"
        names = ", ".join(entity.name for entity in named)
        return f"may be {names}, and nothing in the report says {'that it' if len(named) == 1 else 'which'} is meant"

    def why_no_place(self, claim: Claim) -> str:
        """Why the claim has no place at all."""
        return "the words name no place" if claim.role("place") else "none read"

    def why_no_point(self, where: Where) -> str:
        """Why a place that has a name has no point."""
        if where.geonameid is not None:
            return "the gazetteer gives no point for it"
        if self.packs.places_named(where.name) or self.gazetteer.find(where.name):
            return "places of this name are known and none fits this report"
        return "no pack and no gazetteer has this name"

    def why_no_day(self, claim: Claim, report: Report) -> str:
        """Why the claim has no day."""
        words = [role.span.text for role in claim.role("time")]
        if not words:
            return "none read"
        if any(True for word in words for _ in no_dates_in(word)):
            return "the calendar has no such day"
        if any(map(is_beside, words)):
            return "told from another event or day, and the report does not say when that was"
        if not report.published and when(words, SOME_DAY):
            return "told from the day of publication, which is not known"
        return "the words name no day of their own"
