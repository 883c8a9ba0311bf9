import numpy as np
from tests.read.neural.scripted import Script, report_of

from deconflict.read.neural.chunks import Reading, readings
from deconflict.read.neural.windows import BEFORE, NEAR_BUCKETS, WIDTH, windows


def reading(*sentences: str) -> Reading:
    report = report_of(*sentences)
    return next(iter(readings(report, report.sentences, Script({}).encode)))


LONG = reading(*(f"Sentence number {number} tells of a quiet day in the valley." for number in range(60)))


def test_the_marked_span_is_inside_its_window_and_nothing_else_is_marked() -> None:
    spans = [(0, 2), (300, 301), (len(LONG.words) - 1, len(LONG.words))]
    seen = windows(LONG, spans)
    for row, (first, after) in enumerate(spans):
        assert seen.at[row][seen.marks[row] == 1].tolist() == [*range(LONG.words[first].piece, LONG.words[after - 1].after)]


def test_windows_are_of_one_length_and_stay_within_the_reading() -> None:
    seen = windows(LONG, [(0, 1), (300, 301), (len(LONG.words) - 1, len(LONG.words))])
    assert seen.at.shape == (3, WIDTH)
    assert seen.at.min() == 0
    assert seen.at.max() == len(LONG.sentence_at) - 1
    assert seen.at[1][0] == LONG.words[300].piece - BEFORE


def test_a_short_report_is_seen_whole() -> None:
    short = reading("Shells hit the bridge.", "Nobody crossed it.")
    assert windows(short, [(1, 2), (6, 7)]).at.tolist() == [[*range(9)]] * 2


def test_nearness_tells_sides_and_sentences_apart() -> None:
    short = reading("Shells hit the bridge.", "Nobody crossed it.")
    (near,) = windows(short, [(1, 2)]).near
    before, inside, behind, elsewhere = near[0], near[1], near[2], near[5]
    assert len({before, inside, behind, elsewhere}) == 4
    assert near.max() < NEAR_BUCKETS


def test_batches_are_the_windows_in_order() -> None:
    seen = windows(LONG, [(at, at + 1) for at in range(10)])
    parts = seen.batches(4)
    assert [len(part.at) for part in parts] == [4, 4, 2]
    assert np.array_equal(np.concatenate([part.at for part in parts]), seen.at)
