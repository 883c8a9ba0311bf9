"""The features of a match. Each docstring is the sentence that the page shows as the reason; each weight is what it adds.

The weights are set by hand, and no set was used to tune them: a town, a day and a kind of act make a match (3 + 2 + 1 reach
`SAME`), a province and a day do not, nor do two days running in one town; means that exclude each other undo a match.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable

from deconflict.merge.pair import NEXT_SENTENCE, Pair
from deconflict.merge.places import is_point
from deconflict.merge.toll_features import (
    like_toll,
    one_speaker_two_tolls,
    other_toll_told_beside,
    same_large_toll,
    same_summary,
    same_toll,
    toll_allows,
    tolls_far_apart,
    two_tolls_side_by_side,
)

Feature = Callable[[Pair], bool]

SAME = 5.0
"""Score from which two claims speak of one event: a town, a day and a kind of act (6) do, with one thing against it (other
actors, -1) still; a province, a day and a kind of act (3.75) need one more thing they share. In one report a town and a kind of
act (3 + 1 + 1) are enough: a report that tells of two attacks on one town tells them apart by day, means or number."""

UNSURE = 3.5
"""Score from which the page offers the pair to a person: one thing shared would make it the same event."""

_FROM_AIRCRAFT = {"drone": "aerial"}


def same_day(pair: Pair) -> bool:
    """Both give the same day."""
    return pair.timing == "same day"


def next_day(pair: Pair) -> bool:
    """The days they give are not the same, but follow one another."""
    return pair.timing == "next day" and not _speech_and_deed(pair)


def time_within(pair: Pair) -> bool:
    """The time that one gives lies within the time of the other."""
    return pair.timing == "within"


def other_time_words(pair: Pair) -> bool:
    """In one report they give different words of time, and one of them no day."""
    both = pair.a.time_words and pair.b.time_words
    return bool(both) and pair.same_report and pair.timing == "unknown" and not pair.a.time_words & pair.b.time_words


def days_apart(pair: Pair) -> bool:
    """The days they give lie apart."""
    return pair.timing == "apart"


def same_place(pair: Pair) -> bool:
    """Both give the same place."""
    return pair.bearing == "same"


def same_area(pair: Pair) -> bool:
    """Both give the same city or district, which is wide enough for more than one event in a day."""
    return pair.bearing == "same area"


def near_place(pair: Pair) -> bool:
    """The places they give lie within 10 km of one another."""
    return pair.bearing == "near"


def place_within(pair: Pair) -> bool:
    """The place of one lies within the place of the other."""
    return pair.bearing == "within"


def namesake(pair: Pair) -> bool:
    """One gives a city whose province has its name, the other a place of that province."""
    return pair.bearing == "namesake"


def same_province(pair: Pair) -> bool:
    """Both give the same province, and no town."""
    return pair.bearing == "same province"


def places_apart(pair: Pair) -> bool:
    """The places they give lie apart."""
    return pair.bearing == "apart"


def same_type(pair: Pair) -> bool:
    """Both tell of the same kind of act."""
    return pair.a.claim.type == pair.b.claim.type


def same_means(pair: Pair) -> bool:
    """Both name the same means."""
    modes = {_FROM_AIRCRAFT.get(mention.claim.mode or "", mention.claim.mode) for mention in (pair.a, pair.b)}
    return pair.a.means is not None and pair.a.means == pair.b.means and len(modes) == 1


def same_rare_means(pair: Pair) -> bool:
    """Both tell of chemical or other unconventional weapons, seldom used twice in a province on one day."""
    return pair.a.claim.mode == pair.b.claim.mode == "unconventional" and pair.timing in ("same day", "within")


def fight_and_strike(pair: Pair) -> bool:
    """One tells of fighting that goes on, the other of one attack."""
    return (pair.a.fight and pair.b.strike and not pair.b.fight) or (pair.b.fight and pair.a.strike and not pair.a.fight)


def other_means(pair: Pair) -> bool:
    """They name means that exclude each other, such as an air strike and a car bomb."""
    return pair.a.means is not None and pair.b.means is not None and pair.a.means != pair.b.means


def answers(pair: Pair) -> bool:
    """One denies what the other says."""
    return pair.a.denies != pair.b.denies and not pair.one_origin


def answers_what_was_just_told(pair: Pair) -> bool:
    """A denial that gives neither place nor day follows upon the deed in one report, or denies what its author is said to do."""
    denial, deed = (pair.a, pair.b) if pair.a.denies else (pair.b, pair.a)
    open_ = denial.claim.where is None and not denial.dated
    after = next_sentence(pair) and deed.claim.sentence < denial.claim.sentence
    return answers(pair) and pair.same_report and open_ and (after or same_actor(pair))


def accuses(pair: Pair) -> bool:
    """One accuses a party of what the other describes."""
    types = {pair.a.claim.type, pair.b.claim.type}
    accuser, deed = (pair.a, pair.b) if pair.a.claim.type == "ACCUSE" else (pair.b, pair.a)
    return types == {"ACCUSE", "ASSAULT"} and bool(accuser.recipients & deed.actors)


def same_actor(pair: Pair) -> bool:
    """Both name the same actor."""
    return bool(pair.a.actors & pair.b.actors)


def other_actor(pair: Pair) -> bool:
    """They name different actors, and neither denies: who denies a deed is its actor only if others say so."""
    both = bool(pair.a.actors and pair.b.actors) and pair.a.denies == pair.b.denies
    return both and not pair.a.actors & pair.b.actors and not accuses(pair)


def other_actor_told_beside(pair: Pair) -> bool:
    """One report names different actors for them, in a city or province wide enough for more than one event in a day."""
    return pair.same_report and pair.wide and other_actor(pair)


def other_place_told_beside(pair: Pair) -> bool:
    """One report names different places for them, in sentences apart, and neither is a whole province."""
    points = is_point(pair.a.claim.where) and is_point(pair.b.claim.where)
    return same_report(pair) and points and pair.bearing in ("within", "near")


def same_recipient(pair: Pair) -> bool:
    """Both name the same people or things as hit."""
    return bool(pair.a.recipients & pair.b.recipients)


def same_instrument(pair: Pair) -> bool:
    """Both name the same weapon or tool."""
    return bool(pair.a.instruments & pair.b.instruments)


def told_apart(pair: Pair) -> bool:
    """In one report the later opens with words that set it apart, such as "meanwhile" or "in a separate attack"."""
    later = max((pair.a, pair.b), key=lambda mention: mention.claim.sentence)
    return pair.same_report and pair.gap != 0 and later.aside


def same_wording(pair: Pair) -> bool:
    """Both stand in the same sentence, which one report has from the other."""
    return pair.a.wording is not None and pair.a.wording == pair.b.wording and not pair.same_report


def same_sentence(pair: Pair) -> bool:
    """Both stand in one sentence of one report."""
    return pair.gap == 0


def next_sentence(pair: Pair) -> bool:
    """Their sentences follow one another in one report."""
    return pair.gap is not None and 0 < pair.gap <= NEXT_SENTENCE


def same_report(pair: Pair) -> bool:
    """Both stand in one report."""
    return pair.gap is not None and pair.gap > NEXT_SENTENCE


def only_one_in_report(pair: Pair) -> bool:
    """One leaves place or time open, and their report gives both for only one such event, which the other tells of."""
    full = [mention.claim.where is not None and mention.dated for mention in (pair.a, pair.b)]
    told = pair.a if full[0] else pair.b
    # Fighting goes on elsewhere too, and what somebody tells instead of a deed is not that deed.
    loose = pair.a.counters or pair.b.counters or pair.a.fight or pair.b.fight
    other = loose or background_at_no_time(pair) or other_time_words(pair)
    return pair.same_report and full[0] != full[1] and told.only and not other


def background_at_no_time(pair: Pair) -> bool:
    """One tells of the background and gives no day."""
    sums = pair.a.period and pair.b.period
    return not sums and any(mention.claim.background and not mention.dated for mention in (pair.a, pair.b))


def plan_and_deed(pair: Pair) -> bool:
    """One speaks of what is planned or demanded, the other of what happened."""
    intended = [mention.claim.status in ("planned", "demanded") for mention in (pair.a, pair.b)]
    return intended[0] != intended[1]


def denier_tells_otherwise(pair: Pair) -> bool:
    """One is what somebody says happened instead of what the other describes and he denies."""
    return pair.a.counters != pair.b.counters and not pair.one_origin and not pair.a.denies and not pair.b.denies


def one_speaker_denies(pair: Pair) -> bool:
    """The same speaker denies the one and says the other."""
    return pair.a.denies != pair.b.denies and pair.one_origin and not (pair.a.disowns or pair.b.disowns)


def _speech_and_deed(pair: Pair) -> bool:
    """A denial or accusation comes after the deed, and its own day is often the only one given."""
    return (pair.a.claim.type in ("REJECT", "ACCUSE")) != (pair.b.claim.type in ("REJECT", "ACCUSE"))


FEATURES: tuple[tuple[Feature, float], ...] = (
    (same_day, 2.0), (next_day, -1.5), (time_within, 1.0), (days_apart, -6.0), (other_time_words, -2.5),
    (same_place, 3.0), (same_area, 1.25), (near_place, 1.5), (place_within, 1.0), (namesake, -2.0),
    (same_province, 0.75), (places_apart, -6.0),
    (same_type, 1.0), (same_means, 0.5), (same_rare_means, 1.0), (other_means, -4.0), (fight_and_strike, -5.0),
    (answers, 2.0), (answers_what_was_just_told, 1.5), (accuses, 1.5),
    (same_actor, 1.5), (other_actor, -1.0), (other_actor_told_beside, -1.5), (other_place_told_beside, -1.5),
    (same_recipient, 1.0), (same_instrument, 0.5),
    (same_toll, 1.0), (same_large_toll, 1.0), (like_toll, 1.0), (same_summary, 2.0), (toll_allows, 0.5), (tolls_far_apart, -1.5),
    (told_apart, -2.5), (one_speaker_two_tolls, -5.0), (two_tolls_side_by_side, -8.0), (other_toll_told_beside, -1.5),
    (same_wording, 4.0), (same_sentence, 3.5), (next_sentence, 1.5), (same_report, 1.0), (only_one_in_report, 2.5),
    (background_at_no_time, -2.5), (plan_and_deed, -2.0), (denier_tells_otherwise, -5.0), (one_speaker_denies, -5.0),
)  # fmt: skip

CONTRADICTIONS: frozenset[Feature] = frozenset(
    {
        other_means,
        one_speaker_two_tolls,
        two_tolls_side_by_side,
        denier_tells_otherwise,
        one_speaker_denies,
    }
)
"""Features that make two claims of one day and town different events, and not merely unsure."""

TEXT: dict[Feature, str] = {feature: inspect.getdoc(feature) or "" for feature, _ in FEATURES}
