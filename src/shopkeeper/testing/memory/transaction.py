"""One transaction over dicts. Nothing rolls back: it is for tests of what a command does, not of storage."""

from __future__ import annotations

from shopkeeper.testing.memory.after_sale import MemoryBookings, MemoryHandoffs, MemoryReturns
from shopkeeper.testing.memory.callbacks import MemoryCallbacks
from shopkeeper.testing.memory.capacity import MemoryCapacity
from shopkeeper.testing.memory.credit import MemoryCredit
from shopkeeper.testing.memory.invoices import MemoryInvoices
from shopkeeper.testing.memory.mandates import MemoryMandates
from shopkeeper.testing.memory.noticed import MemoryFlags, MemoryGallery, MemoryProtected
from shopkeeper.testing.memory.sale import MemoryCarts, MemoryCheckouts, MemoryOrders, MemoryPayments
from shopkeeper.testing.memory.shop import MemoryCatalog, MemoryCustomers, MemoryShop, MemoryStock
from shopkeeper.testing.memory.story import MemoryAudit, MemoryConversations, MemoryIdempotency, MemoryOutbox


class MemoryTransaction:
    """Satisfies `ports.storage.Transaction`."""

    def __init__(self) -> None:
        self.conversations = MemoryConversations()
        self.carts = MemoryCarts()
        self.stock = MemoryStock()
        self.capacity = MemoryCapacity()
        self.catalog = MemoryCatalog(self.stock)
        self.checkouts = MemoryCheckouts()
        self.payments = MemoryPayments()
        self.orders = MemoryOrders()
        self.returns = MemoryReturns()
        self.bookings = MemoryBookings()
        self.handoffs = MemoryHandoffs()
        self.flags = MemoryFlags()
        self.gallery = MemoryGallery()
        self.protected = MemoryProtected()
        self.shop = MemoryShop()
        self.customers = MemoryCustomers()
        self.outbox = MemoryOutbox()
        self.idempotency = MemoryIdempotency()
        self.audit = MemoryAudit()
        self.callbacks = MemoryCallbacks()
        self.credit = MemoryCredit()
        self.mandates = MemoryMandates()
        self.invoices = MemoryInvoices()
