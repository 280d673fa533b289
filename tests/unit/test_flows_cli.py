"""The flows of the command line: listed, checked, drawn, copied for another product line, learned from."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from shopkeeper.app.understanding.labels import label_meanings
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.acts import StartFlow
from shopkeeper.entry.cli.main import app

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHOPKEEPER_PLUGINS", "own")
    return folder


def test_a_copy_for_another_product_line_holds_together_at_once(own: Path) -> None:
    made = RUNNER.invoke(app, ["flows", "new", "shoe_complaint", "--folder", "own", "--template", "complaint", "--replace", "order=shoes"])
    assert made.exit_code == 0, made.output
    text = (own / "shoe_complaint.yaml").read_text(encoding="utf-8")
    assert "flow: shoe_complaint" in text
    assert "my shoes arrived broken" in text
    assert "complaint.ask_kind: " in text.replace("shoe_complaint", "complaint")
    languages = [option for code in ("en", "de", "ar", "zh") for option in ("--language", code)]
    checked = RUNNER.invoke(app, ["flows", "check", *languages])
    assert checked.exit_code == 0, checked.output
    listed = RUNNER.invoke(app, ["flows", "list", "--json"])
    assert {row["flow"] for row in json.loads(listed.stdout.splitlines()[-1])["flows"]} >= {"complaint", "shoe_complaint"}


def test_a_blank_one_can_be_checked_and_drawn() -> None:
    assert RUNNER.invoke(app, ["flows", "new", "lens_cleaning", "--folder", "own"]).exit_code == 0
    assert RUNNER.invoke(app, ["flows", "check"]).exit_code == 0
    assert RUNNER.invoke(app, ["flows", "draw", "lens_cleaning"]).exit_code == 0
    root = ElementTree.parse("lens_cleaning.svg").getroot()
    texts = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"ASKS what", "RUNS RequestHandoff", "What is it about?"} <= texts


def test_missing_texts_fail_the_check(own: Path) -> None:
    assert RUNNER.invoke(app, ["flows", "new", "lens_cleaning", "--folder", "own"]).exit_code == 0
    checked = RUNNER.invoke(app, ["flows", "check", "--language", "de"])
    assert checked.exit_code != 0
    assert "lens_cleaning.yaml:12:10: no text for `lens_cleaning.ask_what` in de" in checked.output


@pytest.mark.parametrize(("name", "says"), [("complaint", "already a flow"), ("Shoe", "no id")])
def test_names_that_cannot_be_taken(name: str, says: str) -> None:
    made = RUNNER.invoke(app, ["flows", "new", name, "--folder", "own"])
    assert made.exit_code != 0
    assert says in str(made.exception)


def test_a_label_may_mean_a_flow() -> None:
    meanings = label_meanings({"gripe": "flow/complaint"}, where="labels.yaml")
    assert meanings.act("gripe", "x") == meanings.act("flow/complaint", "x") == StartFlow(flow="complaint")
    with pytest.raises(InvalidInput, match="allowed"):
        label_meanings({"gripe": "flow"}, where="labels.yaml")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("X = 1", "PLUGIN = Plugin"),
        ("from shopkeeper.plugins import Plugin\nPLUGIN = Plugin(commands={int: print})", "extends OwnCommand"),
        (
            "from dataclasses import dataclass\nfrom shopkeeper.plugins import OwnCommand, Plugin\n\n\n@dataclass(frozen=True)\n"
            "class AddLineItem(OwnCommand):\n    sku: str\n\n\nPLUGIN = Plugin(commands={AddLineItem: print})",
            "already a command AddLineItem",
        ),
    ],
)
def test_a_plugin_that_does_not_hold_together_is_refused(own: Path, code: str, says: str) -> None:
    (own / "mine.py").write_text(code)
    checked = RUNNER.invoke(app, ["flows", "check"])
    assert checked.exit_code != 0
    assert says in str(checked.exception)
