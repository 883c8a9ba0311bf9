"""What the claims of an event state in numbers: each a number of one property, of one scope, by one origin, at one time.

Scope comes before numbers. A number that is part of another in its sentence ("10 killed, including 3 children") never stands for
the whole; one number for several outcomes ("50 killed and wounded") is a property of its own; "two more died" adds to a toll that
stands elsewhere. Numbers of different people named side by side in one claim ("5 soldiers and 2 police killed") are added.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from deconflict.record import Claim, Count, Report, Stance, Trace, is_vague

OUTCOMES = (
    "killed", "wounded", "missing", "detained", "displaced", "deployed", "withdrawn", "destroyed", "struck", "sorties", "other",
)  # fmt: skip
"""In the order in which a page and a title give them."""

SPECIFIC = frozenset({"civilian", "combatant"})

_ADDED = re.compile(r"^\s*(?:more|further|additional|extra)\b", re.I)
_OTHERS = re.compile(r"^\s*others?\b", re.I)
_BESIDES = re.compile(r"^[^.;]{0,40}\b(?:as well as|in addition to)\b", re.I)
_ANOTHER = re.compile(r"\b(?:another|a further|an additional)\s*$", re.I)
_EARLIER = re.compile(r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|up from|r[io]sen? from|revised from)\b[^.;]{0,60}$", re.I)
_PART_WORDS = re.compile(r"\b(?:includ\w+|among|of whom|of them|of which)\b", re.I)
_AMONG = re.compile(r"^[^.;]{0,60}\b(?:among|in the ranks of|on (?:our|their|its) side)\b", re.I)
_AMONG_THEM = re.compile(r"^[^.;]{0,40}\b(?:are|were|was|is) (?:\w+ )?among (?:the|those|its|their)\b", re.I)
_SOME_KINDS = re.compile(r"^(?:\w+[- ]){0,2}(?:child(?:ren)?|wom[ae]n|girls?|boys?|babies|baby|infants?|minors|elderly)\b", re.I)
_ANYBODY = frozenset({"people", "persons", "person", "dead", "bodies", "lives", "victims", "casualties", "others"})


class Statement(msgspec.Struct, frozen=True):
    """`low..high` of `name` ("killed") as one claim gives it. `said`: when its report was published. `extra`: adds to a toll.

    `earlier`: given as a figure that has been replaced. `part`: of a larger number, a least for its category.
    `vague`: no number anybody counted ("dozens"). `of_kinds`: counts only children or women.
    `some`: nobody of a group of its own ("no American advisers were hurt", "no deaths among the troops").
    """

    name: str
    category: str
    claim: str
    origin: str
    stance: Stance
    low: int | None
    high: int | None
    approximate: bool
    said: str | None
    extra: bool = False
    earlier: bool = False
    part: bool = False
    some: bool = False
    vague: bool = False
    of_kinds: bool = False
    report: str = ""

    @property
    def firm(self) -> bool:
        """Whether it counts all that its property is about, as a number."""
        adds = self.extra and self.high is None
        return not (self.vague or self.part or self.of_kinds or adds)

    @property
    def exact(self) -> bool:
        """Whether it gives one number."""
        return self.low is not None and self.low == self.high


def statements(cluster: Sequence[Claim], reports: Mapping[str, Report], trace: Trace) -> list[Statement]:
    """All numbers of the claims, in the order of claims and words."""
    found: list[Statement] = []
    for claim in cluster:
        report = reports.get(claim.report)
        origin = trace.origin_of.get(claim.id, claim.id)
        found += _of_claim(claim, origin, report.published if report else None)
    return found


def bounds_text(low: int | None, high: int | None) -> str:
    """The bounds in words: "57", "at least 40", "up to 12", "30 to 40", "an unknown number"."""
    if low is None and high is None:
        return "an unknown number"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _of_claim(claim: Claim, origin: str, said: str | None) -> Iterator[Statement]:
    by_property: defaultdict[tuple[str, bool], list[Count]] = defaultdict(list)
    for count in claim.counts:
        by_property[_property(count, claim), _is_part(count, claim)].append(count)
    for (name, part), counts in by_property.items():
        for group in _added_up(counts, claim) if not part else ([count] for count in counts):
            yield _statement(claim, name, group, origin, said, part)


def _is_part(count: Count, claim: Claim) -> bool:
    """Whether the number is part of another, in its sentence or before it ("five children were among the dead")."""
    return count.included_in is not None or bool(_AMONG_THEM.search(_around(count, claim)[1]))


def _property(count: Count, claim: Claim) -> str:
    """The outcome; for a joint number all outcomes that share it, "killed_or_wounded"."""
    if not count.joint:
        return count.what
    together = {other.what for other in claim.counts if other.joint and other.span == count.span}
    names = [what for what in OUTCOMES if what in together]
    return "_or_".join(names if len(names) > 1 else [*names, "more"])


def _added_up(counts: Sequence[Count], claim: Claim) -> list[list[Count]]:
    """Counts that add up together; of others that are not known to, the largest, which the rest may be parts of."""
    distinct = list({count.span: count for count in counts}.values())
    if len(distinct) < 2:
        return [distinct]
    extra = [count for count in distinct if _is_extra(count, claim)]
    plain = [count for count in distinct if count not in extra]
    if len(plain) > 1 and not _adds_up(plain, claim):
        plain = [max(plain, key=lambda count: (count.low or count.high or 0, -count.span.start))]
    return [group for group in (plain, *([count] for count in extra)) if group]


def _adds_up(counts: Sequence[Count], claim: Claim) -> bool:
    told = [(count.of.text.casefold() if count.of else "") for count in counts]
    return (
        len(set(told)) == len(told)
        and _ANYBODY.isdisjoint(told)
        and "" not in told
        and (any(count.included_in for count in claim.counts) or not _PART_WORDS.search(claim.sentence.text))
    )


def _is_extra(count: Count, claim: Claim) -> bool:
    before, after = _around(count, claim)
    return bool(_ADDED.search(after) or _OTHERS.search(after) or _BESIDES.search(after) or _ANOTHER.search(before))


def _around(count: Count, claim: Claim) -> tuple[str, str]:
    """The claim's sentence before and after the number; empty if the number stands in another sentence."""
    if not count.span.within(claim.sentence):
        return "", ""
    at = count.span.start - claim.sentence.start
    return claim.sentence.text[:at], claim.sentence.text[at + len(count.span.text) :]


def _statement(claim: Claim, name: str, counts: Sequence[Count], origin: str, said: str | None, part: bool) -> Statement:
    before, after = _around(counts[0], claim)
    extra = len(counts) == 1 and _is_extra(counts[0], claim)
    low, high = _sum([count.low for count in counts]), _sum([count.high for count in counts])
    if part or (extra and not _OTHERS.search(after)):
        high = None
    categories = {count.category for count in counts}
    return Statement(
        name=name,
        category=categories.pop() if len(categories) == 1 else "mixed",
        claim=claim.id,
        origin=origin,
        stance="denies" if _denied(claim, low, high) else "asserts",
        low=low,
        high=high,
        approximate=any(count.approximate for count in counts),
        said=said,
        extra=extra,
        earlier=bool(_EARLIER.search(before)),
        part=part,
        report=claim.report,
        some=(low, high) == (0, 0) and _of_some(counts[0], after),
        vague=any(is_vague(count.span.text) for count in counts),
        of_kinds=all(count.of is not None and bool(_SOME_KINDS.search(count.of.text)) for count in counts),
    )


def _of_some(count: Count, after: str) -> bool:
    """Whether the counted are a group of their own, and not simply people."""
    told = count.of.text.casefold().split()[-1] if count.of else ""
    return bool(_AMONG.search(after)) or (told != "" and told not in _ANYBODY)


def _denied(claim: Claim, low: int | None, high: int | None) -> bool:
    """Whether the number is what the claim says is not so; "nobody was hurt" says how many: none."""
    return claim.status == "denied" or claim.type == "REJECT" or (claim.status == "negated" and (low, high) != (0, 0))


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
