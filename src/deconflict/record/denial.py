"""What a denial denies: that something happened, or only that one had a part in it; and what is a refusal, and no denial."""

from __future__ import annotations

import re

from deconflict.record.claim import Claim

_DENIAL = r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w*|dismiss\w*|disclaim\w*)\b"
_PART = (
    r"\b(?:involve\w*|responsib\w*|culpab\w*|blame[ds]?|guilt\w*|behind"
    r"|(?:any|a|no|its|their) (?:role|part|hand|link|connection))\b"
)
_DISOWNS = re.compile(rf"{_DENIAL}[^.;]{{0,80}}?{_PART}", re.IGNORECASE)

_DENIES = re.compile(r"^den(?:y|ies|ied|ying|ials?)\b", re.IGNORECASE)
_WHAT_IS_SAID = re.compile(
    r"^[^.;]{0,60}?\b(?:accusations?|allegations?|claims?|reports?|charges?|statements?|rumou?rs?)\b", re.IGNORECASE
)


def denies(claim: Claim) -> bool:
    """Whether the claim says that something another says is not so. Who rejects a call, an offer or a draft denies no deed."""
    if claim.status == "denied":
        return True
    after = claim.sentence.text[max(0, claim.trigger.end - claim.sentence.start) :]
    return claim.type == "REJECT" and bool(_DENIES.search(claim.trigger.text) or _WHAT_IS_SAID.search(after))


def disowns(claim: Claim) -> bool:
    """Whether the claim denies a part in the deed ("denied any involvement") and not the deed itself.

    Such a denial says that somebody else did it, or does not say; it never says that nothing happened.
    """
    return denies(claim) and bool(_DISOWNS.search(claim.sentence.text))
