"""Invoices and credit notes, kept as issued. Numbers follow one another without a gap, in the transaction that issues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.invoices.invoice import Invoice


class InvoiceStore(Protocol):
    def of_order(self, number: OrderNumber) -> Sequence[Invoice]:
        """Oldest first."""
        ...

    def next_number(self) -> int:
        """The next of the series. A transaction that fails gives it back."""
        ...

    def add(self, invoice: Invoice, position: int) -> None:
        """Once for `position` and once for each key of an order; nothing is ever changed."""
        ...

    def recent(self, *, limit: int) -> Sequence[Invoice]:
        """Newest first."""
        ...
