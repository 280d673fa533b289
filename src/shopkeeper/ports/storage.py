"""Where state lives. Work is a plain function over a transaction, so no vendor call can happen inside one.

A transaction is never open across an `await`: `read` and `write` take synchronous functions. `write` runs them
one after another (SQLite: one writer, several pieces of work per commit; Postgres: one transaction each) and
returns when the commit is durable. An exception inside `work` rolls back that work alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from shopkeeper.ports.audit_log import AuditLog
from shopkeeper.ports.booking_store import BookingStore
from shopkeeper.ports.callback_store import CallbackStore
from shopkeeper.ports.capacity_ledger import CapacityLedger
from shopkeeper.ports.cart_store import CartStore
from shopkeeper.ports.catalog_store import CatalogStore
from shopkeeper.ports.checkout_store import CheckoutStore
from shopkeeper.ports.conversation_store import ConversationStore
from shopkeeper.ports.credit_ledger import CreditLedger
from shopkeeper.ports.customer_store import CustomerStore
from shopkeeper.ports.flag_store import FlagStore
from shopkeeper.ports.gallery_store import GalleryStore
from shopkeeper.ports.handoff_store import HandoffStore
from shopkeeper.ports.idempotency_store import IdempotencyStore
from shopkeeper.ports.invoice_store import InvoiceStore
from shopkeeper.ports.mandate_store import MandateStore
from shopkeeper.ports.order_store import OrderStore
from shopkeeper.ports.outbox import Outbox
from shopkeeper.ports.payment_store import PaymentStore
from shopkeeper.ports.protected_store import ProtectedStore
from shopkeeper.ports.return_store import ReturnStore
from shopkeeper.ports.shop_store import ShopStore
from shopkeeper.ports.stock_ledger import StockLedger

T = TypeVar("T")


class Transaction(Protocol):
    """All repositories over one consistent view; writes commit together or not at all."""

    @property
    def conversations(self) -> ConversationStore: ...
    @property
    def carts(self) -> CartStore: ...
    @property
    def catalog(self) -> CatalogStore: ...
    @property
    def checkouts(self) -> CheckoutStore: ...
    @property
    def payments(self) -> PaymentStore: ...
    @property
    def orders(self) -> OrderStore: ...
    @property
    def returns(self) -> ReturnStore: ...
    @property
    def bookings(self) -> BookingStore: ...
    @property
    def handoffs(self) -> HandoffStore: ...
    @property
    def flags(self) -> FlagStore: ...
    @property
    def gallery(self) -> GalleryStore: ...
    @property
    def protected(self) -> ProtectedStore: ...
    @property
    def stock(self) -> StockLedger: ...
    @property
    def capacity(self) -> CapacityLedger: ...
    @property
    def shop(self) -> ShopStore: ...
    @property
    def customers(self) -> CustomerStore: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def idempotency(self) -> IdempotencyStore: ...
    @property
    def audit(self) -> AuditLog: ...
    @property
    def callbacks(self) -> CallbackStore: ...
    @property
    def credit(self) -> CreditLedger: ...
    @property
    def mandates(self) -> MandateStore: ...
    @property
    def invoices(self) -> InvoiceStore: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageStats:
    """Since it was opened: durable commits, pieces of work in them, and work run again after a conflict."""

    commits: int
    writes: int
    retries: int = 0


class Storage(Protocol):
    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` on a snapshot; writing in it raises. Short work only: on SQLite it runs on the event loop."""
        ...

    async def scan(self, work: Callable[[Transaction], T]) -> T:
        """Like `read`, for long work (all products, the whole audit chain): never on the event loop."""
        ...

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` and commit. May run `work` again after a serialization conflict: it must be pure but for the transaction.

        Raises TransientFault when the database is busy or gone; nothing was written then. Raises UnknownOutcome when
        it went away during the commit.
        """
        ...

    def stats(self) -> StorageStats: ...
    async def close(self) -> None:
        """Finish the writes that were accepted, then let go of the database."""
        ...
