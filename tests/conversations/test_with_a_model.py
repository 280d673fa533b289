"""Journeys with a language model at hand, well behaved and hostile: what is said may differ, the state may not.

One variant of every test, on SQLite; `shopkeeper test tests/conversations --model hostile` plays them all.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from shopkeeper.entry.http.app import create_app
from shopkeeper.testing.conversations.reading import find_files, read_tests
from shopkeeper.testing.conversations.report import explain
from shopkeeper.testing.conversations.running import run_inside
from shopkeeper.testing.conversations.spec import ConversationTest, ModelSetup
from shopkeeper.testing.conversations.templates import Templates

HERE = Path(__file__).parent
FILES = ("j02", "j04", "j05", "j06", "j13", "j20", "j25a")
EACH = {
    (file.stem, test.place.line): test for file in find_files(HERE) if file.stem.startswith(FILES) for test in read_tests(file, file.name)
}


@pytest.mark.parametrize("kind", ["scripted", "hostile"])
@pytest.mark.parametrize("test", EACH.values(), ids=[f"{stem}:{line}" for stem, line in EACH])
async def test_the_state_is_the_same(test: ConversationTest, kind: str, shop_templates: Templates) -> None:
    result = await run_inside(test, shop_templates, create_app, model=ModelSetup(kind=kind))
    if result.failures:
        pytest.fail(explain(result), pytrace=False)
