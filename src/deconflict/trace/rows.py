"""The rows of origins, each with its reason written for the reader of the record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from deconflict.record import Origin, OriginKind, content_id
from deconflict.trace.direction import Standing
from deconflict.trace.origins import WORDING_SPEAKER, Sighting


def origin_id(key: str) -> str:
    """The same voice has the same id in every record."""
    return content_id("o", key)


def origins(sightings: Sequence[Sighting], standing: Mapping[str, Standing]) -> tuple[Origin, ...]:
    """One row a voice, sorted by id."""
    of_voice: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        of_voice[sighting.speaker.key].append(sighting)
    rows = (_origin(key, found, standing) for key, found in of_voice.items())
    return tuple(sorted(rows, key=lambda origin: origin.id))


def _origin(key: str, found: Sequence[Sighting], standing: Mapping[str, Standing]) -> Origin:
    speaker = min((each.speaker for each in found), key=lambda each: (each.kind != "speaker", each.name))
    spread = [each for each in found if each.how == "wording"]
    kind: OriginKind = "wording" if spread and speaker.kind == "outlet" else speaker.kind
    upstream = [each.upstream for each in spread if each.upstream and each.upstream in standing]
    report = min(upstream, key=lambda each: standing[each].order(), default=None)
    return Origin(origin_id(key), kind, _display_name(found), speaker.entity, speaker.side, report, _reason(found, speaker.named))


def _display_name(found: Sequence[Sighting]) -> str:
    """The name most claims use; of equals the longest, then the first in the alphabet."""
    names = Counter(each.speaker.name for each in found)
    return min(names, key=lambda name: (-names[name], -len(name), name))


def _reason(found: Sequence[Sighting], named: bool) -> str:
    """How the claims led here, one sentence for each way."""
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for sighting in found:
        ways[sighting.how].add(sighting.report)
    said = _SPOKEN if named else _UNNAMED
    sentences = {"speaker": said, "credit": _CREDITED, "wording": _COPIED, WORDING_SPEAKER: _COMPLETED, "outlet": _OWN}
    return " ".join(sentences[way].format(_reports(len(ways[way]))) for way in sentences if way in ways)


_SPOKEN = "Named as the one who says so in {}; one voice, whoever prints it."
_UNNAMED = "Not named in {}. Unnamed speakers of one kind and side count as one voice within an event."
_CREDITED = "Credited for the text of {}."
_COPIED = "The earliest known to have the wording of {}."
_COMPLETED = "Named as the speaker where the same sentence stands elsewhere than in {}."
_OWN = "Says so itself in {}, naming nobody."


def _reports(count: int) -> str:
    return "one report" if count == 1 else f"{count} reports"
