"""How well a shop's labelled messages teach what others mean: accuracy, out-of-scope, several labels, time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from shopkeeper.adapters.learning.certainty import ranked_apart
from shopkeeper.adapters.learning.classifier import Classifier, Guess
from shopkeeper.adapters.learning.examples import OUT_OF_SCOPE, Example, takes_several
from shopkeeper.ports.text_embedder import TextEmbedder

TOP = 5


def measure_intents(
    classifier: Classifier,
    test: Sequence[Example],
    embedders: Mapping[str, TextEmbedder],
    *,
    thresholded: bool,
    progress: Callable[[int], None] = lambda _: None,
) -> dict[str, float]:
    """Every message through the serving path, one at a time.

    `accuracy` is over in-scope messages, or over all of them where out of scope was trained as a label. The threshold
    counts against it only if it was set on validation messages (`thresholded`); `oos_recall` always uses it.
    """
    guesses: list[Guess] = []
    times_ms: list[float] = []
    if test:
        classifier.read(test[0].text, embedders, test[0].language, context=test[0].context)  # encoders load on their first text
    for example in test:
        started = time.perf_counter()
        guesses.append(classifier.read(example.text, embedders, example.language, context=example.context))
        times_ms.append((time.perf_counter() - started) * 1000)
        progress(len(guesses))
    scores = _several(guesses, test) if classifier.cuts is not None or takes_several(test) else {}
    return {**_single(classifier, guesses, test, thresholded=thresholded), **scores, **_times(guesses, times_ms)}


def _single(classifier: Classifier, guesses: Sequence[Guess], test: Sequence[Example], *, thresholded: bool) -> dict[str, float]:
    inside = np.asarray([not example.out_of_scope for example in test])
    answered = np.asarray([{*guess.labels} == {*example.labels} for guess, example in zip(guesses, test, strict=True)])
    forced = np.asarray([guess.ranking[0][0] in example.labels for guess, example in zip(guesses, test, strict=True)])
    among = np.asarray(
        [bool({name for name, _ in guess.ranking[:TOP]} & {*example.labels}) for guess, example in zip(guesses, test, strict=True)]
    )
    outside = np.asarray([OUT_OF_SCOPE in guess.labels for guess in guesses])
    proof = np.asarray([guess.evidence for guess in guesses], np.float32)
    trained = OUT_OF_SCOPE in classifier.labels
    accuracy = answered if trained or classifier.cuts is not None else answered[inside] if thresholded else forced[inside]
    return {
        "accuracy": _mean(accuracy),
        "accuracy_in_scope": _mean(answered[inside]),
        "accuracy_in_scope_forced": _mean(forced[inside]),
        "accuracy_all": _mean(answered),
        "top5": _mean(among[inside]),
        "oos_recall": _mean(outside[~inside]),
        "oos_auroc": ranked_apart(proof[inside], proof[~inside]),
    }


def _several(guesses: Sequence[Guess], test: Sequence[Example]) -> dict[str, float]:
    """Micro and macro F1 over labels, and messages with exactly the right labels."""
    labels = sorted({label for example in test for label in example.labels})
    pairs = [({*guess.labels} - {OUT_OF_SCOPE}, {*example.labels}) for guess, example in zip(guesses, test, strict=True)]
    counts = {label: _counts(label, pairs) for label in {*labels, *(label for said, _ in pairs for label in said)}}
    return {
        "micro_f1": _f1(*(sum(column) for column in zip(*counts.values(), strict=True))),
        "macro_f1": _mean([_f1(*counts[label]) for label in labels]),
        "exact": _mean([said == meant for said, meant in pairs]),
    }


def _counts(label: str, pairs: Sequence[tuple[set[str], set[str]]]) -> tuple[int, int, int]:
    """(right, said, meant)"""
    said = sum(label in one for one, _ in pairs)
    meant = sum(label in one for _, one in pairs)
    return sum(label in one and label in other for one, other in pairs), said, meant


def _f1(right: int, said: int, meant: int) -> float:
    return 2 * right / (said + meant) if said + meant else 0.0


def _times(guesses: Sequence[Guess], times_ms: Sequence[float]) -> dict[str, float]:
    return {
        "p50_ms": float(np.percentile(times_ms, 50)) if times_ms else 0.0,
        "p95_ms": float(np.percentile(times_ms, 95)) if times_ms else 0.0,
        **{f"answered_by_{tier}": _mean([guess.tier == tier for guess in guesses]) for tier in sorted({guess.tier for guess in guesses})},
    }


def _mean(values: object) -> float:
    array = np.asarray(values, float)
    return float(array.mean()) if array.size else float("nan")
