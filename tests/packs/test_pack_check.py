"""`pack check`: all that is wrong at once, with file and line, and what is allowed but may not be meant."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from deconflict.cli import main
from deconflict.packs.check import Checked, check

WritePack = Callable[..., Path]

GUARDS = """\
sea,Sea Guard,armed_group,crown,XA,,the Guards|SG,invented
sand,Sand Guard,armed_group,league,XA,,guards,invented"""
OUTLET = "bell,Harbour Bell,private_media,league,XA,Bell,invented"


def remarks(checked: Checked) -> list[str]:
    return [str(remark) for remark in checked.remarks]


def wrong(checked: Checked) -> str:
    return "\n".join(error.message for error in checked.wrong)


def test_two_actors_of_one_alias_are_allowed_and_said_to_be_ambiguous(write_pack: WritePack) -> None:
    checked = check(write_pack({"actors.csv": GUARDS}))
    assert not checked.wrong
    told = next(remark for remark in remarks(checked) if "ambiguous" in remark)
    assert told.startswith(
        "actors.csv, line 3: 'the Guards' is borne by Sand Guard (sand) and by Sea Guard (sea; actors.csv, line 2)"
    )


def test_an_outlet_and_an_actor_of_one_name_and_two_ids_are_said_to_be_ambiguous(write_pack: WritePack) -> None:
    checked = check(write_pack({"actors.csv": "hb,Harbour Bell,organisation,league,XA,,,invented", "sources.csv": OUTLET}))
    assert not checked.wrong
    assert any("sources.csv, line 2" in each and "give both the same id" in each for each in remarks(checked))


def test_an_outlet_that_is_the_actor_of_the_same_id_is_not_ambiguous(write_pack: WritePack) -> None:
    checked = check(write_pack({"actors.csv": "bell,Harbour Bell,organisation,league,XA,,,invented", "sources.csv": OUTLET}))
    assert not any("ambiguous" in each for each in remarks(checked))


def test_all_wrong_rows_are_told_at_once(write_pack: WritePack) -> None:
    actors = (
        "a,A Guard,guard,crown,,,,invented\nb,B Guard,armed_group,moon,,,,invented\nc,C Guard,armed_group,crown,,nobody,,invented"
    )
    places = "x,Bashrat,town,95,20,5,1,,XA,,,invented\ny,Velm,town,10,20,5,1,,XA,,,invented\ny,Tell,town,10,20,5,1,,XA,,,invented"
    checked = check(write_pack({"actors.csv": actors, "places.csv": places, "sources.csv": "n,News,gazette,,,,invented"}))
    told = wrong(checked)
    for part in (
        "actors.csv, line 2: 'guard' is no kind of actor",
        "actors.csv, line 3: side 'moon'",
        "actors.csv, line 4: part_of 'nobody'",
        "places.csv, line 2: lat 95",
        "places.csv, line 4: duplicate id 'y', first on line 3",
        "sources.csv, line 2: 'gazette'",
    ):
        assert part in told, part
    assert len(checked.wrong) == 6


def test_a_missing_column_and_a_broken_zones_file_do_not_hide_each_other(write_pack: WritePack) -> None:
    folder = write_pack({"zones.geojson": '{"type": "FeatureCollection",\n "features": [}'})
    (folder / "actors.csv").write_text("id,name,kind\n", encoding="utf-8")
    told = wrong(check(folder))
    assert "actors.csv, line 1: missing column side" in told
    assert "zones.geojson, line 2: Expecting value" in told


def test_what_nothing_uses_is_said(write_pack: WritePack) -> None:
    folder = write_pack({"actors.csv": "sea,Sea Guard,armed_group,crown,XA,,,invented"}, countries=["XA"])
    (folder / "notes.txt").write_text("for later", encoding="utf-8")
    (folder / "bodies.csv").write_text("id,name,kind,part_of,words,colour\nb,B,government,,cabinet,blue\n", encoding="utf-8")
    told = remarks(check(folder))
    assert "pack.json: side 'league' is nobody's." in told
    assert "pack.json: country 'XA' is no state's of this pack or the world's." in told
    assert "pack.json: place_forms name the kind 'province', of which there is no place." in told
    assert "notes.txt: nothing reads this file." in told
    assert "bodies.csv, line 1: nothing reads the column 'colour'." in told


def test_a_name_taken_from_the_world_and_rows_without_a_source_are_said(write_pack: WritePack) -> None:
    told = remarks(check(write_pack({"actors.csv": "mob,Sea Rebels,generic,league,,,rebels,"})))
    assert any("'rebels' is mob with this pack, no longer" in each for each in told)
    assert "actors.csv: 1 of 1 rows name no source, the first on line 2." in told


@pytest.mark.parametrize(
    ("manifest", "line"),
    [('{\n "name": "x",\n "title": 7\n}', 3), ('{\n "name": "x"\n "title": "X"\n}', 3), ('{"name": "x"}', 1)],
)
def test_a_wrong_pack_json_is_told_by_line(tmp_path: Path, manifest: str, line: int) -> None:
    (tmp_path / "pack.json").write_text(manifest, encoding="utf-8")
    assert f"pack.json, line {line}: " in wrong(check(tmp_path))


def test_the_command_says_what_is_wrong_and_its_status_says_whether_the_pack_can_be_used(write_pack: WritePack) -> None:
    good = CliRunner().invoke(main, ["pack", "check", str(write_pack({"actors.csv": GUARDS}, name="good"))])
    bad = CliRunner().invoke(main, ["pack", "check", str(write_pack({"actors.csv": GUARDS + "\nx,X,elf,,,,,"}, name="bad"))])
    assert good.exit_code == 0
    assert "remark: actors.csv, line 3" in good.stdout
    assert "It can be used" in good.stderr
    assert bad.exit_code == 2
    assert "wrong: " in bad.stdout
    assert "actors.csv, line 4: 'elf' is no kind of actor" in bad.stdout
    assert CliRunner().invoke(main, ["pack", "check", "/nowhere"]).exit_code == 2


@pytest.mark.parametrize("name", ["world", "syria", "el-salvador"])
def test_packs_that_ship_have_nothing_wrong(name: str) -> None:
    assert wrong(check(Path(name))) == ""


def test_the_schema_of_a_packs_files_can_be_printed() -> None:
    for file, key in (("pack.json", "sides"), ("zones.geojson", "error_km")):
        printed = CliRunner().invoke(main, ["pack", "schema", file])
        assert printed.exit_code == 0
        assert key in json.dumps(json.loads(printed.stdout))
