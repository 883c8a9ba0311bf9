"""Captions: what is said of a picture, and to whom the picture is credited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deconflict.segment.patterns import any_of
from deconflict.segment.runs import OPENERS, end_of_title_run
from deconflict.segment.units import Unit
from deconflict.segment.words import words_of

_OPENING = "|".join(sorted(OPENERS))
_AGENCIES = "AFP|Reuters|REUTERS|AP|EPA|AA|PA|Anadolu(?: Agency)?|Xinhua|SANA|TRT World and Agencies"
_CREDITED = any_of(_AGENCIES, "Getty(?: Images)?|GETTY(?: IMAGES)?|REX|Alamy|ALAMY|Twitter|YouTube|File")
_GLUED = re.compile(
    r"(?<=[a-z)])[A-Z]{2,}(?:[ /][A-Z]{2,}){0,3}$"
    r"|\s(?:GETTY(?: IMAGES)?|AFP|REUTERS|AP|EPA|PA|REX|ALAMY|SHUTTERSTOCK|TWITTER|YOUTUBE)(?:/\S.{0,40})?$"
)
_LINE_CREDIT = re.compile(
    any_of(
        r"[(\[](?:file |handout )?(?:photo|image|picture)s?(?: by)?:? ?.{0,60}[)\]]\.?$",
        rf"[(\[](?:.{{0,40}}[ /])?{_CREDITED}(?: (?:file )?photo)?[)\]]\.?$",
        r"^(?:(?:file )?photo|image|picture|caption|photograph)s?(?: credit| by)?\s*[:/].{2,300}$",
        r"\b(?:photo|photograph)(?: by|:) .{2,60}$",
    ),
    re.IGNORECASE,
)
_IN_BRACKETS = any_of(
    rf"(?:Photo:? ?|File )?{_CREDITED}(?:[ /](?:(?:file |File )?[Pp]hoto|{_CREDITED}))?",
    "[Ff]ile photo",
    r"(?:Design|Graphic|Map|Photo|Image|Video) by [^()\n]{3,60}",
)
_CREDIT = re.compile(
    rf"(?<![A-Z]) ?(?:[(\[]{_IN_BRACKETS}[)\]]\s?)+(?=\s*(?:[A-Z0-9\"“]|$))"
    rf"|REUTERS/(?:Stringer|Handout|Staff|[A-Z][\w.]+(?: (?!(?:{_OPENING})\b)[A-Z][\w.-]+)?)(?=\s+[A-Z\"“]|\s*$)"
)
_NOT_A_PICTURE = re.compile(r"(?:Presse|Press|[Aa]gency|France|News|by|told|to|[A-Z]{3,})$")
_VIDEO = re.compile(r"(?<=[.!?\"”)] )[A-Z\"“][^.!?\n]{5,160}? - YouTube(?=\s|$)")
_PHOTOGRAPHER = re.compile(
    any_of(r"(?<=[.!?\"”)] )", r"(?<=\d )", r"(?<=\n)", "^")
    + r"(?:REUTERS|AP Photo|AFP|Sputnik|Flickr|RIA Novosti|TASS|Photo)[ /](?=(?:[A-Z][\w.'’-]*\s){3})"
)
_LEAST_WORDS, _LONGEST_RUN = 3, 200
_SENTENCE_BREAK = re.compile(r"[.!?][\"”)]*\s+(?=[A-Z\"“])(?!Source )")
_REPORTS = re.compile(r"\b(?:said|says|told|added|adding|according to|reported|announced)\b")  # a story's words, not a picture's
_SAME = 0.6  # of the words of a credited line that return in the line under it
_SUBHEAD = 8  # words; a line without a stop between prose is a subhead up to here and a caption above
_LONGEST = 60  # words of a caption line
_LONGEST_UNCREDITED = 30  # words of one that no credit gives away
_PROSE = 0.7  # of the other lines must end with a stop before one without tells anything


def inside(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Captions in text without line breaks around them, known by their credit, in `text[start:end]`."""
    return [*_credited(text, start, end), *_photographed(text, start, end), *_videos(text, start, end)]


def lines(units: Sequence[Unit]) -> dict[int, str]:
    """Which of the lines are captions or, short and without credit, subheads ("headline"): index -> kind."""
    found = {i: "caption" for i, unit in enumerate(units) if is_credited(unit)}
    for i in list(found):
        if i + 1 < len(units) and _says_again(units[i], units[i + 1]):
            found[i + 1] = "caption"
    if _mostly_prose(units):
        for i, unit in enumerate(units[1:], 1):
            if _has_caption_shape(unit):
                found.setdefault(i, "headline" if unit.length <= _SUBHEAD else "caption")
    return found


def _has_caption_shape(unit: Unit) -> bool:
    """Whether a line is one phrase without a stop; several sentences are prose that lost its last stop, or a quotation."""
    phrase = not unit.stopped and not unit.bulleted and unit.words[0].isupper() and unit.length <= _LONGEST_UNCREDITED
    return phrase and not _SENTENCE_BREAK.search(unit.words) and "http" not in unit.words and "pic.twitter" not in unit.words


def is_credited(unit: Unit) -> bool:
    """Whether a line names whom its picture is from: "The two ministersGETTY", "(AFP photo)", "Photo: ..."."""
    words = unit.words
    if unit.length > _LONGEST:
        return False
    tail = words[-120:]
    return bool(_GLUED.search(tail)) or (not tail[:1].isspace() and bool(_LINE_CREDIT.search(words)))


def _says_again(credited: Unit, other: Unit) -> bool:
    if other.stopped or other.length > _LONGEST:
        return False
    mine = {word.folded for word in words_of(_GLUED.sub("", credited.words)) if len(word.folded) > 3}
    theirs = {word.folded for word in words_of(other.words)}
    return bool(mine) and len(mine & theirs) >= _SAME * len(mine)


def _mostly_prose(units: Sequence[Unit]) -> bool:
    prose = sum(unit.stopped for unit in units)
    return prose >= 2 and prose >= _PROSE * len(units)


def _credited(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if not any(_holds(text, mark, start, end) for mark in ("(", "[", "REUTERS/")):
        return []
    found: list[tuple[int, int]] = []
    for credit in _CREDIT.finditer(text, start, end):
        before = text[max(start, credit.start() - 20) : credit.start()].rstrip()
        if _NOT_A_PICTURE.search(before):
            continue
        begin = _sentence_start(text, found[-1][1] if found else start, credit.start())
        found.append((credit.start() if _REPORTS.search(text, begin, credit.start()) else begin, credit.end()))
    return found


def _sentence_start(text: str, start: int, end: int) -> int:
    """Where the last sentence of `text[start:end]` starts, a stop at its very end not counted."""
    body_end = len(text[start:end].rstrip().rstrip(".")) + start
    breaks = [m.end() for m in _SENTENCE_BREAK.finditer(text, start, body_end)]
    return breaks[-1] if breaks else start


def _photographed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for credit in _PHOTOGRAPHER.finditer(text, start, end):
        stop = end_of_title_run(text, credit.end(), min(end, credit.end() + _LONGEST_RUN))
        if len(text[credit.start() : stop].split()) >= _LEAST_WORDS:
            found.append((credit.start(), stop))
    return found


def _videos(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in _VIDEO.finditer(text, start, end)] if _holds(text, "- YouTube", start, end) else []


def _holds(text: str, mark: str, start: int, end: int) -> bool:
    return text.find(mark, start, end) >= 0
