from tests.read.neural.scripted import Script, report_of

from deconflict.read.neural.chunks import CONTEXT, CORE, chunks, marks


def test_every_word_is_read_exactly_once() -> None:
    report = report_of(*(f"Sentence number {number} tells of a quiet day in the valley." for number in range(60)))
    made = chunks(report, report.sentences, Script({}).encode)
    read = [(word.start, word.end) for chunk in made for word in chunk.words if word.core]
    assert len(made) > 1
    assert read == sorted(set(read))
    assert "".join(report.text[start:end] for start, end in read) == report.text.replace(" ", "").replace("\n", "")


def test_a_chunk_sees_what_stands_before_it_and_does_not_read_it_again() -> None:
    report = report_of(*(f"Sentence number {number} tells of a quiet day in the valley." for number in range(60)))
    second = chunks(report, report.sentences, Script({}).encode)[1]
    assert sum(not word.core for word in second.words) == CONTEXT


def test_a_sentence_without_end_is_read_in_bounded_chunks() -> None:
    report = report_of("fire " * 5000)
    made = chunks(report, report.sentences, Script({}).encode)
    assert max(len(chunk.ids) for chunk in made) <= CORE + CONTEXT + 2
    assert sum(word.core for chunk in made for word in chunk.words) == 5000


def test_a_report_without_sentences_has_no_chunks() -> None:
    assert chunks(report_of(), (), Script({}).encode) == []


def test_nearness_tells_sides_and_sentences_apart() -> None:
    report = report_of("Shells hit the bridge.", "Nobody crossed it.")
    chunk = chunks(report, report.sentences, Script({}).encode)[0]
    marked, near = marks(chunk, [(1, 2)])
    assert marked.sum() == 1
    inside = chunk.words[1].piece
    assert near[0, inside] == 0
    before, behind, elsewhere = near[0, inside - 1], near[0, inside + 1], near[0, chunk.words[5].piece]
    assert len({before, behind, elsewhere}) == 3
    assert elsewhere >= 15 > behind
