"""All repositories over one connection; made once per connection and used for one piece of work after another."""

from __future__ import annotations

from typing import Any

from shopkeeper.adapters.storage.cache import RevisionCache
from shopkeeper.adapters.storage.db import Db, Driver
from shopkeeper.adapters.storage.repos.audit import Audit
from shopkeeper.adapters.storage.repos.bookings import Bookings
from shopkeeper.adapters.storage.repos.callbacks import Callbacks
from shopkeeper.adapters.storage.repos.capacity import Capacity
from shopkeeper.adapters.storage.repos.carts import Carts
from shopkeeper.adapters.storage.repos.catalog import Catalog, Kept
from shopkeeper.adapters.storage.repos.checkouts import Checkouts
from shopkeeper.adapters.storage.repos.conversations import Conversations
from shopkeeper.adapters.storage.repos.credit import Credit
from shopkeeper.adapters.storage.repos.customers import Customers
from shopkeeper.adapters.storage.repos.effects import Effects
from shopkeeper.adapters.storage.repos.first_answers import FirstAnswers
from shopkeeper.adapters.storage.repos.flags import Flags
from shopkeeper.adapters.storage.repos.gallery import Gallery
from shopkeeper.adapters.storage.repos.handoffs import Handoffs
from shopkeeper.adapters.storage.repos.invoices import Invoices
from shopkeeper.adapters.storage.repos.mandates import Mandates
from shopkeeper.adapters.storage.repos.orders import Orders
from shopkeeper.adapters.storage.repos.payments import Payments
from shopkeeper.adapters.storage.repos.protected import Protected
from shopkeeper.adapters.storage.repos.returns import Returns
from shopkeeper.adapters.storage.repos.shop import Shop
from shopkeeper.adapters.storage.repos.stock import Stock
from shopkeeper.adapters.storage.sql import Mode

PRODUCTS_KEPT = 4096
DOCUMENTS_KEPT = 64


class Caches:
    """Shared by all connections of one storage."""

    def __init__(self) -> None:
        self.products: RevisionCache[Kept] = RevisionCache(PRODUCTS_KEPT)
        self.current_products: RevisionCache[Kept] = RevisionCache(PRODUCTS_KEPT)
        self.shop: RevisionCache[Any] = RevisionCache(DOCUMENTS_KEPT)


class SqlTransaction:
    """Implements `Transaction`."""

    def __init__(self, driver: Driver, mode: Mode, caches: Caches) -> None:
        db = self._db = Db(driver, mode)
        self.conversations = Conversations(db)
        self.carts = Carts(db)
        self.checkouts = Checkouts(db)
        self.payments = Payments(db)
        self.orders = Orders(db)
        self.returns = Returns(db)
        self.bookings = Bookings(db)
        self.handoffs = Handoffs(db)
        self.flags = Flags(db)
        self.gallery = Gallery(db)
        self.protected = Protected(db)
        self.stock = Stock(db)
        self.capacity = Capacity(db)
        self.catalog = Catalog(db, self.stock, caches.products, caches.current_products)
        self.shop = Shop(db, caches.shop)
        self.customers = Customers(db)
        self.outbox = Effects(db)
        self.idempotency = FirstAnswers(db)
        self.audit = Audit(db)
        self.callbacks = Callbacks(db)
        self.credit = Credit(db)
        self.mandates = Mandates(db)
        self.invoices = Invoices(db)

    def begin(self) -> None:
        """A new database transaction has begun; several pieces of work may follow in it."""
        self._db.begin()

    def finish(self) -> None:
        """Write what waits for the end of the work; the commit comes next."""
        self.audit.flush()
        self._db.forget()

    def abandon(self) -> None:
        """Forget what was waiting: the work failed and its writes are rolled back."""
        self.audit.forget()
        self._db.forget()
