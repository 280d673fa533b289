"""Named numbers that only go up; the row lock makes each value unique to one commit."""

from __future__ import annotations

from sqlalchemy import select, update

from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, param
from shopkeeper.adapters.storage.tables import counters as c

ORDER_NUMBER = "order_number"
CATALOG_REVISION = "catalog_revision"
SHOP_REVISION = "shop_revision"
INVOICE_NUMBER = "invoice_number"
GALLERY_REVISION = "gallery_revision"

READ = Sql(select(c.c.name, c.c.value))
NEXT = Sql(update(c).where(c.c.name == param("counter")).values(value=c.c.value + 1).returning(c.c.value))
RAISE = Sql(update(c).where(c.c.name == param("counter"), c.c.value < param("least")).values(value=param("least", c.c.value)))


def current(db: Db, name: str) -> int:
    """They are few and most work asks for several, so they are read together."""
    memory = db.memory(c.name)
    if name not in memory:
        memory.update(db.all(READ))
    return memory[name]


def advance(db: Db, name: str) -> int:
    """The next value, which nobody else gets."""
    return db.value(NEXT, counter=name)


def raise_to(db: Db, name: str, least: int) -> None:
    """Make sure the next value is above `least`."""
    db.run(RAISE, counter=name, least=least)
