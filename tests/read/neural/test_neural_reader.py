from tests.read.neural.scripted import Script, report_of

from deconflict.read.neural.guard import stands
from deconflict.read.neural.neural_reader import NeuralReader
from deconflict.record import Claim, Report

NODES = {"shelled": "ASSAULT", "12": "count", "Twelve": "count", "Rivertown": "place", "Monday": "time"}
LINKS = {"Rivertown": "place", "Monday": "time", "gunners": "actor", "12": "count", "mayor": "speaker", "said": "cue"}


def read(report: Report, **script: object) -> tuple[Claim, ...]:
    made = Script(**{"nodes": NODES, "links": LINKS, **script})  # type: ignore[arg-type]
    return NeuralReader(made.model()).read(report)


def test_a_claim_holds_what_belongs_to_its_trigger() -> None:
    report = report_of("Rebel gunners shelled Rivertown on Monday, killing 12 people, the mayor said.")
    (claim,) = read(report)
    assert (claim.type, claim.trigger.text) == ("ASSAULT", "shelled")
    assert {(role.role, role.span.text) for role in claim.roles} == {
        ("actor", "gunners"), ("place", "Rivertown"), ("time", "Monday"),
    }  # fmt: skip
    assert [(count.span.text, count.what, count.low, count.high) for count in claim.counts] == [("12", "killed", 12, 12)]
    assert [(link.speaker.text, link.cue.text) for link in claim.attribution if link.speaker and link.cue] == [("mayor", "said")]
    assert stands(report, claim)


def test_what_the_second_look_rejects_is_no_claim() -> None:
    assert read(report_of("Rebel gunners shelled Rivertown."), no_claim=["shelled"]) == ()


def test_a_number_in_a_sentence_without_trigger_is_still_a_claim() -> None:
    (claim,) = read(report_of("Twelve died."), links={"Twelve": "count"})
    assert claim.trigger.text in ("died", ".")
    assert [count.low for count in claim.counts] == [12]


def test_one_number_for_two_outcomes_is_joint() -> None:
    (claim,) = read(report_of("Rebel gunners shelled Rivertown: 12 dead and wounded."), outcomes=("killed", "wounded"))
    assert [(count.what, count.joint) for count in claim.counts] == [("killed", True), ("wounded", True)]


def test_a_number_whose_words_set_no_bounds_is_not_emitted() -> None:
    (claim,) = read(report_of("Rebel gunners shelled Rivertown for 12 days."))
    assert claim.counts == ()


def test_no_one_killed_is_negated() -> None:
    (claim,) = read(report_of("They shelled Rivertown but nobody died."), nodes={**NODES, "nobody": "count"})
    assert (claim.status, claim.counts[0].high) == ("negated", 0)


def test_headlines_are_not_read() -> None:
    report = report_of("Gunners shelled Rivertown.")
    from msgspec.structs import replace

    from deconflict.record import Sentence

    assert read(replace(report, sentences=(Sentence(0, 26, "headline"),))) == ()


def test_the_same_report_gives_the_same_claims_whatever_was_read_before() -> None:
    report = report_of("Rebel gunners shelled Rivertown on Monday, killing 12 people.")
    made = Script(NODES, LINKS)
    reader = NeuralReader(made.model())
    first = reader.read(report)
    reader.read(report_of("Elsewhere they shelled a bridge.", "Twelve were hurt."))
    assert reader.read(report) == first
