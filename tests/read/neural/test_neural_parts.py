from tests.read.neural.scripted import Script, report_of

from deconflict.read.neural.neural_reader import NeuralReader
from deconflict.read.neural.parts import whole
from deconflict.record import Attribution, Claim, Report, Role

SENTENCE = "Gunners shelled Rivertown, five miles east of the old line, on late Monday."
SCRIPT = Script({"shelled": "ASSAULT"}, {"Rivertown": "place", "five": "place", "late": "time"})


def spans(report: Report, *found: tuple[str, str]) -> tuple[Role, ...]:
    return tuple(
        Role(name, report.span(report.text.index(words), report.text.index(words) + len(words)))  # type: ignore[arg-type]
        for name, words in found
    )


def roles(*others: tuple[str, str]) -> set[tuple[str, str]]:
    """The roles of the claim, where another reader reads these."""
    report = report_of(SENTENCE)
    trigger = report.span(SENTENCE.index("shelled"), SENTENCE.index("shelled") + len("shelled"))
    other = Claim(report.id, "ASSAULT", trigger, report.span(0, len(SENTENCE)), roles=spans(report, *others))
    (claim,) = NeuralReader(SCRIPT.model(), lambda _: (other,)).read(report)
    return {(role.role, role.span.text) for role in claim.roles}


def test_a_piece_of_a_name_becomes_the_name_and_stands_there_once() -> None:
    assert whole([(3, 4), (5, 6), (9, 10)], [(3, 6)]) == [(3, 6), (9, 10)]


def test_an_actor_that_is_not_read_is_taken_from_the_other_reader() -> None:
    assert ("actor", "Gunners") in roles(("actor", "Gunners"))


def test_a_recipient_is_not() -> None:
    assert not any(name == "recipient" for name, _ in roles(("recipient", "Gunners")))


def test_a_place_told_from_another_is_taken_as_far_as_it_goes() -> None:
    assert ("place", "five miles east of the old line") in roles(("place", "five miles east of the old line"))


def test_a_place_name_is_not_made_longer() -> None:
    assert ("place", "Rivertown") in roles(("place", "Rivertown, five"))


def test_words_of_time_are_taken_as_far_as_they_go() -> None:
    assert ("time", "late Monday") in roles(("time", "late Monday"))


def test_speakers_of_two_sentences_are_no_chain() -> None:
    report = report_of("The army denied it.", "A monitor said gunners shelled Rivertown.")
    script = Script({"shelled": "ASSAULT"}, {"army": "speaker", "monitor": "speaker"})
    (claim,) = NeuralReader(script.model()).read(report)
    assert [link.speaker.text for link in claim.attribution if link.speaker] == ["monitor"]


def test_where_nobody_speaks_in_the_sentence_the_nearest_speaker_stands() -> None:
    report = report_of("The army denied it, a monitor said.", "Gunners shelled Rivertown.")
    script = Script({"shelled": "ASSAULT"}, {"army": "speaker", "monitor": "speaker"})
    (claim,) = NeuralReader(script.model()).read(report)
    assert [link.speaker.text for link in claim.attribution if link.speaker] == ["monitor"]


def speakers(sentence: str, word: str) -> list[str]:
    script = Script({"shelled": "ASSAULT"}, {word: "speaker", "said": "cue", "According": "cue"})
    (claim,) = NeuralReader(script.model()).read(report_of(sentence))
    return [link.speaker.text for link in claim.attribution if link.speaker]


def test_a_speaker_is_named_in_full() -> None:
    assert speakers("Gunners shelled Rivertown, the Sarvena Conflict Monitor said.", "Sarvena") == ["Sarvena Conflict Monitor"]


def test_a_day_behind_a_speaker_is_no_part_of_the_name() -> None:
    assert speakers("Gunners shelled Rivertown, said Osk Monday.", "Osk") == ["Osk"]


def test_capitals_that_run_into_the_next_name_are_no_part_of_the_speaker() -> None:
    assert speakers("According to Osk Northern forces shelled Rivertown.", "Osk") == ["Osk"]


def test_two_pieces_of_one_place_are_one_place() -> None:
    report = report_of("Gunners shelled villages south of Rivertown.")
    script = Script({"shelled": "ASSAULT"}, {"south": "place", "of": "place", "Rivertown": "place"})
    (claim,) = NeuralReader(script.model()).read(report)
    assert [role.span.text for role in claim.role("place")] == ["south", "of Rivertown"]


def times(sentence: str, *words: str) -> list[str]:
    (claim,) = NeuralReader(Script({"shelled": "ASSAULT"}, dict.fromkeys(words, "time")).model()).read(report_of(sentence))
    return [role.span.text for role in claim.role("time")]


def test_times_that_touch_are_one_time() -> None:
    assert times("Gunners shelled Rivertown for several days.", "for", "several", "days") == ["for several days"]


def test_times_with_words_between_them_are_two() -> None:
    assert times("Gunners shelled Rivertown on Sunday and Monday.", "Sunday", "Monday") == ["Sunday", "Monday"]


def test_a_time_within_a_longer_one_is_no_second_time() -> None:
    report = report_of("Gunners shelled Rivertown at dawn on Monday.")
    script = Script({"shelled": "ASSAULT"}, {"dawn": "time", "Monday": "time"})
    trigger = report.span(8, 15)
    other = Claim(report.id, "ASSAULT", trigger, report.span(0, 44), roles=spans(report, ("time", "dawn on Monday")))
    (claim,) = NeuralReader(script.model(), lambda _: (other,)).read(report)
    assert [role.span.text for role in claim.role("time")] == ["dawn on Monday"]


def chain(links: dict[str, str], *said_by_the_other: str) -> list[tuple[str | None, str | None]]:
    """Speakers and their words of saying, where another reader hears these speakers."""
    report = report_of("Gunners shelled Rivertown, the Monitor said.")
    heard = [report.span(report.text.index(words), report.text.index(words) + len(words)) for words in said_by_the_other]
    other = Claim(
        report.id, "ASSAULT", report.span(8, 15), report.span(0, 44), attribution=tuple(Attribution(span) for span in heard)
    )
    (claim,) = NeuralReader(Script({"shelled": "ASSAULT"}, links).model(), lambda _: (other,)).read(report)
    return [(link.speaker and link.speaker.text, link.cue and link.cue.text) for link in claim.attribution]


def test_who_spoke_is_taken_from_the_other_reader_where_words_of_saying_name_nobody() -> None:
    assert chain({"said": "cue"}, "Monitor") == [("Monitor", "said")]


def test_no_speaker_is_taken_where_nothing_is_said() -> None:
    assert chain({}, "Monitor") == []


def test_a_speaker_who_is_read_is_not_replaced() -> None:
    assert chain({"said": "cue", "Monitor": "speaker"}, "Gunners") == [("Monitor", "said")]
