"""A report in chunks that the model reads one at a time: whole sentences, with what stands before them as context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deconflict.read.neural.scheme import NEAR_BUCKETS
from deconflict.read.neural.tagger import Encode, Ints, Pieces
from deconflict.record import Report, Sentence

OPEN, CLOSE = 101, 102
"""The pieces every chunk begins and ends with, in the encoder's vocabulary."""
CORE = 150  # pieces of a chunk that are read; a report of 565 is four chunks
CONTEXT = 44  # pieces before them that are only looked at: mostly one sentence


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a chunk: `start:end` in the report, its first piece, its sentence, and whether it is read here."""

    start: int
    end: int
    piece: int
    sentence: int
    core: bool


@dataclass(frozen=True, slots=True)
class Chunk:
    """Pieces for the model, the words they make, and the sentence number of each piece (-1 at both ends)."""

    ids: tuple[int, ...]
    words: tuple[Word, ...]
    sentence_at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    id: int
    start: int
    end: int
    word: int
    sentence: int


def chunks(report: Report, sentences: Sequence[Sentence], encode: Encode) -> list[Chunk]:
    """The chunks of these sentences of one part of the report, in order; `Word.sentence` is the index into `sentences`."""
    runs: list[list[_Piece]] = [[]]
    for number, sentence in enumerate(sentences):
        for run in _runs(report, sentence, number, encode):
            if runs[-1] and len(runs[-1]) + len(run) > CORE:
                runs.append([])
            runs[-1].extend(run)
    before: list[_Piece] = []
    found = []
    for run in runs:
        if run:
            found.append(_chunk(before[-CONTEXT:], run))
            before = run
    return found


def _runs(report: Report, sentence: Sentence, number: int, encode: Encode) -> list[list[_Piece]]:
    """The pieces of a sentence, in runs of at most CORE: a sentence longer than that has lost its full stops."""
    pieces: Pieces = encode(report.body(sentence.part)[sentence.start : sentence.end])
    whole = [
        _Piece(piece, sentence.start + start, sentence.start + end, word, number)
        for piece, (start, end), word in zip(pieces.ids, pieces.offsets, pieces.words, strict=True)
    ]
    return [whole[at : at + CORE] for at in range(0, len(whole), CORE)]


def _chunk(before: list[_Piece], run: list[_Piece]) -> Chunk:
    pieces = [*before, *run]
    words: list[Word] = []
    last = None
    for index, piece in enumerate(pieces):
        core = index >= len(before)
        if (piece.sentence, piece.word, core) == last:
            words[-1] = Word(words[-1].start, piece.end, words[-1].piece, piece.sentence, core)
        else:
            words.append(Word(piece.start, piece.end, index + 1, piece.sentence, core))
        last = (piece.sentence, piece.word, core)
    ids = (OPEN, *(piece.id for piece in pieces), CLOSE)
    return Chunk(ids, tuple(words), (-1, *(piece.sentence for piece in pieces), -1))


def marks(chunk: Chunk, spans: Sequence[tuple[int, int]]) -> tuple[Ints, Ints]:
    """(T, L) marks of 0 and 1 and (T, L) nearness of every piece to the words `first:after` of each span."""
    marked = np.zeros((len(spans), len(chunk.ids)), dtype=np.int64)
    near = np.zeros_like(marked)
    for row, (first, after) in enumerate(spans):
        begin = chunk.words[first].piece
        end = chunk.words[after].piece if after < len(chunk.words) else len(chunk.ids) - 1
        marked[row, begin:end] = 1
        near[row] = _nearness(chunk, begin, end)
    return marked, near


def _nearness(chunk: Chunk, begin: int, end: int) -> Ints:
    """0 inside; 1-7 before and 8-14 after, by the power of two of the distance; 15 more in another sentence."""
    at = np.arange(len(chunk.ids))
    distance = np.where(at < begin, begin - at, np.where(at >= end, at - end + 1, 0))
    bucket = np.minimum(1 + np.log2(np.maximum(distance, 1)).astype(np.int64), 7)
    sided = np.where(distance == 0, 0, np.where(at < begin, bucket, bucket + 7))
    other = np.asarray(chunk.sentence_at) != chunk.sentence_at[begin]
    near: Ints = np.minimum(sided + np.where(other, 15, 0), NEAR_BUCKETS - 1)
    return near
