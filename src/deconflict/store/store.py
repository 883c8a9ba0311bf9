"""What a record's storage must be able to do. tests/store/test_contract.py holds every store to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from types import TracebackType
from typing import Protocol, Self

import msgspec

from deconflict.record import Claim, Copy, Event, Issue, Link, Origin, Reading, Report, Weighed
from deconflict.store.knowledge import Knowledge


class Kept(msgspec.Struct, frozen=True):
    """What storing one reading added."""

    new_report: bool
    new_claims: int


class Store(Protocol):
    """One record. Errors: `WriteFailed` if it cannot be written (the transaction is rolled back), `BadRecord` if it is damaged.

    Views stream in the order of first reading, show the live (newest) reading of each report, and hold one moment's state.
    """

    def knows(self, input_id: str, method: str) -> bool:
        """Whether this input was read by this method, and its report by no other method since."""
        ...

    def keep(self, reading: Reading, input_id: str, method: str) -> Kept:
        """Adds a reading with its report, claims and issues, all or nothing. What is there already is not added again."""
        ...

    def given_date(self, raw_sha256: str) -> str | None:
        """The day that the user gave for the report made of these bytes, in its live reading."""
        ...

    def open_issues(self) -> dict[str, dict[str, int]]:
        """The issues of inputs that gave no report, without those settled: by input, the number of each by its id."""
        ...

    def settle(self, issues: Collection[int]) -> None:
        """Takes issues out of the view, since what they were about has been read well. Their rows stay."""
        ...

    def note(self, issue: Issue) -> bool:
        """Adds an issue of an input that gave no report; False if the record shows it already."""
        ...

    def is_weighed(self) -> bool:
        """Whether origins, links and events stand for all live readings."""
        ...

    def replace_weighed(self, weighed: Weighed, knowledge: Knowledge, through: int) -> None:
        """Puts new origins, links and events in the place of the old ones, all or nothing; never of newer ones.

        `through` is `last_reading()` from before the claims they were computed from were fetched.
        """
        ...

    def last_reading(self) -> int:
        """The number of the newest reading; 0 if there is none."""
        ...

    def reports(self) -> Iterator[Report]:
        """The reports as their live readings see them."""
        ...

    def claims(self, event: str | None = None) -> Iterator[Claim]:
        """The claims of the live readings, or of one event, with their origin where traced."""
        ...

    def events(self) -> Iterator[Event]:
        """The events."""
        ...

    def event(self, beginning: str) -> Event:
        """The event whose id that is or begins with. Errors: `BadRequest` if there is none, or more than one."""
        ...

    def origins(self) -> Iterator[Origin]:
        """The origins of the claims."""
        ...

    def copies(self) -> Iterator[Copy]:
        """Which reports share wording."""
        ...

    def links(self) -> Iterator[Link]:
        """Judgements on pairs of claims."""
        ...

    def issues(self) -> Iterator[Issue]:
        """What was skipped and has not been read well since, and the live readings' own issues."""
        ...

    def knowledge(self) -> Knowledge:
        """What the record keeps of its packs."""
        ...

    def counts(self) -> dict[str, int]:
        """How many reports, claims, events and issues the views hold."""
        ...

    def close(self) -> None:
        """Lets go of the file or server."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...
