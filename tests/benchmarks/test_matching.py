"""One-to-one matching, and words as the published scores compare them."""

from __future__ import annotations

import itertools
import random

import pytest
from benchmarks.matching import best_total, f1, plain


def by_trying_all(scores: list[list[int]]) -> int:
    columns = range(len(scores[0]))
    padded = [*columns, *[-1] * len(scores)]
    return max(
        sum(row[at] for row, at in zip(scores, chosen, strict=True) if at >= 0)
        for chosen in set(itertools.permutations(padded, len(scores)))
    )


def test_the_best_matching_is_found_and_not_the_greedy_one() -> None:
    assert best_total([[3, 2], [2, 0]]) == 4


def test_a_row_and_a_column_match_once() -> None:
    assert best_total([[1, 1, 1]]) == 1
    assert best_total([[1], [1], [1]]) == 1


def test_the_best_total_is_that_of_trying_all() -> None:
    chance = random.Random(5)
    for _ in range(60):
        rows, columns = chance.randint(1, 4), chance.randint(1, 3)
        scores = [[chance.choice((0, 0, 1, 2, 3)) for _ in range(columns)] for _ in range(rows)]
        assert best_total(scores) == by_trying_all(scores)


def test_nothing_matches_nothing() -> None:
    assert best_total([]) == 0
    assert best_total([[], []]) == 0


def test_articles_punctuation_and_line_breaks_do_not_tell_words_apart() -> None:
    assert plain('THE "Old\nBridge",  a vice-mayor\'s') == "old bridge vicemayors"


def test_f1_counts_what_is_missed_and_what_is_too_much() -> None:
    assert f1(2, 4, 2) == pytest.approx(2 / 3)
    assert f1(0, 0, 0) == 0.0
