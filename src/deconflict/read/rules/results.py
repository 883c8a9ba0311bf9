"""Words for outcomes in a line, those that stand together as one group."""

from __future__ import annotations

from dataclasses import dataclass

from deconflict.read.rules.lexicon import Hit
from deconflict.read.rules.lexicon_grammar import AUXILIARIES, COORDINATORS
from deconflict.read.rules.lexicon_outcomes import RESULTS, Result
from deconflict.read.rules.words import Line

_OF_ONE_ATTACK = frozenset({"killed", "wounded", "missing", "other"})
_OPEN = {"either", "subject", "noun"}


@dataclass(frozen=True, slots=True)
class Group:
    """Words for outcomes that stand together ("killed and wounded"), as words `first:after` of the line."""

    hits: tuple[Hit[Result], ...]
    first: int
    after: int

    @property
    def form(self) -> str:
        """The form of the last word: it decides on which side a number may stand."""
        return self.hits[-1].entry.form


def groups(line: Line) -> list[Group]:
    """The words for outcomes in the line, those joined by "and", "or" or nothing as one group."""
    found: list[Group] = []
    for hit in RESULTS.find(line):
        last = found[-1] if found else None
        between = line.low[last.after : hit.first] if last else []
        if last and all(word in COORDINATORS or word in AUXILIARIES for word in between) and _alike(last, hit):
            found[-1] = Group((*last.hits, hit), last.first, hit.after)
        else:
            found.append(Group((hit,), hit.first, hit.after))
    return found


def _alike(last: Group, hit: Hit[Result]) -> bool:
    """Whether a number beside one would count the other too."""
    forms = {last.form, hit.entry.form}
    if len(forms) > 1 and not {last.hits[-1].entry.outcome, hit.entry.outcome} <= _OF_ONE_ATTACK:
        return False
    return (forms <= _OPEN or len(forms) == 1) and hit.entry.outcome not in {h.entry.outcome for h in last.hits}
