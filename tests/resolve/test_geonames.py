"""GeoNames' lines, of a country that does not exist."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from deconflict.errors import BadRequest, Unreadable
from deconflict.resolve.country_file import CountryFile, opened_text, write
from deconflict.resolve.geonames import place_of, read_divisions, read_places


def line(
    geonameid: object = 7,
    name: str = "Tell Zahr",
    lat: object = 10.5,
    lon: object = 20.5,
    feature: str = "P.PPL",
    **other: object,
) -> str:
    """One line as GeoNames writes it."""
    cells = dict.fromkeys(("cc2", "admin2", "admin3", "admin4", "elevation", "dem", "timezone"), "")
    cells |= {"plain": name, "others": "", "country": "XA", "admin1": "01", "population": "0", "changed": "2031-05-07"}
    cells |= {key: str(value) for key, value in other.items()}
    order = ["country", "cc2", "admin1", "admin2", "admin3", "admin4", "population", "elevation", "dem", "timezone", "changed"]
    first = (geonameid, name, cells["plain"], cells["others"], lat, lon, *feature.split("."))
    return "\t".join(map(str, (*first, *(cells[key] for key in order))))


def places(*lines: str) -> list[str]:
    return [place.name for _, place in read_places(lines, "XA")]


def test_a_line_is_a_place_with_all_its_names() -> None:
    place = place_of(line(name="Tall Zahr", plain="Tall Zahr", others="Tell Zahr,TLZ,تل زهر", population=1200), "XA")
    assert (place.geonameid, place.name, place.lat, place.lon, place.population) == (7, "Tall Zahr", 10.5, 20.5, 1200)
    assert place.names == ("Tall Zahr", "Tell Zahr", "TLZ", "تل زهر")
    assert (place.feature, place.country, place.admin1, place.changed) == ("P.PPL", "XA", "01", "2031-05-07")


@pytest.mark.parametrize("feature", ["P.PPL", "P.PPLX", "P.PPLQ", "A.ADM1", "S.AIRF", "S.CMPRF", "H.STM", "T.HLL", "L.MILB"])
def test_places_that_fighting_is_told_from_are_kept(feature: str) -> None:
    assert place_of(line(feature=feature), "XA").is_kept()


@pytest.mark.parametrize("feature", ["P.PPLH", "A.PCLI", "A.ADM2", "S.SCH", "R.RD", "H.WLL", "V.FRST", "U.SMU", "."])
def test_other_places_are_not(feature: str) -> None:
    assert not place_of(line(feature=feature), "XA").is_kept()


@pytest.mark.parametrize(("lat", "lon"), [(90.1, 0), (-91, 0), (0, 180.5), (0, -181), ("nan", 0), (0, "inf"), (1050, 20)])
def test_a_point_off_the_earth_is_known_as_such(lat: object, lon: object) -> None:
    assert not place_of(line(lat=lat, lon=lon), "XA").is_on_earth()


def test_the_poles_and_the_date_line_are_on_the_earth() -> None:
    assert place_of(line(lat=-90, lon=180), "XA").is_on_earth()


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (line()[:40], r"Line 2 .* columns, not 19"),
        (line() + "\t", "20 columns"),
        ("<!DOCTYPE html><html>", "1 columns"),
        (line(country="XB"), "country is 'XB'"),
        (line(geonameid="seven"), "id is 'seven'"),
        (line(geonameid="-7"), "id is '-7'"),
        (line(lat="10,5"), "latitude is '10,5'"),
        (line(lon=""), "longitude is ''"),
        (line(population="many"), "population is 'many'"),
        (line(name=" "), "no name"),
        (line(feature="PP.PPL"), "class is 'PP'"),
    ],
)
def test_a_line_that_is_none_of_the_country_names_itself(bad: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        places(line(), bad)


def test_empty_lines_and_a_byte_order_mark_do_no_harm() -> None:
    assert places("\ufeff" + line() + "\r\n", "\n", line(name="Kelm")) == ["Tell Zahr", "Kelm"]


def test_divisions_of_other_countries_are_passed_over() -> None:
    found = list(read_divisions(["XA.01\tZahr\tZahr\t11\n", "XB.01\tKelm\tKelm\t12\n"], "XA"))
    assert [(each.admin1, each.name, each.geonameid) for each in found] == [("01", "Zahr", 11)]


def test_divisions_that_are_none_are_said() -> None:
    with pytest.raises(Unreadable, match="Line 1 is none of GeoNames' admin1CodesASCII"):
        list(read_divisions(["<html>"], "XA"))


def test_a_country_is_kept_with_where_it_comes_from(tmp_path: Path) -> None:
    lines = [line(changed="2031-01-01"), line(8, "Kelm", changed="2031-05-09"), line(9, lat=99), line(10, feature="S.SCH")]
    about = write(tmp_path / "XA.zip", "XA", lines, ["XA.01\tZahr\tZahr\t11"], "XA.zip", "2031-06-01")
    assert (about.lines, about.kept, about.off_earth, about.changed) == (4, 2, 1, "2031-05-09")
    assert about.attribution == "GeoNames (geonames.org), CC BY 4.0"
    kept = CountryFile(tmp_path / "XA.zip")
    assert kept.about() == about
    assert [place.name for place in kept.places()] == ["Tell Zahr", "Kelm"]
    assert [division.name for division in kept.divisions()] == ["Zahr"]


def test_the_same_lines_have_the_same_checksum_whenever_they_are_taken(tmp_path: Path) -> None:
    one = write(tmp_path / "one.zip", "XA", [line()], [], "XA.zip", "2031-06-01")
    two = write(tmp_path / "two.zip", "XA", [line() + "\r\n"], [], "XA.txt", "2031-07-01")
    other = write(tmp_path / "other.zip", "XA", [line(name="Kelm")], [], "XA.zip", "2031-06-01")
    assert one.sha256 == two.sha256 != other.sha256


@pytest.mark.parametrize("lines", [[], [line(feature="S.SCH")], [line(lat=99)]])
def test_a_file_without_a_place_to_keep_is_refused(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(Unreadable, match="holds no place"):
        write(tmp_path / "XA.zip", "XA", lines, [], "XA.zip", "2031-06-01")


def test_an_archive_that_was_spoilt_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "XA.zip"
    path.write_bytes(b"PK no more")
    with pytest.raises(BadRequest, match=r"cannot be read.*Remove .*XA.zip and add the country again"):
        CountryFile(path).about()


def test_a_text_is_read_plain_or_zipped(tmp_path: Path) -> None:
    (tmp_path / "XA.txt").write_text(line(), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "XA.zip", "w") as archive:
        archive.writestr("readme.txt", "read me")
        archive.writestr("XA.txt", line())
    for name in ("XA.txt", "XA.zip"):
        with opened_text(tmp_path / name, "XA.txt") as text:
            assert places(*text) == ["Tell Zahr"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"  <!DOCTYPE html><html>Sign in to this network", "is a web page"),
        (b"PK\x03\x04 and then nothing", "broken or cut short"),
        (b"\x1f\x8b something else", "is no zip archive"),
    ],
)
def test_what_is_no_archive_is_said_to_be_what_it_looks_like(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "XA.zip").write_bytes(content)
    with pytest.raises(Unreadable, match=why), opened_text(tmp_path / "XA.zip", "XA.txt"):
        pass


def test_a_flipped_bit_in_an_archive_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "XA.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("XA.txt", line())
    spoilt = bytearray(path.read_bytes())
    spoilt[60] ^= 1
    path.write_bytes(spoilt)
    with pytest.raises(Unreadable, match="CRC"), opened_text(path, "XA.txt") as text:
        list(text)


def test_text_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "XA.txt").write_bytes(line(name="Kälm").encode("latin-1"))
    with pytest.raises(Unreadable, match="utf-8"), opened_text(tmp_path / "XA.txt", "XA.txt") as text:
        list(text)


def test_an_archive_without_the_countrys_lines_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "XA.zip", "w") as archive:
        archive.writestr("XB.txt", line())
    with pytest.raises(Unreadable, match=r"holds no XA\.txt"), opened_text(tmp_path / "XA.zip", "XA.txt"):
        pass
