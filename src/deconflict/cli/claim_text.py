"""A claim in one line: everything that was read, the words it was read from, and what they were resolved to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.text import Text

from deconflict.cli.marking import COLOURS
from deconflict.cli.not_known import Known
from deconflict.cli.printable import one_line
from deconflict.publish.marks import MarkedPart, bounds, kind_of
from deconflict.record import Attribution, Claim, Count, Report, Role, RoleName, Span, Where


@dataclass(frozen=True)
class ClaimText:
    """How claims of one report are told. `place_of` says where words stand if that is outside the claim's own sentence."""

    report: Report
    known: Known
    place_of: Callable[[Span], str]

    def line(self, claim: Claim) -> Text:
        """Its parts, with semicolons between."""
        return Text("; ").join(self._parts(claim))

    def _parts(self, claim: Claim) -> Iterator[Text]:
        background = ", background" if claim.background else ""
        status = (claim.status, "" if claim.status == "asserted" else "bold")
        yield Text.assemble((kind_of(claim), COLOURS["trigger"]), f" {quoted(claim.trigger)}, ", status, background)
        yield from self._roles("actor", claim) or [_missing("actor", "none read")]
        yield from (*self._roles("recipient", claim), *self._roles("instrument", claim))
        yield self._where(claim)
        yield self._when(claim)
        yield from (self._count(count, claim) for count in claim.counts)
        yield self._chain(claim)
        yield Text(f"confidence {claim.confidence:.2f}, {claim.reader.name} {claim.reader.version}".rstrip(), "dim")

    def _said(self, span: Span, claim: Claim) -> str:
        """The words, and the sentence they were taken from if it is another one."""
        return quoted(span) if span.within(claim.sentence) else f"{quoted(span)} ({self.place_of(span)})"

    def _roles(self, name: RoleName, claim: Claim) -> list[Text]:
        return [self._role(role, claim) for role in claim.role(name)]

    def _role(self, role: Role, claim: Claim) -> Text:
        text = Text.assemble((role.role, COLOURS[role.role]), f" {self._said(role.span, claim)}")
        if role.entity:
            text.append(f" = {self.known.name(role.entity)}")
        elif role.role == "actor":
            text.append(f" not known: {self.known.why_no_actor(role.span.text)}", "dim")
        return text

    def _where(self, claim: Claim) -> Text:
        where = claim.where
        text = self._words("place", claim)
        if where is None:
            return text.append(f" not known: {self.known.why_no_place(claim)}", "dim")
        text.append(f" = {place(where)}")
        return text if where.lat is not None else text.append(f" point not known: {self.known.why_no_point(where)}", "dim")

    def _when(self, claim: Claim) -> Text:
        text = self._words("time", claim)
        if claim.when is None:
            return text.append(f" not known: {self.known.why_no_day(claim, self.report)}", "dim")
        return text.append(f" = {claim.when.edtf}")

    def _words(self, part: MarkedPart, claim: Claim) -> Text:
        """The name of the part and all its words; one claim may be told at several places, which are resolved together."""
        words = ", ".join(self._said(role.span, claim) for role in claim.roles if role.role == part)
        return Text.assemble((part, COLOURS[part]), f" {words}".rstrip())

    def _count(self, count: Count, claim: Claim) -> Text:
        text = Text.assemble((f"{count.what}={bounds(count)}", COLOURS["count"]), f" {self._said(count.span, claim)}")
        if count.of:
            text.append(f" of {self._said(count.of, claim)}")
        if count.category != "unknown":
            text.append(f", {count.category}")
        if count.joint:
            text.append(", joint with other outcomes")
        if count.included_in:
            text.append(f", part of {self._said(count.included_in, claim)}")
        return text

    def _chain(self, claim: Claim) -> Text:
        """The chain of speakers, outermost first."""
        links = Text(" < ").join(self._speaker(link, claim) for link in claim.attribution)
        return Text.assemble(("says", COLOURS["speaker"]), " ", links if claim.attribution else "the outlet")

    def _speaker(self, link: Attribution, claim: Claim) -> Text:
        text = Text(self._said(link.speaker, claim) if link.speaker else "somebody not named")
        if link.entity:
            text.append(f" = {self.known.name(link.entity)}")
        elif link.speaker:
            text.append(f" not known: {self.known.why_no_actor(link.speaker.text)}", "dim")
        return text.append(f", cue {self._said(link.cue, claim)}") if link.cue else text


def quoted(span: Span) -> str:
    """The words in quotation marks, as one line."""
    return f'"{one_line(" ".join(span.text.split()))}"'


def place(where: Where) -> str:
    """`Kelvat, Dorrin, XS (-33.52, -27.85, within 3 km)`."""
    told = where.relation.words if where.relation and where.relation.words != where.name else ""
    name = ", ".join(dict.fromkeys(word for word in (told, where.name, where.admin1, where.country) if word))
    return name if where.lat is None else f"{name} ({where.lat:.2f}, {where.lon:.2f}, within {where.radius_km or 0:g} km)"


def _missing(part: MarkedPart, why: str) -> Text:
    return Text.assemble((part, COLOURS[part]), (f" not known: {why}", "dim"))
