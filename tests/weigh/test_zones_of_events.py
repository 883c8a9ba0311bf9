"""How an event lies to zones: on the day its claims give together, with every contradiction that one of them tells."""

from __future__ import annotations

from deconflict.packs import Packs, Zone
from deconflict.record import Claim, Span, When, Where, ZoneRelation
from deconflict.weigh.zones import in_zones

SINCE, UNTIL = "2019-02-01", "2019-03-01"
KNOWN = Packs(zones=(Zone("calm", "Calm zone", SINCE, UNTIL, "invented", centre=(20.0, 10.0), radius_km=55.0),))
INSIDE = ZoneRelation("calm", "inside", 55.0, 3.0, None, None)
TELL = Where("Tell", 10.0, 20.0, 3.0, 1, lies=(INSIDE,))
WORDS = Span.of("inside the zone", 0, 15)


def on(day: str) -> When:
    return When(day, day, day, 1)


def claim(*lies: ZoneRelation) -> Claim:
    where = Where("Velm", 12.0, 20.0, 3.0, 1, lies=lies)
    return Claim("r", "ASSAULT", WORDS, WORDS, where=where)


def test_an_event_lies_in_the_zones_of_its_own_day() -> None:
    within, before = (in_zones(TELL, on(day), (), KNOWN) for day in ("2019-02-07", "2019-01-07"))
    assert (within.zones, within.lies[0].in_force) == (("calm",), True)
    assert (before.zones, before.lies) == ((), ())


def test_an_event_without_a_day_keeps_what_its_claim_says() -> None:
    assert in_zones(TELL, None, (), KNOWN).lies == (INSIDE,)


def test_a_contradiction_that_one_claim_tells_stands_at_the_event() -> None:
    against = ZoneRelation("calm", "outside", 160.0, 3.0, "north", True, WORDS, False)
    event = in_zones(TELL, on("2019-02-07"), (claim(), claim(against)), KNOWN)
    assert event.lies == (against,)
    assert event.zones == ()


def test_words_that_fit_are_shown_with_the_place() -> None:
    fitting = ZoneRelation("calm", "inside", 55.0, 3.0, None, True, WORDS, True)
    assert in_zones(TELL, on("2019-02-07"), (claim(fitting),), KNOWN).lies == (fitting,)


def test_no_place_is_in_no_zone() -> None:
    assert in_zones(None, on("2019-02-07"), (), KNOWN) is None
