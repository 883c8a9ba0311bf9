"""How a claim's place lies to zones, and whether that is what the report says: contradictions are stated, never hidden."""

from __future__ import annotations

import msgspec
import pytest

from deconflict.packs import Packs, Zone
from deconflict.record import Claim, Relation, Report, Role, Source, Span, When, Where, ZoneRelation
from deconflict.resolve.zones import with_zones

CALM = Zone(
    "calm", "Calm zone of Velm", "2019-02-01", None, "invented", centre=(20.0, 10.0), radius_km=55.0, error_km=2.0,
    aliases=("de-confliction zone", "Calm Zone"), anchors=("Velm", "base"),
)  # fmt: skip
EAST = Zone(
    "east", "Eastern truce area", None, None, "invented", centre=(30.0, 10.0), radius_km=20.0, aliases=("truce area",)
)  # fmt: skip
WEST = msgspec.structs.replace(EAST, id="west", name="Western truce area", centre=(10.0, 10.0))
RIVER = Zone(
    "meren", "Meren", None, None, "invented", line=((15.0, 12.0), (15.0, 8.0)), error_km=2.0, sides=("east bank", "west bank"),
    aliases=("river Meren", "de-confliction line"), anchors=("line",),
)  # fmt: skip
KNOWN = Packs(zones=(CALM, EAST, WEST, RIVER))
FEBRUARY = When("2019-02-07", "2019-02-07", "2019-02-07", 1)


def place(lat: float, lon: float, **known: object) -> Where:
    return Where("Tell", lat, lon, **{"radius_km": 3.0, "precision": 1, "geonameid": 7, **known})


def placed(
    sentence: str,
    where: Where | None,
    when: When | None = FEBRUARY,
    words: str = "",
    published: str | None = None,
    **said: object,
) -> Where | None:
    """What becomes of the place of a claim that one sentence tells; `words`: those the reader took for its place."""
    report = Report("r", "r", Source("", ""), "", sentence, "", published=published)
    start = sentence.find(words)
    roles = (Role("place", report.span(start, start + len(words))),) if words else ()
    claim = Claim("r", "ASSAULT", report.span(0, 4), report.span(0, len(sentence)), roles=roles, when=when, **said)
    return with_zones(where, claim, report, KNOWN)


def relation(where: Where | None, zone: str) -> ZoneRelation:
    assert where is not None
    (found,) = (each for each in where.lies if each.zone == zone)
    return found


def test_a_place_inside_as_the_report_says_fits() -> None:
    where = placed("Jets hit a convoy inside the de-confliction zone near Tell.", place(10.1, 20.1))
    told = relation(where, "calm")
    assert (told.lies, told.fits, told.said.text) == ("inside", True, "inside the de-confliction zone")
    assert where.zones == ("calm",)


def test_a_place_outside_that_is_said_to_be_inside_is_a_contradiction_with_its_words() -> None:
    where = placed("Jets hit a convoy inside the de-confliction zone near Tell.", place(11.5, 20.1))
    told = relation(where, "calm")
    assert (told.lies, told.side, told.fits) == ("outside", "north", False)
    assert told.distance_km == pytest.approx(111.3, abs=1)
    assert where.zones == ()


def test_outside_and_inside_are_told_apart() -> None:
    assert relation(placed("Guns fired just outside the Calm Zone.", place(10.1, 20.1)), "calm").fits is False
    assert relation(placed("Guns fired just outside the Calm Zone.", place(10.6, 20.1)), "calm").fits is True


def test_within_the_doubt_nothing_fits_and_nothing_contradicts() -> None:
    told = relation(placed("Jets hit a convoy inside the Calm Zone.", place(10.5, 20.0)), "calm")
    assert (told.lies, told.fits) == ("possibly", None)


def test_near_a_zone_or_so_many_km_within_it_is_no_word_of_inside() -> None:
    for words in ("near the Calm Zone", "within 10 km of the Calm Zone", "in Tell, north of the Calm Zone"):
        told = relation(placed(f"Jets hit a convoy {words}.", place(10.6, 20.0)), "calm")
        assert told.fits is not False, words


def test_of_several_zones_of_one_name_the_one_that_fits_is_meant() -> None:
    where = placed("Guns fired in a truce area.", place(10.0, 30.0))
    assert relation(where, "east").fits is True
    assert [each.zone for each in where.lies] == ["east"]


def test_where_none_of_several_zones_fits_the_nearest_one_is_contradicted() -> None:
    where = placed("Guns fired in a truce area.", place(10.0, 25.0))
    assert [(each.zone, each.fits) for each in where.lies] == [("east", False)]


def test_a_province_that_may_lie_in_one_of_several_zones_contradicts_none_of_them() -> None:
    assert placed("Guns fired in a truce area.", place(10.0, 29.0, radius_km=150.0, precision=4)).lies == ()


def test_the_other_bank_is_a_contradiction() -> None:
    assert relation(placed("Guns fired on the eastern bank of the Meren.", place(10.0, 15.2)), "meren").fits is True
    assert relation(placed("Guns fired on the western bank of the Meren.", place(10.0, 15.2)), "meren").fits is False
    assert relation(placed("Guns fired west of the “de-confliction” line.", place(10.0, 15.01)), "meren").fits is None


@pytest.mark.parametrize(
    ("words", "lon", "fits"),
    [
        ("30 km from Velm", 20.25, True),
        ("30 km from Velm", 20.9, False),
        ("within 60 km of Velm", 20.25, True),
        ("twenty miles east of the base", 20.3, True),
        ("five miles east of the de-confliction line", 15.08, True),
        ("five miles east of the de-confliction line", 15.6, False),
    ],
)
def test_a_distance_that_is_told_is_measured(words: str, lon: float, fits: bool) -> None:
    where = placed(f"Jets hit a convoy at Tell, {words}, in Velm district.", place(10.0, lon))
    judged = [each for each in where.lies if each.said]
    assert [(each.fits, each.said.text) for each in judged] == [(fits, words)]


def test_a_country_may_lie_anywhere_and_contradicts_only_from_far_off() -> None:
    words = "Guns fired inside the de-confliction zone."
    assert placed(words, place(10.0, 22.0, radius_km=300.0, precision=6)).lies == ()
    assert relation(placed(words, place(30.0, 60.0, radius_km=300.0, precision=6)), "calm").fits is False


def test_a_place_whose_point_is_from_those_words_is_not_measured_by_them() -> None:
    told_place = place(10.0, 20.3, geonameid=None, relation=Relation("Velm", 30.0, 90.0, "30 km east of Velm"))
    assert relation(placed("Jets hit a convoy 30 km east of Velm.", told_place), "calm").fits is None


def test_the_base_is_that_of_the_zone_only_in_a_report_that_names_it() -> None:
    where = placed("Jets hit a convoy at Tell, 200 km from the base.", place(10.0, 20.3))
    assert relation(where, "calm").said is None


def test_what_is_only_said_to_be_inside_a_zone_is_placed_there() -> None:
    words = "inside an agreed de-confliction zone"
    where = placed(f"Jets hit a convoy {words}.", None, words=words)
    assert (where.name, where.lat, where.lon, where.precision) == ("Calm zone of Velm", 10.0, 20.0, 5)
    assert where.radius_km == 57
    assert where.zones == ("calm",)


def test_what_is_only_said_to_be_in_one_of_several_zones_has_no_place() -> None:
    assert placed("Guns fired in a truce area.", None, words="a truce area") is None


def test_a_deed_told_without_a_day_was_not_after_the_report() -> None:
    told = relation(placed("Guns fired at Tell.", place(10.0, 20.0), when=None, published="2019-03-01"), "calm")
    assert (told.lies, told.in_force) == ("inside", None)
    before = placed("Guns fired at Tell.", place(10.0, 20.0), when=None, published="2019-01-01")
    assert before.lies == ()
    ahead = placed("Guns will fire.", place(10.0, 20.0), when=None, published="2019-01-01", status="planned")
    assert relation(ahead, "calm").in_force is None


def test_words_of_another_sentence_that_give_the_place_are_read_too() -> None:
    text = "Guns fired. They stood five miles east of the de-confliction line at Tell."
    report = Report("r", "r", Source("", ""), "", text, "")
    words = "five miles east of the de-confliction line"
    role = Role("place", Span.of(text, text.index(words), text.index(words) + len(words)))
    claim = Claim("r", "ASSAULT", report.span(0, 4), report.span(0, 11), roles=(role,), when=FEBRUARY)
    told = relation(with_zones(place(10.0, 15.08), claim, report, KNOWN), "meren")
    assert told.said is not None
    assert report.says(told.said)


def test_without_zones_the_place_stays_as_it_is() -> None:
    report = Report("r", "r", Source("", ""), "", "Guns fired.", "")
    where = place(10.0, 20.0)
    assert with_zones(where, Claim("r", "ASSAULT", report.span(0, 4), report.span(0, 11)), report, Packs()) is where
