"""A report as the model reads it: chunks of word pieces read one at a time, and the words that their own pieces make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from deconflict.read.neural.tagger import Encode, Ints, Pieces
from deconflict.record import Report, Sentence, Span

OPEN, CLOSE = 101, 102
"""The pieces every chunk begins and ends with, in the encoder's vocabulary."""
CORE = 192  # pieces of a chunk that are read; a report of 565 is three chunks
CONTEXT = 44  # pieces before them that are only looked at: mostly one sentence
SECTION = 2_000  # pieces held at once; nothing beyond is seen, so that a report without end takes bounded memory


@dataclass(frozen=True, slots=True)
class Word:
    """A word: `start:end` in the report, its pieces `piece:after` in the reading, and its sentence's number."""

    start: int
    end: int
    piece: int
    after: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """Pieces for the model; its own, those that are read, are `ids[own]`."""

    ids: tuple[int, ...]
    own: slice


@dataclass(frozen=True, slots=True)
class Reading:
    """A section of a report. N pieces in all, `sentence_at` (N,) the sentence of each, `piece_at` (W,) the first of each word."""

    chunks: tuple[Chunk, ...]
    words: tuple[Word, ...]
    sentence_at: Ints
    piece_at: Ints

    def span(self, report: Report, first: int, after: int) -> Span:
        """The words `first:after` in the report."""
        return report.span(self.words[first].start, self.words[after - 1].end)


@dataclass(frozen=True, slots=True)
class _Piece:
    id: int
    start: int
    end: int
    word: int
    sentence: int


def readings(report: Report, sentences: Sequence[Sentence], encode: Encode, section: int = SECTION) -> Iterator[Reading]:
    """These sentences of one part of the report in sections of whole runs; `Word.sentence` is the index into `sentences`."""
    runs: list[list[_Piece]] = []
    held = 0
    for number, sentence in enumerate(sentences):
        for run in _runs(report, sentence, number, encode):
            if runs and held + len(run) > section:
                yield _reading(runs)
                runs, held = [], 0
            runs.append(run)
            held += len(run)
    if held:
        yield _reading(runs)


def _runs(report: Report, sentence: Sentence, number: int, encode: Encode) -> list[list[_Piece]]:
    """The pieces of a sentence, in runs of at most CORE: a sentence longer than that has lost its full stops."""
    pieces: Pieces = encode(report.body(sentence.part)[sentence.start : sentence.end])
    whole = [
        _Piece(piece, sentence.start + start, sentence.start + end, word, number)
        for piece, (start, end), word in zip(pieces.ids, pieces.offsets, pieces.words, strict=True)
    ]
    return [whole[at : at + CORE] for at in range(0, len(whole), CORE)]


def _reading(runs: list[list[_Piece]]) -> Reading:
    pieces = [piece for run in runs for piece in run]
    words = _words(pieces)
    return Reading(
        tuple(_chunks(runs)),
        words,
        np.array([piece.sentence for piece in pieces], dtype=np.int64),
        np.array([word.piece for word in words], dtype=np.int64),
    )


def _chunks(runs: list[list[_Piece]]) -> Iterator[Chunk]:
    """Runs together up to CORE pieces, behind the last of those before."""
    before: list[_Piece] = []
    own: list[_Piece] = []
    for run in [*runs, None]:
        if own and (run is None or len(own) + len(run) > CORE):
            context = before[-CONTEXT:]
            ids = (OPEN, *(piece.id for piece in context), *(piece.id for piece in own), CLOSE)
            yield Chunk(ids, slice(1 + len(context), 1 + len(context) + len(own)))
            before, own = own, []
        own = [*own, *(run or [])]


def _words(pieces: list[_Piece]) -> tuple[Word, ...]:
    words: list[Word] = []
    last = None
    for index, piece in enumerate(pieces):
        if (piece.sentence, piece.word) == last:
            words[-1] = Word(words[-1].start, piece.end, words[-1].piece, index + 1, piece.sentence)
        else:
            words.append(Word(piece.start, piece.end, index, index + 1, piece.sentence))
        last = (piece.sentence, piece.word)
    return tuple(words)
