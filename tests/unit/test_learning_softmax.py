"""The softmax beside the kernel: the same every time, honest about rows it never saw, and served with any encoder left out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy")

from learning_stub import StubEmbedder

from shopkeeper.adapters.learning.artefact import load_classifier, save_classifier
from shopkeeper.adapters.learning.examples import Example
from shopkeeper.adapters.learning.softmax import leaning, learn_softmax, softmax, softmax_left_out
from shopkeeper.adapters.learning.spaces import unit
from shopkeeper.adapters.learning.training import train

EXAMPLES = [
    Example(text=text, labels=(label,), language="en")
    for label, texts in {
        "return": ["can I return this", "I want a refund", "bring it back"],
        "delivery": ["when will it arrive", "do you ship", "deliver it today"],
        "greeting": ["hello there", "hi", "hallo zusammen"],
    }.items()
    for text in texts
]


class EnglishOnly(StubEmbedder):
    name = "english"
    languages: frozenset[str] | None = frozenset({"en"})


def _rows(count: int) -> tuple[np.ndarray, np.ndarray]:
    drawn = np.random.default_rng(3)
    labels = np.arange(count) % 3
    return unit(np.eye(3, 8, dtype=np.float32)[labels] + drawn.normal(scale=0.2, size=(count, 8)).astype(np.float32)), np.eye(
        3, dtype=np.float32
    )[labels]


def test_rows_that_lie_apart_are_told_apart_and_the_same_rows_give_the_same_weights() -> None:
    inputs, targets = _rows(60)
    weights = learn_softmax(inputs, targets)
    chances = softmax(inputs @ weights)
    assert (chances.argmax(axis=1) == targets.argmax(axis=1)).all()
    assert chances.sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert np.array_equal(weights, learn_softmax(inputs, targets))


def test_a_left_out_row_does_not_vouch_for_its_own_label() -> None:
    inputs, targets = _rows(60)
    wrong = targets.copy()
    wrong[0] = np.roll(targets[0], 1)
    said = int(wrong[0].argmax())
    seen = softmax(inputs @ learn_softmax(inputs, wrong))
    left = softmax_left_out(inputs, wrong, np.ones(60, bool))
    assert left[0, said] < seen[0, said]
    assert left[0, said] < 0.1
    assert (left.argmax(axis=1) == targets.argmax(axis=1)).all()


def test_rows_that_are_not_asked_are_learned_from_and_get_no_chances() -> None:
    inputs, targets = _rows(12)
    asked = np.arange(12) < 9
    left = softmax_left_out(inputs, targets, asked)
    assert left[asked].sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert not left[~asked].any()


def test_a_language_the_first_encoder_does_not_know_is_read_by_the_second(tmp_path: Path) -> None:
    encoders = {"english": EnglishOnly(), "stub": StubEmbedder()}
    save_classifier(train(EXAMPLES, list(encoders.values())), tmp_path)
    classifier, _ = load_classifier(tmp_path)
    encoders["english"].asked.clear()
    guess = classifier.read("un refund", encoders, "it")
    assert guess.ranking[0][0] == "return"
    assert guess.tier == "stub"
    assert encoders["english"].asked == []


def test_the_softmax_counts_only_far_from_every_example_and_more_the_farther() -> None:
    scores, chances = np.zeros((3, 2), np.float32), np.full((3, 2), 0.5, np.float32)
    near, far, farther = leaning(scores, chances, np.asarray([0.9, 0.5, 0.2], np.float32))
    assert not near.any()
    assert 0 < far[0] < farther[0]
