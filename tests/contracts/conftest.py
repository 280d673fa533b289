"""The same storage suite over both databases."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from storage_samples import BACKENDS

from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.ports.storage import Storage
from shopkeeper.testing.storage import fresh_sqlite


@pytest.fixture(params=BACKENDS)
def storage_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new, migrated, empty database."""
    if request.param == "sqlite":
        return fresh_sqlite(tmp_path)
    return request.getfixturevalue("postgres").fresh_database()


@pytest.fixture
async def storage(storage_url: str) -> AsyncGenerator[Storage]:
    opened = open_storage(storage_url)
    yield opened
    await opened.close()
