"""The classifier learns from few examples, knows when it is unsure, and is the same every time."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy")

from learning_stub import StubEmbedder

from shopkeeper.adapters.embedders.cached import CachedEmbedder
from shopkeeper.adapters.learning.artefact import FORMAT, NUMBERS, WORDS, load_classifier, save_classifier
from shopkeeper.adapters.learning.certainty import least_evidence, ranked_apart, weighed_evidence
from shopkeeper.adapters.learning.examples import Example, read_examples
from shopkeeper.adapters.learning.lexical import index_texts
from shopkeeper.adapters.learning.ngrams import learn_ngrams
from shopkeeper.adapters.learning.ridge import RIDGE, solve_leaving_out
from shopkeeper.adapters.learning.training import train
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.testing.evals.intents import measure_intents

TEXTS = {
    "return_policy": ["can I return this", "how do I send it back", "I want a refund", "return my shoes", "money back please"],
    "delivery": ["when will it arrive", "do you ship to France", "how long to deliver", "deliver it today", "ship my order"],
    "greeting": ["hello there", "hi", "hallo zusammen", "hello shop", "hi you"],
}
EXAMPLES = [Example(text=text, labels=(label,)) for label, texts in TEXTS.items() for text in texts]
STUB = {"stub": StubEmbedder()}


def test_meaning_is_found_where_no_word_is_shared() -> None:
    classifier = train(EXAMPLES, [StubEmbedder()])
    guess = classifier.read("refunds?", STUB)
    assert guess.ranking[0][0] == "return_policy"
    assert guess.tier == "stub"


def test_without_encoders_words_alone_decide() -> None:
    classifier = train(EXAMPLES, [])
    guess = classifier.read("could you ship it", {})
    assert guess.labels == ("delivery",)
    assert guess.tier == "words"


def test_a_sure_answer_asks_no_encoder() -> None:
    embedder = StubEmbedder()
    classifier = train(EXAMPLES, [embedder])
    certain = replace(
        classifier, heads=(replace(classifier.heads[0], odds=replace(classifier.heads[0].odds, offset=30.0)), *classifier.heads[1:])
    )
    embedder.asked.clear()
    assert certain.read("hello there", {"stub": embedder}).tier == "words"
    assert embedder.asked == []


def test_nonsense_has_less_evidence_than_anything_in_scope_and_falls_out_by_validation() -> None:
    odd = [Example(text=text, labels=("oos",)) for text in ("what is the capital of Peru", "sing a song", "zzz qqq", "tell me a joke")]
    known = [Example(text="please refund me", labels=("return_policy",)), Example(text="hello you", labels=("greeting",))]
    classifier = train(EXAMPLES, [StubEmbedder()], validation=[*known, *odd])
    figures = measure_intents(classifier, [*known, *odd], STUB, thresholded=True)
    assert figures["oos_auroc"] == 1.0
    assert figures["oos_recall"] == 1.0
    assert figures["accuracy"] == 1.0


def test_out_of_scope_can_be_trained_as_a_label() -> None:
    odd = [Example(text=text, labels=("oos",)) for text in ("sing a song", "tell a joke", "sing me something", "a joke please")]
    classifier = train([*EXAMPLES, *odd], [])
    assert classifier.read("sing a song please", {}).labels == ("oos",)


def test_several_labels_are_read_from_one_message() -> None:
    both = [Example(text=f"hello, {text}", labels=("greeting", "return_policy")) for text in TEXTS["return_policy"]]
    nothing = [Example(text="the sky is blue", labels=())]
    classifier = train([*EXAMPLES, *both, *nothing], [StubEmbedder()])
    assert set(classifier.read("hello, can I return it", STUB).labels) == {"greeting", "return_policy"}
    figures = measure_intents(classifier, EXAMPLES, STUB, thresholded=False)
    assert figures["accuracy"] == figures["exact"] > 0.8


def test_labels_that_never_came_together_are_read_from_one_message() -> None:
    together = [Example(text=f"hi, {text}", labels=("delivery", "greeting")) for text in TEXTS["delivery"]]
    classifier = train([*EXAMPLES, *together], [])
    for other in ("greeting", "delivery"):
        for text, more in product(TEXTS[other], TEXTS["return_policy"]):
            assert {*classifier.read(f"{text}, {more}", {}).labels} == {other, "return_policy"}, (text, more)


def test_the_same_examples_give_the_same_bytes_and_a_saved_classifier_answers_alike(tmp_path: Path) -> None:
    classifier = train(EXAMPLES, [StubEmbedder()])
    first, second = save_classifier(classifier, tmp_path / "a"), save_classifier(train(EXAMPLES, [StubEmbedder()]), tmp_path / "b")
    assert first == second
    assert (tmp_path / "a" / NUMBERS).read_bytes() == (tmp_path / "b" / NUMBERS).read_bytes()
    loaded, digest = load_classifier(tmp_path / "a")
    assert digest == first
    for text in ("refund?", "hi", "bring it today", ""):
        was, now = classifier.read(text, STUB), loaded.read(text, STUB)
        assert was.labels == now.labels
        assert was.confidence == pytest.approx(now.confidence, abs=0.01)


def test_files_of_two_trainings_do_not_mix(tmp_path: Path) -> None:
    save_classifier(train(EXAMPLES, []), tmp_path)
    (tmp_path / NUMBERS).write_bytes(b"other")
    with pytest.raises(InvalidInput, match="do not belong together"):
        load_classifier(tmp_path)


def test_a_classifier_of_another_version_is_not_read(tmp_path: Path) -> None:
    save_classifier(train(EXAMPLES, []), tmp_path)
    file = tmp_path / WORDS
    file.write_text(file.read_text(encoding="utf-8").replace(f'"format": {FORMAT}', '"format": 1'), encoding="utf-8")
    with pytest.raises(InvalidInput, match="another version"):
        load_classifier(tmp_path)


def test_leaving_out_equals_training_without_the_row() -> None:
    inputs = np.random.default_rng(1).normal(size=(12, 3))
    kernel = np.exp(-((inputs[:, None] - inputs[None]) ** 2).sum(axis=2)).astype(np.float32)
    targets = np.eye(3, dtype=np.float32)[np.arange(12) % 3]
    _, scores = solve_leaving_out(kernel.copy(), targets)
    rest = np.arange(12) != 4
    weights = np.linalg.solve(kernel[np.ix_(rest, rest)] + RIDGE * np.eye(11), targets[rest])
    assert scores[4] == pytest.approx(kernel[4, rest] @ weights, abs=1e-4)


def test_gathered_likeness_equals_the_matrix_product() -> None:
    texts = [example.text for example in EXAMPLES]
    ngrams = learn_ngrams(texts)
    matrix = ngrams.matrix(texts, [None] * len(texts))
    index = index_texts(ngrams, matrix)
    asked = "hello, ship my refund 😀"
    assert index.likeness(asked) == pytest.approx((matrix @ ngrams.matrix([asked], [None]).T).toarray().ravel(), abs=1e-6)
    assert index.likeness("") == pytest.approx(np.zeros(len(texts)))


def test_the_threshold_costs_little_without_and_wins_most_with_out_of_scope_rows() -> None:
    values = np.arange(10, dtype=np.float32)
    right = np.ones(10, bool)
    assert least_evidence(values, right, np.ones(10, bool)) == 0.0
    inside = values >= 4
    assert 3 < least_evidence(values, right & inside, inside) <= 4


def test_how_many_out_of_scope_examples_there_are_does_not_move_the_threshold() -> None:
    values = np.asarray([0.9, 0.8, 0.5, 0.3, 0.4, 0.1], np.float32)
    inside = np.asarray([True, True, True, True, False, False])
    right = np.asarray([True, True, True, False, True, True])
    assert 0.4 < weighed_evidence(values, right, inside) < 0.5
    many = [*range(6), *[4, 5] * 50]
    assert weighed_evidence(values[many], right[many], inside[many]) == weighed_evidence(values, right, inside)
    assert weighed_evidence(values, right, np.ones(6, bool)) == float("-inf")


def test_a_kernel_made_in_blocks_is_the_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = train(EXAMPLES, [StubEmbedder()])
    monkeypatch.setattr("shopkeeper.adapters.learning.training.BLOCK", 3)
    blocks = train(EXAMPLES, [StubEmbedder()])
    for one, other in zip(whole.heads, blocks.heads, strict=True):
        np.testing.assert_allclose(one.weights, other.weights, atol=1e-4)


def test_ranked_apart_counts_ties_half() -> None:
    one = np.asarray([1.0, 2.0], np.float32)
    assert ranked_apart(one, one) == 0.5
    assert ranked_apart(one + 5, one) == 1.0


def test_columns_nobody_reads_are_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "shop.csv"
    file.write_text("text,intent\nhi,greet\n")
    with pytest.raises(
        InvalidInput, match=r"shop\.csv: unknown column 'intent'; no column 'label'. Allowed: text, label, language"
    ) as refused:
        read_examples(file)
    assert refused.value.code == "unknown_columns"
    file.write_text("text,label\nhi, greet | thanks \n")
    assert read_examples(file)[0].labels == ("greet", "thanks")


def test_one_label_is_too_few() -> None:
    with pytest.raises(InvalidInput, match="two different labels"):
        train(EXAMPLES[:3], [])


def test_kept_vectors_are_embedded_once_and_come_back_in_order(tmp_path: Path) -> None:
    inner = StubEmbedder()
    cached = CachedEmbedder(inner, tmp_path / "vectors.db")
    texts = ["hello", "refund", "hello"]
    assert cached.embed(texts) == StubEmbedder().embed(texts)
    assert CachedEmbedder(inner, tmp_path / "vectors.db").embed(["refund"]) == StubEmbedder().embed(["refund"])
    assert inner.asked == ["hello", "refund"]


ASKED = ("shall I add the milk?", "do you want to cancel the order?")
REPLIES = [
    Example(text=text, labels=(label,), context=f"{before} {turn}")
    for turn in ("please say", "tell me", "so", "well then", "now")
    for text in ("yes", "yes please", "sure go on", "ok do that")
    for before, label in zip(ASKED, ("add", "cancel"), strict=True)
]


def test_the_turn_before_counts_where_it_tells_labels_apart(tmp_path: Path) -> None:
    save_classifier(train(REPLIES, []), tmp_path)
    classifier, _ = load_classifier(tmp_path)
    assert classifier.read("yes please", {}, context=ASKED[0]).ranking[0][0] == "add"
    assert classifier.read("yes please", {}, context=ASKED[1]).ranking[0][0] == "cancel"
    assert classifier.read("yes please", {}).ranking[0][0] in {"add", "cancel"}


def test_the_turn_before_is_left_out_where_it_helps_nothing() -> None:
    texts = {"milk": "more milk for me", "bread": "some bread for me"}
    rows = [Example(text=f"{said} {at}", labels=(label,), context=f"turn {at}") for at in range(8) for label, said in texts.items()]
    assert not train(rows, []).lexical.ngrams.before


def test_the_turn_before_is_a_column(tmp_path: Path) -> None:
    file = tmp_path / "examples.csv"
    file.write_text("text,label,context\nyes,add,shall I add it?\nhello,greet,\n", encoding="utf-8")
    assert [example.context for example in read_examples(file)] == ["shall I add it?", ""]
    file.write_text("text,label\nhello,greet\n", encoding="utf-8")
    assert read_examples(file)[0].context is None


def test_a_row_without_a_label_is_named() -> None:
    with pytest.raises(InvalidInput, match="what is this"):
        train([*REPLIES, Example(text="what is this", labels=())], [])
