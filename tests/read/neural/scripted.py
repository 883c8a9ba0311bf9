"""A tagger that knows by heart what some words are: for tests of all that stands around a model."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from deconflict.read.neural import scheme
from deconflict.read.neural.confidence import Scales
from deconflict.read.neural.model import Model
from deconflict.read.neural.tagger import Floats, Ints, Pieces
from deconflict.record import Report, Sentence, Source

SURE = 6.0


def report_of(*sentences: str) -> Report:
    """A report whose body is these sentences."""
    text, parts = "", []
    for sentence in sentences:
        parts.append(Sentence(len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    return Report("r-1", "key", Source("source:a", "A"), "", text, "0", sentences=tuple(parts))


class Script:
    """`nodes`: label of a word ("ASSAULT", "count", "place"); `links`: label of a word towards any trigger; `no_claim`: triggers
    the second look rejects; `outcomes`: what numbers count."""

    def __init__(
        self,
        nodes: Mapping[str, str],
        links: Mapping[str, str] | None = None,
        no_claim: Sequence[str] = (),
        outcomes: Sequence[str] = ("killed",),
    ) -> None:
        self.known, self.tied, self.no_claim, self.outcomes = nodes, links or {}, no_claim, outcomes
        self.words: list[str] = [""]

    def encode(self, text: str) -> Pieces:
        """A piece a word, numbered from 1000."""
        found = list(re.finditer(r"\w+|[^\w\s]", text))
        self.words += [match[0] for match in found if match[0] not in self.words]
        return Pieces([1000 + self.words.index(m[0]) for m in found], [m.span() for m in found], list(range(len(found))))

    def nodes(self, ids: Ints) -> tuple[Floats, Floats]:
        """Hidden states carry the ids."""
        outputs = np.zeros((len(ids), scheme.NODE_OUTPUTS), dtype=np.float32)
        outputs[:, 0] = SURE * 2
        for at in range(len(scheme.NODES)):
            outputs[:, scheme.NODES_AT.start + 3 * at] = SURE
        for at, word in enumerate(self._said(ids)):
            label = self.known.get(word)
            if label in scheme.TYPES:
                outputs[at, 1 + scheme.TYPES.index(label)] = SURE * 4
            elif label:
                outputs[at, scheme.NODES_AT.start + 3 * scheme.NODES.index(label) + scheme.BEGIN] = SURE * 2
            for outcome in self.outcomes:
                outputs[at, scheme.OUTCOMES_AT.start + scheme.OUTCOMES.index(outcome)] = SURE
            for outcome in set(scheme.OUTCOMES) - set(self.outcomes):
                outputs[at, scheme.OUTCOMES_AT.start + scheme.OUTCOMES.index(outcome)] = -SURE
        return np.asarray(ids, dtype=np.float32)[:, None], outputs

    def links(self, hidden: Floats, at: Ints, marks: Ints, near: Ints, kinds: Ints) -> tuple[Floats, Floats]:
        """Ties every known word of its window to every trigger."""
        outputs = np.zeros((*at.shape, scheme.LINK_OUTPUTS), dtype=np.float32)
        classes = np.zeros((len(marks), scheme.CLASS_OUTPUTS), dtype=np.float32)
        classes[:, scheme.BACKGROUND_AT] = classes[:, scheme.DIRECT_AT] = -SURE
        classes[:, scheme.MODE_AT.start] = classes[:, scheme.STATUS_AT.start] = SURE
        for row, marked in enumerate(marks):
            said = self._said(hidden[at[row], 0].astype(int))
            words = [word for word, mark in zip(said, marked, strict=True) if mark]
            classes[row, 0] = SURE * 4 if set(words) & set(self.no_claim) else -SURE * 4
            counts = any(self.known.get(word) == "count" for word in words)
            classes[row, scheme.COUNTS_AT] = SURE if counts else -SURE * 4
            for number, outcome in enumerate(scheme.OUTCOMES):
                classes[row, scheme.TALLY_AT.start + number] = SURE if outcome in self.outcomes else -SURE
            for place, word in enumerate(said):
                for index, name in enumerate(scheme.LINKS):
                    outputs[row, place, 3 * index + (scheme.BEGIN if self.tied.get(word) == name else scheme.OUTSIDE)] = SURE
        return outputs, classes

    def model(self) -> Model:
        """What a reader is made with."""
        return Model("script", self, self.encode, Scales())

    def _said(self, ids: Ints) -> list[str]:
        return [self.words[number - 1000] if number >= 1000 else "" for number in ids]
