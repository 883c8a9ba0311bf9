"""A tally announced before its number: "the army gave its list of vehicles destroyed. The statement said 40 were hit." """

from __future__ import annotations

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.lexicon_outcomes import RESULTS
from deconflict.read.rules.words import Line
from deconflict.record import Outcome

_RUNDOWNS = bag("rundown list tally tallies figures count breakdown summary inventory statistics")
_GOES_ON = _RUNDOWNS | bag("it they he she statement report announcement total altogether")
_REACH = 12  # words from "tally of" to the word for what befell those listed; the annotated reports hold no such sentence


def announced(line: Line) -> Outcome | None:
    """What befell those whose tally the sentence announces: "destroyed" of "its rundown of facilities destroyed"."""
    at = next((i for i, word in enumerate(line.low) if word in _RUNDOWNS and line.at(i + 1) in ("of", "that", "with")), None)
    if at is None:
        return None
    found = [hit.entry.outcome for hit in RESULTS.find(line) if at < hit.first <= at + _REACH]
    return next((outcome for outcome in found if outcome in ("destroyed", "killed")), None)


def goes_on(line: Line) -> bool:
    """Whether the sentence opens as one that gives the tally announced before: "The statement said", "It said", "In total"."""
    return not _GOES_ON.isdisjoint(line.low[:3])
