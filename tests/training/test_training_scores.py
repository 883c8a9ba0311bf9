"""The scores: what counts as the same claim, role and speaker."""

from __future__ import annotations

from typing import Any

import pytest

from deconflict.record import Attribution, Claim, Report, Role, Source
from training import scores

TEXT = "Gunners shelled the old bridge of Rivertown, the mayor said."
REPORT = Report("r", "r", Source("", ""), "", TEXT, "")


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def gold(**fields: Any) -> dict[str, Any]:
    def spans(*words: str) -> list[dict[str, Any]]:
        return [{"in": "text", "start": at(each)[0], "end": at(each)[1]} for each in words]

    return {
        "trigger": spans("shelled")[0], "type": "ASSAULT", "mode": None, "status": "asserted", "background": False,
        "actor": spans("Gunners"), "recipient": spans("old bridge"), "instrument": [], "place": spans("Rivertown"), "time": [],
        "speaker": spans("mayor"), "cue": [], "counts": [], "sentence": {"in": "text", "start": 0, "end": len(TEXT)}, **fields,
    }  # fmt: skip


def claim(trigger: str = "shelled", kind: Any = "ASSAULT", speaker: str = "the mayor", **roles: str) -> Claim:
    said = tuple(Role(name, REPORT.span(*at(words))) for name, words in roles.items())  # type: ignore[arg-type]
    attribution = (Attribution(REPORT.span(*at(speaker))),) if speaker else ()
    whole = REPORT.span(0, len(TEXT))
    return Claim("r", kind, REPORT.span(*at(trigger)), whole, roles=said, attribution=attribution)


def figures(monkeypatch: pytest.MonkeyPatch, *read: Claim) -> dict[str, float]:
    monkeypatch.setattr(scores, "_scored", lambda *_: {})

    class Fixed:
        def read(self, report: Report) -> tuple[Claim, ...]:
            return read

    return scores.claims(Fixed(), [{"report": "r", "claims": [gold()]}], {"r": REPORT}, None)  # type: ignore[arg-type]


def test_all_right_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    found = figures(monkeypatch, claim(actor="Gunners", recipient="the old bridge", place="Rivertown"))
    assert [found[name] for name in ("trigger_f1", "role_f1", "all_role_f1", "speaker_f1", "status_macro_f1")] == [1.0] * 5


def test_another_type_is_another_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    found = figures(monkeypatch, claim(kind="COERCE", actor="Gunners"))
    assert (found["trigger_f1"], found["bare_trigger_f1"], found["all_role_f1"]) == (0.0, 1.0, 0.0)


def test_roles_of_a_claim_too_many_count_against_all_roles_only(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = claim(actor="Gunners", recipient="old bridge", place="Rivertown")
    found = figures(monkeypatch, whole, claim("said", "ACCUSE", actor="mayor"))
    assert found["role_f1"] == 1.0
    assert found["all_role_f1"] == pytest.approx(6 / 7)


def test_no_speaker_where_one_is_named_is_a_miss(monkeypatch: pytest.MonkeyPatch) -> None:
    assert figures(monkeypatch, claim(speaker=""))["speaker_f1"] == 0.0
