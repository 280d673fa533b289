"""Invoices by their place in the series; the table lets no place and no key of an order be taken twice."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from shopkeeper.adapters.storage.codec import Codec
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.repos import counters
from shopkeeper.adapters.storage.sql import Sql, insert, param
from shopkeeper.adapters.storage.tables import invoices as i
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.invoices.invoice import Invoice

INVOICE: Codec[Invoice] = Codec(Invoice, keep=64)
BODY = select(i.c.body)

OF_ORDER = Sql(BODY.where(i.c.order_number == param("number")).order_by(i.c.position))
RECENT = Sql(BODY.order_by(i.c.position.desc()).limit(param("limit")))
ADD = insert(i)


class Invoices:
    """Implements `InvoiceStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def of_order(self, number: OrderNumber) -> Sequence[Invoice]:
        return [INVOICE.decode(body) for (body,) in self._db.all(OF_ORDER, number=number)]

    def next_number(self) -> int:
        return counters.advance(self._db, counters.INVOICE_NUMBER)

    def add(self, invoice: Invoice, position: int) -> None:
        self._db.run(ADD, position=position, order_number=invoice.order_number, key=invoice.key, body=INVOICE.encode(invoice))

    def recent(self, *, limit: int) -> Sequence[Invoice]:
        return [INVOICE.decode(body) for (body,) in self._db.all(RECENT, limit=limit)]
