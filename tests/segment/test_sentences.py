from __future__ import annotations

import time

import pytest

from deconflict.segment.sentences import MAX_SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "The camp was visited by Gen. Orrin Vale on Friday.",
        "Lt. Col. Vale met Maj. Gen. Ostrom at the bridge.",
        "The U.S. -led force shelled the ridge.",
        "The U.S. State Department denied the strike.",
        "Mr Vale said that no aid had come.",
        "The convoy passed gate No. 5 before noon.",
        "It struck at 6 a.m. Monday near the mill.",
        "Prices rose by 3.5 percent in Kelvat.",
        "The fuel was sold by Meren Oil Inc. and others.",
        "The order was signed by J. R. Ostrom in Kelvat.",
        "He waited for the convoy... and it never came.",
        '"The town is gone." he said.',
        '"Where are the buses?" she asked.',
        "See maps.example.Com for the whole list.",
        "THE RAID WAS LED BY GEN. VALE OF THE NORTHERN COMMAND.",
    ],
)
def test_a_stop_that_ends_nothing_does_not_cut(sentences, text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Shells fell on Kelvat. Ten people fled.", ["Shells fell on Kelvat.", "Ten people fled."]),
        ("It will help them, it said.Northern forces moved on.", ["It will help them, it said.", "Northern forces moved on."]),
        ('He said "we stay." The crowd left.', ['He said "we stay."', "The crowd left."]),
        ("“We stay,” he said. “We fight.” The crowd left.", ["“We stay,” he said.", "“We fight.”", "The crowd left."]),
        ("They left the U.S. The war went on.", ["They left the U.S.", "The war went on."]),
        ("It was run by Meren Oil Inc. The firm closed.", ["It was run by Meren Oil Inc.", "The firm closed."]),
        ("They came at 6 p.m. The road was shut.", ["They came at 6 p.m.", "The road was shut."]),
        ("It hit house number 10. 5 others died.", ["It hit house number 10.", "5 others died."]),
        ("Did they leave? No one knows!", ["Did they leave?", "No one knows!"]),
    ],
)
def test_a_stop_before_a_new_sentence_cuts(sentences, text, cut):
    assert sentences(text) == cut


def test_soft_wrapped_lines_are_one_sentence(sentences):
    wrapped = (
        "The column that had left the northern barracks on Sunday evening was\n"
        "held at the bridge over the Meren for most of the night, a driver told\n"
        "the paper, and it turned back before dawn without a shot being fired.\n"
        "Nobody was hurt.\n\nThe bridge stayed shut."
    )
    assert [" ".join(sentence.split())[:12] for sentence in sentences(wrapped)] == [
        "The column t",
        "Nobody was h",
        "The bridge s",
    ]


def test_items_of_a_list_are_sentences_of_their_own(sentences):
    assert sentences("The monitor counted on Monday:\n- two raids on Kelvat\n- one raid on Orrest\n")[1:] == [
        "- two raids on Kelvat",
        "- one raid on Orrest",
    ]


def test_text_without_stops_is_cut_at_words_within_the_stated_limit(sentences):
    pieces = sentences("shells " * 20_000)
    assert max(map(len, pieces)) <= MAX_SENTENCE
    assert " ".join(pieces).split() == ["shells"] * 20_000


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned down. " * 20_000,
        "x" * 500_000,
        "Mill.Road" * 20_000,
        "Leave a reply\nIt was so.\n" * 8_000,
        '"' * 200_000,
    ],
    ids=["one sentence again and again", "one word", "no spaces", "prompts", "quotation marks"],
)
def test_time_is_linear_in_the_text(cut, text):
    started = time.process_time()
    cut(text)
    assert time.process_time() - started < 3  # each takes under 0.5 s; the quadratic versions took minutes
