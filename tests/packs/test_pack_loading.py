"""Packs are loaded from folders, and what is wrong in them is said with file and line."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from deconflict import packs
from deconflict.errors import BadPack

WritePack = Callable[..., Path]

STATES = "xa,Zahra,XA,crown,Zahran,Bashrat|the Citadel,Kingdom of Zahra,invented"
BODIES = """\
government,government,government,,government
forces,armed forces,armed_forces,,army|troops
air,air force,armed_forces,forces,jets"""
ACTORS = """\
front,Tell Front,armed_group,league,XA,,TF|Front of the Tell,invented
brigade,Tell Brigade,armed_group,league,XA,front,,invented"""


def test_an_actor_is_found_by_any_of_its_names_after_folding(write_pack: WritePack) -> None:
    loaded = packs.load([str(write_pack({"actors.csv": ACTORS}))])
    assert [entity.id for entity in loaded.actors_named("the tell front")] == ["front"]
    assert [entity.id for entity in loaded.actors_named("Front of the Tell")] == ["front"]
    assert loaded.entity("brigade").part_of == "front"
    assert loaded.actors_named("Hill Front") == ()


def test_a_short_acronym_in_lower_case_is_no_name(write_pack: WritePack) -> None:
    loaded = packs.load([str(write_pack({"actors.csv": ACTORS}))])
    assert [entity.id for entity in loaded.actors_named("TF")] == ["front"]
    assert loaded.actors_named("tf") == ()


def test_a_proper_name_of_one_word_in_lower_case_is_no_name(write_pack: WritePack) -> None:
    loaded = packs.load([str(write_pack({"sources.csv": "ind,The Independent,private_media,,,,invented"}))])
    assert loaded.actors_named("The Independent")
    assert loaded.actors_named("independent") == ()


def test_an_alias_of_two_actors_is_ambiguous(write_pack: WritePack) -> None:
    rows = "a,Sea Council,organisation,,,,SC council,invented\nb,Sand Council,organisation,,,,SC council,invented"
    loaded = packs.load([str(write_pack({"actors.csv": rows}))])
    assert {entity.id for entity in loaded.actors_named("SC council")} == {"a", "b"}


def test_bodies_of_a_state_are_named_by_rule(write_pack: WritePack) -> None:
    loaded = packs.load([str(write_pack({"states.csv": STATES, "bodies.csv": BODIES}))])
    named = {words: [entity.id for entity in loaded.actors_named(words)] for words in (
        "Zahran army", "Zahra's troops", "army of Zahra", "Zahran jets", "the Citadel", "Zahran", "Zahran poets", "Kelm army",
    )}  # fmt: skip
    assert named == {
        "Zahran army": ["xa.forces"], "Zahra's troops": ["xa.forces"], "army of Zahra": ["xa.forces"], "Zahran jets": ["xa.air"],
        "the Citadel": ["xa.government"], "Zahran": ["xa"], "Zahran poets": [], "Kelm army": [],
    }  # fmt: skip


def test_a_body_stands_on_the_side_of_its_state(write_pack: WritePack) -> None:
    loaded = packs.load([str(write_pack({"states.csv": STATES, "bodies.csv": BODIES}))])
    jets = loaded.entity("xa.air")
    assert (jets.side, jets.country, jets.part_of) == ("crown", "XA", "xa.forces")
    assert loaded.entity("xa.navy") is None


def test_a_later_pack_outranks_an_earlier_one(write_pack: WritePack) -> None:
    first = write_pack({"actors.csv": "old,Sea Guard,armed_group,league,,,guards,invented"}, name="first")
    later = write_pack({"actors.csv": "new,Sand Guard,armed_group,crown,,,guards,invented"}, name="later")
    assert [entity.id for entity in packs.load([str(first), str(later)]).actors_named("guards")] == ["new"]
    assert [entity.id for entity in packs.load([str(later), str(first)]).actors_named("guards")] == ["old"]


def test_a_later_pack_gives_an_earlier_ones_actor_a_side(write_pack: WritePack) -> None:
    first = write_pack({"states.csv": STATES.replace("crown", ""), "bodies.csv": BODIES}, name="first")
    later = write_pack({"states.csv": "xa,Zahra,XA,crown,,,,invented"}, name="later")
    loaded = packs.load([str(first), str(later)])
    assert loaded.actors_named("Zahran army")[0].side == "crown"


def test_an_outlet_is_found_by_name_alias_id_and_site(write_pack: WritePack) -> None:
    loaded = packs.load([str(write_pack({"sources.csv": "post,Port Post,private_media,league,XA,portpost.example,invented"}))])
    assert {loaded.source_named(words).id for words in ("Port Post", "post", "portpost.example", "www.portpost.example")} == {
        "post"
    }
    assert loaded.source_named("Port Post").kind == "private_media"
    assert loaded.entity("post").kind == "outlet"


def test_an_outlet_no_pack_knows_is_a_source_of_its_own_without_kind_or_side() -> None:
    loaded = packs.load([])
    unknown = loaded.source_named("The Harbour Bell")
    assert (unknown.id, unknown.name, unknown.kind, unknown.side) == ("source:harbour-bell", "The Harbour Bell", None, None)
    assert loaded.source_named("…").id != loaded.source_named("—").id


def test_places_are_named_in_the_forms_of_their_kind(write_pack: WritePack) -> None:
    rows = (
        "p,Bashrat,province,10,20,80,4,Bashrat,XA,,Basrat|=the Bashrat hinterland,invented\n"
        "t,Bashrat,town,10,20,5,1,Bashrat,XA,77,,invented"
    )
    loaded = packs.load([str(write_pack({"places.csv": rows}))])
    found = {words: [place.id for place in loaded.places_named(words)] for words in (
        "Bashrat", "Bashrat province", "province of Basrat", "Bashrat hinterland", "Basrat",
    )}  # fmt: skip
    assert found == {
        "Bashrat": ["t"], "Bashrat province": ["p"], "province of Basrat": ["p"], "Bashrat hinterland": ["p"], "Basrat": [],
    }  # fmt: skip
    assert loaded.places_named("Bashrat")[0].geonameid == 77


def test_sides_have_sober_names_and_allies_both_ways(write_pack: WritePack) -> None:
    loaded = packs.load([str(write_pack())])
    assert (loaded.side_name("crown"), loaded.side_name(None)) == ("Crown of Zahra", "side not known")
    assert loaded.allied("league", "crown")
    assert loaded.allied("crown", "league")
    assert not loaded.allied("league", None)
    assert loaded.countries == {"XA"}


@pytest.mark.parametrize(
    ("table", "line", "told"),
    [
        ("actors.csv", "x,Some Guard,guard,,,,,", "'guard' is no kind of actor"),
        ("actors.csv", "x,Some Guard,armed_group,moon,,,,", "side 'moon' is none of the pack's sides"),
        ("actors.csv", "x,Some Guard,armed_group,,,nobody,,", "part_of 'nobody' is no actor"),
        ("actors.csv", "front,Other Front,armed_group,,,,,", "duplicate id 'front', first on line 2"),
        ("actors.csv", ",Some Guard,armed_group,,,,,", "no id"),
        ("actors.csv", "x,Some Guard,armed_group,,,,,invented,spilt", "more cells than columns"),
        ("sources.csv", "x,Port Post,gazette,,,,", "'gazette' is no kind of source"),
        ("places.csv", "x,Bashrat,town,95,20,5,1,,XA,,,", "lat 95 is not within -90 and 90"),
        ("places.csv", "x,Bashrat,town,ten,20,5,1,,XA,,,", "lat 'ten' is no number"),
        ("places.csv", "x,Bashrat,town,10,20,5,9,,XA,,,", "precision 9 is not within 1 and 7"),
    ],
)
def test_a_wrong_line_is_refused_by_file_and_line(write_pack: WritePack, table: str, line: str, told: str) -> None:
    first = ACTORS if table == "actors.csv" else {"sources.csv": "a,A,agency,,,,", "places.csv": "a,A,town,1,1,1,1,,XA,,,"}[table]
    folder = write_pack({table: f"{first}\n{line}"})
    number = 2 + len(first.splitlines())
    with pytest.raises(BadPack, match=f"{table}, line {number}") as caught:
        packs.load([str(folder)])
    assert told in caught.value.message


def test_a_missing_column_is_named(write_pack: WritePack) -> None:
    folder = write_pack()
    (folder / "actors.csv").write_text("id,name,kind\n", encoding="utf-8")
    with pytest.raises(BadPack, match=r"actors\.csv, line 1: missing column side, country, part_of, aliases, source"):
        packs.load([str(folder)])


def test_a_pack_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match="no pack 'atlantis'"):
        packs.load(["atlantis"])
    with pytest.raises(BadPack, match=r"pack\.json cannot be read"):
        packs.load([str(tmp_path)])


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        ({"title": None}, "title"),
        ({"colour": "blue"}, "colour"),
        ({"sides": {"crown": {"name": "Crown", "allies": ["moon"]}}}, "allies moon are no sides"),
    ],
)
def test_a_wrong_manifest_is_refused(write_pack: WritePack, manifest: dict[str, object], told: str) -> None:
    with pytest.raises(BadPack, match=told):
        packs.load([str(write_pack(**manifest))])


def test_packs_survive_pickling_for_worker_processes(write_pack: WritePack) -> None:
    loaded = packs.load([str(write_pack({"actors.csv": ACTORS}))])
    again = pickle.loads(pickle.dumps(loaded))
    assert again.actors_named("Tell Front") == loaded.actors_named("Tell Front")
