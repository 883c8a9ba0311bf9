"""A sentence with its words marked as what they were read: `[actor The army] [ASSAULT shelled] [place the town]`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from rich.text import Text

from deconflict.publish.marks import Mark, MarkedPart
from deconflict.publish.nesting import walk
from deconflict.record import Span

COLOURS: dict[MarkedPart, str] = {
    "trigger": "magenta", "actor": "red", "recipient": "yellow", "place": "green", "time": "bright_magenta",
    "count": "bright_blue", "speaker": "cyan", "instrument": "bright_black", "counted": "bright_black", "cue": "bright_black",
}  # fmt: skip
"""They help the eye only: the label says the same in words, on a terminal as in a file."""

_OWN_BRACKETS = re.compile(r"([\[\]\\])")


def marked(sentence: Span, marks: Iterable[Mark], strong: Collection[Span] = ()) -> Text:
    """One line. Marks that overlap nest; one cut in two goes on as `[label... words]`; those at `strong` stand out in bold.

    A bracket that is the report's own is led by a backslash, so that no report can write a mark.
    """
    within = list(dict.fromkeys(mark for mark in marks if mark.span.within(sentence) and mark.span.text))
    text, live = Text(), list[Mark]()
    for step in walk(sentence.start, sentence.end, [(mark.span.start, mark.span.end) for mark in within]):
        if step.kind == "words":
            words = sentence.text[step.start - sentence.start : step.end - sentence.start]
            text.append(_OWN_BRACKETS.sub(r"\\\1", re.sub(r"\s+", " ", words)), _style(live, strong))
        elif step.kind in ("open", "again"):
            mark = within[step.stretch]
            live.append(mark)
            text.append(f"[{mark.label}{'...' if step.kind == 'again' else ''} ", f"dim {COLOURS[mark.part]}")
        else:
            text.append("]", f"dim {COLOURS[live.pop().part]}")
    return text


def _style(live: list[Mark], strong: Collection[Span]) -> str:
    """That of the innermost mark; bold for a trigger or what stands out."""
    if not live:
        return ""
    bold = any(mark.span in strong for mark in live) or (not strong and live[-1].part == "trigger")
    return f"{'bold ' if bold else ''}{COLOURS[live[-1].part]}"
