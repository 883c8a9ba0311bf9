"""The rule reader: claims from lexicons and shallow grammar, without a model. The baseline, and the fallback."""

from __future__ import annotations

from collections.abc import Iterator

from deconflict.read.rules.attribution import attribution, last_speaker
from deconflict.read.rules.context import Context
from deconflict.read.rules.dating import date
from deconflict.read.rules.drafts import Draft, drafts
from deconflict.read.rules.occasions import lend_times
from deconflict.read.rules.places import places
from deconflict.read.rules.speakers import voices
from deconflict.read.rules.topics import is_of_conflict
from deconflict.read.rules.words import Line, line_of
from deconflict.record import Claim, Quantity, ReaderName, Report, Role, Sentence, Span
from deconflict.record.claim import RoleName
from deconflict.record.report import READ_BLOCKS

_CONFIDENCE = 0.6
_CONFIDENCE_CARRIED = 0.5
_LONGEST = 4_000  # code points of a sentence; longer ones are texts that have lost their full stops, tables or broken markup


class RuleReader:
    """Reads claims by rule. Holds no state: the same report gives the same claims."""

    name = ReaderName("rules", "1")

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of the report's sentences, in order; then those only its title makes."""
        numbered = _numbered(report)
        lend_times(numbered)
        claims = [_claim(draft) for _, draft in numbered if not _is_a_topic(draft)]
        found = [claim for claim in claims if claim.trigger.part == "text"]
        found += [claim for claim in claims if claim.trigger.part == "title" and _is_new(claim, found)]
        fitting = found if is_of_conflict(report) else [claim for claim in found if not _is_of_force(claim)]
        return tuple(claim for claim in fitting if _stands(report, claim))


def _is_of_force(claim: Claim) -> bool:
    """Whether it tells of an assault, or of people hurt: in a report of sport, weather or disease it means something else."""
    return claim.type == "ASSAULT" or bool(claim.counts)


def _numbered(report: Report) -> list[tuple[int, Draft]]:
    """What the title says, then the text, each draft with the number of its sentence; -1 is the title."""
    context = Context()
    titles = [sentence for sentence in report.sentences if sentence.part == "title"]
    body = [sentence for sentence in report.sentences if sentence.part == "text" and sentence.kind in READ_BLOCKS]
    numbered = [*((-1, title) for title in titles), *enumerate(body)]
    return [(number, draft) for number, sentence in numbered for draft in _drafts(report, sentence, number, context)]


def _drafts(report: Report, sentence: Sentence, number: int, context: Context) -> list[Draft]:
    """The drafts of one sentence, what it leaves out taken from those before it."""
    return [draft for stretch in _stretches(report, sentence) for draft in _drafts_of(line_of(report, stretch), number, context)]


def _stretches(report: Report, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or where it is longer than any true one, pieces of it cut at a space, so that the time stays linear."""
    start, body = sentence.start, report.body(sentence.part)
    while sentence.end - start > _LONGEST:
        cut = body.rfind(" ", start + 1, start + _LONGEST)
        end = cut if cut > 0 else start + _LONGEST
        yield Sentence(start, end, sentence.kind, sentence.part)
        start = end
    yield Sentence(start, sentence.end, sentence.kind, sentence.part)


def _drafts_of(line: Line, number: int, context: Context) -> list[Draft]:
    spots = places(line)
    made = drafts(line, spots, context.tallied(line))
    said = made[0].voices if made else voices(line)
    if made:
        date(line, made)
    context.follow(line, made)
    context.complete(made, number)
    for draft in made:
        draft.attribution = attribution(draft, context)
    context.remember(spots)
    last_speaker(line, said, context)
    return made


def _claim(draft: Draft) -> Claim:
    line = draft.line
    roles = [
        Role(name, span)
        for name, spans in _by_role(draft)
        for span in spans
    ]  # fmt: skip
    carried = any(not _in(line, role.span) for role in roles)
    return Claim(
        report=line.report.id,
        type=draft.trigger.type,
        mode=draft.trigger.mode,
        trigger=line.span(*draft.trigger.at),
        sentence=line.whole(),
        roles=tuple(roles),
        counts=tuple(draft.counts),
        status=draft.status,
        background=draft.background,
        attribution=draft.attribution,
        confidence=_CONFIDENCE_CARRIED if carried else _CONFIDENCE,
        reader=RuleReader.name,
    )


def _is_a_topic(draft: Draft) -> bool:
    """ "The conflict began with protests", "since raids began": told in passing, and nothing more is said of it."""
    named = draft.counts or draft.actors or draft.recipients or draft.places
    return not named and (draft.in_passing or (draft.background and not draft.times))


def _by_role(draft: Draft) -> tuple[tuple[RoleName, list[Span]], ...]:
    return (
        ("actor", draft.actors),
        ("recipient", draft.recipients),
        ("instrument", draft.instruments),
        ("place", draft.places),
        ("time", draft.times),
    )


def _in(line: Line, span: Span) -> bool:
    return span.part == line.part and line.sentence.start <= span.start and span.end <= line.sentence.end


def _is_new(claim: Claim, found: list[Claim]) -> bool:
    """Whether the body says nothing of the kind: a headline that recurs in the text is no claim of its own."""
    tolls = {(count.what, count.low, count.high) for other in found for count in other.counts}
    if claim.counts:
        return not any((count.what, count.low, count.high) in tolls for count in claim.counts)
    return all(other.type != claim.type for other in found)


def _stands(report: Report, claim: Claim) -> bool:
    """The guard: every span says what the report says, and every count's bounds follow from its words."""
    if not all(report.says(span) for span in claim.spans()):
        return False
    return all(
        (quantity := Quantity.of(count.span.text)) is not None and (quantity.low, quantity.high) == (count.low, count.high)
        for count in claim.counts
    )
