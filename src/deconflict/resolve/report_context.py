"""What contains a place that no list knows, told elsewhere in its report, else the town or province that is named before it.

Of 40 such places of FA-KES, drawn at random and read by a person, 37 were put into what really holds them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deconflict.packs import fold
from deconflict.record import Claim, Span
from deconflict.resolve.choosing import Chooser, whole
from deconflict.resolve.gazetteer import ALTERNATE
from deconflict.resolve.phrases import Phrase, PhraseReader
from deconflict.resolve.place_names import IN_TOWN, Sort
from deconflict.resolve.place_words import Said
from deconflict.resolve.ranking import WIDELY_KNOWN, Spot

_FIRST_WORDS = frozenset(
    ("bab", "bani", "beit", "deir", "dayr", "ain", "jisr", "kafr", "khan", "ras", "tal", "tel", "tell", "umm", "wadi")
)
"""Gate, sons, house, monastery, spring ...: words that many names begin with, and no towns there."""


class ReportContext:
    """The place words of a report in their order, `told` by claim, with what they say of one another."""

    def __init__(
        self, told: Sequence[Sequence[Said]], phrases: Mapping[str, Phrase], chooser: Chooser, reader: PhraseReader
    ) -> None:
        self._phrases = phrases
        self._reader = reader
        self._chooser = chooser
        self._order = sorted({order_of(each.span): each for some in told for each in some}.items())
        self._sorts = {fold(each.names.names[0]): each.names.sort for each in phrases.values() if _is_told(each)}
        self._held: dict[str, Spot] = {}
        for some in told:
            self._hold([phrases[each.words] for each in some])

    def sort_of(self, phrase: Phrase) -> Sort:
        """What kind of place the phrase names, or another phrase of the report by the same name."""
        sort = phrase.names.sort
        return self._sorts.get(fold(phrase.names.names[0]), sort) if sort == "unknown" else sort

    def container(self, claim: Claim, said: Said, beside: Sequence[Phrase]) -> Spot | None:
        """What the place of a claim lies in. `beside`: all place words of the claim."""
        phrase = self._phrases[said.words]
        in_town = self.sort_of(phrase) in IN_TOWN
        held = (self._owner(phrase.names.names[0]) if in_town else None) or self._held.get(fold(phrase.names.names[0]))
        if held or self.sort_of(phrase) != "quarter":
            return held
        owners = (self._owner(name) for each in beside for name in each.names.names)
        return next(filter(None, owners), None) or self._town_in(claim, said) or self._place_before(said)

    def _town_in(self, claim: Claim, said: Said) -> Spot | None:
        """The town that the claim's own sentence names nearest to the place."""
        at = said.span.start - claim.sentence.start
        names = self._reader.towns_in(claim.sentence.text) if said.span.within(claim.sentence) else []
        near = (name for _, name in sorted((abs(start - at), name) for start, name in names))
        spots = (self._chooser.choose(name, "unknown") for name in near if not self._is_quarter(name))
        return next((spot for spot in spots if spot and spot.precision == 1 and self._chooser.is_at_hand(spot)), None)

    def _hold(self, phrases: Sequence[Phrase]) -> None:
        for at, phrase in enumerate(phrases):
            container = self._chooser.holder(phrase, phrases[at + 1 :]) if phrase.names.names else None
            if container and container.kind != "country":
                self._held.setdefault(fold(phrase.names.names[0]), container)

    def _owner(self, name: str) -> Spot | None:
        """The town whose name a quarter's begins with: Daraa of "Daraa al-Balad"."""
        first, _, rest = name.partition(" ")
        spot = self._chooser.choose(first, "unknown") if rest and first.lower() not in _FIRST_WORDS else None
        if not spot or spot.kind != "city" or not self._chooser.is_at_hand(spot):
            return None
        return spot if spot.pack or (spot.size >= WIDELY_KNOWN and spot.tier <= ALTERNATE) else None

    def _place_before(self, said: Said) -> Spot | None:
        """The town or province named last before some place of the report; that of the title, if it is the first of the text."""
        for at, before in reversed(self._order):
            phrase = self._phrases[before.words]
            names = phrase.names if phrase.names.names else whole(phrase)
            if at >= order_of(said.span) or not names.names or names.sort in IN_TOWN:
                continue
            spot = self._chooser.choose(names.names[-1], names.sort)
            if spot and spot.kind != "country" and self._chooser.is_at_hand(spot) and not self._is_quarter(names.names[-1]):
                return spot
        return None

    def _is_quarter(self, name: str) -> bool:
        """Whether the report calls a quarter so elsewhere."""
        return self._sorts.get(fold(name)) in IN_TOWN


def order_of(span: Span) -> tuple[bool, int]:
    """The order of reading: the title first."""
    return span.part != "title", span.start


def _is_told(phrase: Phrase) -> bool:
    return bool(phrase.names.names) and phrase.names.sort != "unknown"
