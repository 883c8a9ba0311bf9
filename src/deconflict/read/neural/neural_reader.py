"""The neural reader: words to nodes, triggers to what belongs to them, both to claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from deconflict.read.neural.chunks import Reading, readings
from deconflict.read.neural.claims import Telling, tellings
from deconflict.read.neural.guard import stands
from deconflict.read.neural.looks import first_look, second_look
from deconflict.read.neural.model import Model
from deconflict.read.neural.nodes import nodes
from deconflict.read.neural.numbers import numbers
from deconflict.read.neural.opinion import Opinion
from deconflict.read.neural.scheme import NUMBER_MARK, TRIGGER_MARK
from deconflict.read.neural.ties import ties
from deconflict.record import Claim, ReaderName, Report
from deconflict.record.report import READ_BLOCKS

Read = Callable[[Report], Iterable[Claim]]


class NeuralReader:
    """Reads claims with a model. Holds the model and no other state: the same report gives the same claims."""

    def __init__(self, model: Model, second: Read | None = None) -> None:
        """`second` is another reader's `read`, whose opinion has a vote on numbers, triggers and status."""
        self.name = ReaderName("neural", model.version)
        self.model = model
        self.second = second

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of the report's sentences, in the order of reading."""
        sentences = [part for part in report.sentences if part.part == "text" and part.kind in READ_BLOCKS]
        opinion = Opinion.of(self.second(report)) if self.second else None
        told: list[Telling] = []
        for reading in readings(report, sentences, self.model.encode):
            told += self._section(report, reading, opinion)
        claims = [telling.claim(report, sentences, self.name, self.model.scales) for telling in told]
        return tuple(claim for claim in claims if stands(report, claim))

    def _section(self, report: Report, reading: Reading, opinion: Opinion | None) -> list[Telling]:
        hidden, outputs = first_look(self.model.tagger, reading)
        found = nodes(reading, outputs, report.text, opinion)
        if not found.triggers:
            return []
        marked = [(trigger.first, trigger.after) for trigger in found.triggers]
        marked += [(number.first, number.after) for number in found.candidates]
        kinds = np.array([TRIGGER_MARK] * len(found.triggers) + [NUMBER_MARK] * len(found.candidates), dtype=np.int64)
        looks = list(second_look(self.model.tagger, reading, hidden, marked, kinds))
        events = len(found.triggers)
        counted = numbers(reading, found.candidates, looks[events:], opinion)
        return tellings(report, reading, counted, ties(reading, found.triggers, looks[:events], opinion), found.named)
