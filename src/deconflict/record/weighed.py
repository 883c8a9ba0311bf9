"""What Phase B makes of a record: computed from its reports and claims, and replaced as a whole."""

from __future__ import annotations

import msgspec

from deconflict.record.event import Event
from deconflict.record.link import Link
from deconflict.record.origin import Trace


class Weighed(msgspec.Struct, frozen=True):
    """Where the claims come from, which of them speak of one event, and how far they agree on it."""

    trace: Trace
    links: tuple[Link, ...]
    events: tuple[Event, ...]
