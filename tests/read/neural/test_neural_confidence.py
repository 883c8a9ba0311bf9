import pytest

from deconflict.read.neural.confidence import Scale


def test_a_scale_of_one_leaves_a_score_as_it_is() -> None:
    assert Scale()(0.7) == pytest.approx(0.7)


def test_a_higher_score_is_never_less_likely() -> None:
    scale = Scale(0.6, -0.4)
    made = [scale(score / 20) for score in range(21)]
    assert made == sorted(made)
    assert 0.0 < made[0] < made[-1] < 1.0


def test_an_offset_below_nothing_makes_every_score_less_likely() -> None:
    assert Scale(1.0, -1.0)(0.5) < 0.5
