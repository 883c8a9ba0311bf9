"""A person whose surname changes its spelling from line to line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from deconflict.record import Flag, Report, Span
from deconflict.resolve.edits import edits

TITLED = re.compile(
    r"\b(Gen(?:eral)?|Mr|Mrs|Ms|Dr|Col(?:onel)?|Maj(?:or)?|Capt(?:ain)?|Lt|President|Prime Minister|Minister|Senator|Ambassador"
    r"|Secretary|King|Admiral)\b\.? ((?:[A-Z][\w.'’-]+ ){0,2}?)([A-Z][\w’'-]+)(?![\w’'-]| [A-Z])"
)
_LONG_FORM = {"Gen": "General", "Col": "Colonel", "Maj": "Major", "Capt": "Captain"}
_POSSESSIVE = re.compile(r"['’]s?$")
_SOUNDLESS = re.compile(r"(?<!^)[aeiouyhw]")
_DOUBLED = re.compile(r"(.)\1+")

MIN_SPELLINGS = 3
"""Two spellings of one name are common in honest reports (Abdel Rahman, Abdurrahman). In the 709 reports of FA-KES none has
three that differ in more than vowels, doubled letters and a final s; the garbled example has (Votel, Votelson, Vots)."""

SAME_START = 3
MOST_EDITS = 2


def garbled_names(report: Report) -> Flag | None:
    """The flag if, behind the same title, one surname is written in three or more ways; None otherwise."""
    spellings: dict[str, list[tuple[str, Span]]] = {}
    for title, name, span in _titled(report):
        spellings.setdefault(title, []).append((name, span))
    for title, found in spellings.items():
        variants = _largest_family(found)
        if len({_skeleton(name) for name, _ in variants}) >= MIN_SPELLINGS:
            names = dict.fromkeys(name for name, _ in variants)
            ways = [name for name in names if name.removesuffix("s") == name or name.removesuffix("s") not in names]
            reason = f"One name behind “{title}” is written in {len(ways)} ways: {', '.join(ways)}."
            return Flag("garbled_names", reason, tuple(span for _, span in variants))
    return None


def _titled(report: Report) -> Iterator[tuple[str, str, Span]]:
    """Title, surname and where the surname stands."""
    for found in TITLED.finditer(report.text):
        name = _POSSESSIVE.sub("", found[3])
        start = found.start(3)
        yield _LONG_FORM.get(found[1], found[1]), name, report.span(start, start + len(name))


def _largest_family(found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """The largest set of names that resemble one of them."""
    families = [[other for other in found if _alike(name, other[0])] for name, _ in found]
    return max(families, key=lambda family: len({_skeleton(name) for name, _ in family}))


def _alike(a: str, b: str) -> bool:
    """Whether the two could be one name gone wrong: most of the shorter is the start of the longer, or few letters differ."""
    start = next((at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))
    return start >= max(SAME_START, 0.6 * min(len(a), len(b))) or (
        start >= 1 and edits(a, b) <= MOST_EDITS < min(len(a), len(b)) / 2
    )


def _skeleton(name: str) -> str:
    """What stays of a name when vowels, doubled letters and a final s are left out: transliterations of one name share it."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if letter.isalpha()).lower()
    return _DOUBLED.sub(r"\1", _SOUNDLESS.sub("", plain.replace("q", "k").replace("c", "k").replace("z", "s"))).removesuffix("s")
