"""The tolls of an event: a finding for each outcome, and for civilians or fighters where they are told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deconflict.record import Claim, Finding, Origin, Report, Status, Trace, Voice
from deconflict.weigh.rules import Figures, best, highest, lowest, status
from deconflict.weigh.scopes import Scoped, scoped
from deconflict.weigh.statements import OUTCOMES, Statement, statements
from deconflict.weigh.voices import live, voices

STANDINGS: tuple[tuple[frozenset[Status], str], ...] = (
    (frozenset({"asserted", "denied", "negated"}), ""),
    (frozenset({"possible"}), "Nobody states it as fact; the numbers are what is feared or thought possible. "),
    (frozenset({"planned", "demanded"}), "The numbers are of what is planned or demanded. "),
)
"""What happened comes before what may have happened, and that before plans; numbers are compared within their standing only."""

LEAST = "Some count only civilians or only fighters; their numbers stand as a least for all. "


PASSED = "Vague words (“dozens”) and parts of a number (“including children”) set no lowest number where others give one. "


def tolls(cluster: Sequence[Claim], reports: Mapping[str, Report], trace: Trace) -> dict[str, Finding]:
    """The findings by property, in the order of `OUTCOMES`. Background claims count only where all are background."""
    fresh = [claim for claim in cluster if not claim.background] or list(cluster)
    found: dict[str, Finding] = {}
    for standing, remark in STANDINGS:
        told = statements([claim for claim in fresh if claim.status in standing], reports, trace)
        for scope in scoped(told):
            found.setdefault(scope.name, _finding(scope, trace.by_id, remark))
    return {name: found[name] for name in sorted(found, key=_order)}


def _finding(scope: Scoped, origins: Mapping[str, Origin], remark: str) -> Finding:
    heard = voices(scope.statements, origins)
    alive = live(heard)
    name, why = status(Figures.of(alive))
    counted = _firm(scope.statements, alive)
    number, how = best(counted)
    least = LEAST if scope.least else ""
    low = lowest(counted)
    passed = PASSED if low != lowest(alive) else ""
    return Finding(
        property=scope.name,
        status=name,
        rule=f"{remark}{least}{why} {passed}{how if _numbered(scope.statements) else ''}".strip(),
        voices=heard,
        low=low,
        best=number,
        high=highest(alive),
    )


def _firm(found: Sequence[Statement], alive: Sequence[Voice]) -> list[Voice]:
    """The voices that count all whom the property is about, with a number; else those with a number; else all."""
    for kept in ([each for each in found if each.firm], [each for each in found if not each.vague]):
        counted = {(each.origin, each.low, each.high) for each in kept if each.stance == "asserts" and each.low is not None}
        if voiced := [voice for voice in alive if (voice.origin, voice.low, voice.high) in counted]:
            return voiced
    return list(alive)


def _numbered(found: Sequence[Statement]) -> bool:
    return any((each.low, each.high) != (None, None) and each.stance == "asserts" for each in found)


def _order(name: str) -> tuple[int, str]:
    outcome = name.partition(":")[0].partition("_or_")[0]
    return OUTCOMES.index(outcome) if outcome in OUTCOMES else len(OUTCOMES), name
