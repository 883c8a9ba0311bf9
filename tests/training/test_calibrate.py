import numpy as np
import pytest
from training.calibrate import Judged, across, error, fit


def judged(slope: float, offset: float, number: int = 4000) -> list[Judged]:
    """Scores of which the share `1 / (1 + exp(-(slope * odds + offset)))` is right."""
    generator = np.random.default_rng(5)
    scores = generator.uniform(0.02, 0.98, number)
    odds = np.log(scores / (1 - scores))
    right = generator.uniform(size=number) < 1 / (1 + np.exp(-(slope * odds + offset)))
    return [Judged(float(score), bool(one)) for score, one in zip(scores, right, strict=True)]


def test_the_fit_finds_how_far_scores_are_off() -> None:
    scale = fit(judged(0.5, -0.7))
    assert scale.slope == pytest.approx(0.5, abs=0.08)
    assert scale.offset == pytest.approx(-0.7, abs=0.12)


def test_scores_that_are_all_right_do_not_send_the_fit_to_infinity() -> None:
    scale = fit([Judged(0.9, True)] * 50)
    assert np.isfinite([scale.slope, scale.offset]).all()
    assert scale(0.9) > 0.9


def test_the_error_of_scores_that_mean_what_they_say_is_small_and_of_others_large() -> None:
    assert error(judged(1.0, 0.0)) < 0.03
    assert error(judged(0.3, -1.5)) > 0.15


def test_scaled_by_the_other_reports_off_scores_come_right() -> None:
    every = judged(0.3, -1.5)
    held = across([every[at::40] for at in range(40)])
    assert len(held) == len(every)
    assert error(held) < 0.04
