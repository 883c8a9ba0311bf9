"""Which number counts which outcome: the grammar between a number and a word for what befell people or things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_grammar import AUXILIARIES, BE, COORDINATORS, PREPOSITIONS, QUOTES, STOPS, SUBORDINATORS, VERBS
from deconflict.read.rules.lexicon_people import PEOPLE, SORTIES
from deconflict.read.rules.numbers import POSSESSIVES, Number
from deconflict.read.rules.parts import AMONG, is_of_some, listed_among, may_count_attacks, within
from deconflict.read.rules.results import Group, groups
from deconflict.read.rules.tallies import Tally, fits, settled
from deconflict.read.rules.words import Line
from deconflict.record import Outcome

_SAYING = bag("""
    said says told added reported threatened threatens warned warns vowed claimed claims announced confirmed stated declared
    insisted denied admitted
""")
_NAMED_KILLED = frozenset({"those", "the"})
_AS_WELL = frozenset({"as well as", "in addition to", "along with the"})
_REACH = 26  # words from a subject to its verb: recall on the tuning half 0.87 at 5, 0.90 at 8, 0.92 at 12 and above
_TOLL_REACH = 26  # words from "death toll" to its number: the tuning half is the same from 6 to 40; 15 occur elsewhere
_COORDINATION_REACH = 14  # words between two joined numbers: recall on the tuning half 0.912 at 4, 0.916 from 8 to 24
_BEFORE_OBJECT = frozenset({"the", "a", "total", "of", "another", "also", "off", "at", "around", "their", "its", "up", "all"})
_TOLL_BEFORE = frozenset(
    {"to", "at", "of", "is", "was", "reached", "hit", "exceeded", "passed", "stood", "reaches", "surpassed", "be", ":"}
)
_SKIPPED = frozenset({"the", "a", "total", "another", "his", "her", "their", "its", "also"})
_PART = frozenset({"including", "includes", "included", "mostly"})
_AFTER_PASSIVE = PREPOSITIONS | COORDINATORS | STOPS | QUOTES | bag("according said overnight today yesterday this last")


Rule = Callable[[Number], list[Tally]]


class Linker:
    """Links the numbers of one line, left to right: a word that has taken its subject takes no object.

    `tallied`: what the tally counts that the sentence before has announced.
    """

    def __init__(self, line: Line, candidates: list[Number], tallied: Outcome | None = None) -> None:
        self.line = line
        self.tallied = tallied
        self.numbers = candidates
        self.number_at = {number.first: number for number in candidates}
        self.groups = groups(line)
        self.group_at = {group.first: group for group in self.groups}
        self.group_end = {group.after: group for group in self.groups}
        self.passive: set[int] = set()
        self.tallies: list[Tally] = []

    def run(self) -> list[Tally]:
        """All tallies of the line in order."""
        for number in self.numbers:
            self.tallies += self._link(number)
        return [tally for each in self.tallies if (tally := settled(within(each, self.tallies)))]

    def _link(self, number: Number) -> list[Tally]:
        if (self.line.at(number.first - 1) == "by" and number.noun) or (number.single and self.line.at(number.head) in _SAYING):
            return []
        if number.shared:
            rules: tuple[Rule, ...] = (self._adjacent,)
        elif number.single and self.line.low[number.first] in POSSESSIVES:
            joined = self.line.at(number.first - 1) in COORDINATORS
            rules = (self._part, self._object, self._coordinated, *([self._subject] if joined else []))
        else:
            rules = (self._sorties, self._adjacent, self._part, self._object, self._toll, self._coordinated, self._subject)
        for rule in rules:
            if tallies := [tally for each in rule(number) if fits(self.line, tally := self._meant(each))]:
                return tallies
        return []

    def _meant(self, tally: Tally) -> Tally:
        """The weaker word ("hit") of a sentence that gives a tally announced before stands for what that tally counts."""
        return replace(tally, outcome=self.tallied) if self.tallied and tally.outcome == "struck" else tally

    def _sorties(self, number: Number) -> list[Tally]:
        """ "468 sorties": the noun itself is the outcome."""
        if number.noun in SORTIES and number.of and not number.single:
            return [Tally(number, "sorties", (number.of[1] - 1, number.of[1]))]
        return []

    def _adjacent(self, number: Number) -> list[Tally]:
        """ "12 dead", "30 others wounded", "5 deaths": the word for the outcome stands right behind."""
        group = self.group_at.get(number.head)
        if not group or group.form in ("object", "toll") or (group.form == "either" and not self._is_passive(group, False)):
            return []
        if self.line.low[group.first] == "fleeing" and (self._object(number) or self._part(number)):
            return []  # "killed 12 people fleeing the town"
        if number.shared and not self._were(number, group):
            return []
        if group.form == "either" and any(fits(self.line, tally) for tally in self._object(number)):
            return []
        return self._take(number, group)

    def _were(self, number: Number, group: Group) -> bool:
        """ "most of the 50 killed were farmers", "he was one of two killed": a verb of its own leaves "killed" to all of them."""
        around = self.line.low[max(0, number.first - 4) : number.first] + self.line.low[group.after : group.after + _REACH]
        return not {"were", "are", "was", "is"}.isdisjoint(around)

    def _part(self, number: Number) -> list[Tally]:
        """ "10 killed, including 3 children", "20 dead, 8 of them women": a part of the number before."""
        whole = next((tally for tally in reversed(self.tallies) if tally.part_of is None), None)
        if not whole:
            return []
        before, line = line_before(self.line, number), self.line
        noun = number
        if line.phrase(number.after, 2) in ("of them", "of whom"):
            head = number.after + 2
            of = (head, head + 1) if line.at(head) in PEOPLE else None
            noun = replace(number, of=of, head=head + 1 if of else head, noun=line.at(head) if of else "", known=bool(of))
        elif not (
            (before[-1:] and before[-1] in _PART)
            or before[-2:] in AMONG
            or listed_among(self.line, number, self.numbers, self.group_end)
        ):
            return []
        if number.first <= whole.number.first or may_count_attacks(self.line, number, whole.number):
            return []
        own = self.group_at.get(noun.head) if noun is not number else None
        if own and own.form != "object" and whole.outcome == "other":  # "36 neutralised, 30 of them dead"
            return [replace(tally, part_of=whole.number) for tally in self._take(noun, own)]
        return [replace(whole, number=noun, part_of=whole.number)]

    def _object(self, number: Number) -> list[Tally]:
        """ "killing 12", "wounded at least 30": the word for the outcome stands right before, and acts."""
        index = number.first
        while (
            index > 0 and index not in self.group_end and self.line.low[index - 1] in _BEFORE_OBJECT and index > number.first - 4
        ):
            index -= 1
        if self.line.at(number.first - 2) in ("a", "an") and number.first - 2 in self.group_end:
            index = number.first - 2  # "hit an astonishing 1,623 targets"
        group = self.group_end.get(index)
        if group and group.form == "either" and self.line.at(group.first - 1) in _NAMED_KILLED:
            return []  # "as well as those killed 160 were hurt"
        if not group or group.form not in ("object", "either") or group.first in self.passive:
            return self._split_object(number, group)
        if group.form == "either" and self._aux_before(group) == "be":
            return []
        return [
            Tally(number, hit.entry.outcome, (hit.first, hit.after), len(group.hits) > 1)
            for hit in group.hits
        ]  # fmt: skip

    def _split_object(self, number: Number, group: Group | None) -> list[Tally]:
        """ "3 were killed and injured 5": the last word of a group whose first ones have their subject."""
        if not group or len(group.hits) < 2 or group.form != "either":
            return []
        hit = group.hits[-1]
        return [Tally(number, hit.entry.outcome, (hit.first, hit.after))]

    def _aux_before(self, group: Group) -> str:
        """ "be" for a passive, "have" for a perfect, "" for neither."""
        index = group.first - 1
        while index >= 0 and self.line.low[index] in AUXILIARIES:
            if self.line.low[index] in ("is", "are", "was", "were", "be", "been", "being", "got", "get"):
                return "be"
            if self.line.low[index] in ("has", "have", "had", "having"):
                return "have"
            index -= 1
        return ""

    def _toll(self, number: Number) -> list[Tally]:
        """ "the death toll rose to 42": a tally word earlier in the clause, and a word of reaching right before the number."""
        before = line_before(self.line, number)
        if not before or (before[-1] not in _TOLL_BEFORE and before[-2:] != ["more", "than"]):
            return []
        for group in reversed(self.groups):
            if group.form == "toll" and number.first - _TOLL_REACH <= group.after <= number.first:
                if any(self.line.low[i] in STOPS - {":"} for i in range(group.after, number.first)):
                    return []
                taken = any(tally.anchor == (group.hits[-1].first, group.after) for tally in self.tallies)
                return [] if taken else self._take(number, group)
        return []

    def _coordinated(self, number: Number) -> list[Tally]:
        """ "killed two women and a child": joined to a number that is linked already, with no verb between."""
        elsewhere = not number.noun and self.line.at(number.head) in ("in", "near", "at", "outside")
        if not self.tallies or not (number.known or elsewhere):
            return []
        before, last = line_before(self.line, number), self.tallies[-1]
        along = " ".join(before[-3:]) in _AS_WELL or before[-2:] == ["along", "with"]
        if along and last.anchor[1] <= number.first <= last.anchor[1] + 4:
            return [replace(tally, number=number) for tally in self.tallies if tally.number == last.number]
        if last.side != "object" and last.part_of is None and last.number.head < number.first - 2:
            return []
        joined = before[-1:] and (before[-1] in COORDINATORS or " ".join(before[-3:]) in _AS_WELL)
        gap = range(last.number.head, number.first)
        if not joined or len(gap) > _COORDINATION_REACH:
            return []
        if any(i in self.group_at or self.line.low[i] in VERBS or self.line.low[i] in STOPS for i in gap):
            return []
        if self._subject(number):
            return []
        apart = len(gap) > 1 or line_before_word(self.line, number) == "another"
        whole = last.part_of if apart and last.part_of else last.number
        return [replace(tally, number=number) for tally in self.tallies if tally.number == whole]

    def _subject(self, number: Number) -> list[Tally]:
        """ "12 people in two villages were killed": the number's noun is the subject of a passive or of dying."""
        index, aux, limit = number.head, "", min(len(self.line), number.head + _REACH)
        while index < limit:
            word = self.line.low[index]
            if (group := self.group_at.get(index)) and not (group.form == "object" and self._in_phrase(group)):
                return self._subject_of(number, group, aux)
            if word in AUXILIARIES or (aux and word.endswith("ly")) or word in ("who", "that", "which", "found", "pronounced"):
                aux = "be" if word in BE and word not in ("have", "has", "had") else aux or ("have" if word in BE else "")
            elif self.line.phrase(index, 3) in _AS_WELL:
                index += 2
            elif (
                is_of_some(self.line, index, self.group_at)
                or aux
                or word in VERBS
                or word in STOPS
                or word in QUOTES
                or word in SUBORDINATORS
            ):
                return []
            elif other := self.number_at.get(index):
                if not self._passable(other):
                    return []
                index = other.head - 1
            index += 1
        return []

    def _in_phrase(self, group: Group) -> bool:
        """Whether the word is part of a noun phrase ("in shelling"), which a subject may reach over."""
        return self.line.at(group.first - 1) in PREPOSITIONS

    def _passable(self, other: Number) -> bool:
        """Whether a subject reaches its verb over this number: "two women and a child were killed"."""
        before = self.line.at(other.first - 1)
        if before in COORDINATORS or before in _PART or before in PREPOSITIONS or before in ("them", "whom"):
            return True
        return any(number.head == other.first for number in self.numbers) or self.line.phrase(other.first - 3, 3) in _AS_WELL

    def _subject_of(self, number: Number, group: Group, aux: str) -> list[Tally]:
        if group.form in ("object", "toll", "noun"):
            return []
        if group.form == "either" and (aux == "have" or (not aux and not self._is_passive(group, True))):
            return []
        return [replace(tally, part_of=self._listed(number, group)) for tally in self._take(number, group)]

    def _listed(self, number: Number, group: Group) -> Number | None:
        """ "three villagers, two nurses and a cook, were killed": the whole that a list behind it spells out."""
        last = self.tallies[-1] if self.tallies else None
        if not last or last.side != "subject" or last.anchor[0] != group.first:
            return None
        if last.number.head == number.first and not last.number.single:
            return last.number
        return last.part_of

    def _is_passive(self, group: Group, far: bool) -> bool:
        """Whether a bare "killed" is a participle: what follows cannot be its object."""
        if group.after - group.first > 1 and group.hits[-1].entry.outcome == "displaced":
            return True
        behind = self.line.at(group.after)
        if not far and self._of_the(group):
            return True
        other = self.number_at.get(group.after)
        if other is not None:
            return other.head in self.group_at and not (far and other.single)
        return not behind or behind in _AFTER_PASSIVE or behind.endswith("ly") or group.after in self.group_at

    def _of_the(self, group: Group) -> bool:
        """ "of the eleven killed three were children": the eleven are those killed."""
        number = next((number for number in self.numbers if number.head == group.first), None)
        return number is not None and self.line.phrase(number.first - 2, 2) == "of the"

    def _take(self, number: Number, group: Group) -> list[Tally]:
        """The tallies of a number before its word; a second number right behind keeps the last word for itself."""
        behind = self.number_at.get(group.after)
        hits = group.hits
        if len(hits) > 1 and behind and behind.head not in self.group_at:
            hits = hits[:-1]
        if hits[0].entry.form == "noun" and self.line.low[number.first] == "no":
            hits = hits[:1]  # "had no injuries and died"
        self.passive.add(group.first)
        return [Tally(number, hit.entry.outcome, (hit.first, hit.after), len(hits) > 1, side="subject") for hit in hits]


def line_before(line: Line, number: Number) -> list[str]:
    """The three words before the number, "another" and articles left out."""
    first = number.first
    while first > 0 and line.low[first - 1] in _SKIPPED:
        first -= 1
    return line.low[max(0, first - 3) : first]


def line_before_word(line: Line, number: Number) -> str:
    """The word right before the number."""
    return line.at(number.first - 1)
