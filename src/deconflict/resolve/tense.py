"""Whether words of time tell of what is yet to come, by the words around them in their sentence.

"Ministers will meet on Saturday" is the next Saturday; "the ministry said on Wednesday that the truce is to begin on Thursday"
the Thursday after that Wednesday; "he will know that the town was taken on Monday" the last Monday.
"""

from __future__ import annotations

import re

_TO_COME = re.compile(
    r"\b(?:(?:will|would|shall)(?! (?:have|recall|remember))|must"
    r"|(?:is|are|was|were|be|been)(?: \w+ly)? (?:due|to)"
    r"|(?:scheduled|slated|expected|set|planned|plans?|intends?|hopes?|vow(?:s|ed)|pledge[sd]?|agreed|going"
    r"|threaten(?:s|ed)) to"
    r"|(?:due|scheduled|slated|planned|set) (?:for|on|in)"
    r"|upcoming|ahead of|plans? for)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"since\b", re.IGNORECASE)
_BY_A_DAY = re.compile(r"^(?:before|by|until|till)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:propos|demand|call(?:s|ed|ing)? for|urg|deadline|ultimatum|extend)\w*", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?<!be )(?<!is )(?<!are )(?<!to )(?:\w{2,}ed|said|told|was|were|had|has|began|fell|hit|struck|shot|took|fled|went|came)\b"
    r"(?! to\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^\W*(?:(?:early|late|later|on|in|next|this|by)\s+)*$", re.IGNORECASE)
_REACH = 120
"""Characters between the words that tell of what is to come and the time. Of the phrases looked at none stood farther off."""
_REACH_AHEAD = 60


def lies_ahead(before: str, words: str, after: str) -> int | None:
    """Where in `before` the words stand that say so (the words `before` and `after` of the sentence); None if none do.

    The length of `before` where they stand behind the time.
    """
    if _SINCE.match(words):
        return None
    cue = _last_cue(before, words)
    if cue is not None:
        return cue
    found = _TO_COME.search(after[:_REACH_AHEAD]) if _OPENS.match(before) else None
    return len(before) if found and not _PAST.search(after[: found.start()]) else None


def _last_cue(before: str, words: str) -> int | None:
    cues = [*_TO_COME.finditer(before), *(_ASKED.finditer(before) if _BY_A_DAY.match(words) else ())]
    if not cues:
        return None
    last = max(cues, key=lambda match: match.start())
    between = before[last.end() :]
    return last.start() if len(between) <= _REACH and not _PAST.search(between) else None
