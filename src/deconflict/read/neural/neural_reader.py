"""The neural reader: chunks to nodes, triggers to what belongs to them, both to claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from deconflict.read.neural.chunks import Chunk, chunks, marks
from deconflict.read.neural.claims import Telling, tellings
from deconflict.read.neural.guard import stands
from deconflict.read.neural.nodes import nodes
from deconflict.read.neural.numbers import numbers
from deconflict.read.neural.opinion import Opinion
from deconflict.read.neural.scheme import NUMBER_MARK, TRIGGER_MARK
from deconflict.read.neural.tagger import Encode, Tagger
from deconflict.read.neural.ties import ties
from deconflict.record import Claim, ReaderName, Report
from deconflict.record.report import READ_BLOCKS

Read = Callable[[Report], Iterable[Claim]]


class NeuralReader:
    """Reads claims with a model. Holds the model and no other state: the same report gives the same claims."""

    name = ReaderName("neural", "1")

    def __init__(self, tagger: Tagger, encode: Encode, second: Read | None = None) -> None:
        """`tagger` and `encode` belong together: `deconflict.read.neural.model.load` gives the shipped pair.

        `second` is another reader's `read`, whose opinion has a vote on numbers and triggers.
        """
        self.second = second
        self.tagger = tagger
        self.encode = encode

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of the report's sentences, in the order of reading."""
        sentences = [part for part in report.sentences if part.part == "text" and part.kind in READ_BLOCKS]
        opinion = Opinion.of(self.second(report)) if self.second else None
        told: list[Telling] = []
        for chunk in chunks(report, sentences, self.encode):
            told += self._chunk(report, chunk, opinion)
        claims = [telling.claim(report, sentences, self.name) for telling in told]
        return tuple(claim for claim in claims if stands(report, claim))

    def _chunk(self, report: Report, chunk: Chunk, opinion: Opinion | None) -> list[Telling]:
        hidden, outputs = self.tagger.nodes(np.asarray(chunk.ids, dtype=np.int64))
        found = nodes(chunk, outputs, report.text, opinion)
        if not found.triggers:
            return []
        spans = [(trigger.first, trigger.after) for trigger in found.triggers]
        marked, near = marks(chunk, spans + [(number.first, number.after) for number in found.candidates])
        kinds = np.array([TRIGGER_MARK] * len(found.triggers) + [NUMBER_MARK] * len(found.candidates), dtype=np.int64)
        linked, classes = self.tagger.links(hidden, marked.astype(np.float32), near, kinds)
        events = len(found.triggers)
        counted = numbers(chunk, found.candidates, linked[events:], classes[events:], opinion)
        return tellings(report, chunk, counted, ties(chunk, found.triggers, linked[:events], classes[:events], opinion))
