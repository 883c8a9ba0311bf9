from itertools import pairwise

import numpy as np
import pytest

from deconflict.read.neural.decode import best_tags, spans


def test_inside_never_follows_outside() -> None:
    scores = np.array([[[0.0, -9.0, 5.0], [4.0, -9.0, 0.0], [0.0, -1.0, 5.0]]])
    tags = best_tags(scores)[0]
    assert tags[0] != 2
    assert not any(before == 0 and tag == 2 for before, tag in pairwise(tags))


def test_the_best_sequence_as_a_whole_wins_over_the_best_tag_of_each_word() -> None:
    scores = np.array([[[0.0, -0.5, -9.0], [-5.0, -4.0, 0.0]]])
    assert best_tags(scores)[0].tolist() == [1, 2]


@pytest.mark.parametrize("seed", range(5))
def test_no_allowed_sequence_scores_higher(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, 5, 3))
    every = (np.unravel_index(number, (3,) * 5) for number in range(3**5))
    allowed = [tags for tags in every if tags[0] != 2 and not any(tags[i] == 0 and tags[i + 1] == 2 for i in range(4))]
    best = max(allowed, key=lambda tags: sum(scores[0, at, tag] for at, tag in enumerate(tags)))
    assert best_tags(scores)[0].tolist() == list(best)


def test_two_spans_side_by_side_stay_two() -> None:
    assert spans(np.array([1, 2, 1, 0, 1])) == [(0, 2), (2, 3), (4, 5)]


def test_no_words_give_no_tags() -> None:
    assert best_tags(np.zeros((2, 0, 3))).shape == (2, 0)
