"""Every conversation file, on SQLite and on Postgres: what is said may differ, the state may not."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from shopkeeper.entry.http.app import create_app
from shopkeeper.testing.conversations.nodes import FileProblem
from shopkeeper.testing.conversations.reading import find_files, read_tests
from shopkeeper.testing.conversations.report import explain
from shopkeeper.testing.conversations.running import run_inside
from shopkeeper.testing.conversations.spec import ConversationTest
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.postgres import PostgresServer

HERE = Path(__file__).parent


def _all() -> Generator[ConversationTest | FileProblem]:
    for file in find_files(HERE):
        try:
            yield from read_tests(file, os.path.relpath(file))
        except FileProblem as problem:
            yield problem


TESTS = list(_all())
each_test = pytest.mark.parametrize(
    "test", TESTS, ids=[f"{Path(t.place.file).stem}:{t.place.line}:{getattr(t, 'name', 'format')}" for t in TESTS]
)


@pytest.fixture(scope="module")
def sqlite_shops() -> Generator[Templates]:
    with Templates() as templates:
        yield templates


@pytest.fixture(scope="module")
def postgres_shops(postgres: PostgresServer) -> Generator[Templates]:
    with Templates(postgres.url("postgres")) as templates:
        yield templates


async def _holds(test: ConversationTest | FileProblem, templates: Templates) -> None:
    if isinstance(test, FileProblem):
        pytest.fail(str(test), pytrace=False)
    result = await run_inside(test, templates, create_app)
    if result.failures:
        pytest.fail(explain(result), pytrace=False)
    if result.skipped:
        pytest.skip(result.skipped)


@each_test
async def test_on_sqlite(test: ConversationTest | FileProblem, sqlite_shops: Templates) -> None:
    await _holds(test, sqlite_shops)


@pytest.mark.postgres
@each_test
async def test_on_postgres(test: ConversationTest | FileProblem, postgres_shops: Templates) -> None:
    await _holds(test, postgres_shops)
