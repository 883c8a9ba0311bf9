from __future__ import annotations

import io
import json
import multiprocessing
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from deconflict.errors import WriteFailed
from deconflict.resolve import gazetteer as module
from deconflict.resolve.gazetteer import ALTERNATE, BARE, LOOSE, MAIN, TOLERANT, Gazetteer
from deconflict.resolve.gazetteer_index import NamedArea, build, stream_cities

CITIES: list[dict[str, Any]] = [
    {
        "geonameid": 8, "name": "Grand Port", "latitude": 51.0, "longitude": -91.0, "countrycode": "XB", "population": 2_000_000,
        "admin1code": "TX", "alternatenames": [],
    },
]  # fmt: skip
AREAS = [NamedArea("country", 102, "Port Union", ("PU",), "XB", population=9_000_000)]


def ids(gazetteer: Gazetteer, words: str) -> list[int]:
    return [place.geonameid for place in gazetteer.find(words)]


def test_places_of_one_name_come_with_the_most_populous_first(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, "bashrat") == [1, 6]


@pytest.mark.parametrize(
    ("words", "tier"),
    [
        ("Dayr az-Zahr", MAIN),
        ("Deir Ezzahr", ALTERNATE),
        ("Malih", BARE),
        ("Dair Azzahr", TOLERANT),
        ("Khan Nouhass", TOLERANT),
        ("Mallih", LOOSE),
    ],
)
def test_a_match_says_how_close_it_is(gazetteer: Gazetteer, words: str, tier: int) -> None:
    assert gazetteer.find(words)[0].tier == tier


def test_an_exact_name_outranks_a_like_one(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Al Malih")
    assert found[0].geonameid == 5
    assert found[0].tier == MAIN


def test_airport_codes_and_lower_case_forms_are_no_names(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, "BSR") == []


def test_unknown_words_find_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Qwxyz") == ()
    assert gazetteer.find("") == ()
    assert gazetteer.find("...") == ()


def test_a_country_lies_in_the_middle_of_its_places(gazetteer: Gazetteer) -> None:
    (zahra,) = gazetteer.find("Zahra")
    assert zahra.kind == "country"
    assert zahra.lat == pytest.approx(10.96, abs=0.02)
    assert zahra.lon == pytest.approx(20.87, abs=0.02)
    assert 100 < (zahra.radius_km or 0) < 250


def test_a_division_is_known_by_name_where_the_source_names_it(gazetteer: Gazetteer) -> None:
    named, unnamed = gazetteer.division("XB", "TX"), gazetteer.division("XA", "01")
    assert named is not None
    assert named.name == "Texland"
    assert unnamed is not None
    assert unnamed.name is None
    assert gazetteer.division("XA", "99") is None


def test_a_town_has_a_radius_by_its_inhabitants(gazetteer: Gazetteer) -> None:
    town, village = gazetteer.place(1), gazetteer.place(3)
    assert town is not None
    assert town.radius_km == pytest.approx(8.5, abs=0.1)
    assert village is not None
    assert village.radius_km == 2.0


def test_it_can_be_sent_to_another_process(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.find("Bashrat") == gazetteer.find("Bashrat")


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="this system cannot fork")
def test_a_forked_process_opens_the_index_for_itself(gazetteer: Gazetteer) -> None:
    gazetteer.find("Grand Port")
    before = gazetteer._connection()
    gazetteer._process = -1
    assert gazetteer._connection() is not before


@pytest.mark.parametrize("piece", [1, 7, 64])
def test_cities_are_read_whole_however_the_file_is_cut(piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deconflict.resolve.gazetteer_index._PIECE", piece)
    rows = {"1": {"name": "A } B {", "alternatenames": ['say "x"']}, "2": {"name": "C", "alternatenames": []}}
    assert list(stream_cities(io.StringIO(json.dumps(rows, indent=1)))) == list(rows.values())


def test_an_index_that_could_not_be_finished_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        build(tmp_path / "index.sqlite", [{"name": "no population"}], [])
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for an index of a small world instead of GeoNames' cities; the temporary folder lies beside it."""
    cities = json.dumps({str(row["geonameid"]): row for row in CITIES})
    monkeypatch.setattr(module, "_cities", lambda: io.StringIO(cities))
    monkeypatch.setattr(module, "named_areas", lambda: iter(AREAS))
    monkeypatch.setattr(module, "_temporary_folder", lambda: tmp_path / "temporary")
    return tmp_path / "cache"


def test_the_index_is_built_once(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Gazetteer.open(small)
    monkeypatch.setattr(module, "built", lambda *_: pytest.fail("built again"))
    second = Gazetteer.open(small)
    assert first.path == second.path
    assert first.path.parent == small


def test_what_is_no_index_is_built_anew(small: Path) -> None:
    small.mkdir()
    (small / module.index_name()).write_bytes(b"no index")
    assert ids(Gazetteer.open(small), "Grand Port") == [8]


def test_an_index_that_somebody_else_left_in_the_temporary_folder_is_not_used(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = Gazetteer.open(tmp_path / "temporary").path
    assert Gazetteer.open(small).path == left
    monkeypatch.setattr(module, "_is_ours", lambda path: not path.is_relative_to(tmp_path / "temporary"))
    assert Gazetteer.open(small).path.parent == small


def test_a_folder_that_cannot_be_written_gives_way_to_the_temporary_one(small: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").write_text("a file where the folder should be")
    assert Gazetteer.open(tmp_path / "locked").path.parent == tmp_path / "temporary"


def test_no_folder_to_write_is_said_in_one_sentence(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(module.gazetteer_index, "build", full)
    with pytest.raises(WriteFailed, match=r"disk full.*Free"):
        Gazetteer.open(small)


def test_an_index_leaves_no_room_unused(gazetteer: Gazetteer) -> None:
    with closing(sqlite3.connect(gazetteer.path)) as index:
        assert index.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_it_says_what_it_holds_and_whose_that_is(small: Path) -> None:
    opened = Gazetteer.open(small)
    assert opened.holds.startswith("2 places: cities500")
    assert "CC BY 4.0" in opened.holds
    assert opened.added == ()
    assert opened.edition == opened.path.stem


def test_towns_come_by_their_inhabitants_with_the_largest_first(gazetteer: Gazetteer) -> None:
    towns = gazetteer.towns(50_000)
    assert all(town.kind == "city" and town.population >= 50_000 for town in towns)
    assert [town.population for town in towns] == sorted((town.population for town in towns), reverse=True)
    assert len(gazetteer.towns(0)) > len(towns) > 0
