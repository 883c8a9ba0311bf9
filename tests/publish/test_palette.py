"""The hues of the sides can be told apart by every reader, on paper and in the dark."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import combinations

import numpy as np
import pytest

from deconflict.publish import Published
from deconflict.publish.webpage.palette import HUES, NO_PARTY, side_classes
from deconflict.record import Origin

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIGHT = {
    "full": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "no red cones": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green cones": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue cones": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
APART = 13.0  # CIE76; about 2.3 is just noticeable side by side, and dots and bars are small and apart


def modes() -> dict[str, dict[str, str]]:
    style = files("deconflict.publish.webpage").joinpath("style.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part)) for part in style.split(":root {")[1:3])
    return {"light": light, "dark": dark}


def linear(colour: str) -> np.ndarray:
    part = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    ratio = TO_XYZ @ np.clip(light, 0, 1) / np.array([0.95047, 1, 1.08883])
    x, y, z = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_any_two_sides_look_different(mode: str, sight: str) -> None:
    colours = modes()[mode]
    seen = {f"s{n}": lab(np.array(SIGHT[sight]) @ linear(colours[f"s{n}"])) for n in range(HUES + 1)}
    near = {(a, b): round(float(np.linalg.norm(seen[a] - seen[b])), 1) for a, b in combinations(seen, 2)}
    assert {pair: far for pair, far in near.items() if far < APART} == {}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_side_stands_out_from_the_paper(mode: str) -> None:
    colours = modes()[mode]
    bright = {name: float(TO_XYZ[1] @ linear(colours[name])) for name in ("paper", *(f"s{n}" for n in range(HUES + 1)))}
    paper = bright.pop("paper")
    ratios = {name: (max(value, paper) + 0.05) / (min(value, paper) + 0.05) for name, value in bright.items()}
    assert {name: ratio for name, ratio in ratios.items() if ratio < 3} == {}  # WCAG 2.2, 1.4.11


def test_those_who_are_no_party_have_no_hue(story: Published) -> None:
    classes = side_classes(story)
    assert "neutral" not in classes
    assert set(classes.values()) == {"s1", "s2"}
    assert NO_PARTY not in classes.values()


def test_past_eight_sides_the_least_heard_share_the_grey() -> None:
    heard = tuple(Origin(f"o-{n}-{m}", "outlet", "Outlet", None, f"side-{n}") for n in range(10) for m in range(n + 1))
    classes = side_classes(Published("Many", "2026-11-20", origins=heard))
    assert set(classes) == {f"side-{n}" for n in range(2, 10)}
    assert len(set(classes.values())) == HUES
