"""Reads inputs into a record, then weighs the record anew if anything was added."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from time import monotonic
from typing import NamedTuple, Protocol

import msgspec

from deconflict.engine.desk import holds_no_text, input_id, place_of
from deconflict.engine.interrupts import Interrupts
from deconflict.engine.local import read_all
from deconflict.engine.plan import ReadingDesk, ReadingPlan
from deconflict.engine.weighing import weigh_up_to_date
from deconflict.record import Issue, Raw, Reading, content_id
from deconflict.settings import Settings
from deconflict.store import Store


class Summary(msgspec.Struct, frozen=True):
    """What a run did: inputs whose report was new, read anew or known, claims added, inputs skipped; what the record holds."""

    new: int
    read_again: int
    known: int
    claims: int
    skipped: int
    holds: dict[str, int]
    seconds: float


class Watch(Protocol):
    """Told how a run goes on."""

    def done(self) -> None:
        """One more input is through."""
        ...

    def noted(self, issue: Issue) -> None:
        """Something was skipped, or is worth a word."""
        ...

    def weighing(self) -> None:
        """All inputs are through; the record is weighed anew."""
        ...


class Silent:
    """Watches without a word."""

    def done(self) -> None: ...

    def noted(self, issue: Issue) -> None: ...

    def weighing(self) -> None: ...


class _Copy(NamedTuple):
    """An input, without its content, that says what another says which is being read or could not be read; `id` is theirs."""

    id: str
    raw: Raw


class Run:
    """One run of reading: what is under way, and what was counted so far. `stored` readings stay if the run is broken off.

    `desk` is `plan` opened.
    """

    def __init__(self, store: Store, plan: ReadingPlan, desk: ReadingDesk, settings: Settings, watch: Watch) -> None:
        self._store, self._plan, self._desk, self._settings, self._watch = store, plan, desk, settings, watch
        self._method = desk.method()
        self._interrupts = Interrupts()
        self._open_issues = store.open_issues()
        self._tried: dict[str, Issue | None] = {}  # inputs being read, and what came of those that could not be read
        self._line: deque[Raw | Issue | _Copy] = deque()
        self.new = self.read_again = self.known = self.claims = self.skipped = 0

    @property
    def stored(self) -> int:
        """How many readings this run has stored."""
        return self.new + self.read_again

    def read(self, inputs: Iterable[Raw | Issue]) -> Summary:
        """Phase A over the inputs that are not known, then Phase B over the record."""
        began = monotonic()
        with self._interrupts:
            with closing(read_all(self._unknown(inputs), self._desk, self._plan, self._settings)) as outcomes:
                for raw, outcome in outcomes:
                    with self._interrupts.held():
                        self._take(raw, outcome)
            if not self._store.is_weighed():
                self._watch.weighing()
                weigh_up_to_date(self._store, self._desk.packs, self._plan.packs)
        counted = (self.new, self.read_again, self.known, self.claims, self.skipped)
        return Summary(*counted, self._store.counts(), monotonic() - began)

    def _unknown(self, inputs: Iterable[Raw | Issue]) -> Iterator[Raw]:
        for item in inputs:
            self._interrupts.check()
            if issue := item if isinstance(item, Issue) else holds_no_text(item):
                self._in_turn(issue)
            elif isinstance(item, Raw):
                yield from self._if_unknown(self._dated(item))

    def _if_unknown(self, raw: Raw) -> Iterator[Raw]:
        id = input_id(raw)  # noqa: A001
        if id in self._tried:
            self._in_turn(_Copy(id, msgspec.structs.replace(raw, content="")))
        elif self._knows(id, raw):
            self._count_known(raw)
        else:
            self._tried[id] = None
            self._line.append(raw)
            yield raw

    def _knows(self, id: str, raw: Raw) -> bool:  # noqa: A002
        with self._interrupts.held():
            return self._store.knows(id, self._method_for(raw))

    def _in_turn(self, item: Issue | _Copy) -> None:
        """Issues stand in the record in the order of the inputs, however many workers read what came before."""
        self._line.append(item)
        self._go_on()

    def _go_on(self) -> None:
        while self._line and not isinstance(self._line[0], Raw):
            item = self._line.popleft()
            if isinstance(item, Issue):
                self._note(item)
            elif isinstance(item, _Copy):
                self._take_copy(item)

    def _take_copy(self, copy: _Copy) -> None:
        if issue := self._tried.get(copy.id):
            reason = f"The same as {issue.input}, which was skipped: {issue.reason}"
            self._note(msgspec.structs.replace(issue, input=place_of(copy.raw), reason=reason))
        else:
            self._count_known(copy.raw)

    def _count_known(self, raw: Raw) -> None:
        self._settle(raw)
        self.known += 1
        self._watch.done()

    def _dated(self, raw: Raw) -> Raw:
        """With the day that the user gave for it in an earlier run, unless one is given in this run."""
        if raw.published_given or not (given := self._store.given_date(raw.raw_sha256)):
            return raw
        return msgspec.structs.replace(raw, published_given=given)

    def _method_for(self, raw: Raw) -> str:
        """A day given by the user is part of how an input is read, so that another day is another reading."""
        return content_id("m", self._method, raw.published_given) if raw.published_given else self._method

    def _take(self, raw: Raw, outcome: Reading | Issue) -> None:
        self._line.popleft()
        if isinstance(outcome, Issue):
            self._tried[input_id(raw)] = outcome
            self._note(outcome)
        else:
            self._keep(raw, outcome)
            del self._tried[input_id(raw)]  # from here on the store knows it
        self._go_on()

    def _keep(self, raw: Raw, outcome: Reading) -> None:
        kept = self._store.keep(outcome, input_id(raw), self._method_for(raw))
        self._settle(raw)
        self.new += kept.new_report
        self.read_again += not kept.new_report
        self.claims += kept.new_claims
        for issue in outcome.issues:
            self._count(issue)
        self._watch.done()

    def _settle(self, raw: Raw) -> None:
        """What earlier runs had against this input no longer holds."""
        self._store.settle([number for place in raw.places for number in self._open_issues.pop(place, {}).values()])

    def _note(self, issue: Issue) -> None:
        self._open_issues.get(issue.input, {}).pop(issue.id, None)  # it still holds
        self._store.note(issue)
        self._count(issue)
        self._watch.done()

    def _count(self, issue: Issue) -> None:
        self.skipped += issue.skipped
        self._watch.noted(issue)
