import numpy as np
from tests.read.neural.scripted import Script, report_of

from deconflict.read.neural.chunks import CONTEXT, CORE, Reading, readings
from deconflict.record import Report

QUIET = tuple(f"Sentence number {number} tells of a quiet day in the valley." for number in range(60))


def read(report: Report, section: int = 2_000) -> list[Reading]:
    return list(readings(report, report.sentences, Script({}).encode, section))


def test_every_word_is_read_exactly_once() -> None:
    report = report_of(*QUIET)
    (reading,) = read(report)
    own = [piece for chunk in reading.chunks for piece in chunk.ids[chunk.own]]
    assert len(reading.chunks) > 1
    assert len(own) == len(reading.sentence_at) == reading.words[-1].after
    assert "".join(report.text[word.start : word.end] for word in reading.words) == report.text.replace(" ", "").replace("\n", "")


def test_a_chunk_sees_what_stands_before_it_and_does_not_read_it_again() -> None:
    first, second, *_ = read(report_of(*QUIET))[0].chunks
    assert first.own.start == 1
    assert second.own.start == 1 + CONTEXT
    assert second.ids[1 : second.own.start] == first.ids[first.own][-CONTEXT:]


def test_a_report_without_end_is_held_in_sections_that_together_are_all_of_it() -> None:
    report = report_of(*QUIET)
    parts = read(report, section=200)
    words = [(word.start, word.end) for part in parts for word in part.words]
    assert max(len(part.sentence_at) for part in parts) <= 200
    assert words == [(word.start, word.end) for word in read(report)[0].words]


def test_a_sentence_without_end_is_read_in_bounded_chunks() -> None:
    parts = read(report_of("fire " * 5000))
    assert max(len(chunk.ids) for part in parts for chunk in part.chunks) <= CORE + CONTEXT + 2
    assert sum(len(part.words) for part in parts) == 5000


def test_a_report_without_sentences_has_nothing_to_read() -> None:
    assert read(report_of()) == []


def test_a_word_of_several_pieces_is_one_word() -> None:
    (reading,) = read(report_of("Shells hit the bridge."))
    assert np.array_equal(reading.piece_at, [word.piece for word in reading.words])
    assert all(word.after > word.piece for word in reading.words)
