"""A pretend payment provider for tests and demos: a small service of its own, and the client the shop talks to it with.

Imports for others: `Bank`, `Outcome`, `Intent` (the service and its pay page) and `SandboxPayments` (the port).
"""

from shopkeeper.adapters.payments.sandbox.bank import Acted, Bank
from shopkeeper.adapters.payments.sandbox.client import SandboxPayments
from shopkeeper.adapters.payments.sandbox.faults import Fault
from shopkeeper.adapters.payments.sandbox.intent import CODE, Intent, IntentStatus, Outcome
from shopkeeper.adapters.payments.sandbox.records import LedgerEntry

__all__ = ["CODE", "Acted", "Bank", "Fault", "Intent", "IntentStatus", "LedgerEntry", "Outcome", "SandboxPayments"]
