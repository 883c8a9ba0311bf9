"""Which claims are compared: those that share a block, so that the work grows with the claims and not with their square.

Claims of days share a block if they are of one family, no more than a day apart, and in one province, in neighbouring grid cells
or in places of one name; or of one country with the same number. Claims of periods share one if they give the same number. Copies
of a sentence share one, and so do claims close together in one report. A claim without place or time meets others only through
wording or in its report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Iterator, Sequence

from deconflict.merge.mention import Mention, day_of_year
from deconflict.merge.places import COUNTRY, cells, is_unlocated
from deconflict.packs import fold
from deconflict.record import Where

BLOCK = 60
"""Claims. In a larger block each is compared with the `WINDOW` that follow it in the order of place, type, means and number. None
is left out: what belongs together stands together in that order, and what is linked to its neighbour is linked to its event.
A convention that bounds the work; blocks of the demo and of a day in a town of FA-KES are far smaller."""

WINDOW = 30
IN_REPORT = 12
"""Claims that follow in the same report and are compared without sharing place or time: some three sentences' worth."""

TELLING_TOLL = 5
"""A number from which a claim that gives only a country may be compared by it."""

Key = tuple[Hashable, ...]


def pairs(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Each pair of places in `mentions` to compare, once, the lower first."""
    seen: set[int] = set()
    for one, other in _all_pairs(mentions):
        low, high = (one, other) if one < other else (other, one)
        code = low * len(mentions) + high
        if low != high and code not in seen:
            seen.add(code)
            yield low, high


def _all_pairs(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    without_year = frozenset(mention.month_day for mention in mentions if mention.month_day)
    for at, mention in enumerate(mentions):
        for key in _keys(mention, without_year):
            blocks[key].append(at)
    for block in blocks.values():
        yield from _within(block, mentions)
    yield from _close_in_report(mentions)


def _within(block: list[int], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    reach = len(block)
    if len(block) > BLOCK:
        block, reach = sorted(block, key=lambda at: _order(mentions[at])), WINDOW
    for at, one in enumerate(block):
        yield from ((one, other) for other in block[at + 1 : at + 1 + reach])


def _close_in_report(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    reports: defaultdict[str, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        reports[mention.claim.report].append(at)
    for block in reports.values():
        block.sort(key=lambda at: (mentions[at].claim.sentence, mentions[at].claim.trigger, at))
        for at, one in enumerate(block):
            yield from ((one, other) for other in block[at + 1 : at + 1 + IN_REPORT])


def _keys(mention: Mention, without_year: Container[str | None]) -> Iterator[Key]:
    if mention.wording is not None:
        yield ("wording", *mention.wording)
    if mention.period:
        yield from _same_number(mention, "period", mention.claim.type)
        return
    where = mention.claim.where
    if where is None:
        return
    for family in mention.families:
        for day in _days(mention, without_year):
            yield from ((family, day, *place) for place in _places(where))
            yield from _same_number(mention, family, day)


def _days(mention: Mention, without_year: Container[str | None]) -> Iterator[Hashable]:
    """Its days and the day after: claims of days in a row share one. Also its day of the year, if others give no more."""
    if mention.month_day is not None:
        yield mention.month_day
    elif mention.first_day is not None and mention.last_day is not None:
        yield from range(mention.first_day, mention.last_day + 2)
        if mention.first_day == mention.last_day and day_of_year(mention.first_day) in without_year:
            yield day_of_year(mention.first_day)


def _places(where: Where) -> Iterator[Key]:
    if where.precision < COUNTRY or is_unlocated(where):
        yield ("called", fold(where.name))
    if where.precision >= COUNTRY:
        return
    if where.admin1:
        yield ("province", where.country, fold(where.admin1))
    elif where.lat is None:
        yield ("name", where.country, fold(where.name))
    yield from (("cell", *cell) for cell in cells(where))


def _same_number(mention: Mention, *key: Hashable) -> Iterator[Key]:
    country = mention.claim.where.country if mention.claim.where else None
    for what, toll in mention.tolls.items():
        if (toll.low or toll.high or 0) >= TELLING_TOLL:
            yield (*key, country, what, toll.low, toll.high)


def _order(mention: Mention) -> tuple[str, str, str, int, str]:
    where = mention.claim.where
    toll = max((toll.low or 0 for toll in mention.tolls.values()), default=0)
    return fold(where.name) if where else "", mention.claim.type, mention.means or "", toll, mention.claim.id
