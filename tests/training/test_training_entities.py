"""Entities in columns: spans of tags, the best legal tags, strict F1."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from training.entities import Sentence, best_tags, labels, sentences, spans, strict

NAMES = ("O", "B-Place", "I-Place", "B-Person", "I-Person")


def test_sentences_are_parted_by_an_empty_line(tmp_path: Path) -> None:
    (tmp_path / "two").write_text("Old\tB-Place\nBridge\tI-Place\n\nShe\tB-Person\nspoke\tO\n", encoding="utf-8")
    found = sentences(tmp_path / "two")
    assert found == [Sentence(("Old", "Bridge"), ("B-Place", "I-Place")), Sentence(("She", "spoke"), ("B-Person", "O"))]
    assert labels(found) == ("O", "B-Person", "I-Person", "B-Place", "I-Place")


def test_a_span_ends_where_its_type_or_its_inside_ends() -> None:
    assert spans(["B-Place", "I-Place", "B-Place", "O", "B-Person"]) == {(0, 2, "Place"), (2, 3, "Place"), (4, 5, "Person")}


def test_an_inside_of_nothing_begins_a_span() -> None:
    assert spans(["O", "I-Place", "I-Person"]) == {(1, 2, "Place"), (2, 3, "Person")}


def test_the_likeliest_tags_that_are_legal_are_chosen() -> None:
    scores = np.log(np.array([[0.6, 0.4, 0.0001, 0.0001, 0.0001], [0.1, 0.0001, 0.9, 0.0001, 0.0001]]))
    assert best_tags(scores, NAMES) == ["B-Place", "I-Place"]


def test_no_sentence_begins_inside_and_no_type_continues_another() -> None:
    likely = np.log(np.array([[0.1, 0.0001, 0.9, 0.1, 0.0001], [0.2, 0.0001, 0.0001, 0.0001, 0.8]]))
    assert best_tags(likely, NAMES) == ["B-Person", "I-Person"]


def test_strict_means_the_same_words_and_type() -> None:
    gold = [["B-Place", "I-Place", "O", "B-Person"]]
    assert strict(gold, gold).f1 == 1.0
    assert strict(gold, [["B-Place", "O", "O", "B-Place"]]).f1 == 0.0
    found = strict(gold, [["B-Place", "I-Place", "B-Person", "O"]])
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


def test_f1_is_over_all_sentences_together() -> None:
    gold = [["B-Place", "B-Place"], ["B-Place"], ["O"]]
    assert strict(gold, [["B-Place", "B-Place"], ["O"], ["B-Place"]]).f1 == pytest.approx(2 / 3)
