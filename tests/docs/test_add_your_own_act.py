"""The how-to, followed to the letter in an empty folder: two files, a running shop, and the conversation it promises."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.cli.main import app
from shopkeeper.entry.http.app import create_app
from shopkeeper.testing.conversations.reading import read_tests
from shopkeeper.testing.conversations.report import explain
from shopkeeper.testing.conversations.running import run_inside
from shopkeeper.testing.conversations.templates import Templates

PAGE = (Path(__file__).parents[2] / "docs/how-to/add-your-own-act.md").read_text(encoding="utf-8")
RUNNER = CliRunner()


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder as the page has it written."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "engraving.yaml").write_text(_blocks("yaml")[0], encoding="utf-8")
    (own / "engraving.py").write_text(_blocks("python")[0], encoding="utf-8")
    (tmp_path / "test_engraving.yaml").write_text(_blocks("yaml")[1], encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def templates() -> Generator[Templates]:
    with Templates() as shops:
        yield shops


async def test_the_conversation_goes_as_promised(folder: Path, templates: Templates) -> None:
    tests = list(read_tests(folder / "test_engraving.yaml"))
    assert [test.name for test in tests] == ["An engraving [english]", "An engraving [german]"]
    for test in tests:
        result = await run_inside(test, templates, create_app)
        assert not result.failures, explain(result)


def test_check_and_draw_as_on_the_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SHOPKEEPER_PLUGINS", "own")
    checked = RUNNER.invoke(app, ["flows", "check"])
    assert checked.exit_code == 0, checked.output
    drawn = RUNNER.invoke(app, ["flows", "draw", "engraving", "--out", "engraving.svg"])
    assert drawn.exit_code == 0, drawn.output
    assert "engraving.ask_words" not in (folder / "engraving.svg").read_text()


def test_an_unknown_command_is_told_as_on_the_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "own/engraving.yaml"
    file.write_text(file.read_text().replace("call: Engrave", "call: Engrve"))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SHOPKEEPER_PLUGINS", "own")
    checked = RUNNER.invoke(app, ["flows", "check"])
    assert checked.exit_code != 0
    assert _blocks("text")[0].strip() in str(checked.exception if isinstance(checked.exception, InvalidInput) else checked.output)
