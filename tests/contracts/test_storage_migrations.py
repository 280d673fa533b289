"""Migrations run on both databases, add up to `tables`, and an unmigrated database says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from storage_samples import BACKENDS

from shopkeeper.adapters.storage.migrate import alembic_config, migrate
from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.adapters.storage.schema import HEAD, current_and_head, driver_url
from shopkeeper.adapters.storage.tables import metadata
from shopkeeper.domain.core.outcome import PermanentFault, TransientFault
from shopkeeper.testing.postgres import PostgresServer


@pytest.fixture(params=BACKENDS)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/new/shop.db"
    return request.getfixturevalue("postgres").empty_database()


def test_the_code_knows_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [HEAD]


async def test_migrating_twice_is_migrating_once(bare_url: str) -> None:
    migrate(bare_url)
    migrate(bare_url)
    assert current_and_head(bare_url) == (HEAD, HEAD)
    storage = open_storage(bare_url)
    assert await storage.write(lambda tx: tx.orders.next_number()) == "1001"
    await storage.close()


def test_migrations_add_up_to_the_tables(storage_url: str) -> None:
    engine = create_engine(driver_url(storage_url))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata) == []
    engine.dispose()


def test_an_unmigrated_database_says_what_to_do(bare_url: str) -> None:
    with pytest.raises(PermanentFault, match="shopkeeper migrate"):
        open_storage(bare_url)


def test_a_fresh_postgres_has_no_version(postgres: PostgresServer) -> None:
    assert current_and_head(postgres.empty_database()) == (None, HEAD)


@pytest.mark.parametrize("url", ["sqlite://", "mysql://localhost/shop"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(PermanentFault):
        open_storage(url)


def test_an_unreachable_postgres_is_a_transient_fault() -> None:
    for reach in (open_storage, current_and_head, migrate):
        with pytest.raises(TransientFault):
            reach("postgresql://postgres@127.0.0.1:9/shop")
