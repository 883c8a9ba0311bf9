"""The verdict on two claims: the sum of their features against thresholds, with every share of it as a reason."""

from __future__ import annotations

from deconflict.merge.features import CONTRADICTIONS, FEATURES, SAME, TEXT, UNSURE, Feature
from deconflict.merge.mention import Mention
from deconflict.merge.pair import Pair
from deconflict.merge.toll_features import tolls_far_apart
from deconflict.record import Link, Reason, Verdict


def judge(a: Mention, b: Mention) -> Link | None:
    """The link between two mentions (`a` before `b` by id); None if there is nothing to say about them."""
    pair = Pair.of(a, b)
    shares = [(feature, weight) for feature, weight in FEATURES if feature(pair)]
    score = round(sum(weight for _, weight in shares), 3)
    verdict = _verdict(score, shares)
    if verdict is None or (verdict != "different" and not _joinable(pair, {feature.__name__ for feature, _ in shares})):
        return None
    reasons = tuple(Reason(feature.__name__, weight, TEXT[feature]) for feature, weight in shares)
    return Link(a.claim.id, b.claim.id, verdict, score, reasons)


def _verdict(score: float, shares: list[tuple[Feature, float]]) -> Verdict | None:
    if score >= SAME:
        return "same"
    against = sum(weight for feature, weight in shares if feature in CONTRADICTIONS)
    if against:
        against += sum(weight for feature, weight in shares if feature is tolls_far_apart)
    if against and score - against >= SAME:
        return "different"
    return "unsure" if score >= UNSURE else None


def _joinable(pair: Pair, shared: set[str]) -> bool:
    """Whether the two can be one event at all: of one family; a sum over a period only with the same number or words."""
    if set(pair.a.families).isdisjoint(pair.b.families):
        return False
    if not (pair.a.period or pair.b.period):
        return True
    alike = "same_type" in shared and bool(shared & {"same_toll", "same_wording"})
    return alike and (pair.a.period == pair.b.period or "same_wording" in shared)
