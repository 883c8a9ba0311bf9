"""One hue a side, told apart by colour-blind readers, none of them an alarm; grey for those who are no party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from deconflict.publish.published import Published

HUES = 8  # classes s1 to s8 of style.css; s0 is grey
NO_PARTY = "s0"


def side_classes(published: Published) -> Mapping[str, str]:
    """The style class of each side. The sides heard most often get a hue of their own; past eight, the rest share the grey."""
    heard = Counter(origin.side for origin in published.origins if origin.side)
    for event in published.events:
        heard.update(event.sides)
    sides = sorted((side for side in {*heard, *published.sides} if side != "neutral"), key=lambda side: (-heard[side], side))
    return {side: f"s{number}" for number, side in enumerate(sides[:HUES], start=1)}
