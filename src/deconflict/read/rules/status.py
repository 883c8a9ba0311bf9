"""Whether the report says it happened, did not, will, may, or should."""

from __future__ import annotations

from deconflict.read.rules.lexicon_grammar import STOPS, SUBORDINATORS
from deconflict.read.rules.lexicon_people import PEOPLE
from deconflict.read.rules.triggers import Trigger
from deconflict.read.rules.words import Line
from deconflict.record import Status

_REACH = 5
_NOT = frozenset({"not", "never", "without", "n't", "cannot", "didn't", "wasn't", "weren't", "hasn't", "haven't", "failed",
"no", "neither", "didnt",
                  "wasnt", "werent", "thwarted", "repelled", "foiled", "averted", "nor"})  # fmt: skip
_PLANNED = frozenset({"will", "would", "plans", "plan", "planned", "planning", "intends", "intend", "intention", "prepare",
"preparing",
                      "prepares", "preparations", "vowed", "vows", "pledged", "upcoming", "imminent", "ordered", "shall",
                      "aims", "aimed",
                      "hopes", "attempt", "attempting", "attempts", "attempted", "trying", "tried", "bid", "seeking",
                      "wants"})  # fmt: skip
_POSSIBLE = frozenset({"may", "might", "could", "suspected", "feared", "possibly", "possible", "believed", "alleged",
"allegedly", "likely",
                       "presumed", "apparently", "unconfirmed", "probably", "potential", "if", "perhaps", "fears"})  # fmt: skip
_DEMANDED = frozenset({"should", "must", "urged", "urges", "urging", "demanded", "demands", "demanding", "calls", "calling",
"called",
                       "call", "appeal", "appealed", "stop", "halt", "end"})  # fmt: skip
_CALLS = frozenset({"calls", "calling", "called", "call", "appeal", "appealed"})
_ENDS = frozenset({"stop", "halt", "end"})


def status_of(line: Line, event: Trigger, has_counts: bool) -> Status:
    """The status the words just before the trigger give it; stated tolls are asserted whatever else is only suspected."""
    trigger = event.at
    window = _before(line, trigger.first)
    words = set(window)
    if _negated(window) and (event.result or not has_counts):
        return "negated"
    if _demanded(window):
        return "demanded"
    if words & _POSSIBLE and not has_counts:
        return "possible"
    if has_counts and event.result and words & {"may", "might", "could", "feared", "believed"}:
        return "possible"
    if words & _PLANNED and not has_counts:
        return "planned"
    if has_counts and not event.result and not event.verb:
        return "asserted"
    if has_counts and ("will" in words or (line.at(trigger.first - 1) == "to" and words & _PLANNED)):
        return "planned"
    if not has_counts and not {"will", "shall"}.isdisjoint(line.low[trigger.after : trigger.after + 2]):
        return "planned"
    return (
        "planned" if line.phrase(trigger.first - 3, 3) in ("are to be", "is to be") or window[-2:] == ["to", "be"] else "asserted"
    )


def _before(line: Line, index: int) -> list[str]:
    """Up to five words before the trigger, within its clause."""
    first = index
    while first > 0 and index - first < _REACH and line.low[first - 1] not in STOPS and line.low[first - 1] not in SUBORDINATORS:
        first -= 1
    return line.low[first:index]


def _negated(window: list[str]) -> bool:
    """Whether a word of "not" reaches the trigger: "40 militants, not civilians, were killed" is no denial."""
    at = max((index for index, word in enumerate(window) if word in _NOT), default=-1)
    if at < 0:
        return False
    contrast = window[at] == "not" and window[at + 1 : at + 2] and window[at + 1] in PEOPLE
    return not contrast and "," not in window[at + 1 :]


def _demanded(window: list[str]) -> bool:
    words = set(window)
    if words & {"should", "must", "urged", "urges", "urging", "demanded", "demands", "demanding"}:
        return True
    return bool(words & _CALLS) and ("for" in words or "on" in words or "upon" in words) and bool(words & _DEMANDED)
