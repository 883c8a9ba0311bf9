"""Run the benchmarks, print each figure beside its floor, and fail if one does not hold.

    python -m benchmarks            all of them
    python -m benchmarks tolls      one or several by name
    python -m benchmarks --write    also write benchmarks/RESULTS.md

The corpora are not part of the project: set DECONFLICT_DATA to their folder. Without them nothing is measured, which is said
and is no failure.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from rich.console import Console
from rich.table import Table

from benchmarks import (
    actors,
    boilerplate,
    claims,
    folders,
    ingest_html,
    muc4_events,
    plover_gold,
    record,
    relative_places,
    resolve,
    speed,
    tempeval,
    time_phrases,
    tolls,
    toponyms,
)
from benchmarks.floor import FLOORS, Floor, floors
from deconflict.read import DEFAULT

Figures = Mapping[str, float]

BENCHMARKS: Mapping[str, Callable[[], Figures]] = {
    "tolls": lambda: tolls.measure(folders.annotation(), DEFAULT),
    "claims": lambda: claims.measure(folders.annotation(), folders.corpora()),
    "rules": lambda: tolls.rules(folders.annotation()),
    "boilerplate": lambda: boilerplate.measure(folders.annotation()),
    "ingest_html": lambda: ingest_html.measure(folders.corpora() / "article-extraction"),
    "resolve": lambda: resolve.measure(folders.annotation()),
    "toponyms": lambda: toponyms.measure(folders.corpora()),
    "relative_places": relative_places.measure,
    "time_phrases": lambda: time_phrases.measure(folders.corpora()),
    "tempeval": lambda: tempeval.measure(folders.corpora()),
    "actors": lambda: actors.measure(folders.corpora()),
    "plover_gold": lambda: plover_gold.measure(folders.corpora() / "plover"),
    "muc4_events": lambda: muc4_events.measure(folders.corpora() / "muc4"),
    "record": lambda: record.measure(folders.corpora()),
    "speed": lambda: speed.neural(folders.corpora()),
    "speed_rules": lambda: speed.rules(folders.corpora()),
}


def main(arguments: list[str]) -> int:
    """Exit status 0 if all floors hold, 1 if one does not, 2 for an unknown name."""
    names = [name for name in arguments if not name.startswith("--")] or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    if not folders.corpora().is_dir():
        print(f"The corpora are not at {folders.corpora()}; set DECONFLICT_DATA to their folder. Nothing was measured.")
        return 0
    measured = {name: BENCHMARKS[name]() for name in names}
    Console(width=120).print(table(measured))
    if "--write" in arguments:
        (FLOORS.parent / "RESULTS.md").write_text(markdown(measured), encoding="utf-8")
    return 0 if not broken(measured) else 1


def rows(measured: Mapping[str, Figures]) -> list[tuple[str, str, float, Floor]]:
    """(benchmark, figure, value, floor) of everything measured; a floor whose figure is missing is an error.

    A benchmark that has no figures at all has said what it lacks.
    """
    known = floors()
    for name in measured:
        missing = set(known.get(name, {})) - set(measured[name])
        if missing and measured[name]:
            raise SystemExit(f"{name}: floors without a figure: {', '.join(sorted(missing))}")
    figures = [(name, key, value) for name, found in measured.items() for key, value in found.items()]
    return [(name, key, value, known.get(name, {}).get(key, Floor())) for name, key, value in figures]


def broken(measured: Mapping[str, Figures]) -> list[str]:
    """The figures whose floor does not hold."""
    return [f"{name}.{key}" for name, key, value, floor in rows(measured) if not floor.holds(value)]


def table(measured: Mapping[str, Figures]) -> Table:
    """The figures for a person."""
    out = Table("benchmark", "figure", "measured", "floor", "aim", "peers")
    for name, key, value, floor in rows(measured):
        mark = "" if floor.holds(value) else " BROKEN"
        out.add_row(name, key, f"{value:.4g}{mark}", floor.bound("≥", "≤"), _aim(floor), floor.peers)
    return out


def markdown(measured: Mapping[str, Figures]) -> str:
    """The figures as a page."""
    lines = ["# Measured", "", "Written by `python -m benchmarks --write`; two CPU cores.", ""]
    lines += ["| benchmark | figure | measured | floor | aim | peers |", "|---|---|---|---|---|---|"]
    for name, key, value, floor in rows(measured):
        lines.append(f"| {name} | {key} | {value:.4g} | {floor.bound('at least', 'at most')} | {_aim(floor)} | {floor.peers} |")
    return "\n".join(lines) + "\n"


def _aim(floor: Floor) -> str:
    return "" if floor.aim is None else f"{floor.aim:g}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
