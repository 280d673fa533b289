"""Invoices over a list."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.invoices.invoice import Invoice


class MemoryInvoices:
    def __init__(self) -> None:
        self._issued: dict[int, Invoice] = {}
        self._last = 0

    def of_order(self, number: OrderNumber) -> Sequence[Invoice]:
        return [paper for _, paper in sorted(self._issued.items()) if paper.order_number == number]

    def next_number(self) -> int:
        self._last += 1
        return self._last

    def add(self, invoice: Invoice, position: int) -> None:
        assert position not in self._issued
        assert all(paper.key != invoice.key for paper in self.of_order(invoice.order_number))
        self._issued[position] = invoice

    def recent(self, *, limit: int) -> Sequence[Invoice]:
        return [paper for _, paper in sorted(self._issued.items(), reverse=True)][:limit]
