"""The order in which events are shown."""

from __future__ import annotations

from typing import Any

import msgspec

from deconflict.pipeline import most_told_first
from deconflict.trace import trace
from deconflict.weigh import weigh


def test_news_comes_before_background_and_then_the_most_told(story: Any) -> None:
    story.told("12 were killed, police said.", killed="12")
    once = weigh(story.claims, story.by_id(), trace(story.reports, story.claims, story.packs), story.packs)
    often = msgspec.structs.replace(once, id="e-often", reports=3)
    history = msgspec.structs.replace(once, id="e-history", reports=30, background=True)
    assert sorted([history, once, often], key=most_told_first) == [often, once, history]
