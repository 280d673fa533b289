"""Known customers by id and by the hash of their token."""

from __future__ import annotations

from sqlalchemy import delete, select

from shopkeeper.adapters.storage.codec import Codec
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, param, upsert
from shopkeeper.adapters.storage.tables import customers as c
from shopkeeper.domain.core.ids import CustomerId
from shopkeeper.domain.customers.customer import Customer

CUSTOMER: Codec[Customer] = Codec(Customer, keep=256)

GET = Sql(select(c.c.body).where(c.c.id == param("id")), lock=True)
BY_TOKEN = Sql(select(c.c.body).where(c.c.token_hash == param("token_hash")))
SAVE = upsert(c, keys=["id"])
ERASE = Sql(delete(c).where(c.c.id == param("id")))


class Customers:
    """Implements `CustomerStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, customer_id: CustomerId) -> Customer | None:
        body = self._db.value(GET, id=customer_id)
        return None if body is None else CUSTOMER.decode(body)

    def by_token_hash(self, token_hash: str) -> Customer | None:
        body = self._db.value(BY_TOKEN, token_hash=token_hash)
        return None if body is None else CUSTOMER.decode(body)

    def save(self, customer: Customer) -> None:
        self._db.run(SAVE, id=customer.id, token_hash=customer.token_hash, body=CUSTOMER.encode(customer))

    def erase(self, customer_id: CustomerId) -> None:
        self._db.run(ERASE, id=customer_id)
