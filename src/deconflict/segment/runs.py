"""Runs of capitalised words: where one ends and a sentence begins, in text that lost its commas and line breaks.

A photographer's name, a tag list or a related headline stands glued to the sentence after it ("... Tags Delta Floods Two people
were"). What tells them apart: lists and headlines hold few small function words, and sentences open with a limited set of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from deconflict.segment.patterns import listed

_TOKEN = re.compile(r"\S+")
OPENERS = listed(
    """The A An At In On After Before According More Over About Around Nearly Some Several Many Most Dozens Scores Hundreds
    Thousands Tens One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Fifty Fewer Less Up Just Only
    Activists Suspected As Since It He She They We This That These Those There Earlier Meanwhile Later Also Another Both For From
    If While When With An Any All No"""
)
"""Words that open a sentence and seldom stand inside a title or a list; those that bound a number must stay with it."""
_SMALL_IN_TITLES = listed("of to for in on at and by with the a an as from over near into off or vs amid against")
_FUNCTION = listed(
    "was were is are be been has have had that which who said says will would could the a an as than least among by"
)
_NEAR = 4  # words after an opener within which a sentence shows itself: "At least 31 people"
_BACK = 12  # words before its verb within which a sentence starts: "The Syrian Observatory for Human Rights said"


def end_of_title_run(text: str, start: int, limit: int) -> int:
    """Where a run of title words from `start` ends: at the word that opens the next sentence, or at `limit`.

    The run goes on over names, numbers and the small words of titles; any other small word belongs to a sentence.
    """
    return _end_of_run(_tokens(text, start, limit), _not_in_titles, limit)


def end_of_tag_run(text: str, start: int, limit: int) -> int:
    """Where a list of tags from `start` ends, likewise; tags may be small words ("ceasefire"), but no function words."""
    return _end_of_run(_tokens(text, start, limit), _is_function, limit)


Tokens = Sequence[tuple[int, str]]


def _tokens(text: str, start: int, limit: int) -> Tokens:
    return [(m.start(), m.group()) for m in _TOKEN.finditer(text, start, limit)]


def _end_of_run(tokens: Tokens, of_sentences: Callable[[str], bool], limit: int) -> int:
    for index, (at, token) in enumerate(tokens[1:], 1):
        if token[0] in '"“':
            return at
        opens = token in OPENERS and any(of_sentences(word) for _, word in tokens[index + 1 : index + _NEAR])
        if opens:
            return at
        if of_sentences(token):
            return _last_opening(tokens, index)
    return limit


def _is_function(token: str) -> bool:
    return _bare(token) in _FUNCTION


def _not_in_titles(token: str) -> bool:
    word = _bare(token)
    return word.islower() and word not in _SMALL_IN_TITLES and not word.startswith(("al-", "el-"))


def _bare(token: str) -> str:
    return token.strip("\"'“”‘’().,;:[]")


def _last_opening(tokens: Tokens, index: int) -> int:
    """The nearest word before `index` that usually opens sentences, else the nearest with a capital or a number."""
    back = [tokens[i] for i in range(index - 1, max(0, index - _BACK), -1)]
    openers = [at for at, token in back if token in OPENERS]
    capitals = [at for at, token in back if token[0].isupper() or token[0].isdigit()]
    return next(iter(openers + capitals), tokens[index][0])
