"""What is said of zones beside an event's place, and what the map draws of them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from deconflict.publish.webpage.areas import areas
from deconflict.publish.zones import zone_lines
from deconflict.record import Event, Grade, Relation, Span, Where, ZoneRelation

SAID = Span.of("inside the  calm\nzone", 0, 21)
CALM = {
    "type": "Feature",
    "properties": {
        "id": "calm",
        "name": "Calm zone",
        "from": "2019-02-01",
        "to": None,
        "source": "invented",
        "error_km": 2.0,
        "outer": False,
    },
    "geometry": {"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]},
}
RIVER = {
    "type": "Feature",
    "properties": {
        "id": "meren",
        "name": "Meren",
        "from": None,
        "to": None,
        "source": "invented",
        "error_km": 5.0,
        "outer": False,
    },
    "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 0]]},
}


def lies(zone: str, how: Any, km: float = 12.3, **known: Any) -> ZoneRelation:
    return ZoneRelation(zone, how, km, 7.0, **{"in_force": True, **known})


def text(*relations: ZoneRelation) -> list[str]:
    return [line.text for line in zone_lines(Where("Tell", 1.0, 1.0, 5.0, 1, lies=relations), (CALM, RIVER))]


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        (lies("calm", "inside"), "Inside: Calm zone."),
        (lies("calm", "possibly"), "Possibly inside: Calm zone."),
        (lies("calm", "outside", side="north"), "Outside: Calm zone, 12 km north of it."),
        (lies("meren", "beside", side="east bank"), "Meren: 12 km off, east bank."),
        (lies("meren", "at", said=SAID), "Meren: 12 km off, on which side is not known; the report says “inside the calm zone”."),
        (lies("calm", "inside", said=SAID, fits=True), "Inside: Calm zone, as the report says: “inside the calm zone”."),
        (lies("calm", "possibly", said=SAID), "Possibly inside: Calm zone; the report says “inside the calm zone”."),
        (
            lies("calm", "outside", side="north", said=SAID, fits=False),
            "Outside: Calm zone, 12 km north of it: that does not fit the report’s words, “inside the calm zone”.",
        ),
    ],
)
def test_each_way_of_lying_to_a_zone_has_its_words(relation: ZoneRelation, told: str) -> None:
    assert text(relation) == [told]


def test_contradictions_come_first_then_what_is_inside_then_the_nearest() -> None:
    found = text(
        lies("meren", "beside", 2.0, side="east bank"),
        lies("calm", "inside"),
        lies("other", "outside", said=SAID, fits=False, side="east"),
    )
    assert [line.split(":")[0] for line in found] == ["Outside", "Inside", "Meren"]


def test_the_doubt_and_the_source_stand_with_the_line() -> None:
    (line,) = zone_lines(Where("Tell", 1.0, 1.0, 5.0, 1, lies=(lies("calm", "possibly", in_force=None, said=SAID),)), (CALM,))
    assert line.doubt == "place and border are known to 7 km together; whether it stood at the time is not known"
    assert (line.source, line.contradicts) == ("invented", False)


def test_what_is_doubtful_twice_and_a_river_at_hand_are_not_worth_a_line() -> None:
    assert text(lies("calm", "possibly", in_force=None), lies("meren", "at")) == []
    assert text(lies("calm", "possibly")) == ["Possibly inside: Calm zone."]


def test_a_zone_that_the_record_has_lost_is_named_by_its_id() -> None:
    assert text(lies("gone", "inside")) == ["Inside: gone."]


def event(where: Where) -> Event:
    return Event("e-1", "ASSAULT", None, "Shelling at Tell", "asserted", where, None, (), (), {}, (), 1, 1, (), Grade("weak", ""))


def test_the_map_draws_the_zones_that_events_are_near_and_the_areas_that_words_leave_open() -> None:
    told = Relation("Velm", 5.0, 90.0, "5 km east of Velm", ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)))
    near = Where("Tell", 1.0, 1.0, 5.0, 1, relation=told, lies=(lies("calm", "inside"),))
    drawn = areas([event(near)], (CALM, RIVER))
    assert [(each["properties"]["class"], each["geometry"]["type"]) for each in drawn] == [
        ("zone", "MultiPolygon"),
        ("told", "Polygon"),
    ]
    assert drawn[0]["properties"]["tip"] == "Calm zone, from 2019-02-01 to now; drawn to 2 km"
    assert drawn[1]["geometry"]["coordinates"] == [[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]]
    assert areas([event(msgspec.structs.replace(near, relation=None, lies=()))], (CALM, RIVER)) == []
