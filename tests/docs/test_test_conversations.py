"""The example of the how-to is a test that passes, and the page names all that the format knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shopkeeper.entry.cli.conversation_tests import run_files
from shopkeeper.testing.conversations.expect import READERS
from shopkeeper.testing.conversations.happenings import READERS as EVENTS
from shopkeeper.testing.conversations.reading import DOCUMENT, DOES, SETUP

PAGE = (Path(__file__).parents[2] / "docs/how-to/test-conversations.md").read_text(encoding="utf-8")


def test_the_example_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    (tmp_path / "my-test.yaml").write_text(example[1], encoding="utf-8")
    report = run_files(str(tmp_path / "my-test.yaml"))
    assert (report["passed"], report["failed"]) == (2, 0), capsys.readouterr().out


@pytest.mark.parametrize("name", sorted({*READERS, *EVENTS, *DOCUMENT, *SETUP, *DOES}))
def test_every_word_of_the_format_is_told(name: str) -> None:
    assert re.search(rf"[`{{ ]{name}[`:}}]", PAGE)
