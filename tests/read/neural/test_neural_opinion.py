from tests.read.neural.scripted import Script, report_of

from deconflict.read.neural.chunks import readings
from deconflict.read.neural.neural_reader import NeuralReader
from deconflict.read.neural.opinion import Opinion
from deconflict.record import Claim, Count, Report

SENTENCE = "Gunners shelled Rivertown, killing 12 people and 9 goats."


def other(report: Report, trigger: str, *numbers: str) -> tuple[Claim, ...]:
    """What another reader says of the sentence."""

    def span(words: str) -> tuple[int, int]:
        return report.text.index(words), report.text.index(words) + len(words)

    counts = tuple(Count(report.span(*span(words)), "killed", int(words), int(words)) for words in numbers)
    sentence = report.span(0, len(SENTENCE))
    return (Claim(report.id, "ASSAULT", report.span(*span(trigger)), sentence, counts=counts),)


def counted(report: Report, script: Script, *numbers: str) -> list[str]:
    reader = NeuralReader(script.model(), lambda report: other(report, "shelled", *numbers))
    return [count.span.text for claim in reader.read(report) for count in claim.counts]


def test_the_other_reader_is_asked_about_every_number_of_a_reading() -> None:
    report = report_of(SENTENCE)
    opinion = Opinion.of(other(report, "shelled", "12"))
    (reading,) = readings(report, report.sentences, Script({}).encode)
    words = [report.text[word.start : word.end] for word in reading.words]
    assert opinion.spans(reading, "numbers") == [(words.index("12"), words.index("12") + 1)]
    assert opinion.outcomes(reading, words.index("12"), words.index("12") + 1) == {"killed"}
    assert opinion.outcomes(reading, words.index("9"), words.index("9") + 1) == set()
    claim = opinion.claim(reading, words.index("shelled"), words.index("shelled") + 1)
    assert claim is not None
    assert claim.type == "ASSAULT"


def test_a_sure_model_is_not_overruled_by_the_vote_of_another() -> None:
    script = Script({"shelled": "ASSAULT", "12": "count"}, {"12": "count"})
    assert counted(report_of(SENTENCE), script, "9") == ["12"]


def test_a_number_both_hold_for_one_counts() -> None:
    script = Script({"shelled": "ASSAULT", "12": "count"}, {"12": "count"})
    assert counted(report_of(SENTENCE), script, "12") == ["12"]
