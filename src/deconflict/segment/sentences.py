"""Where sentences end: after a stop, unless what stands around it says that the sentence goes on.

News about wars is full of stops that end nothing ("Lt. Gen. Joseph", "U.S. -led", "No. 5", "6 a.m. Monday") and, once machines
have copied it, of ends without a space ("it said.US forces"). One pass over the stops decides each from the word before and the
character after; nothing looks further, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deconflict.segment.patterns import listed
from deconflict.segment.words import trimmed

MAX_SENTENCE = 2000
"""Characters. The longest sentence in the FA-KES reports has 563; longer runs than this are text that lost its stops."""

_STOP = re.compile(r"""(?P<mark>[.!?…]+|[。！？؟۔।])(?P<close>["'”’»)\]]*)(?P<gap>\s*)""")
_BEFORE = re.compile(r"[^\s\"“”‘(\[]+$")
_WORD_END = re.compile(r"\s")
_REACH = 40  # how far back a word before a stop is looked for: longer "words" are addresses
_NEVER_LAST = listed(
    """mr mrs ms dr gen lt col maj capt sgt cpl adm brig cmdr cdr cmd prof sen rep gov pres rev hon fr msgr ste amb supt det insp
    pvt spc pfc messrs mm vs viz eg ie cf approx ca fig figs art para dept hq mt ft"""
)
_BEFORE_NUMBER = listed("no nos jan feb mar apr jun jul aug sep sept oct nov dec p pp vol ch sec")
_MAYBE_LAST = listed("inc corp co ltd jr sr bros plc etc al st am pm a.m p.m ph.d")
_CAN_OPEN = listed(
    """the a an he she it they we i you this that these those there in on at but and for from according after before as by to its
    his her their our if when while with meanwhile however earlier later since most many some several no not one two three yet so
    what who how why also then both all"""
)
"""Words that open a sentence far more often than they follow an abbreviation within one."""
_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]*$")
_ADDRESS = re.compile(r"(?i)https?|www\.|@|\.(?:com|org|net|twitter)\b|\bpic\.")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_OPENERS = "\"'“‘«([{—–-•*¿¡"


def sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]` in order, without white space around; together they hold all that is not white space."""
    begin = start
    for cut in _ends(text, start, end):
        yield from _pieces(text, begin, cut)
        begin = cut
    yield from _pieces(text, begin, end)


def ends_in_title(text: str, at: int) -> bool:
    """Whether the word before `at` is a person's title ("Lt."), so that no sentence ends there."""
    before = text[max(0, at - _REACH) : at].split()
    return bool(before) and before[-1].rstrip(".").casefold() in _NEVER_LAST


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        after = stop.end()
        if after >= end:
            return
        cut = _cut(text, stop, end)
        if cut is not None and _ends_here(text, begin, stop, cut, end):
            yield cut
            begin = cut


def _cut(text: str, stop: re.Match[str], end: int) -> int | None:
    """Where the sentence would end: after the closing marks, also after one set off by a space ("gone. " he said)."""
    after = stop.end()
    if not stop["gap"]:
        return stop.end("close") if _glued(text, stop, end) else None
    if text[after] in '"”’' and (after + 1 >= end or text[after + 1].isspace()) and not stop["close"]:
        return after + 1
    return stop.end("close")


def _glued(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a stop without a space after it ends a sentence: "it said.US forces", but not "pic.twitter.com"."""
    at, after = stop.start(), stop.end()
    if stop["mark"] in "。！？":
        return True
    if stop["mark"] not in (".", "!", "?") or at < 2 or not text[after].isupper():
        return False
    if not ((text[at - 1].islower() and text[at - 2].islower()) or text[at - 1] in ')]"”' or text[at - 1].isdigit()):
        return False
    return not _is_address(text, at, end)


def _is_address(text: str, at: int, end: int) -> bool:
    word = _BEFORE.search(text, max(0, at - _REACH), at)
    rest = _WORD_END.search(text, at, min(end, at + _REACH))
    left, right = word.start() if word else at, rest.start() if rest else min(end, at + _REACH)
    return bool(_ADDRESS.search(text, left, right))


def _ends_here(text: str, begin: int, stop: re.Match[str], cut: int, end: int) -> bool:
    after = cut
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return False
    if not _may_open(text, after, end):
        return False
    if stop["mark"] != ".":
        return True
    return not _abbreviated(text, begin, stop, after)


def _may_open(text: str, after: int, end: int) -> bool:
    """Whether a sentence can start at `after`: not with a small letter, a comma, or "-led"."""
    while after < end and (text[after] in _OPENERS or text[after].isspace()):
        after += 1
    if after >= end:
        return False
    return not text[after].islower() and (text[after].isalnum() or text[after] in "$€£#@[…")


def _abbreviated(text: str, begin: int, stop: re.Match[str], after: int) -> bool:
    """Whether the stop belongs to the word before it and the sentence goes on."""
    found = _BEFORE.search(text, max(begin, stop.start() - _REACH), stop.start())
    if not found or stop["close"][:1] in ('"', "”"):
        return False
    word = found[0].casefold()
    if found.start() == begin or not text[begin : found.start()].strip():
        return bool(_NUMBERING.match(word)) or "." in word or word in _NEVER_LAST
    if word in _NEVER_LAST:
        return True
    if word in _BEFORE_NUMBER:
        return text[after].isdigit()
    if word in _MAYBE_LAST or "." in word or (len(word) == 1 and word.isalpha()):
        return _goes_on(text, after)
    return False


def _goes_on(text: str, after: int) -> bool:
    """Whether an abbreviation that may stand last stands inside: "U.S. State Department", not "in the U.S. The minister"."""
    following = _NEXT_WORD.match(text, after)
    return following is not None and following[0].casefold() not in _CAN_OPEN


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`start:end` without white space around, cut where it is longer than `MAX_SENTENCE`."""
    start, end = trimmed(text, start, end)
    while end - start > MAX_SENTENCE:
        cut = _nearest_break(text, start, start + MAX_SENTENCE)
        yield trimmed(text, start, cut)
        start, _ = trimmed(text, cut, end)
    if start < end:
        yield start, end


def _nearest_break(text: str, start: int, limit: int) -> int:
    """The last place before `limit`, in the second half of the run, where a cut does least harm."""
    half = (start + limit) // 2
    for mark in ("\n", "; ", ": ", ", ", " "):
        at = text.rfind(mark, half, limit)
        if at > 0:
            return at + len(mark)
    return limit
