"""The journeys in which money moves, paid through Stripe's SDK (localstripe behind the fault proxy), on SQLite and on Postgres."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from shopkeeper.entry.http.app import create_app
from shopkeeper.testing.conversations.reading import find_files, read_tests
from shopkeeper.testing.conversations.report import explain
from shopkeeper.testing.conversations.running import run_inside
from shopkeeper.testing.conversations.spec import ConversationTest
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.postgres import PostgresServer
from shopkeeper.testing.stripe import LocalStripe, StripeProxy, available

HERE = Path(__file__).parent
FILES = ("first_sale", "j08", "j10", "j11", "j12", "j13", "j14", "j22", "quick_commerce", "faults_between", "split_payments", "stripe_")
TESTS = [test for file in find_files(HERE) if Path(file).stem.startswith(FILES) for test in read_tests(file, Path(file).name)]
each_test = pytest.mark.parametrize("test", TESTS, ids=[f"{Path(t.place.file).stem}:{t.place.line}:{t.name}" for t in TESTS])
pytestmark = pytest.mark.skipif(not available(), reason="localstripe is not installed")


@pytest.fixture(scope="module")
def stripe() -> Generator[StripeProxy]:
    with LocalStripe() as local:
        proxy = StripeProxy(local)
        yield proxy
        proxy.close()


@pytest.fixture(scope="module")
def sqlite_shops() -> Generator[Templates]:
    with Templates() as templates:
        yield templates


@pytest.fixture(scope="module")
def postgres_shops(postgres: PostgresServer) -> Generator[Templates]:
    with Templates(postgres.url("postgres")) as templates:
        yield templates


async def _holds(test: ConversationTest, templates: Templates, stripe: StripeProxy) -> None:
    result = await run_inside(test, templates, create_app, stripe=stripe)
    if result.failures:
        pytest.fail(explain(result), pytrace=False)
    if result.skipped:
        pytest.skip(result.skipped)


@each_test
async def test_on_sqlite(test: ConversationTest, sqlite_shops: Templates, stripe: StripeProxy) -> None:
    await _holds(test, sqlite_shops, stripe)


@pytest.mark.postgres
@each_test
async def test_on_postgres(test: ConversationTest, postgres_shops: Templates, stripe: StripeProxy) -> None:
    await _holds(test, postgres_shops, stripe)
