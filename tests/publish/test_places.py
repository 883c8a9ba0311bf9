"""The map shows what is known, where it is known, and says what it leaves out."""

from __future__ import annotations

import re

import pytest

from deconflict.publish import Landmark, Published
from deconflict.publish.webpage import map as atlas
from deconflict.publish.webpage.drawing import drawn
from deconflict.publish.webpage.places import Place, Window, places, window
from deconflict.publish.webpage.timeline import timeline
from deconflict.publish.webpage.views import page_view
from deconflict.record import Event, Grade, When, Where


def event(name: str, where: Where | None = None, when: When | None = None, origins: int = 1) -> Event:
    grade = Grade("weak", "One origin says so.")
    return Event(name, "ASSAULT", None, f"Event {name}", "asserted", where, when, (), (), {}, (), 1, origins, (), grade)


def at(lat: float, lon: float, precision: int = 1, name: str = "Ostrel") -> Where:
    return Where(name, lat, lon, 3, precision)


def day(words: str) -> When:
    return When(words, words, words, 1)


def test_events_at_one_point_are_one_dot() -> None:
    (place,) = places([event("e-1", at(1, 2)), event("e-2", at(1.0001, 2))])
    assert [event.id for event in place.events] == ["e-1", "e-2"]


def test_an_area_is_not_drawn_as_a_place() -> None:
    exact, area = places([event("e-1", at(1, 2)), event("e-2", at(1, 2)), event("e-3", at(1, 2, precision=4))])
    assert (exact.exact, area.exact) == (True, False)


def test_a_country_is_no_point_on_the_map() -> None:
    assert places([event("e-1", at(1, 2, precision=6)), event("e-2")]) == ()


def test_talks_far_away_do_not_shrink_the_map() -> None:
    near = [event(f"e-{n}", at(35 + n / 20, 37 + n / 20)) for n in range(40)]
    shown = window(places([*near, event("e-far", at(46.2, 6.1))]))
    assert shown.holds(35, 37)
    assert shown.holds(36.9, 38.9)
    assert not shown.holds(46.2, 6.1)


def test_the_outlines_of_an_invented_country_are_shown_whole(story: Published) -> None:
    shown = window(places(story.events), story.outlines)
    assert shown.holds(11.4, 3.4)
    assert shown.holds(13.6, 3.1)


def test_a_lone_place_has_some_land_around_it() -> None:
    shown = window(places([event("e-1", at(1, 2))]))
    assert shown.east - shown.west == pytest.approx(0.5)


def test_a_dot_leads_to_its_event_and_many_events_to_their_list() -> None:
    one = Place("p-0", "Ostrel", 1, 2, True, (event("e-1"),))
    two = Place("p-1", "Velm", 1.1, 2.1, True, (event("e-2"), event("e-3")))
    svg = atlas.drawing([one, two], Window(1.5, 0.5, 2.5, 1.5), (), ())
    assert re.search(r'<a href="#e-1"><path [^>]*class="dot"[^>]*><title>Ostrel: 1 event</title>', svg)
    assert re.search(r'<a href="#p-1"><path [^>]*class="dot"[^>]*><title>Velm: 2 events</title>', svg)


def test_names_that_would_cover_each_other_wait_for_room() -> None:
    towns = [Landmark("Harbour City", 1.0, 2.0, 900), Landmark("Harbour Suburb", 1.001, 2.001, 10)]
    svg = atlas.drawing([Place("p-0", "Ostrel", 0.6, 2, True, (event("e-1"),))], Window(1.5, 0.5, 2.5, 1.5), (), towns)
    assert 'class="faint"' in svg
    assert 'class="faint tight"' in svg


def test_hostile_place_names_stay_names() -> None:
    hostile = Place("p-0", '<script>&"\x00\ud800', 1, 2, True, (event("e-1"),))
    svg = atlas.drawing([hostile], Window(1.5, 0.5, 2.5, 1.5), (), ())
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg


def test_the_drawing_asks_nothing_of_the_network() -> None:
    spec = {
        "$schema": "https://vega.github.io/schema/vega/v6.json",
        "data": [{"name": "rows", "url": "https://data.example/rows.json"}],
        "marks": [{"type": "rect", "from": {"data": "rows"}}],
    }
    with pytest.raises(ValueError, match="not allowed"):
        drawn(spec)


def test_a_bar_is_as_wide_as_the_record_is_long() -> None:
    week = [event(f"e-{n}", when=day(f"2019-05-0{n}")) for n in range(1, 8)]
    assert timeline(week, ()).unit == "day"
    assert timeline([*week, event("e-later", when=day("2019-09-01"))], ()).unit == "week"
    assert timeline([*week, event("e-later", when=day("2022-09-01"))], ()).unit == "month"
    assert timeline([*week, event("e-later", when=day("2049-09-01"))], ()).unit == "year"


def test_a_month_is_not_drawn_as_its_first_day() -> None:
    line = timeline([event("e-1", when=day("2019-05-06")), event("e-2", when=When("2019-05", "2019-05-01", "2019-05-31", 4))], ())
    assert [period.label for period in line.periods] == ["6 May 2019"]
    assert line.left_out == ("1 event whose day is not known",)


def test_what_was_long_before_the_reports_is_counted_and_not_drawn(story: Published) -> None:
    old = event("e-old", when=day("1982-02-02"))
    line = timeline([event("e-1", when=day("2019-05-06")), old], story.reports)
    assert len(line.periods) == 1
    assert line.left_out == ("1 event from before the reports",)


def test_a_bar_tells_events_of_several_origins_from_those_of_one() -> None:
    line = timeline([event("e-1", when=day("2019-05-06")), event("e-2", when=day("2019-05-06"), origins=2)], ())
    assert line.periods[0].standings == {"sole": 1, "several": 1}
    svg = line.drawing(960)
    assert svg.index('class="several"') < svg.index('class="sole"')


def test_what_is_on_no_map_is_said(story: Published) -> None:
    view = page_view(story)
    assert view.map
    assert view.map.left_out == ("1 event with no place known",)
