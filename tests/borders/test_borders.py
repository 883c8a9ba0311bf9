from __future__ import annotations

from deconflict.borders import shared_border


def test_neighbours_share_a_line_that_is_the_same_from_both_sides() -> None:
    line = shared_border("SY", "TR")
    assert len(line) > 20
    assert line == shared_border("TR", "SY")


def test_the_border_of_syria_and_turkey_runs_where_it_does() -> None:
    line = shared_border("SY", "TR")
    assert 35.7 < min(lat for lat, _ in line) < 36.0
    assert 37.0 < max(lat for lat, _ in line) < 37.4
    assert 42.2 < max(lon for _, lon in line) < 42.5


def test_countries_apart_and_codes_of_none_share_no_border() -> None:
    assert shared_border("SY", "FR") == ()
    assert shared_border("SY", "XX") == ()
