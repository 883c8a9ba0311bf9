"""Where claims come from: shared wording, credits and speakers. A reprint is no second witness."""

from __future__ import annotations

from collections.abc import Iterable

from deconflict.packs import Packs
from deconflict.record import Claim, Report, Trace
from deconflict.trace.copies import copies, reprinted_from
from deconflict.trace.direction import standings
from deconflict.trace.origins import Tracks, sightings
from deconflict.trace.rows import origin_id, origins
from deconflict.trace.voices import voices
from deconflict.trace.wordings import wordings

__all__ = ["trace"]


def trace(reports: Iterable[Report], claims: Iterable[Claim], packs: Packs) -> Trace:
    """The origin of every claim, and the copies it was found by. The order of reports and claims changes nothing."""
    by_id = {report.id: report for report in reports}
    standing = standings(by_id.values(), packs)
    found = wordings(by_id[report] for report in standing)
    rows = copies(found, by_id, standing)
    tracks = Tracks.of(found, reprinted_from(rows), standing, packs)
    claims = tuple(claims)
    ways = sightings(claims, voices(claims, packs), tracks)
    return Trace(origins(ways, standing), {way.claim: origin_id(way.speaker.key) for way in ways}, rows)
