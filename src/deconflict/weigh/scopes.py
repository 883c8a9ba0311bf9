"""Which numbers may be set against each other: totals with totals, civilians with civilians."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from deconflict.weigh.statements import SPECIFIC, Statement


class Scoped(msgspec.Struct, frozen=True):
    """The statements of one property that count the same people. `least`: some count only some of them, and give a least."""

    name: str
    statements: tuple[Statement, ...]
    least: bool = False


def scoped(statements: Iterable[Statement]) -> list[Scoped]:
    """The properties with their comparable statements: each outcome, and "killed:civilian" where civilians are told apart."""
    of_property: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        of_property[statement.name].append(statement)
    return [scope for name, found in of_property.items() for scope in _scopes(name, found)]


def _scopes(name: str, found: Sequence[Statement]) -> list[Scoped]:
    wholes = _kinds_as_leasts(_without_some(_without_extras([each for each in found if not each.part])))
    parts = {id(each) for each in found if each.part} | {id(each) for each in wholes if _is_own_part(each, wholes)}
    totals = [each for each in wholes if id(each) not in parts]
    leasts = _leasts(totals)
    unhurt = {id(each) for each in found if each.some and each.category == "civilian" and each not in wholes}
    apart = [each for each in found if each.category in SPECIFIC and id(each) in parts | leasts | unhurt]
    whole = tuple(_least(each) if id(each) in leasts else each for each in totals)
    subs: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in apart:
        subs[each.category].append(each)
    scopes = [Scoped(name, whole, bool(leasts))] if whole else []
    return scopes + [Scoped(f"{name}:{category}", tuple(subs[category])) for category in sorted(subs)]


def _without_extras(wholes: Sequence[Statement]) -> list[Statement]:
    """Without numbers that add to another of the same origin ("two more died"); alone such a number is a least."""
    plain = {each.origin for each in wholes if not each.extra}
    return [each for each in wholes if not each.extra or each.origin not in plain]


def _without_some(wholes: Sequence[Statement]) -> list[Statement]:
    """Without "none of ours was hurt", which says nothing about others; alone it stands."""
    whole = [each for each in wholes if not each.some]
    return whole or list(wholes)


def _kinds_as_leasts(wholes: Sequence[Statement]) -> list[Statement]:
    """With the numbers of only children or women as leasts, where a number of more people is given."""
    most = max((each.low or 0 for each in wholes if each.firm and each.stance == "asserts"), default=0)
    return [_least(each) if each.of_kinds and (each.low or 0) < most else each for each in wholes]


def _is_own_part(statement: Statement, wholes: Sequence[Statement]) -> bool:
    """Whether the same origin also gives a number of all that is as large or larger."""
    if statement.category not in SPECIFIC:
        return False
    return any(
        other.origin == statement.origin and other.category not in SPECIFIC and (other.low or 0) >= (statement.low or 0)
        for other in wholes
    )


def _leasts(totals: Sequence[Statement]) -> set[int]:
    """Those that count only civilians or only fighters where others count all and more, or the other kind."""
    kinds = {each.category for each in totals}
    if len(kinds & SPECIFIC) > 1:
        return {id(each) for each in totals if each.category in SPECIFIC}
    whole = [each.low for each in totals if each.category not in SPECIFIC and each.low is not None and each.stance == "asserts"]
    return {id(each) for each in totals if each.category in SPECIFIC and each.low is not None and whole and each.low < min(whole)}


def _least(statement: Statement) -> Statement:
    return msgspec.structs.replace(statement, high=None)
