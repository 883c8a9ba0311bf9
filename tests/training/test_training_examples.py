"""From annotations to labels: what stands on which word, and what teaches nothing."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from training.examples import Example, examples

from deconflict.read.neural.scheme import BEGIN, INSIDE, LINKS, NODES, OUTCOMES, TYPES
from deconflict.read.neural.tagger import Pieces
from deconflict.record import Report, Sentence, Source

FIRST, SECOND = "The mayor of Rivertown spoke.", "Gunners shelled the bridge and killed at least 12 people, he said."
TEXT = FIRST + " " + SECOND


def encode(text: str) -> Pieces:
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    return Pieces([1000] * len(found), [match.span() for match in found], list(range(len(found))))


def span(words: str) -> dict[str, Any]:
    return {"in": "text", "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def example(**fields: Any) -> Example:
    claim = {
        "trigger": span("shelled"), "type": "ASSAULT", "mode": "heavy-weapons", "status": "asserted", "background": False,
        "manner": "indirect",
        "actor": [span("Gunners")], "recipient": [span("bridge")], "instrument": [],
        "place": [span("Rivertown")],
        "time": [], "speaker": [span("mayor")], "cue": [span("said")],
        "counts": [{"span": span("at least 12"), "what": "killed", "category": "unknown", "joint": False, "of": span("people")}],
        **fields,
    }  # fmt: skip
    sentences = (Sentence(0, len(FIRST)), Sentence(len(FIRST) + 1, len(TEXT)))
    report = Report("r", "r", Source("", ""), "", TEXT, "", sentences=sentences)
    (made,) = examples([{"report": "r", "claims": [claim]}], {"r": report}, encode)
    return made


def said(made: Example, tags: Any, tag: int) -> list[str]:
    return [TEXT[word.start : word.end] for word in made.reading.words if tags[word.piece] == tag]


def test_a_trigger_bears_its_type() -> None:
    made = example()
    assert said(made, made.trigger, 1 + TYPES.index("ASSAULT")) == ["shelled"]


def test_a_number_is_tagged_with_the_words_that_bound_it() -> None:
    made = example()
    tags = made.nodes[NODES.index("count")]
    assert (said(made, tags, BEGIN), said(made, tags, INSIDE)) == (["at"], ["least", "12"])
    ((first, after),) = made.numbers
    assert [TEXT[word.start : word.end] for word in made.reading.words[first:after]] == ["at", "least", "12"]
    assert made.outcomes[made.reading.words[first].piece, OUTCOMES.index("killed")] == 1


def test_roles_of_another_sentence_are_labels_of_the_trigger() -> None:
    made = example()
    assert said(made, made.links[0, LINKS.index("place")], BEGIN) == ["Rivertown"]
    assert said(made, made.links[0, LINKS.index("speaker")], BEGIN) == ["mayor"]


def test_a_claim_of_the_title_is_not_looked_for_in_the_text() -> None:
    made = example(trigger={"in": "title", "start": 0, "end": 5})
    assert made.spans == []
    assert np.all(made.trigger <= 0)
